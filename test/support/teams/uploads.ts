/**
 * Upload sessions of OneDrive, as a consent to a file opens one: parts with their ranges, in order, each but the last of a multiple of 320 KiB
 * and less than 60 MiB, the same size of the whole in all of them, and no token. Once it has the whole file it is closed.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const UNIT = 320 * 1024;
const MOST_OF_A_PART = 60 * 1024 * 1024;

interface Session {
  readonly name: string;
  readonly parts: Buffer[];
  total: number | undefined;
  isClosed: boolean;
}

export class Uploads {
  readonly #sessions = new Map<string, Session>();

  /** Returns the path to send the file to. */
  open(name: string): string {
    const id = randomUUID();
    this.#sessions.set(id, { name, parts: [], total: undefined, isClosed: false });
    return `/uploads/${id}/${encodeURIComponent(name)}?guid=${id}&overwrite=true`;
  }

  /** The files that are there whole, by name, the newest last. */
  saved(name: string): Buffer[] {
    const whole = [...this.#sessions.values()].filter((session) => session.isClosed && session.name === name);
    return whole.map(({ parts }) => Buffer.concat(parts));
  }

  answer(id: string, method: string, headers: IncomingHttpHeaders, bytes: Buffer): { status: number; body: unknown } {
    const session = this.#sessions.get(id);
    if (session === undefined || session.isClosed) return refused(404, 'itemNotFound');
    if (headers.authorization !== undefined) return refused(401, 'unauthenticated');
    if (method !== 'PUT') return refused(405, 'notSupported');
    const [, first = '', last = '', total = ''] =
      /^bytes (\d+)-(\d+)\/(\d+)$/.exec(headers['content-range'] ?? '') ?? [];
    const [from, to, whole] = [first, last, total].map(Number) as [number, number, number];
    const there = session.parts.reduce((sum, part) => sum + part.length, 0);
    const isLast = to === whole - 1;
    const isRange = first !== '' && to >= from && to < whole && bytes.length === to - from + 1;
    if (!isRange || bytes.length >= MOST_OF_A_PART || (!isLast && bytes.length % UNIT !== 0))
      return refused(400, 'invalidRange');
    if (from !== there || (session.total ?? whole) !== whole) return refused(416, 'invalidRange');
    session.total = whole;
    session.parts.push(bytes);
    if (!isLast) return { status: 202, body: { nextExpectedRanges: [`${to + 1}-`] } };
    session.isClosed = true;
    return { status: 201, body: { id, name: session.name, size: whole, file: {} } };
  }
}

function refused(status: number, code: string): { status: number; body: unknown } {
  return { status, body: { error: { code, message: code } } };
}
