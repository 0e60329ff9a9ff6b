/** Dead letters: which places a ticket did not reach, and sending it there again. */
import type { Filter } from '../storage/port.ts';
import type { TicketOutcome, TicketRepository } from './repository.ts';
import { type DeadLetterCode, type DeliveryState, leaseOf, PLACES, type Place, type Ticket } from './ticket.ts';

/** Tickets that some place did not get. An index answers this comparison in both engines. */
export const UNDELIVERED: Filter = { $or: PLACES.map((place) => ({ [`legs.${place}.dead`]: { $gt: '' } })) };

export interface DeadLetter extends Pick<DeliveryState, 'lastAttempt'> {
  readonly place: Place;
  readonly code: DeadLetterCode;
}

export function deadLetters(ticket: Ticket): DeadLetter[] {
  return PLACES.flatMap((place) => {
    const { dead: code, lastAttempt } = ticket.legs[place];
    return code === undefined ? [] : [{ place, code, ...(lastAttempt !== undefined && { lastAttempt }) }];
  });
}

/**
 * Makes the ticket due again in the places that did not get it, as if it had never been tried there; once for each one-time key.
 * Where it is being sent just now, it is left alone. Its version stays, since nothing changes for the other places.
 */
export function sendAgain(
  tickets: TicketRepository,
  tenantId: string,
  number: number,
  key: string,
  at: Date,
): Promise<TicketOutcome> {
  return tickets.changeOnce(tenantId, number, key, (ticket) => {
    const dead = deadLetters(ticket).filter(({ place }) => ticket.legs[place].lease === undefined);
    if (dead.length === 0) return undefined;
    const fields = <T extends object>(of: (letter: DeadLetter) => T): T => Object.assign({}, ...dead.map(of));
    return {
      asRead: fields<Filter>(({ place, code }) => ({
        [`legs.${place}.dead`]: code,
        ...leaseOf(place).heldBy(undefined),
      })),
      update: {
        $set: fields(({ place }) => ({
          [`legs.${place}.tries`]: 0,
          [`legs.${place}.unknown`]: 0,
          [`${place}Due`]: at.toISOString(),
        })),
        $unset: fields(({ place }) => ({
          [`legs.${place}.dead`]: true as const,
          [`legs.${place}.lastAttempt`]: true as const,
          [`legs.${place}.since`]: true as const,
        })),
      },
    };
  });
}
