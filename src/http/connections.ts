/** How long connections may take: for a request to come in, and at a stop. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Milliseconds of real time. */
export interface HttpLimits {
  /** For a whole request to come in. */
  readonly requestWithinMs: number;
  /** At a stop: for a request that is still coming in. Nothing was done for it yet, and whoever sent it may send it again. */
  readonly receiveWithinMs: number;
  /** At a stop: for the answers to the others; what is still open after this is cut off. */
  readonly answerWithinMs: number;
}

export const LIMITS: HttpLimits = {
  requestWithinMs: 15_000,
  receiveWithinMs: 1_000,
  // A turn is answered within 13 s (`teams/deadline.ts`).
  answerWithinMs: 14_000,
};
/** What Node itself says then. */
const TIMED_OUT = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n';
/** How soon a stopping server notices that a connection has become idle. */
const SWEEP_EVERY_MS = 50;

/**
 * How long requests may take to come in. Node's own limit holds for all of them alike, so it is for their heads alone: a file may take
 * long, as long as something of it comes.
 */
export class RequestTimes {
  readonly #timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

  /** Made before the server listens. */
  constructor(http: Server, requestWithinMs: number) {
    // Node checks its connections every 30 s only, unless it is told otherwise before it listens, and restify hands no options on.
    http.requestTimeout = 0;
    http.headersTimeout = requestWithinMs;
    Object.assign(http, { connectionsCheckingInterval: Math.ceil(requestWithinMs / 5) });
    http.on('request', (request, response) => {
      const timer = setTimeout(() => {
        if (!request.complete) timeOut(request, response);
      }, requestWithinMs);
      this.#timers.set(request, timer);
      response.once('close', () => request.complete && clearTimeout(timer));
      request.once('close', () => clearTimeout(timer));
    });
  }

  /** Something of it came: it has its time once more. */
  restart(request: IncomingMessage): void {
    this.#timers.get(request)?.refresh();
  }
}

function timeOut({ socket }: IncomingMessage, { headersSent }: ServerResponse): void {
  if (!headersSent) socket.write(TIMED_OUT);
  socket.destroySoon();
}

/** Closes a server without waiting for connections that send no request, or only a part of one. Made before the server listens. */
export class Closing {
  readonly #http: Server;
  readonly #limits: HttpLimits;
  /** Open connections, each with the request that came over it last. */
  readonly #open = new Map<Socket, IncomingMessage | undefined>();

  constructor(http: Server, limits: HttpLimits) {
    this.#http = http;
    this.#limits = limits;
    http.on('connection', (socket) => {
      this.#open.set(socket, undefined);
      socket.once('close', () => this.#open.delete(socket));
    });
    http.on('request', (request) => this.#open.set(request.socket, request));
  }

  /** @param close stops taking connections, and calls back when the last one is gone */
  close(close: (done: () => void) => void): Promise<void> {
    const { receiveWithinMs, answerWithinMs } = this.#limits;
    // Kept-alive connections would keep the server open: those that are idle, and those that become idle.
    const sweep = setInterval(() => this.#http.closeIdleConnections(), SWEEP_EVERY_MS);
    const received = setTimeout(() => this.#cut((request) => request?.complete !== true), receiveWithinMs);
    const last = setTimeout(() => this.#http.closeAllConnections(), answerWithinMs);
    const closed = new Promise<void>((resolve) => close(resolve));
    // Opened and never used, as browsers and load balancers do: Node counts them as busy for a minute.
    this.#cut((request) => request === undefined);
    return closed.finally(() => {
      clearInterval(sweep);
      clearTimeout(received);
      clearTimeout(last);
    });
  }

  #cut(which: (request: IncomingMessage | undefined) => boolean): void {
    for (const [socket, request] of this.#open) if (which(request)) socket.destroy();
  }
}
