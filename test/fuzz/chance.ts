/** Random numbers, and choices by them: the same for the same seed. */
import { seeded } from '../support/random.ts';

export interface Chance {
  /** From 0 to below 1. */
  next(): number;
  /** Whole, from 0 to below `most`. */
  below(most: number): number;
  one<T>(some: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  const next = seeded(seed);
  const below = (most: number): number => Math.floor(next() * most);
  return { next, below, one: (some) => some[below(some.length)] as (typeof some)[number] };
}
