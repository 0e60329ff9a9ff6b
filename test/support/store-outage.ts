/** Stores that fail as they do in the field: one that takes no writes, and one that hangs, or is cut off. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

export interface StoreOutage {
  begin(): void;
  end(): void;
}

/** The embedded store takes no writes and is read as always, as on a full disk: another program holds its lock. */
export function lockedStore(dataDir: () => string): StoreOutage {
  let other: Sqlite.Database | undefined;
  return {
    begin() {
      other = new Sqlite(join(dataDir(), 'store.sqlite'));
      other.exec('BEGIN IMMEDIATE');
    },
    end() {
      other?.close();
      other = undefined;
    },
  };
}

/** Stands between the bot and a database server, and lets through what it is told to. */
export class DatabaseProxy {
  readonly #target: URL;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #hangs = false;
  #cut = false;

  /** @param uri of the server, with one host */
  constructor(uri: string) {
    this.#target = new URL(uri.replace(/^mongodb:/, 'http:'));
    this.#server = createServer((client) => this.#join(client));
  }

  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const { port } = this.#server.address() as AddressInfo;
    const uri = new URL(this.#target);
    uri.host = `127.0.0.1:${port}`;
    return uri.href.replace(/^http:/, 'mongodb:');
  }

  async stop(): Promise<void> {
    this.pass();
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Connections stay and can be made; nothing comes through until `pass`. */
  hang(): void {
    this.#hangs = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** Connections break, and none can be made until `pass`. */
  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** What was held back comes through now. */
  pass(): void {
    [this.#hangs, this.#cut] = [false, false];
    for (const socket of this.#sockets) socket.resume();
  }

  #join(client: Socket): void {
    if (this.#cut) return void client.destroy();
    const server = connect(Number(this.#target.port), this.#target.hostname);
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from);
      // Where the other side went away unnoticed, this one is not left waiting for it.
      from.on('data', (bytes) => void (to.destroyed ? from.destroy() : to.write(bytes)));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
      if (this.#hangs) from.pause();
    }
  }
}
