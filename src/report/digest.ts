/** What the leads' digest says at a milestone: claims without an owner, and owners whom reminders do not reach or did not move. Pure. */
import { MOST_NAMED, type Owner, openCountOf } from '../claims/owners.ts';
import type { OpenCounts } from '../claims/repository.ts';
import type { Nudge } from '../delivery/nudge.ts';
import { isNameKey } from '../people/owner-key.ts';
import type { Reach } from '../people/reach.ts';

export interface UnreachedOwner {
  /** The person's object id, or the owner's key where there is no such person. */
  readonly id: string;
  readonly name: string;
  /** `by name alone`: nobody said yet whom the name means. */
  readonly reach: Exclude<Reach, 'reachable'> | 'by name alone';
  /** Claims with something to collect or to upload. */
  readonly open: number;
}

/** What the digest says. */
export interface Digest {
  readonly milestone: string;
  /** Open claims without an owner; `toUpload`: with nothing to collect. */
  readonly unowned: { readonly toCollect: number; readonly toUpload: number };
  /** Those with the most open claims first. */
  readonly unreached: readonly UnreachedOwner[];
  /** Named or not. */
  readonly unreachedInAll: number;
  /** Owners whose claims have not become fewer over two reminders (`isStalled`). */
  readonly stalled: readonly { readonly id: string; readonly name: string; readonly open: number }[];
  readonly stalledInAll: number;
}

/** Reminders without effect before an owner is named. */
const REMINDERS_BEFORE_STALLED = 2;

/** The milestone of a lead's digest, beside their own reminder of the same day. */
export const digestKey = (milestone: string): string => `digest-${milestone}`;

/**
 * @param owners those with the most open claims first
 * @param stalled ids of owners (`isStalled`)
 */
export function leadsDigest(
  milestone: string,
  unowned: OpenCounts,
  owners: readonly Owner[],
  stalled: ReadonlySet<string>,
): Digest {
  const unreached = owners.flatMap(({ id, name, reach, open }): UnreachedOwner[] =>
    reach === 'reachable'
      ? []
      : [{ id, name, reach: isNameKey(id) ? 'by name alone' : reach, open: openCountOf(open) }],
  );
  const named = owners
    .filter(({ id, reach }) => reach === 'reachable' && stalled.has(id))
    .map(({ id, name, open }) => ({ id, name, open: openCountOf(open) }));
  return {
    milestone,
    unowned,
    unreached: unreached.slice(0, MOST_NAMED),
    unreachedInAll: unreached.length,
    stalled: named.slice(0, MOST_NAMED),
    stalledInAll: named.length,
  };
}

/** Whether there is nothing that a lead could do something about. */
export function isEmptyDigest({ unowned, unreachedInAll, stalledInAll }: Digest): boolean {
  return openCountOf(unowned) + unreachedInAll + stalledInAll === 0;
}

/**
 * Whether somebody got a card at two milestones before `day`, and has since the first of the two no fewer claims open, and no fewer to
 * collect. Filing documents counts as progress, though they are still to be uploaded.
 * @param sent rows of theirs in state `sent`
 */
export function isStalled(sent: readonly Pick<Nudge, 'day' | 'open'>[], open: OpenCounts, day: string): boolean {
  const passed = sent.filter((row) => row.day < day).sort((a, b) => (a.day < b.day ? -1 : 1));
  const before = passed.at(-REMINDERS_BEFORE_STALLED)?.open;
  if (before === undefined || openCountOf(open) === 0) return false;
  return openCountOf(open) >= openCountOf(before) && open.toCollect >= before.toCollect;
}
