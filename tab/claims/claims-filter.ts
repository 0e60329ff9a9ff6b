/** Which claims are shown, as it stands in the address. Asked for before the script of the page has come, so it knows nothing of React. */
import type { ClaimSort, ClaimState } from '../../src/claims/claim-table.ts';
import type { ClaimsParams, OwnerParam } from '../../src/tab/claims/api.ts';
import { queryOf } from '../data/client.ts';

export type ClaimsFilter = Omit<ClaimsParams, 'from' | 'count'>;

/** Rows that are asked for at once. */
export const PAGE = 100;

/** Total by type: what the server does not know is none. */
const STATES: Readonly<Record<ClaimState, true>> = {
  'to collect': true,
  'to upload': true,
  done: true,
  outside: true,
  removed: true,
};
const SORTS: Readonly<Record<ClaimSort, true>> = { urgency: true, customer: true, claim: true };
export const STATE_NAMES = Object.keys(STATES) as readonly ClaimState[];
export const SORT_NAMES = Object.keys(SORTS) as readonly ClaimSort[];

/** What is not set of it, or is nothing that there is, is absent. */
export function claimsFilterIn(params: URLSearchParams): ClaimsFilter {
  const [text, program, workload] = ['text', 'program', 'workload'].map((name) => params.get(name) ?? '');
  const [state, sort, owner] = [params.get('state') ?? '', params.get('sort') ?? '', ownerIn(params)];
  return {
    ...(text && { text }),
    ...(owner !== undefined && { owner }),
    ...(isState(state) && { state }),
    ...(program && { program }),
    ...(workload && { workload }),
    ...(isSort(sort) && { sort }),
    ...(params.get('order') === 'down' && { order: 'down' as const }),
  };
}

/** Where the server has a page of them, from 0. */
export function claimsPath(filter: ClaimsFilter, page: number): string {
  return `claims?${queryOf({ ...filter, from: page * PAGE, count: PAGE } satisfies ClaimsParams)}`;
}

function ownerIn(params: URLSearchParams): OwnerParam | undefined {
  const owner = params.get('owner') ?? '';
  if (owner === 'mine' || owner === 'none' || owner === 'all') return owner;
  return owner.startsWith('owner:') ? (owner as OwnerParam) : undefined;
}

function isState(name: string): name is ClaimState {
  return Object.hasOwn(STATES, name);
}

function isSort(name: string): name is ClaimSort {
  return Object.hasOwn(SORTS, name);
}
