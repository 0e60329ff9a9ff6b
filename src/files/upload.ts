/**
 * Writes a file to where somebody opened a place for it: an upload session of OneDrive or SharePoint, whose address needs no token
 * (docs/platform.md, trap 25).
 */
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import { connectionOptions, httpRequest, type TransferLimits } from './connection.ts';
import type { HostPolicy } from './hosts.ts';

/** Each part but the last has a multiple of 320 KiB, or the session fails at its end; 5 to 10 MiB are recommended, below 60 MiB taken. */
const PART_BYTES = 32 * 320 * 1024;
const TIMEOUT_MS = 300_000;
/** A session that was used up, cancelled or never there, or has run out. */
const CLOSED = new Set([401, 403, 404, 410]);
/** Too large for the place, or its owner's quota is used up. */
const FULL = new Set([413, 507]);

/** `timeoutMs`: by default 5 minutes. */
export interface UploadOptions extends Partial<TransferLimits> {
  /** Of the whole file. */
  readonly bytes: number;
}

/** The bytes of a file, once. */
export interface UploadSource extends AsyncIterable<Uint8Array> {
  /** A stream that nobody began to read stays open without it. */
  destroy?(): unknown;
}

/**
 * Sends `source` to `url` in parts, one after the other; it is read once, as fast as it is taken, and never held, and closed in any case. No
 * redirect is followed, since sessions have none, and nothing is sent again: whoever wants the file asks for another place. What goes wrong
 * on the way is a UserError; what `source` fails with is thrown as it is.
 */
export async function upload(
  url: string,
  policy: HostPolicy,
  source: UploadSource,
  options: UploadOptions,
): Promise<void> {
  const { bytes } = options;
  const parts = new Parts(source);
  try {
    const target = checked(url, policy);
    const connection = connectionOptions({ timeoutMs: TIMEOUT_MS, ...options });
    for (let from = 0; from < bytes; from += PART_BYTES) {
      const to = Math.min(from + PART_BYTES, bytes);
      const headers = {
        'content-length': to - from,
        'content-range': `bytes ${from}-${to - 1}/${bytes}`,
        'content-type': 'application/octet-stream',
        'user-agent': 'CPOR-Assistant',
      };
      const body = Readable.from(parts.next(to - from), { objectMode: false });
      const sent = () => httpRequest(target, policy, { method: 'PUT', headers, body }, connection);
      assertTaken(await answerOf(sent, parts), to === bytes);
    }
  } finally {
    await parts.end();
    source.destroy?.();
  }
}

function checked(url: string, policy: HostPolicy): URL {
  try {
    return policy.check(url);
  } catch (cause) {
    throw new UserError('file.upload-refused', undefined, { cause });
  }
}

/** The status of an answer, of which nothing else is read. */
async function answerOf(request: () => Promise<IncomingMessage>, parts: Parts): Promise<number> {
  try {
    const response = await request();
    response.destroy();
    const { statusCode = 0 } = response;
    if (statusCode < 300 && parts.left > 0) throw new Error('taken before it was there');
    return statusCode;
  } catch (cause) {
    if (parts.failure !== undefined) throw parts.failure;
    if (cause instanceof UserError) throw new UserError('file.upload-refused', undefined, { cause });
    throw new UserError('file.upload-failed', undefined, { cause });
  }
}

function assertTaken(status: number, isLast: boolean): void {
  if (CLOSED.has(status)) throw new UserError('file.upload-closed');
  if (FULL.has(status)) throw new UserError('file.upload-full');
  // 202 says that bytes are missing.
  if (!(isLast ? [200, 201] : [200, 201, 202]).includes(status)) throw new UserError('file.upload-failed');
}

/** Cuts a stream into parts, whose borders lie anywhere in its chunks. */
class Parts {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array();
  /** Bytes of the part that were not read yet. */
  left = 0;
  /** What the stream itself failed with. */
  failure: unknown;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  async *next(bytes: number): AsyncGenerator<Uint8Array> {
    this.left = bytes;
    while (this.left > 0) {
      if (this.#rest.length === 0) this.#rest = await this.#read();
      const chunk = this.#rest.subarray(0, this.left);
      this.#rest = this.#rest.subarray(chunk.length);
      this.left -= chunk.length;
      yield chunk;
    }
  }

  async #read(): Promise<Uint8Array> {
    try {
      const { done, value } = await this.#chunks.next();
      if (done) throw new Error('the file is shorter than its record says');
      return value;
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** The stream is read no further. */
  async end(): Promise<void> {
    await this.#chunks.return?.();
  }
}
