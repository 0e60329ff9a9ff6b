/** An HTTP server that answers as no client likes it. */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGzip } from 'node:zlib';

/** `silent`: never a byte; `drip`: a status, then a byte now and then, for ever; `flood`: a status, then more and more; `bomb`: the same, compressed. */
export type Manner = 'silent' | 'drip' | 'flood' | 'bomb';

export class BadServer {
  readonly #server: Server;
  /** Connections that are open. */
  open = 0;
  requests = 0;

  constructor(manner: Manner, status = 200) {
    this.#server = createServer((request, response) => {
      this.requests++;
      request.resume();
      MANNERS[manner](response, status);
    });
    this.#server.on('connection', (socket) => {
      this.open++;
      socket.on('error', () => undefined);
      socket.once('close', () => {
        this.open--;
        this.#server.emit('left');
      });
    });
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** Resolves when the other side has closed all its connections. */
  async left(): Promise<void> {
    while (this.open > 0) await once(this.#server, 'left');
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const CHUNK = Buffer.alloc(64 * 1024, ' ');

const MANNERS: Record<Manner, (response: ServerResponse, status: number) => void> = {
  silent: () => undefined,
  drip(response, status) {
    response.writeHead(status, { 'content-type': 'application/json' });
    const drip = setInterval(() => response.write(' '), 10);
    response.once('close', () => clearInterval(drip));
  },
  flood(response, status) {
    response.writeHead(status, { 'content-type': 'application/json' });
    pour(response, response);
  },
  bomb(response, status) {
    response.writeHead(status, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
    const gzip = createGzip();
    gzip.pipe(response);
    pour(gzip, response);
  },
};

/** As fast as it is taken, until the other side goes. */
function pour(into: NodeJS.WritableStream, response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && into.write(CHUNK));
  };
  into.on('drain', more);
  more();
}
