/** What of the table is shown stands in the address: it can be kept, sent and gone back to. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { type ClaimsFilter, claimsFilterIn } from './claims-filter.ts';

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
  const filter = claimsFilterIn(params);
  const { owner, state, program, workload, text } = filter;
  const filterCount = [owner, state, program, workload].filter((value) => value !== undefined).length;
  return { filter, claim: params.get('claim') ?? '', filterCount, isFiltered: filterCount > 0 || text !== undefined };
}
