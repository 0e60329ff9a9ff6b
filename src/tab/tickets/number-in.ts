/** The ticket that an address names. */
import { NotFoundError } from '../../errors.ts';
import type { RouteRequest } from '../../feature.ts';
import { ticketNumber } from '../../tickets/ticket.ts';

/** Most characters quoted back of what is no ticket's name. */
const LONGEST_NAME = 40;

/** @throws NotFoundError where it names none */
export function numberIn(request: RouteRequest): number {
  const name = request.param('name');
  const number = ticketNumber(name);
  if (number === undefined) throw new NotFoundError('ticket.not-found', { asked: name.trim().slice(0, LONGEST_NAME) });
  return number;
}
