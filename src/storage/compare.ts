/** The order of scalars that both engines keep: numbers, strings by code point, booleans. */
import type { Scalar } from './port.ts';

const RANK = { number: 0, string: 1, boolean: 2 } as const;

/** Negative when `a` comes first. */
export function compareScalars(a: Scalar, b: Scalar): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const types = rank(a) - rank(b);
  return types === 0 ? Number(a) - Number(b) : types;
}

/** Only scalars of one type are less or greater than each other. */
export function sameType(a: Scalar, b: Scalar): boolean {
  return typeof a === typeof b;
}

function rank(value: Scalar): number {
  return RANK[typeof value as keyof typeof RANK];
}

/** UTF-8 sorts by code point; JavaScript's own order puts surrogate pairs before U+E000..U+FFFF. Both strings are well-formed. */
function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = weight(a.charCodeAt(index)) - weight(b.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function weight(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
