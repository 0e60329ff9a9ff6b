/** What both vaults do to the bytes on their way in. */
import { createHash } from 'node:crypto';
import { FileTooLargeError } from '../errors.ts';
import type { StoredFile } from './port.ts';

/** Hashes and counts a stream that goes through it. */
export class Measured {
  readonly #maxBytes: number;
  readonly #hash = createHash('sha256');
  #size = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws FileTooLargeError at the first chunk that goes over */
  async *through(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.#size += chunk.byteLength;
      if (this.#size > this.#maxBytes) throw new FileTooLargeError(this.#maxBytes);
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** Once, after the end. */
  result(): StoredFile {
    return { sha256: this.#hash.digest('hex'), size: this.#size };
  }
}

/** Hashes come back from cards and links; anything else could lead elsewhere. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
