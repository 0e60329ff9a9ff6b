/** What the leads are told together with a milestone: the claims of nobody, and the owners whom reminders do not reach or do not move. Pure. */

import { MOST_NAMED, type Owner, openClaims } from '../claims/owners.ts';
import type { OpenCounts } from '../claims/repository.ts';
import type { Nudge } from '../delivery/nudge.ts';
import type { Reach } from '../people/reach.ts';

export interface Unreached {
  /** The person's object id, or the owner's key where there is no such person. */
  readonly id: string;
  readonly name: string;
  readonly reach: Exclude<Reach, 'reachable'>;
  /** Claims with something to collect or to upload. */
  readonly open: number;
}

/** What the digest says. */
export interface Digest {
  readonly milestone: string;
  /** Open claims without an owner; `toUpload`: with nothing to collect. */
  readonly unowned: { readonly toCollect: number; readonly toUpload: number };
  /** Those with the most open claims first. */
  readonly unreached: readonly Unreached[];
  /** Named or not. */
  readonly unreachedInAll: number;
  /** Owners who were reminded at two milestones and whose claims to collect have not become fewer since. */
  readonly waiting: readonly { readonly id: string; readonly name: string; readonly open: number }[];
  readonly waitingInAll: number;
}

/** An owner has let a milestone pass when another day has come since. */
const PASSED_BEFORE_NAMED = 2;

/** The milestone of a lead's digest, beside their own reminder of the same day. */
export const digestKey = (milestone: string): string => `digest-${milestone}`;

/**
 * @param owners those with the most open claims first
 * @param waiting ids of the owners who let milestones pass (`letPass`)
 */
export function leadsDigest(
  milestone: string,
  unowned: OpenCounts,
  owners: readonly Owner[],
  waiting: ReadonlySet<string>,
): Digest {
  const unreached = owners.flatMap(({ id, name, reach, open }): Unreached[] =>
    reach === 'reachable' ? [] : [{ id, name, reach, open: openClaims(open) }],
  );
  const slow = owners
    .filter(({ id, reach }) => reach === 'reachable' && waiting.has(id))
    .map(({ id, name, open }) => ({ id, name, open: openClaims(open) }));
  return {
    milestone,
    unowned,
    unreached: unreached.slice(0, MOST_NAMED),
    unreachedInAll: unreached.length,
    waiting: slow.slice(0, MOST_NAMED),
    waitingInAll: slow.length,
  };
}

/** Nothing that a lead could do something about. */
export function isEmptyDigest({ unowned, unreachedInAll, waitingInAll }: Digest): boolean {
  return openClaims(unowned) + unreachedInAll + waitingInAll === 0;
}

/**
 * Whether somebody had a card at two milestones before `day`, and has as many claims open as at the first of the two, or more, and as
 * many to collect: whoever filed the documents has done something, though they are still to be uploaded.
 * @param sent rows of theirs in state `sent`
 */
export function letPass(sent: readonly Pick<Nudge, 'day' | 'open'>[], open: OpenCounts, day: string): boolean {
  const passed = sent.filter((row) => row.day < day).sort((a, b) => (a.day < b.day ? -1 : 1));
  const before = passed.at(-PASSED_BEFORE_NAMED)?.open;
  if (before === undefined || openClaims(open) === 0) return false;
  return openClaims(open) >= openClaims(before) && open.toCollect >= before.toCollect;
}
