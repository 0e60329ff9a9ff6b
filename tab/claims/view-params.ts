/** What of the table is shown stands in the address: it can be kept, sent and gone back to. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { ClaimSort, ClaimState } from '../../src/claims/claim-table.ts';
import type { OwnerParam } from '../../src/tab/api.ts';
import type { ClaimsFilter } from '../data/queries.ts';

/** Total by type: what the server does not know is none. */
const STATES: Readonly<Record<ClaimState, true>> = { 'to collect': true, 'to upload': true, done: true, outside: true };
const SORTS: Readonly<Record<ClaimSort, true>> = { urgency: true, customer: true, claim: true };
export const STATE_NAMES = Object.keys(STATES) as readonly ClaimState[];
export const SORT_NAMES = Object.keys(SORTS) as readonly ClaimSort[];

const FILTERS = ['text', 'owner', 'state', 'program', 'workload'] as const;

/** What can be set, each as a text; empty: not set. */
export type ViewChange = Partial<Record<(typeof FILTERS)[number] | 'sort' | 'order' | 'claim', string>>;

export interface View {
  readonly filter: ClaimsFilter;
  /** The record that is open; empty: none. */
  readonly claim: string;
  /** How many filters are set beside the text. */
  readonly filterCount: number;
  readonly isFiltered: boolean;
}

export interface ViewControl extends View {
  /** @param step a step that one can go back from */
  set(change: ViewChange, step?: boolean): void;
  clear(): void;
}

export function useView(): ViewControl {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(params), [params]);
  const set = useCallback(
    (change: ViewChange, step = false) => setParams((before) => changed(before, change), { replace: !step }),
    [setParams],
  );
  const clear = useCallback(() => set(Object.fromEntries(FILTERS.map((name) => [name, '']))), [set]);
  return { ...view, set, clear };
}

/** The address that opens a claim. */
export function addressOfClaim(params: URLSearchParams, claim: string): string {
  return `?${changed(params, { claim })}`;
}

function changed(params: URLSearchParams, change: ViewChange): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

function viewOf(params: URLSearchParams): View {
  const text = params.get('text') ?? '';
  const [state, sort] = [params.get('state') ?? '', params.get('sort') ?? ''];
  const [owner, program, workload] = [ownerIn(params), params.get('program') ?? '', params.get('workload') ?? ''];
  const filter: ClaimsFilter = {
    ...(text !== '' && { text }),
    ...(owner !== undefined && { owner }),
    ...(isState(state) && { state }),
    ...(program !== '' && { program }),
    ...(workload !== '' && { workload }),
    ...(isSort(sort) && { sort }),
    ...(params.get('order') === 'down' && { order: 'down' as const }),
  };
  const { owner: of, state: how, program: which, workload: what } = filter;
  const filterCount = [of, how, which, what].filter((value) => value !== undefined).length;
  return { filter, claim: params.get('claim') ?? '', filterCount, isFiltered: filterCount > 0 || text !== '' };
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
