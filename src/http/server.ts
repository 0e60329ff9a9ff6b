/** The HTTP door: messages and health. Listens last, closes first. */
import type { Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Logger } from 'pino';
import restify, { type Request, type Response } from 'restify';
import { OperatorError } from '../errors.ts';
import type { DocStore } from '../storage/port.ts';
import type { TeamsBot } from '../teams/bot.ts';

/** An activity with a card's inputs is a few KB; Teams' own messages end at about 100 KB (PLATFORM). */
const MAX_BODY_BYTES = 256 * 1024;
/** For a whole request to come in. */
const REQUEST_WITHIN_MS = 15_000;
/** A turn is answered within 10 s; what is still open after this at a stop is cut off. */
const CLOSE_WITHIN_MS = 12_000;
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
/** How soon a stopping server notices that a connection has become idle. */
const SWEEP_EVERY_MS = 50;

export interface HttpServer {
  readonly port: number;
  /** Takes no new requests; resolves when those under way are answered. */
  close(): Promise<void>;
}

export interface HttpServerParts {
  readonly bot: TeamsBot;
  readonly store: DocStore;
  readonly log: Logger;
  readonly host: string;
  readonly port: number;
  /** Nobody is authenticated: then requests have to be addressed to this machine by its loopback names. */
  readonly localMode: boolean;
}

/** @throws OperatorError when the address cannot be had */
export async function listen({ bot, store, log, host, port, localMode }: HttpServerParts): Promise<HttpServer> {
  const server = restify.createServer({ name: 'cpor-assistant' });
  // restify's own bodies would name the error and its message; ours say what the status says.
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
  server.get('/healthz', async (_request: Request, response: Response) => void response.send(200, { status: 'ok' }));
  server.get('/readyz', async (_request: Request, response: Response) => {
    try {
      await store.check();
      response.send(200, { status: 'ready', store: store.engine });
    } catch (error) {
      log.warn({ err: error }, 'not ready');
      response.send(503, { status: 'not ready', store: store.engine });
    }
  });
  server.post(
    '/api/messages',
    localMode ? requireLoopbackName : pass,
    requirePlainJson,
    restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES }),
    async (request: Request, response: Response) => {
      const body = parseJson(request.body);
      if (body === undefined) return void response.send(400, { error: 'the body is not JSON' });
      const answer = await bot.receive(request.header('authorization', ''), body);
      response.send(answer.status, answer.body ?? {});
    },
  );
  await new Promise<void>((resolve, reject) => {
    // At restify's server: it hands on the errors of Node's, and throws where nobody listens for them at its own.
    server.on('error', (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, () => resolve());
  });
  const http = server.server as Server;
  http.requestTimeout = REQUEST_WITHIN_MS;
  const silent = silentConnections(http);
  return {
    port: (http.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        // Kept-alive connections would hold the door open: the idle ones, those that turn idle, and those that never asked anything.
        const sweep = setInterval(() => http.closeIdleConnections(), SWEEP_EVERY_MS);
        const last = setTimeout(() => http.closeAllConnections(), CLOSE_WITHIN_MS);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(last);
          resolve();
        });
        for (const socket of silent) socket.destroy();
      }),
  };
}

/** Connections that were opened and never used, as browsers and load balancers do; Node counts them as busy for a minute. */
function silentConnections(server: Server): ReadonlySet<Socket> {
  const silent = new Set<Socket>();
  server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  server.on('request', ({ socket }) => silent.delete(socket));
  return silent;
}

type Next = (proceed?: false) => void;

function pass(_request: Request, _response: Response, next: Next): void {
  next();
}

/** A page whose name was pointed at this machine (DNS rebinding) still says its own name. */
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
 * A page in somebody's browser can post text to a local port, but not JSON without asking first (CORS). Compressed bodies are refused:
 * nobody sends them, the limit would count compressed bytes, and restify's reader throws on broken ones where nobody catches.
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

function parseJson(body: unknown): unknown {
  try {
    return typeof body === 'string' || Buffer.isBuffer(body) ? JSON.parse(body.toString()) : body;
  } catch {
    return undefined;
  }
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
