/** The HTTP server: serves the routes that are handed in, and knows nothing of what they do. Listens last, closes first. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server as RestifyServer } from 'restify';
import { OperatorError } from '../errors.ts';
import type { IncomingBytes, Route, RouteAnswer } from '../feature.ts';
import { Closing, type HttpLimits, LIMITS, RequestTimes } from './connections.ts';

/** An activity with a card's inputs is a few KB; Teams' own messages end at about 100 KB (docs/platform.md, "Limits"). */
const MAX_BODY_BYTES = 256 * 1024;
/** An activity has some ten levels. What reads it after this is recursive in places. */
const MOST_LEVELS = 64;
/** Has no body, and says nothing of the one that it stands for. */
const NOT_MODIFIED = 304;
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

export interface HttpServerOptions {
  readonly routes: readonly Route[];
  readonly log: Logger;
  readonly host: string;
  readonly port: number;
  /** Nobody is authenticated, so requests have to be addressed to this machine by its loopback names. */
  readonly localMode: boolean;
  readonly limits?: HttpLimits;
}

/** @throws OperatorError when the address cannot be had */
export async function listen(options: HttpServerOptions): Promise<HttpServer> {
  const { routes, log, host, port, localMode, limits = LIMITS } = options;
  const server = restify.createServer({ name: 'cpor-assistant' });
  // restify's own bodies would name the error and its message. Ours say no more than the status.
  server.on(
    'restifyError',
    (_request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error({ err: error }, 'a request failed');
      Object.assign(error, { toJSON: () => ({ error: errorText(status) }), toString: () => errorText(status) });
      response.status(status);
      return done();
    },
  );
  server.pre(requireAddress);
  const http = server.server as Server;
  const times = new RequestTimes(http, limits.requestWithinMs);
  for (const route of routes) serve(server, route, localMode && !route.open ? requireLoopbackName : pass, times);
  const closing = new Closing(http, limits);
  await new Promise<void>((resolve, reject) => {
    // On restify's server: it passes on the errors of Node's server, and throws where nobody listens for them there.
    server.on('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, () => resolve());
  });
  return {
    port: (http.address() as AddressInfo).port,
    close: () => closing.close((done) => server.close(done)),
  };
}

/** Serves a route behind its guard. */
function serve(server: RestifyServer, { method, path, takes, handle }: Route, guard: Guard, times: RequestTimes): void {
  const answer = async (request: Request, response: Response, body: unknown, bytes?: IncomingBytes): Promise<void> => {
    const params = request.params as Readonly<Record<string, string | undefined>>;
    send(
      response,
      await handle({
        header: (name) => request.header(name, ''),
        path: request.path(),
        param: (name) => params[name] ?? '',
        query: new URLSearchParams(request.getQuery()),
        body,
        ...(bytes && { bytes }),
      }),
    );
  };
  if (method === 'GET') {
    server.get(path, guard, async (request: Request, response: Response) => answer(request, response, undefined));
    return;
  }
  if (takes === 'bytes') {
    server.post(path, guard, requireBytes, async (request: Request, response: Response) => {
      await answer(request, response, undefined, incomingBytes(request, response, times));
    });
    return;
  }
  const bodyReader = restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES });
  server.post(path, guard, requirePlainJson, bodyReader, async (request: Request, response: Response) => {
    const body = parseJson(request.body);
    if (body === undefined) response.send(400, { error: 'the body is not JSON' });
    else if (isDeeper(body, MOST_LEVELS)) response.send(400, { error: 'the body is nested too deeply' });
    else await answer(request, response, body);
  });
}

/** Restify's own `send` would choose the form of a body by what the client says it takes. */
function send(response: Response, { status, body = '', stream, type, headers = {} }: RouteAnswer): void {
  if (stream !== undefined) {
    const length = { 'Content-Length': String(stream.bytes), ...(type !== undefined && { 'Content-Type': type }) };
    response.writeHead(status, { ...headers, ...length });
    // One that breaks off is cut off: whoever gets it sees that bytes are missing.
    pipeline(stream.from, response, () => undefined);
    return;
  }
  const isJson = typeof body === 'object' && !Buffer.isBuffer(body);
  const contentType = type ?? (isJson ? 'application/json' : undefined);
  const sent = isJson ? JSON.stringify(body) : body;
  response.sendRaw(status, sent, {
    ...headers,
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    ...(status !== NOT_MODIFIED && { 'Content-Length': String(Buffer.byteLength(sent)) }),
  });
}

