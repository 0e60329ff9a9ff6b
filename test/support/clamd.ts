/** A stand-in for clamd: takes INSTREAM and answers as it is told to. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export interface Clamd {
  readonly host: string;
  readonly port: number;
  /** Bytes of each file that it got whole. */
  readonly scanned: Buffer[];
  /** What it answers; undefined: by whether the file holds `VIRUS`. `silent`: nothing. `hang up`: it closes. `drip`: a byte now and then, without an end. */
  answer: string | 'silent' | 'hang up' | 'drip' | undefined;
  /** Takes no connections any more, until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startClamd(): Promise<Clamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    let received = Buffer.alloc(0);
    if (clamd.answer === 'hang up') return socket.destroy();
    socket.on('data', (bytes) => {
      received = Buffer.concat([received, bytes]);
      if (received.equals(PING)) return socket.end('PONG\0');
      const file = fileIn(received);
      if (file === undefined) return;
      clamd.scanned.push(file);
      if (clamd.answer === 'silent') return;
      if (clamd.answer === 'drip') {
        const dripping = setInterval(() => socket.write('s'), 20);
        socket.on('close', () => clearInterval(dripping));
        return;
      }
      socket.end(`${clamd.answer ?? (file.includes('VIRUS') ? 'stream: Own.Virus FOUND' : 'stream: OK')}\0`);
    });
    return undefined;
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as { port: number };
  const clamd: Clamd = {
    host: '127.0.0.1',
    port,
    scanned: [],
    answer: undefined,
    start: () => listen(port),
    async stop() {
      for (const socket of sockets) socket.destroy();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
  return clamd;
}

const PING = Buffer.from('zPING\0');
const COMMAND = 'zINSTREAM\0';

/** The file, once all of its chunks are there. */
function fileIn(received: Buffer): Buffer | undefined {
  if (received.toString('latin1', 0, COMMAND.length) !== COMMAND) return undefined;
  const chunks: Buffer[] = [];
  for (let at = COMMAND.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
