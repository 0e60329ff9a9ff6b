/** What the leads are told together with a milestone: the claims of nobody, and the owners who cannot be reminded. Pure. */
import type { OpenClaims, Planned, Recipient } from './plan.ts';

export interface Unreached {
  /** As `Recipient`'s. */
  readonly id: string;
  readonly name: string;
  readonly reach: 'never installed' | 'blocked';
  /** Claims with something to collect or to upload. */
  readonly open: number;
}

export interface LeadsDigest {
  /** Open claims without an owner. */
  readonly unowned: OpenClaims;
  /** Those with the most open claims first, at most `MOST_NAMED`. */
  readonly unreached: readonly Unreached[];
  /** Named or not. */
  readonly unreachedInAll: number;
}

/** A card has room for so many (28 KB), and nobody reads more. */
export const MOST_NAMED = 50;

/** The digest after one more slice of plans. Holds no more people than it names. */
export function withSlice(digest: LeadsDigest, slice: readonly Planned[]): LeadsDigest {
  const more = slice.flatMap(({ recipient, plan }) =>
    plan.kind === 'never' && plan.why === 'unreachable' ? unreachedOf(recipient) : [],
  );
  if (more.length === 0) return digest;
  return {
    ...digest,
    unreached: [...digest.unreached, ...more].sort(mostOpenFirst).slice(0, MOST_NAMED),
    unreachedInAll: digest.unreachedInAll + more.length,
  };
}

function unreachedOf({ id, name, reach, open }: Recipient): Unreached[] {
  return reach === 'reachable' ? [] : [{ id, name, reach, open: open.toCollect + open.toUpload }];
}

function mostOpenFirst(a: Unreached, b: Unreached): number {
  return b.open - a.open || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}