type Next = (proceed?: false) => void;
type Guard = (request: Request, response: Response, next: Next) => void;

function pass(_request: Request, _response: Response, next: Next): void {
  next();
}

/** restify joins host and path where nobody catches errors, so an invalid address would end the process. */
function requireAddress(request: Request, response: Response, next: Next): void {
  const { url = '', headers } = request;
  const base = `http://${headers.host || 'localhost'}`;
  if (url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base)) {
    next();
  } else {
    response.send(400, { error: errorText(400) });
    next(false);
  }
}

/** A web page whose name was pointed at this machine (DNS rebinding) still sends its own name. */
function requireLoopbackName(request: Request, response: Response, next: Next): void {
  const name = URL.parse(`http://${request.header('host', '')}`)?.hostname ?? '';
  if (LOOPBACK_NAMES.has(name)) {
    next();
  } else {
    response.send(403, { error: 'in local mode, call this machine by a loopback name' });
    next(false);
  }
}

/**
 * A web page can post text to a local port, but not JSON without a preflight request (CORS). Compressed bodies are refused: nobody
 * sends them, the limit would count compressed bytes, and restify's reader throws on broken ones where nobody catches errors.
 */
function requirePlainJson(request: Request, response: Response, next: Next): void {
  const encoding = request.header('content-encoding', 'identity');
  if (request.contentType() === 'application/json' && encoding === 'identity') {
    next();
  } else {
    response.send(415, { error: 'send application/json, not compressed' });
    next(false);
  }
}

/** Nor what says that it is bytes and nothing else. What says nothing, restify takes for that, and a page can send it. */
function requireBytes(request: Request, response: Response, next: Next): void {
  const encoding = request.header('content-encoding', 'identity');
  if (request.header('content-type', '') === 'application/octet-stream' && encoding === 'identity') {
    next();
  } else {
    response.send(415, { error: 'send application/octet-stream, not compressed' });
    next(false);
  }
}

function incomingBytes(request: Request, response: Response, times: RequestTimes): IncomingBytes {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  // What nobody read on of comes to its end: whoever sends it listens for the answer only then.
  response.once('finish', () => request.resume());
  const length = Number(request.header('content-length', 'none'));
  return {
    ...(Number.isSafeInteger(length) && { length }),
    signal: gone.signal,
    open: () => Readable.from(chunksOf(request, times), { objectMode: false }),
  };
}

async function* chunksOf(request: Request, times: RequestTimes): AsyncGenerator<Buffer> {
  // Closed early it takes the connection along, on which the answer is to go.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    times.restart(request);
    yield chunk as Buffer;
  }
}

function parseJson(body: unknown): unknown {
  try {
    return typeof body === 'string' || Buffer.isBuffer(body) ? JSON.parse(body.toString()) : body;
  } catch {
    return undefined;
  }
}

/** Whether lists and objects lie in each other on more than so many levels. Without recursion, which a deep body would exhaust. */
function isDeeper(value: unknown, levels: number): boolean {
  let level = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
    if (level.length === 0) return false;
  }
  return true;
}

function errorText(status: number): string {
  const known: Record<number, string> = {
    400: 'bad request',
    404: 'not found',
    405: 'method not allowed',
    413: 'the body is too large',
    415: 'unsupported media type',
  };
  return known[status] ?? (status >= 500 ? 'internal error' : 'refused');
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new OperatorError(`Port ${port} is in use by another program. Stop it, or set PORT to a free one.`);
  if (error.code === 'EACCES')
    return new OperatorError(`Port ${port} may not be used by this account. Set PORT to one above 1024.`);
  if (error.code === 'EADDRNOTAVAIL')
    return new OperatorError(`HOST ${host} is not an address of this machine. Correct or remove it.`);
  return error;
}
