/** Dead letters: which places a ticket did not reach, and sending it there again. */
import type { Filter } from '../storage/port.ts';
import type { TicketOutcome, TicketRepository } from './repository.ts';
import { leaseOf, PLACES, type Place, type Ticket } from './ticket.ts';

/** Tickets that some place did not get. A comparison that an index answers in both engines. */
export const UNDELIVERED: Filter = { $or: PLACES.map((place) => ({ [`legs.${place}.dead`]: { $gt: '' } })) };

export interface DeadLetter {
  readonly place: Place;
  readonly why: string;
}

export function deadLetters({ legs }: Ticket): DeadLetter[] {
  return PLACES.flatMap((place) => {
    const why = legs[place].dead;
    return why === undefined ? [] : [{ place, why }];
  });
}

/**
 * Makes the ticket due again in the places that did not get it, as if it had never been tried there, once for each one-time key.
 * A place that it is being sent to just now is left alone. The ticket's version stays: nothing of it changes for the other places.
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
      asRead: fields<Filter>(({ place, why }) => ({
        [`legs.${place}.dead`]: why,
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
          [`legs.${place}.since`]: true as const,
        })),
      },
    };
  });
}
