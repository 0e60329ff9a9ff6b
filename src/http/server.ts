/** The HTTP server: serves the routes that are handed in, and knows nothing of what they do. Listens last, closes first. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server as RestifyServer } from 'restify';
import { OperatorError } from '../errors.ts';
import type { IncomingBytes, Route, RouteAnswer, ServerRefusals } from '../feature.ts';
import { Closing, type HttpLimits, LIMITS, RequestTimes } from './connections.ts';
import {
  errorText,
  type Guard,
  pass,
  type Refuse,
  requireAddress,
  requireBytes,
  requireLoopbackName,
  requirePlainJson,
} from './guards.ts';

/** An activity with a card's inputs is a few KB; Teams' own messages end at about 100 KB (docs/platform.md, "Limits"). */
const MAX_BODY_BYTES = 256 * 1024;
/** An activity has some ten levels. What reads it after this is recursive in places. */
const MOST_LEVELS = 64;
/** Characters. Longer texts are turned into bytes once; Node would do it to measure them, and once more to send them. */
const SHORT_TEXT = 1_000;
/** Has no body, and says nothing of the one that it stands for. */
const NOT_MODIFIED = 304;

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

export interface HttpServerOptions {
  readonly routes: readonly Route[];
  /** Of what is refused elsewhere no more is said than the status, or a few words for whoever wrote the client. */
  readonly refusals?: readonly ServerRefusals[];
  readonly log: Logger;
  readonly host: string;
  readonly port: number;
  /** Nobody is authenticated, so requests have to be addressed to this machine by its loopback names. */
  readonly localMode: boolean;
  readonly limits?: HttpLimits;
}

/** @throws OperatorError when the address cannot be had */
export async function listen(options: HttpServerOptions): Promise<HttpServer> {
  const { routes, refusals = [], log, host, port, localMode, limits = LIMITS } = options;
  const refuse = refuser(refusals);
  const server = restify.createServer({ name: 'cpor-assistant' });
  // restify's own bodies would name the error and its message. It sends none where there is one already.
  server.on(
    'restifyError',
    (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error({ err: error }, 'a request failed');
      refuse(request, response, status);
      return done();
    },
  );
  server.pre(requireAddress);
  const http = server.server as Server;
  const times = new RequestTimes(http, limits.requestWithinMs);
  for (const route of routes)
    serve(server, route, { guard: localMode && !route.open ? requireLoopbackName(refuse) : pass, refuse, times });
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

/** Says no in the words of whoever is at home there. @param words for whoever wrote the client, elsewhere */
function refuser(refusals: readonly ServerRefusals[]): Refuse {
  return (request, response, status, words = errorText(status)) => {
    const header = (name: string): string => request.header(name, '');
    const own = refusals.find(({ below }) => request.path().startsWith(below));
    send(response, own?.answer(status, { header }) ?? { status, body: { error: words } });
  };
}

interface Serving {
  readonly guard: Guard;
  readonly refuse: Refuse;
  readonly times: RequestTimes;
}

/** Serves a route behind its guard. */
function serve(server: RestifyServer, { method, path, takes, handle }: Route, { guard, refuse, times }: Serving): void {
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
    server.post(path, guard, requireBytes(refuse), async (request: Request, response: Response) => {
      await answer(request, response, undefined, incomingBytes(request, response, times));
    });
    return;
  }
  const bodyReader = restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES });
  server.post(path, guard, requirePlainJson(refuse), bodyReader, async (request: Request, response: Response) => {
    const body = parseJson(request.body);
    if (body === undefined) refuse(request, response, 400, 'the body is not JSON');
    else if (isDeeper(body, MOST_LEVELS)) refuse(request, response, 400, 'the body is nested too deeply');
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
  const text = isJson ? JSON.stringify(body) : body;
  const sent = typeof text === 'string' && text.length > SHORT_TEXT ? Buffer.from(text) : text;
  response.sendRaw(status, sent, {
    ...headers,
    ...(contentType !== undefined && { 'Content-Type': contentType }),
    ...(status !== NOT_MODIFIED && { 'Content-Length': String(Buffer.byteLength(sent)) }),
  });
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

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new OperatorError(`Port ${port} is in use by another program. Stop it, or set PORT to a free one.`);
  if (error.code === 'EACCES')
    return new OperatorError(`Port ${port} may not be used by this account. Set PORT to one above 1024.`);
  if (error.code === 'EADDRNOTAVAIL')
    return new OperatorError(`HOST ${host} is not an address of this machine. Correct or remove it.`);
  return error;
}
