/** Finds claims by what somebody typed: an ID, the beginning of one or of a customer's name, then any part of what a search looks through. */
import type { Comparison, Filter, Sort } from '../storage/port.ts';
import { type Access, ownerFilter } from './access.ts';
import { type Claim, RANK } from './claim.ts';
import { claimKey, searchText } from './normalise.ts';
import type { ClaimRepository } from './repository.ts';

/** Every rank by name: the indexes by owner and by rank then lead to a name or an ID. Otherwise one owner's are looked for among all. */
const EACH_RANK: Filter = { rank: { $in: Object.values(RANK) } };
const MOST_URGENT: Sort = { rank: 1, customerKey: 1, claimKey: 1 };
/** Bytes; a shorter part would be found in half of all claims. A sign of Chinese or Japanese has three. */
const SHORTEST_PART = 3;
/**
 * A part is looked for in every claim of the scope, and asking for the most urgent ones would read them in another order than they lie
 * in (177 ms instead of 43 ms of 100,000 on the embedded engine): so many are taken as they come, and the most urgent of those shown.
 * Some hold it elsewhere only, above all in their owner's address: who types the name of their own company may miss a customer here
 * whose name has it in the middle.
 */
const PARTS_READ = 200;

interface Look {
  readonly filter: Filter;
  /** Undefined: a part, in no order. */
  readonly sort?: Sort;
  readonly limit: number;
}

/** Texts that begin with this one. */
export function beginsWith(text: string): Comparison {
  return { $gte: text, $lt: `${text}\u{10FFFF}` };
}

/** Whether a text is long enough to be looked for within others. */
export function isPart(folded: string): boolean {
  return Buffer.byteLength(folded) >= SHORTEST_PART;
}

/** Claims within the person's rights, in the order of the looks that found them; within one, a person's own before those that nobody owns. At most `limit`. */
export async function claimsLike(
  claims: ClaimRepository,
  tenantId: string,
  access: Access,
  text: string,
  limit: number,
): Promise<Claim[]> {
  const found = new Map<string, Claim>();
  for (const { filter, sort, limit: most } of looksFor(access, text, limit)) {
    // Who typed a whole ID has found it: the dear look for parts would add what they do not mean.
    if (sort === undefined && [...found.values()].some((one) => one.claimKey === claimKey(text))) break;
    for (const scope of scopesOf(access)) {
      if (found.size >= limit) break;
      const some = await claims.some(tenantId, { ...scope, ...filter }, most, sort);
      const named = sort === undefined ? some.filter((one) => holds(one, text)).sort(byUrgency) : some;
      for (const claim of named) found.set(claim._id, claim);
    }
  }
  return [...found.values()].slice(0, limit);
}

/** One after the other: each is a range of one index then. */
function scopesOf(access: Access): Filter[] {
  return access.lead ? [{}] : [ownerFilter(access, 'mine'), ownerFilter(access, 'none')];
}

function looksFor(access: Access, text: string, limit: number): Look[] {
  const [key, folded] = [claimKey(text), searchText([text])];
  const idBegins = { claimKey: beginsWith(key) };
  return [
    ...(key === ''
      ? []
      : [
          { filter: { claimKey: key }, sort: MOST_URGENT, limit: 1 },
          access.lead
            ? { filter: idBegins, sort: { claimKey: 1 } as Sort, limit }
            : { filter: { ...EACH_RANK, ...idBegins }, sort: MOST_URGENT, limit },
        ]),
    ...(folded === '' ? [] : [{ filter: { ...EACH_RANK, customerKey: beginsWith(folded) }, sort: MOST_URGENT, limit }]),
    ...(isPart(folded) ? [{ filter: { contains: folded }, limit: PARTS_READ }] : []),
  ];
}

/** A list's filter looks through names and owners as well; here it is the customer and the ID that one names. */
function holds({ customerName, claimId, customerDomain = '' }: Claim, text: string): boolean {
  return searchText([customerName, claimId, customerDomain]).includes(searchText([text]));
}

function byUrgency(a: Claim, b: Claim): number {
  return a.rank - b.rank || compare(a.customerKey, b.customerKey) || compare(a.claimKey, b.claimKey);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
