import { DuplicateKeyError } from '../errors.ts';
import type { Collection, CollectionSpec, DocStore, Filter, Sort } from '../storage/port.ts';
import type { TicketChange } from './rules.ts';
import { type Party, PLACES, type Ticket, type TicketEvent, ticketSearchKey } from './ticket.ts';

export const TICKETS: CollectionSpec = {
  name: 'tickets',
  indexes: [
    { fields: ['number'], unique: true },
    { fields: ['submitKey'], unique: true },
    { fields: ['requester.userId', 'number'] },
    { fields: ['state', 'raised', 'changedAt'] },
    { fields: ['raise.due'] },
    ...PLACES.flatMap((place) => [{ fields: [`${place}Due`] }, { fields: [`legs.${place}.dead`] }]),
  ],
  searchField: 'searchKey',
};

/** As with associations: a press delivered again after that many other changes would count anew. */
export const KEYS_KEPT = 200;
/** A ticket of more changes forgets its oldest. */
const EVENTS_KEPT = 200;

export type TicketOutcome =
  | { readonly kind: 'changed' | 'repeated' | 'nothing'; readonly ticket: Ticket }
  | { readonly kind: 'gone' };

/** Who changes it, when, under which one-time key. */
export interface Stamp {
  readonly key: string;
  /** Undefined: the bot itself. */
  readonly by?: Party;
  /** Real time. */
  readonly at: Date;
}

export class Tickets {
  readonly #collection: Collection<Ticket>;

  constructor(store: DocStore) {
    this.#collection = store.collection<Ticket>(TICKETS);
  }

  /** For the senders, which lease and record beside what people change. */
  get collection(): Collection<Ticket> {
    return this.#collection;
  }

  byNumber(tenantId: string, number: number): Promise<Ticket | undefined> {
    return this.#collection.findOne(tenantId, { number });
  }

  bySubmit(tenantId: string, submitKey: string): Promise<Ticket | undefined> {
    return this.#collection.findOne(tenantId, { submitKey });
  }

  list(
    tenantId: string,
    filter: Filter,
    { sort = { number: -1 }, skip = 0, limit }: { sort?: Sort; skip?: number; limit: number },
  ): Promise<Ticket[]> {
    return this.#collection.find(tenantId, filter, { sort, skip, limit });
  }

  count(tenantId: string, filter: Filter): Promise<number> {
    return this.#collection.countDocuments(tenantId, filter);
  }

  /** Keeps a new ticket; the one that the same submit made before, if it did. */
  async add(ticket: Ticket): Promise<{ readonly ticket: Ticket; readonly added: boolean }> {
    const { tenantId, ...doc } = ticket;
    try {
      await this.#collection.insertOne(tenantId, doc as Ticket);
      return { ticket, added: true };
    } catch (error) {
      if (!(error instanceof DuplicateKeyError)) throw error;
      const there = await this.bySubmit(tenantId, ticket.submitKey);
      if (there === undefined) throw error;
      return { ticket: there, added: false };
    }
  }

  /**
   * Decides on the ticket as it is and writes over just that version, again when somebody was faster. One write holds the change,
   * who made it and when, its one-time key, and that it is to be told everywhere. @throws what `decide` throws
   */
  async change(
    tenantId: string,
    number: number,
    { key, by, at }: Stamp,
    decide: (ticket: Ticket) => TicketChange | undefined,
  ): Promise<TicketOutcome> {
    for (;;) {
      const ticket = await this.byNumber(tenantId, number);
      if (ticket === undefined) return { kind: 'gone' };
      if (ticket.appliedKeys.includes(key)) return { kind: 'repeated', ticket };
      const change = decide(ticket);
      if (change === undefined) return { kind: 'nothing', ticket };
      const now = at.toISOString();
      const event: TicketEvent = {
        kind: change.event,
        at: now,
        version: ticket.version + 1,
        ...(by !== undefined && { by: { userId: by.userId, name: by.name } }),
        ...(change.text !== undefined && { text: change.text }),
      };
      const after = await this.#collection.findOneAndUpdate(
        tenantId,
        { _id: ticket._id, version: ticket.version },
        {
          $set: {
            ...change.set,
            ...(change.set.claims && { searchKey: ticketSearchKey(number, change.set.claims) }),
            // Only what a person does ends the time in which nothing happened.
            ...(by !== undefined && { changedAt: now, raised: false }),
            ...Object.fromEntries(PLACES.map((place) => [`${place}Due`, now])),
          },
          $inc: { version: 1 },
          $push: {
            history: { $each: [event], $slice: -EVENTS_KEPT },
            appliedKeys: { $each: [key], $slice: -KEYS_KEPT },
          },
        },
      );
      if (after !== undefined) return { kind: 'changed', ticket: after };
    }
  }
}
