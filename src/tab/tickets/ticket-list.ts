/** Tickets as a list to take along, within the same rights and filters as their table, whole. */
import type { Person } from '../../people/person.ts';
import type { TicketService } from '../../tickets/service.ts';
import type { TicketTableQuery } from '../../tickets/table.ts';
import { type IssueKey, type Ticket, type TicketState, ticketName } from '../../tickets/ticket.ts';
import { localDay } from '../../time/local-day.ts';
import { inWindows, type ListColumns, type ListRows, type ListWords, listOf } from '../list-file/list-file.ts';

type Name =
  | 'ticket'
  | 'issue'
  | 'state'
  | 'about'
  | 'claims'
  | 'requester'
  | 'assignee'
  | 'caseNumber'
  | 'opened'
  | 'changed';

export interface TicketListWords extends ListWords<Name> {
  readonly states: Readonly<Record<TicketState, string>>;
  readonly issues: Readonly<Record<IssueKey, string>>;
}

export interface TicketListOptions {
  readonly tickets: TicketService;
  readonly words: TicketListWords;
  /** IANA: of the person, or of those without one. */
  readonly timeZone: string;
}

/** @param query of its window nothing is read */
export function ticketList(
  options: TicketListOptions,
  person: Person,
  query: TicketTableQuery,
  atDesk: boolean,
): ListRows {
  const windows = inWindows((from, count) => options.tickets.table(person, { ...query, from, count }, atDesk));
  return listOf(columnsOf(options), options.words, windows);
}

function columnsOf({ words, timeZone }: TicketListOptions): ListColumns<Ticket, Name> {
  const dayOf = (at: string | undefined) => (at === undefined ? '' : { day: localDay(new Date(at), timeZone) });
  return {
    ticket: { width: 10, cell: ticketName },
    issue: { width: 20, cell: ({ issue }) => words.issues[issue] },
    state: { width: 16, cell: ({ state }) => words.states[state] },
    about: { width: 48, cell: ({ description }) => description },
    claims: { width: 24, cell: ({ claims }) => claims.map(({ claimId }) => claimId).join(', ') },
    requester: { width: 24, cell: ({ requester }) => requester.name },
    assignee: { width: 24, cell: ({ assignee }) => assignee?.name ?? '' },
    caseNumber: { width: 16, cell: ({ caseNumber = '' }) => caseNumber },
    opened: { width: 12, cell: ({ history }) => dayOf(history.find(({ kind }) => kind === 'opened')?.at) },
    changed: { width: 12, cell: ({ changedAt }) => dayOf(changedAt) },
  };
}
