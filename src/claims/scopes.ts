/**
 * Claims of several scopes that have none in common, somebody's own and those that nobody owns say, as one list. Each scope is a range of an
 * index, sorted as it lies; asked for together, the engines read all of them to sort them.
 */
import { compareScalars } from '../storage/compare.ts';
import type { Filter, Sort } from '../storage/port.ts';
import { type Access, ownerFilter } from './access.ts';
import type { Claim } from './claim.ts';

export type Scopes = readonly Filter[];

/** The fields that lists are sorted by. */
export type ClaimOrder = Readonly<Partial<Record<'rank' | 'customerKey' | 'claimKey', 1 | -1>>>;

/** A scope with more claims is asked for together with the others. */
const MOST_MERGED = 1_000;

/** What `ownerFilter` says, each scope by itself. */
export function scopesOf(access: Access, owner: 'mine' | 'none' | 'all'): Scopes {
  if (owner !== 'all' || access.lead) return [ownerFilter(access, owner)];
  return [ownerFilter(access, 'mine'), ownerFilter(access, 'none')];
}

/** The window of all of them from `skip` on. @param find claims of one filter, sorted by `order` */
export async function windowOf(
  [first = {}, ...rest]: Scopes,
  order: ClaimOrder,
  skip: number,
  limit: number,
  find: (scope: Filter, sort: Sort, skip: number, limit: number) => Promise<Claim[]>,
): Promise<Claim[]> {
  const [second] = rest;
  if (second === undefined) return find(first, order, skip, limit);
  const some = await find(first, order, 0, Math.min(MOST_MERGED + 1, skip + limit));
  if (some.length > MOST_MERGED) return find({ $or: [first, second] }, order, skip, limit);
  // Of the second, those before the window that not even all of the first could push into it are left out.
  const left = Math.max(0, skip - some.length);
  const others = await find(second, order, left, skip - left + limit);
  const merged = [...some, ...others].sort(inOrder(order));
  return merged.slice(skip - left, skip - left + limit);
}

function inOrder(order: ClaimOrder): (a: Claim, b: Claim) => number {
  const { rank, customerKey, claimKey } = order;
  return (a, b) =>
    (rank ?? 0) * (a.rank - b.rank) ||
    (customerKey ?? 0) * compareScalars(a.customerKey, b.customerKey) ||
    (claimKey ?? 0) * compareScalars(a.claimKey, b.claimKey);
}
