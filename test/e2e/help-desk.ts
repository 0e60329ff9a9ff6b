/** A help-desk system that tickets go to by webhook: it checks signatures, keeps what it took by its key, and fails as told. */
import { createHmac } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const SECRET = 'a secret of two systems';

/** How it meets a request. `deaf` takes it in and never answers, `cut` takes it in and cuts the connection, `reset` only cuts it. */
export type Mood =
  | 'well'
  | 'deaf'
  | 'cut'
  | 'reset'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** One request as it came. */
export interface Arrival {
  readonly key: string;
  /** "T-1001" */
  readonly ticket: string;
  readonly body: string;
  readonly signed: boolean;
  /** Unix seconds, as it says. */
  readonly timestamp: number;
  readonly mood: Mood;
}

export class HelpDesk {
  /** All requests, in order. */
  readonly arrivals: Arrival[] = [];
  /** What it took in, by key: how often. A system that keeps the keys does the work once for each. */
  readonly taken = new Map<string, number>();
  /** Chosen anew for each request on a ticket. */
  mood: (ticket: string) => Mood = () => 'well';
  readonly #news = new EventEmitter();
  /** An idle connection stays open: else one would be closed now and then in the moment in which the bot takes it. */
  readonly #server: Server = createServer(
    { keepAliveTimeout: 0 },
    (request, response) => void this.#meet(request, response),
  );

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Waits for requests to come that make it hold. @throws Error after 10 s */
  async until(holds: () => boolean): Promise<void> {
    const signal = AbortSignal.timeout(10_000);
    while (!holds()) await once(this.#news, 'request', { signal });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/tickets?token=1`;
  }

  async #meet(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const key = String(request.headers['idempotency-key']);
    const stamp = String(request.headers['x-cpor-timestamp']);
    const signature = createHmac('sha256', SECRET).update(`${stamp}.${body}`).digest('hex');
    const ticket = (JSON.parse(body) as { ticket: { number: string } }).ticket.number;
    const mood = this.mood(ticket);
    this.arrivals.push({
      key,
      ticket,
      body,
      signed: request.headers['x-cpor-signature'] === `v1=${signature}`,
      timestamp: Number(stamp),
      mood,
    });
    this.#news.emit('request');
    if (mood === 'reset') return void request.socket.resetAndDestroy();
    if (typeof mood === 'string') this.taken.set(key, (this.taken.get(key) ?? 0) + 1);
    if (mood === 'cut') return void request.socket.resetAndDestroy();
    if (mood === 'deaf') return;
    const { status, headers } = mood === 'well' ? { status: 202, headers: {} } : mood;
    for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
    response.writeHead(status);
    response.end();
  }
}
