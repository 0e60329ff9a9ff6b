import { lookup as dnsLookup } from 'node:dns/promises';
import http, { type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import { literalAddress } from './address.ts';
import type { HostPolicy } from './hosts.ts';

/** Resolves a name to all of its IP addresses. */
export type Lookup = (hostname: string) => Promise<readonly string[]>;

export interface ConnectionOptions {
  readonly signal: AbortSignal;
  /** The longest silence on the connection, in milliseconds. */
  readonly idleMs: number;
  readonly lookup?: Lookup | undefined;
}

/** What a whole transfer may take. */
export interface TransferLimits {
  readonly signal?: AbortSignal;
  /** For all of its requests together, in milliseconds. */
  readonly timeoutMs: number;
  /** The longest silence on the connection, in milliseconds. Default 15 s. */
  readonly idleMs?: number;
  /** Resolves names in place of the system's resolver. */
  readonly lookup?: Lookup;
}

const IDLE_MS = 15_000;

/** The time of the transfer begins now. */
export function connectionOptions({ signal, timeoutMs, idleMs = IDLE_MS, lookup }: TransferLimits): ConnectionOptions {
  const timeout = AbortSignal.timeout(timeoutMs);
  return { signal: signal ? AbortSignal.any([signal, timeout]) : timeout, idleMs, lookup };
}

export interface HttpRequest {
  /** GET when not given. */
  readonly method?: 'PUT';
  readonly headers: OutgoingHttpHeaders;
  /** Of the length that the headers say; it is destroyed when the request has ended. What it fails with the request fails with. */
  readonly body?: Readable;
}

/**
 * One request, without following redirects; it resolves to the head of the answer. The name is resolved once, every address is checked, and
 * the connection goes to those addresses and no other: an answer that changes between check and use (DNS rebinding) has no effect.
 */
export async function httpRequest(
  url: URL,
  policy: HostPolicy,
  { method, headers, body }: HttpRequest,
  options: ConnectionOptions,
): Promise<IncomingMessage> {
  const addresses = await allowedAddresses(url, policy, options);
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const request = (url.protocol === 'https:' ? https : http).request(url, {
    agent: false,
    ...(method && { method }),
    headers,
    lookup: pinnedTo(addresses),
    signal: options.signal,
    timeout: options.idleMs,
  });
  // Stays in force while the body comes in; the response then fails.
  request.on('timeout', () => request.destroy(new Error('the connection is idle')));
  request.on('response', resolve);
  request.on('error', reject);
  // An unwanted upgrade closes the connection without an error.
  request.on('close', () => reject(new Error('closed without an answer')));
  if (body === undefined) request.end();
  else {
    request.on('close', () => body.destroy());
    body.on('error', (error) => request.destroy(error)).pipe(request);
  }
  return promise;
}

async function allowedAddresses(url: URL, policy: HostPolicy, options: ConnectionOptions): Promise<readonly string[]> {
  const literal = literalAddress(url);
  const addresses = literal
    ? [literal]
    : await abortable((options.lookup ?? resolveName)(url.hostname), options.signal);
  if (addresses.length === 0) throw new Error('the name has no address');
  // One forbidden address among allowed ones is reason enough: honest hosts have none.
  if (!addresses.every((address) => policy.allowsAddress(url, address))) throw new UserError('file.host-refused');
  return addresses;
}

async function resolveName(hostname: string): Promise<string[]> {
  const found = await dnsLookup(hostname, { all: true });
  return found.map(({ address }) => address);
}

/** Node calls this to resolve the name when it connects. Where it wants all addresses, it tries them in turn. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_hostname, { all }, callback) => {
    if (all) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  };
}

/** Stops waiting at an abort. The work itself goes on: a DNS look-up cannot be cancelled. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', onAbort));
}
