/** A stand-in for what the doctor asks on the internet: Microsoft's sign-in, Teams, SharePoint, and the bot as the outside sees it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Microsoft {
  /** For the environment of a process that loads `reroute.mjs`. */
  readonly reroute: string;
  readonly origin: string;
  /** What the bot's sign-in is refused with; undefined: it is let in. */
  refusal: string | undefined;
  /** Directories that it knows. */
  readonly directories: Set<string>;
  /** Milliseconds that its clock is ahead of this machine's. */
  aheadMs: number;
  /** By `host` or `host/path`: what is answered there in place of the usual. */
  readonly answers: Map<string, { readonly status: number; readonly body?: string }>;
  /** `METHOD host/path` of all requests. */
  readonly requests: string[];
  /** Forms that came with sign-ins. */
  readonly signIns: URLSearchParams[];
  stop(): Promise<void>;
}

/** To be imported by a process, before anything else: it then asks this machine in place of the hosts in `REROUTE`. */
export const REROUTE = new URL('./reroute.mjs', import.meta.url).href;
export const PUBLIC_HOST = 'cpor.contoso.example';
const HOSTS = [
  'login.microsoftonline.com',
  'login.botframework.com',
  'smba.trafficmanager.net',
  'microsoft.sharepoint.com',
  PUBLIC_HOST,
];

export async function startMicrosoft(tenant: string): Promise<Microsoft> {
  const server = createServer(async (request, response) => {
    const form = await text(request);
    const { method = '', headers, url = '' } = request;
    const place = `${headers.host}${new URL(url, 'http://any').pathname}`;
    started.requests.push(`${method} ${place}`);
    if (place.endsWith('/token')) started.signIns.push(new URLSearchParams(form));
    response.setHeader('date', new Date(Date.now() + started.aheadMs).toUTCString());
    const { status, body = '{}' } = started.answers.get(place) ??
      started.answers.get(headers.host ?? '') ?? { status: 200, ...usual(place, request) };
    send(response, status, body);
  });

  function usual(place: string, { method }: IncomingMessage): { readonly status?: number; readonly body?: string } {
    const [host, first = '', ...rest] = place.split('/');
    const path = rest.join('/');
    if (host === PUBLIC_HOST) return { status: first === 'api' && method === 'POST' ? 401 : 404 };
    if (host === 'login.botframework.com') return { body: JSON.stringify({ jwks_uri: 'https://keys.example' }) };
    if (host !== 'login.microsoftonline.com') return { status: 403 };
    if (first !== 'common' && !started.directories.has(first)) return refused('AADSTS90002: Tenant not found.');
    if (path === 'oauth2/v2.0/token')
      return started.refusal === undefined
        ? { body: JSON.stringify({ access_token: 'a-token', expires_in: 3600 }) }
        : { ...refused(`${started.refusal}: said with the secret of somebody. Trace ID: 1`), status: 401 };
    if (path === 'discovery/v2.0/keys') return { body: JSON.stringify({ keys: [] }) };
    return { body: JSON.stringify({ issuer: `https://login.microsoftonline.com/${first}/v2.0` }) };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started: Microsoft = {
    origin,
    reroute: JSON.stringify(Object.fromEntries(HOSTS.map((host) => [host, origin]))),
    refusal: undefined,
    directories: new Set([tenant]),
    aheadMs: 0,
    answers: new Map(),
    requests: [],
    signIns: [],
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}

function refused(description: string): { readonly status: number; readonly body: string } {
  return { status: 400, body: JSON.stringify({ error: 'invalid_request', error_description: description }) };
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}
