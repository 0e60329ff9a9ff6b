/** Tickets as a long list: whose, searched, filtered by their state, a window of it at a time, the newest first. Pure. */
import { searchText } from '../claims/normalise.ts';
import type { Filter } from '../storage/port.ts';
import { OPEN_STATES, type Ticket, type TicketState } from './ticket.ts';
import { UNDELIVERED } from './undelivered.ts';

/** `mine`: those that the person opened; `all`: all that they may see. */
export type TicketsOf = 'mine' | 'all';

export const TICKETS_OF = ['mine', 'all'] as const satisfies readonly TicketsOf[];

/** `unfinished`: something may still happen. `undelivered`, for leads: it did not reach one of its places. */
export type TicketStateFilter = TicketState | 'unfinished' | 'undelivered';

export const TICKET_STATE_FILTERS = [
  'unfinished',
  'open',
  'in progress',
  'handed over',
  'resolved',
  'withdrawn',
  'undelivered',
] as const satisfies readonly TicketStateFilter[];

/** What is undefined or empty filters nothing. */
export interface TicketTableQuery {
  /** Undefined: all that the person may see. */
  readonly of?: TicketsOf | undefined;
  /** Any part of a number, a claim ID or a customer. */
  readonly text?: string | undefined;
  readonly state?: TicketStateFilter | undefined;
  /** The window: the place of its first row, from 0, and its length. */
  readonly from: number;
  readonly count: number;
}

export interface TicketTable {
  /** None where the window lies past the end. */
  readonly rows: readonly Ticket[];
  /** Tickets in the whole of it. */
  readonly total: number;
  readonly of: TicketsOf;
  /** Whether `all` are more than their own to the person. */
  readonly seesAll: boolean;
  /** How many in all did not reach one of their places; 0 for everybody but leads. */
  readonly undelivered: number;
}

/** Beside whose they are. */
export function ticketTableFilter({ text = '', state }: TicketTableQuery): Filter {
  const folded = searchText([text.replace(/^\s*#/, '')]);
  return {
    ...(state !== undefined && stateFilter(state)),
    ...(folded !== '' && { contains: folded }),
  };
}

function stateFilter(state: TicketStateFilter): Filter {
  if (state === 'undelivered') return UNDELIVERED;
  return { state: state === 'unfinished' ? { $in: OPEN_STATES } : state };
}
