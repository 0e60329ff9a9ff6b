/** All claims that somebody may see, as a long table: filtered, sorted, a window of it at a time. */
import type { Filter } from '../storage/port.ts';
import { type Access, defaultOwner, type OwnerNames } from './access.ts';
import { type Claim, RANK, type Rank } from './claim.ts';
import { searchText, workloadMark } from './normalise.ts';
import type { ClaimRepository } from './repository.ts';
import { type ClaimOrder, type Scopes, scopesOf } from './scopes.ts';

/** How a claim as a whole stands. `outside`: no campaign is about it. `removed`: a lead took it out, and leads alone see it. */
export type ClaimState = 'to collect' | 'to upload' | 'done' | 'outside' | 'removed';

export const CLAIM_STATES = [
  'to collect',
  'to upload',
  'done',
  'outside',
  'removed',
] as const satisfies readonly ClaimState[];

const RANKS = {
  'to collect': RANK.toCollect,
  'to upload': RANK.toUpload,
  done: RANK.nothingLeft,
  outside: RANK.doesNotCount,
  removed: RANK.removed,
} as const satisfies Record<ClaimState, Rank>;

/** Most urgent first, by customer, by claim ID. As indexes have them. */
const SORTS = {
  urgency: ['rank', 'customerKey', 'claimKey'],
  customer: ['customerKey', 'claimKey'],
  claim: ['claimKey'],
} as const;

export type ClaimSort = keyof typeof SORTS;
export const CLAIM_SORTS = Object.keys(SORTS) as readonly ClaimSort[];

/** `mine`: the person's own; `none`: those without an owner; `all`: all that they may see; else whoever has this owner key. */
export type ClaimsOf = 'mine' | 'none' | 'all' | { readonly key: string };

/** What is undefined or empty filters nothing. */
export interface ClaimTableQuery {
  /** Undefined: as lists show when nobody says (`defaultOwner`). */
  readonly of?: ClaimsOf | undefined;
  readonly text?: string | undefined;
  readonly program?: string | undefined;
  /** A workload's key. */
  readonly workload?: string | undefined;
  readonly state?: ClaimState | undefined;
  readonly sort: ClaimSort;
  readonly descending: boolean;
  /** The window: the place of its first row, from 0, and its length. */
  readonly from: number;
  readonly count: number;
}

export interface ClaimTable {
  /** None where the window lies past the end. */
  readonly rows: readonly Claim[];
  /** Claims in the whole of it. */
  readonly total: number;
  /** Whose they are. */
  readonly of: ClaimsOf;
  readonly access: Access;
  readonly names: OwnerNames;
}

/** How a claim stands. */
export function claimState({ rank }: Pick<Claim, 'rank'>): ClaimState {
  return CLAIM_STATES.find((state) => RANKS[state] === rank) ?? 'outside';
}

/** Within these rights. */
export async function claimTable(
  claims: ClaimRepository,
  tenantId: string,
  access: Access,
  { of = defaultOwner(access), state, sort, descending, from, count, ...query }: ClaimTableQuery,
): Promise<Pick<ClaimTable, 'rows' | 'total' | 'of'>> {
  const text = searchText([query.text ?? '']);
  const counted: Filter = {
    // Named always, so that the indexes that have it lead to the rest.
    rank: state === undefined ? { $lt: RANK.removed } : RANKS[state],
    ...(query.program && { program: query.program }),
    ...(text !== '' && { contains: text }),
  };
  // Of its own, since a filter looks for one text only.
  const filter: Filter = { ...counted, ...(query.workload && { $or: [{ contains: workloadMark(query.workload) }] }) };
  const scopes = scopesFor(access, state === 'removed' && !access.lead ? NOBODYS : of);
  const order = (backwards: boolean): ClaimOrder =>
    Object.fromEntries(SORTS[sort].map((field) => [field, descending === backwards ? 1 : -1]));
  const counting =
    query.workload && text === ''
      ? claims.countWithWorkload(tenantId, counted, scopes, query.workload, 'any')
      : claims.count(tenantId, filter, scopes);
  const find = (backwards: boolean, skip: number, limit: number): Promise<Claim[]> =>
    claims.window(tenantId, filter, scopes, order(backwards), skip, limit);
  // The beginning is asked for most, and waits for no count.
  if (from === 0) {
    const [total, rows] = await Promise.all([counting, find(false, 0, count)]);
    return { rows, total, of };
  }
  const total = await counting;
  const length = Math.min(count, total - from);
  if (length <= 0) return { rows: [], total, of };
  if (from <= total / 2) return { rows: await find(false, from, length), total, of };
  // The engines read what they skip: from the end there is less of it.
  const reversed = await find(true, total - from - length, length);
  return { rows: reversed.reverse(), total, of };
}

/** What nobody has the key of. */
const NOBODYS = { key: '' } as const;

/** Of a key that is neither theirs nor a lead's to see nothing is shown, as of one that nobody has. */
function scopesFor(access: Access, of: ClaimsOf): Scopes {
  if (typeof of === 'string') return scopesOf(access, of);
  return [access.lead || access.keys.includes(of.key) ? { 'owner.key': of.key } : { 'owner.key': { $in: [] } }];
}
