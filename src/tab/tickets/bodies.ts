/** Records of tickets as the page gets them. Pure. */
import type { Claim } from '../../claims/claim.ts';
import { claimWritten } from '../../claims/written-ids.ts';
import { shorten } from '../../format/shorten.ts';
import { handOver, SUPPORT_URL } from '../../tickets/hand-over.ts';
import { type Actor, offeredActions, takesFiles } from '../../tickets/rules.ts';
import type { TicketTable } from '../../tickets/table.ts';
import { type Party, type Ticket, type TicketEvent, ticketName } from '../../tickets/ticket.ts';
import { deadLetters } from '../../tickets/undelivered.ts';
import type { ClaimTicketBody } from '../claims/api.ts';
import type { PartyBody, TicketBody, TicketEventBody, TicketRow, TicketsBody } from './api.ts';

const CLAIMS_NAMED = 3;
/** Bytes of JSON. */
const ABOUT = 200;

/** @param version as it was before the tickets were read */
export function ticketsBody({ rows, ...table }: TicketTable, from: number, version: string, actor: Actor): TicketsBody {
  return { version, from, ...table, rows: rows.map((ticket) => ticketRow(ticket, actor)) };
}

export function ticketHead(ticket: Ticket): ClaimTicketBody {
  return { name: ticketName(ticket), issue: ticket.issue, state: ticket.state, changedAt: ticket.changedAt };
}

function ticketRow(ticket: Ticket, actor: Actor): TicketRow {
  const { claims, description } = ticket;
  return {
    ...ticketHead(ticket),
    ...partiesOf(ticket, actor),
    claims: claims.slice(0, CLAIMS_NAMED).map(({ claimId }) => claimId),
    claimCount: claims.length,
    ...(actor.lead && deadLetters(ticket).length > 0 && { isUndelivered: true }),
    about: shorten(description.replace(/\s+/g, ' '), ABOUT),
  };
}

/**
 * @param visible of the claims that it names, those that the person may open
 * @param undelivered where it did not arrive and why, as sentences
 */
export function ticketBody(
  ticket: Ticket,
  actor: Actor,
  visible: readonly Claim[],
  undelivered: readonly string[],
): TicketBody {
  const { topic, description, caseNumber } = ticket;
  return {
    ...ticketHead(ticket),
    ...partiesOf(ticket, actor),
    topic,
    description,
    claims: ticket.claims.map(({ claimId, customer, known }) => {
      const id = claimWritten(claimId, visible)?._id;
      return { claimId, customer, known, ...(id !== undefined && { id }) };
    }),
    files: ticket.files.map(({ sha256, name, size }) => ({ sha256, name, bytes: size })),
    takesFiles: takesFiles(ticket, actor),
    undelivered: actor.lead ? undelivered : [],
    ...(caseNumber !== undefined && { caseNumber }),
    events: ticket.history.map(eventBody).reverse(),
    offers: offeredActions(ticket, actor),
    handOver: { ...handOver(ticket), url: SUPPORT_URL },
  };
}

function partiesOf({ requester, assignee }: Ticket, actor: Actor): Pick<TicketRow, 'requester' | 'assignee'> {
  return {
    requester: partyBody(requester, actor),
    ...(assignee !== undefined && { assignee: partyBody(assignee, actor) }),
  };
}

function partyBody({ userId, name }: Party, actor: Actor): PartyBody {
  return { name, you: userId === actor.userId };
}

function eventBody({ kind, at, by, text }: TicketEvent): TicketEventBody {
  return { kind, at, ...(by !== undefined && { by: by.name }), ...(text !== undefined && { text }) };
}
