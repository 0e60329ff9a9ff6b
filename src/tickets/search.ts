/** Finds tickets by what somebody typed: a number, the beginning of one, of a claim ID or a customer, then any part of these. */
import { searchText } from '../claims/normalise.ts';
import { isSearchablePart, prefixFilter } from '../claims/search.ts';
import type { Filter } from '../storage/port.ts';
import type { TicketRepository } from './repository.ts';
import { type Ticket, ticketNameBegin, ticketNumber } from './ticket.ts';

/** Those of the scope, in the order of the queries that find them, the newest first within one. At most `limit`. */
export async function ticketsLike(
  tickets: TicketRepository,
  tenantId: string,
  scope: Filter,
  text: string,
  limit: number,
): Promise<Ticket[]> {
  const found = new Map<string, Ticket>();
  for (const query of queriesFor(text)) {
    if (found.size >= limit) break;
    for (const ticket of await tickets.list(tenantId, { ...scope, ...query }, { limit })) found.set(ticket._id, ticket);
  }
  return [...found.values()].slice(0, limit);
}

function queriesFor(text: string): Filter[] {
  const [number, name, folded] = [ticketNumber(text), ticketNameBegin(text), searchText([text])];
  return [
    ...(number === undefined ? [] : [{ number }]),
    // A search key begins with the number; each claim ID and each customer begins a line.
    ...(name === undefined ? [] : [{ searchKey: prefixFilter(name) }]),
    ...(folded === '' ? [] : [{ contains: `\n${folded}` }]),
    ...(isSearchablePart(folded) ? [{ contains: folded }] : []),
  ];
}
