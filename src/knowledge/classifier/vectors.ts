/**
 * What words mean, as numbers: `knowledge/vectors.bin`, so that a question is understood in words that no phrase has.
 * As bytes, little-endian: the length of a JSON head, the head, then words × dimensions int8. Pure.
 */
import { OperatorError } from '../../errors.ts';

export interface WordVectors {
  readonly dimensions: number;
  /** Adds a word's vector, so many times, to `sum`. Returns false where the word has none. */
  add(word: string, times: number, sum: Float32Array): boolean;
}

interface Head {
  readonly dimensions: number;
  /** Joined by blanks. */
  readonly words: string;
  /** What 1 stands for, a dimension each. */
  readonly scales: readonly number[];
}

export function encodeVectors(vectors: ReadonlyMap<string, readonly number[]>): Uint8Array {
  const all = [...vectors.values()];
  const dimensions = all[0]?.length ?? 0;
  const scales = Array.from({ length: dimensions }, (_, d) =>
    Number((all.reduce((most, vector) => Math.max(most, Math.abs(vector[d] ?? 0)), 1e-9) / 127).toPrecision(6)),
  );
  const values = Int8Array.from(
    all.flatMap((vector) => vector.map((value, d) => Math.round(value / (scales[d] ?? 1)))),
  );
  const head = Buffer.from(JSON.stringify({ dimensions, words: [...vectors.keys()].join(' '), scales } satisfies Head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, new Uint8Array(values.buffer)]);
}

/** Throws an OperatorError where the bytes are no vectors. */
export function decodeVectors(file: Buffer): WordVectors {
  const { dimensions, words, scales, values } = read(file);
  const rows = new Map(words.split(' ').map((word, row) => [word, row]));
  if (values.length !== rows.size * dimensions) throw unreadable();
  return {
    dimensions,
    add(word, times, sum) {
      const row = rows.get(word);
      if (row === undefined) return false;
      for (let d = 0; d < dimensions; d++)
        sum[d] = (sum[d] ?? 0) + times * (scales[d] ?? 0) * (values[row * dimensions + d] ?? 0);
      return true;
    },
  };
}

function read(file: Buffer): Head & { readonly values: Int8Array } {
  try {
    const end = 4 + file.readUInt32LE(0);
    const head = JSON.parse(file.toString('utf8', 4, end)) as Head;
    return { ...head, values: new Int8Array(file.buffer, file.byteOffset + end, file.length - end) };
  } catch {
    throw unreadable();
  }
}

function unreadable(): OperatorError {
  return new OperatorError('knowledge/vectors.bin is not readable. Restore it from the repository.');
}
