/** Dead letters: which places a ticket did not reach, and sending it there again. */
import type { Filter } from '../storage/port.ts';
import { KEYS_KEPT, type TicketOutcome, type Tickets } from './repository.ts';
import { PLACES, type Place, type Ticket } from './ticket.ts';

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
 * Makes the ticket due again where it is dead, as if it had never been tried there. The write holds the one-time key. What is under
 * way just now is left to who sends it; then there is nothing to do.
 */
export async function sendAgain(
  tickets: Tickets,
  tenantId: string,
  number: number,
  key: string,
  at: Date,
): Promise<TicketOutcome> {
  for (;;) {
    const ticket = await tickets.byNumber(tenantId, number);
    if (ticket === undefined) return { kind: 'gone' };
    if (ticket.appliedKeys.includes(key)) return { kind: 'repeated', ticket };
    const dead = deadLetters(ticket).filter(({ place }) => ticket.legs[place].lease === undefined);
    if (dead.length === 0) return { kind: 'nothing', ticket };
    const fields = <T>(of: (letter: DeadLetter) => Readonly<Record<string, T>>): Record<string, T> =>
      Object.assign({}, ...dead.map(of));
    const asRead = fields(({ place, why }) => ({
      [`legs.${place}.dead`]: { $eq: why },
      [`legs.${place}.lease`]: { $exists: false },
    }));
    const after = await tickets.collection.findOneAndUpdate(
      tenantId,
      { _id: ticket._id, version: ticket.version, ...asRead },
      {
        $set: fields<unknown>(({ place }) => ({
          [`legs.${place}.tries`]: 0,
          [`legs.${place}.unknown`]: 0,
          [`${place}Due`]: at.toISOString(),
        })),
        $unset: fields<true>(({ place }) => ({ [`legs.${place}.dead`]: true, [`legs.${place}.since`]: true })),
        $push: { appliedKeys: { $each: [key], $slice: -KEYS_KEPT } },
      },
    );
    if (after !== undefined) return { kind: 'changed', ticket: after };
  }
}
