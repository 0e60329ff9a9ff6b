/**
 * How scalars stand in columns. SQLite orders NULL, numbers, text, blobs; with booleans as blobs that is MongoDB's order of
 * missing, numbers, strings, booleans, and `true` is not `1`. Text compares by its UTF-8 bytes, which is by code point.
 */
import type { Scalar } from '../port.ts';

export type Cell = string | number | Buffer | null;

const FALSE = Buffer.from([0]);
const TRUE = Buffer.from([1]);

export function toCell(value: Scalar | undefined): Cell {
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  return value;
}

export function fromCell(cell: string | number | Buffer): Scalar {
  return Buffer.isBuffer(cell) ? cell.equals(TRUE) : cell;
}

/** The SQL of the values between which all values of a type lie: from the first on, before the second. */
export function typeBounds(value: Scalar): { from?: string; before?: string } {
  switch (typeof value) {
    case 'number':
      return { before: "''" };
    case 'string':
      return { from: "''", before: "x''" };
    default:
      return { from: "x'00'" };
  }
}
