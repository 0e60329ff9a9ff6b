/** What of the tickets is shown stands in the address. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import type { TicketStateFilter, TicketsOf } from '../../src/tickets/table.ts';
import type { TicketsFilter } from '../data/ticket-queries.ts';

/** Total by type. */
const STATES: Readonly<Record<TicketStateFilter, true>> = {
  unfinished: true,
  open: true,
  'in progress': true,
  'handed over': true,
  resolved: true,
  withdrawn: true,
  undelivered: true,
};
export const TICKET_STATE_NAMES = Object.keys(STATES) as readonly TicketStateFilter[];
/** In place of a ticket's name: the form of a new one. */
export const NEW = 'new';

const FILTERS = ['text', 'of', 'state'] as const;

/** Each as a text; empty: not set. `claims` and `issue`: what the form of a new one begins with. */
export type TicketViewChange = Partial<Record<(typeof FILTERS)[number] | 'ticket' | 'claims' | 'issue', string>>;

export interface TicketView {
  readonly filter: TicketsFilter;
  /** The ticket that is open; `new`: the form of a new one; empty: none. */
  readonly ticket: string;
  readonly claims: string;
  readonly issue: string;
  readonly isFiltered: boolean;
  /** @param step a step that one can go back from */
  set(change: TicketViewChange, step?: boolean): void;
  clear(): void;
  /** The address that opens a ticket. */
  addressOf(ticket: string): string;
}

export function useTicketView(): TicketView {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (change: TicketViewChange, step = false) => setParams((before) => changed(before, change), { replace: !step }),
    [setParams],
  );
  return useMemo(() => {
    const [text, of, state] = FILTERS.map((name) => params.get(name) ?? '');
    const filter: TicketsFilter = {
      ...(text && { text }),
      ...(isWhose(of) && { of }),
      ...(isState(state) && { state }),
    };
    return {
      filter,
      ticket: params.get('ticket') ?? '',
      claims: params.get('claims') ?? '',
      issue: params.get('issue') ?? '',
      isFiltered: Object.keys(filter).length > 0,
      set,
      clear: () => set(Object.fromEntries(FILTERS.map((name) => [name, '']))),
      addressOf: (ticket) => `?${changed(params, { ticket })}`,
    };
  }, [params, set]);
}

function changed(params: URLSearchParams, change: TicketViewChange): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

function isWhose(name = ''): name is TicketsOf {
  return name === 'mine' || name === 'all';
}

function isState(name = ''): name is TicketStateFilter {
  return Object.hasOwn(STATES, name);
}
