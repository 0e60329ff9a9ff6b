/**
 * Asks clamd, the daemon of ClamAV, about the bytes of a file (its protocol: `man clamd`, INSTREAM). Whatever goes wrong with it is a result: nothing
 * throws but what the file system throws.
 */
import { createReadStream } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { SECOND_MS } from '../time/units.ts';
import { within } from '../time/within.ts';

export interface ClamdAddress {
  readonly host: string;
  readonly port: number;
}

export type ScanResult =
  | { readonly kind: 'clean' }
  /** `name`: what clamd calls it. */
  | { readonly kind: 'infected'; readonly name: string }
  /** It takes no file of this size. */
  | { readonly kind: 'too large' }
  /** It cannot be asked now. `reason`: for the log. */
  | { readonly kind: 'away'; readonly reason: string };

/** For the whole of it: clamd itself gives up on a file after two minutes. */
const SCAN_MS = 150 * SECOND_MS;
const CHUNK_BYTES = 64 * 1024;
const LENGTH_BYTES = 4;
/** Its answers are one short line. */
const MOST_ANSWER_BYTES = 4_096;
const MOST_NAME = 100;
const FOUND = /^stream: (.+) FOUND$/;

/** @param withinMs for the whole of it */
export async function scanFile(path: string, address: ClamdAddress, withinMs = SCAN_MS): Promise<ScanResult> {
  try {
    return await within(withinMs, (signal) => scan(path, address, signal));
  } catch (error) {
    const { syscall, path: failed, message } = error as NodeJS.ErrnoException;
    // Our own disk is not clamd's matter.
    if (syscall !== undefined && failed === path) throw error;
    return { kind: 'away', reason: message };
  }
}

/**
 * Of a file that is too large for it clamd says so and closes the connection at once, and the answer may be lost with what was still on
 * its way there: where it closes in the middle of a file and is well, that was the reason.
 */
async function scan(path: string, address: ClamdAddress, signal: AbortSignal): Promise<ScanResult> {
  let left = false;
  try {
    return resultOf(
      await ask(address, signal, async (socket) => {
        left = true;
        await send(path, socket);
        left = false;
      }),
    );
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!left || !CLOSED.has(code) || (await ask(address, signal, ping)) !== 'PONG') throw error;
    return { kind: 'too large' };
  }
}

const CLOSED = new Set(['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Why it cannot be asked now; undefined: it can. */
export async function pingClamd(address: ClamdAddress, signal: AbortSignal): Promise<string | undefined> {
  try {
    const answer = await ask(address, signal, ping);
    return answer === 'PONG' ? undefined : 'an answer that is none';
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return signal.aborted ? 'no answer in time' : (code ?? message);
  }
}

async function ping(socket: Socket): Promise<void> {
  socket.write('zPING\0');
}

function resultOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return { kind: 'clean' };
  const [, name] = FOUND.exec(answer) ?? [];
  if (name !== undefined)
    return { kind: 'infected', name: name.replace(/\P{ASCII}|[^\w.:-]/gu, '').slice(0, MOST_NAME) };
  if (/size limit exceeded/i.test(answer)) return { kind: 'too large' };
  return { kind: 'away', reason: `an answer that is none: ${answer.slice(0, MOST_NAME)}` };
}

/** What it answers to what `speak` says. */
async function ask(
  address: ClamdAddress,
  signal: AbortSignal,
  speak: (socket: Socket) => Promise<void>,
): Promise<string> {
  const socket = connect(address);
  const end = (): unknown => socket.destroy();
  signal.addEventListener('abort', end, { once: true });
  try {
    const answer = answerOf(socket);
    // It may answer before it has heard all.
    return await Promise.race([answer, speak(socket).then(() => answer)]);
  } finally {
    signal.removeEventListener('abort', end);
    socket.destroy();
  }
}

async function send(path: string, socket: Socket): Promise<void> {
  const write = async (bytes: Buffer): Promise<void> => {
    if (!socket.write(bytes)) await drained(socket);
  };
  await write(Buffer.from('zINSTREAM\0'));
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(chunk.length);
    await write(length);
    await write(chunk);
  }
  await write(Buffer.alloc(LENGTH_BYTES));
}

function drained(socket: Socket): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  socket.once('drain', resolve);
  socket.once('error', reject);
  socket.once('close', () => reject(closedEarly()));
  return promise;
}

/** Up to the zero byte that ends it. */
async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  socket.on('data', (bytes: Buffer) => {
    answer += bytes.toString('latin1');
    const end = answer.indexOf('\0');
    if (end !== -1) resolve(answer.slice(0, end));
    else if (answer.length > MOST_ANSWER_BYTES) reject(new Error('an answer without an end'));
  });
  finished(socket, { writable: false }).then(() => reject(closedEarly()), reject);
  return promise;
}

function closedEarly(): Error {
  return Object.assign(new Error('clamd closed the connection'), { code: 'ECONNRESET' });
}
