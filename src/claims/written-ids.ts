/**
 * Claims by their IDs as people write them: chats and word processors make of `-` what they like, and add marks that show nothing. The
 * claim whose ID is written just so comes first. Pure.
 */
import type { Claim } from './claim.ts';
import { claimKeysOf } from './normalise.ts';

/** As many as one look-up takes. */
const MOST_KEYS = 1_000;

/** The keys to look up for these IDs; where they are too many, those that are written just so. */
export function keysOfWritten(claimIds: readonly string[]): string[] {
  const spellings = claimIds.map(claimKeysOf);
  return [...new Set([...spellings.flatMap(([key = '']) => key), ...spellings.flat()])].slice(0, MOST_KEYS);
}

/** Of these claims the one that an ID is meant to name. */
export function claimWritten<C extends Pick<Claim, 'claimKey'>>(claimId: string, among: readonly C[]): C | undefined {
  return claimKeysOf(claimId).flatMap((key) => among.find(({ claimKey }) => claimKey === key) ?? [])[0];
}
