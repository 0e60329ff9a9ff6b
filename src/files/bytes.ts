/** A file, or a part of one, to read from anywhere. */
import type { FileHandle } from 'node:fs/promises';

export interface Bytes {
  readonly size: number;
  /** Fewer bytes where it ends before. */
  read(position: number, length: number): Promise<Buffer>;
}

/** Of an open file, which stays the caller's to close. */
export async function bytesOf(file: FileHandle): Promise<Bytes> {
  const { size } = await file.stat();
  return {
    size,
    async read(position, length) {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
      return buffer.subarray(0, bytesRead);
    },
  };
}

export function bytesIn(buffer: Buffer): Bytes {
  return { size: buffer.length, read: async (position, length) => buffer.subarray(position, position + length) };
}

/** From one position up to another. */
export function partOf(bytes: Bytes, start: number, end = bytes.size): Bytes {
  const size = end - start;
  return {
    size,
    read: (position, length) => bytes.read(start + position, Math.max(0, Math.min(length, size - position))),
  };
}
