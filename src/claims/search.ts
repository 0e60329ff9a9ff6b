/** Finds claims by what somebody typed: an ID, the beginning of an ID or of a customer's name, then any part of an ID, a name or a domain. */
import type { Comparison, Filter, Sort } from '../storage/port.ts';
import type { Access } from './access.ts';
import { type Claim, RANK } from './claim.ts';
import { claimKeysOf, searchText } from './normalise.ts';
import type { ClaimRepository } from './repository.ts';
import { scopesOf } from './scopes.ts';

/** Names every rank, so that the indexes by owner and by rank lead to a name. Without it the engines read all claims of an owner. */
const EACH_RANK: Filter = { rank: { $in: Object.values(RANK).filter((rank) => rank !== RANK.removed) } };
const MOST_URGENT: Sort = { rank: 1, customerKey: 1, claimKey: 1 };
/** Bytes: half of all claims hold a shorter part. One sign of Chinese or Japanese has three. */
const SHORTEST_PART = 3;
/**
 * Of a part that many claims hold, sorted by urgency all of them would be read. So it takes this many unsorted, and shows the most urgent of them.
 * Some of these hold the part in their owner's address only. Whoever types the name of their own company may therefore miss a customer
 * whose name has it in the middle.
 */
const PARTS_READ = 200;

interface ClaimQuery {
  readonly filter: Filter;
  /** Undefined: a search for a part, in no order. */
  readonly sort?: Sort;
  readonly limit: number;
}

/** Texts that begin with this one. */
export function prefixFilter(text: string): Comparison {
  return { $gte: text, $lt: `${text}\u{10FFFF}` };
}

/** Whether a text is long enough to be searched for within others. */
export function isSearchablePart(folded: string): boolean {
  return Buffer.byteLength(folded) >= SHORTEST_PART;
}

/** Claims within the person's rights, in the order of the queries that find them; of one query, a person's own before those that nobody owns. At most `limit`. */
export async function claimsLike(
  claims: ClaimRepository,
  tenantId: string,
  access: Access,
  text: string,
  limit: number,
): Promise<Claim[]> {
  const found = new Map<string, Claim>();
  for (const { filter, sort, limit: most } of queriesFor(text, limit)) {
    // Whoever typed a whole ID means that claim: the search for parts would add others.
    if (sort === undefined && [...found.values()].some((one) => claimKeysOf(text).includes(one.claimKey))) break;
    // One after the other, so that each is a range of one index.
    for (const scope of scopesOf(access, 'all')) {
      if (found.size >= limit) break;
      const some = await claims.find(tenantId, { ...scope, ...filter }, most, sort);
      const named = sort === undefined ? some.filter((one) => hasPart(one, text)).sort(byUrgency) : some;
      for (const claim of named) found.set(claim._id, claim);
    }
  }
  return [...found.values()].slice(0, limit);
}

function queriesFor(text: string, limit: number): ClaimQuery[] {
  const keys = claimKeysOf(text).filter((key) => key !== '');
  const folded = searchText([text]);
  const beginning = (key: string): ClaimQuery => ({
    filter: { claimKey: prefixFilter(key) },
    sort: { claimKey: 1 },
    limit,
  });
  return [
    ...keys.map((key): ClaimQuery => ({ filter: { claimKey: key }, sort: MOST_URGENT, limit: 1 })),
    ...keys.map(beginning),
    ...(folded === ''
      ? []
      : [{ filter: { ...EACH_RANK, customerKey: prefixFilter(folded) }, sort: MOST_URGENT, limit }]),
    ...(isSearchablePart(folded) ? [{ filter: { contains: folded }, limit: PARTS_READ }] : []),
  ];
}

/** The searchable text of the store holds the claim's name and its owner, too. Here people name a customer or an ID. */
function hasPart({ customerName, claimId, customerDomain = '' }: Claim, text: string): boolean {
  return searchText([customerName, claimId, customerDomain]).includes(searchText([text]));
}

function byUrgency(a: Claim, b: Claim): number {
  return a.rank - b.rank || compare(a.customerKey, b.customerKey) || compare(a.claimKey, b.claimKey);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
