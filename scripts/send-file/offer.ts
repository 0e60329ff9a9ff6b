/** Serves files from this machine to this machine, and knows which of them were fetched. */
import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { refusal } from '../start/ports.ts';

export interface Offered {
  readonly name: string;
  readonly url: string;
  /** True: fetched to the end. False: the reader left before it, as one does who has seen enough. */
  readonly fetched: Promise<boolean>;
}

export interface Offer {
  readonly files: readonly Offered[];
  close(): void;
}

/** @throws OperatorError when the port is taken */
export async function offerFiles(paths: readonly string[], port: number): Promise<Offer> {
  const routes = new Map<string, (response: ServerResponse) => Promise<void>>();
  const files = paths.map((path): Offered => {
    const name = basename(path);
    // Not to be guessed: other programs of this machine can ask too.
    const route = `/${randomUUID()}/${encodeURIComponent(name)}`;
    const { promise: fetched, resolve } = Promise.withResolvers<boolean>();
    routes.set(route, async (response) => {
      response.setHeader('content-type', 'application/octet-stream');
      const whole = pipeline(createReadStream(path), response);
      resolve(await whole.then(() => true).catch(() => false));
    });
    return { name, url: `http://127.0.0.1:${port}${route}`, fetched };
  });
  const server = createServer((request, response) => {
    const serve = routes.get(request.url ?? '');
    if (serve && request.method === 'GET') return void serve(response);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusal('SEND_FILE_PORT', port, error)));
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    files,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
