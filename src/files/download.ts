import { createHash } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { ProgrammingError, UserError } from '../errors.ts';
import { onDisk } from '../storage/disk.ts';
import { type ConnectionOptions, connectionOptions, httpRequest, type TransferLimits } from './connection.ts';
import type { HostPolicy } from './hosts.ts';

const MAX_REDIRECTS = 5;
const TIMEOUT_MS = 120_000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** SharePoint answers these (or shows its sign-in page) once a pre-authorised address has run out. */
const EXPIRED = new Set([401, 403, 404, 410]);
const SIGN_IN_HOST = 'login.microsoftonline.com';

export interface RemoteFile {
  readonly url: string;
  /** The bot's token, for the conversation's own service only. Goes with the first request, never with a redirect. */
  readonly bearer?: string;
}

/** `timeoutMs`: by default 2 minutes. */
export interface DownloadOptions extends Partial<TransferLimits> {
  readonly maxBytes: number;
  /** A path that does not exist yet. On any failure nothing is left there. */
  readonly toPath: string;
}

export interface Downloaded {
  readonly bytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Fetches a file to `toPath`. What goes wrong on the way (refused host, expired link, too large, network) is a UserError; what goes
 * wrong with our own disk is thrown as it is.
 */
export async function download(file: RemoteFile, policy: HostPolicy, options: DownloadOptions): Promise<Downloaded> {
  return saveStream(await openDownload(file, policy, options), options);
}

/** The same up to the first byte: a stream of the file's bytes, to be read to its end or destroyed. */
export async function openDownload(
  file: RemoteFile,
  policy: HostPolicy,
  options: Omit<DownloadOptions, 'toPath'>,
): Promise<Readable> {
  if (file.bearer !== undefined && !policy.takesBearer) throw new ProgrammingError('this policy takes no bearer');
  const response = await onNetwork(() =>
    follow(file, policy, connectionOptions({ timeoutMs: TIMEOUT_MS, ...options })),
  );
  try {
    assertAcceptable(response, options.maxBytes);
    return response;
  } catch (error) {
    response.destroy();
    throw error;
  }
}

async function follow(file: RemoteFile, policy: HostPolicy, options: ConnectionOptions): Promise<IncomingMessage> {
  const plain = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'CPOR-Assistant' };
  let url = policy.check(file.url);
  let headers = file.bearer === undefined ? plain : { ...plain, authorization: `Bearer ${file.bearer}` };
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await httpRequest(url, policy, { headers }, options);
    if (!REDIRECTS.has(response.statusCode ?? 0)) return response;
    response.destroy();
    url = redirectTarget(response, url, policy);
    headers = plain;
  }
  throw new Error('too many redirects');
}

function redirectTarget(response: IncomingMessage, from: URL, policy: HostPolicy): URL {
  const target = URL.parse(response.headers.location ?? '', from.href);
  if (!target || !response.headers.location) throw new Error('a redirect without a target');
  if (target.hostname === SIGN_IN_HOST) throw new UserError('file.link-expired');
  return policy.check(target.href);
}

function assertAcceptable(response: IncomingMessage, maxBytes: number): void {
  const { statusCode = 0, headers } = response;
  if (EXPIRED.has(statusCode)) throw new UserError('file.link-expired');
  if (statusCode !== 200) throw new UserError('file.unreachable');
  // Some Teams clients hand over a sharing link, which serves a page around the file.
  if (/^text\/html\b/i.test(headers['content-type'] ?? '')) throw new UserError('file.web-page');
  if ((headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw new UserError('file.unreachable');
  }
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw new UserError('file.too-large', { maxBytes });
}

/** Writes a stream to `toPath`, whatever it comes from; it is destroyed in any case. @throws as `download` */
export async function saveStream(
  stream: Readable,
  { toPath, maxBytes }: Pick<DownloadOptions, 'toPath' | 'maxBytes'>,
): Promise<Downloaded> {
  try {
    const handle = await onDisk(() => open(toPath, 'wx', 0o600));
    try {
      const downloaded = await pour(stream, handle, maxBytes);
      await handle.close();
      return downloaded;
    } catch (error) {
      await handle.close().catch(() => undefined);
      await rm(toPath, { force: true });
      throw error;
    }
  } finally {
    stream.destroy();
  }
}

async function pour(stream: Readable, handle: FileHandle, maxBytes: number): Promise<Downloaded> {
  const hash = createHash('sha256');
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let bytes = 0;
  for (;;) {
    // Fails, too, when the body ends before its announced length.
    const chunk = await onNetwork(() => chunks.next());
    if (chunk.done) break;
    bytes += chunk.value.length;
    if (bytes > maxBytes) throw new UserError('file.too-large', { maxBytes });
    hash.update(chunk.value);
    await onDisk(() => handle.writeFile(chunk.value));
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** Trouble with the network becomes a UserError. */
async function onNetwork<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('file.unreachable', undefined, { cause });
  }
}
