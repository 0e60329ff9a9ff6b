import { changeOnce } from '../storage/change-once.ts';
import { eachDoc } from '../storage/each-doc.ts';
import { insertOrFind } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, DocStore, Filter, Sort, Update } from '../storage/port.ts';
import type { TicketChange } from './rules.ts';
import { type Party, PLACES, type Ticket, type TicketEvent, type TicketState, ticketSearchKey } from './ticket.ts';

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

/** How many changes a ticket remembers, the latest ones. */
const EVENTS_KEPT = 200;

/** `unchanged`: there was nothing to do. `repeated`: it was done before under the same one-time key. `gone`: no such ticket. */
export type TicketOutcome =
  | { readonly kind: 'changed' | 'repeated' | 'unchanged'; readonly ticket: Ticket }
  | { readonly kind: 'gone' };

/** Who changes it, when, under which one-time key. */
export interface Stamp {
  readonly key: string;
  /** Undefined: the bot itself. */
  readonly by?: Party;
  /** Real time. */
  readonly at: Date;
}

export class TicketRepository {
  readonly #collection: Collection<Ticket>;

  constructor(store: DocStore) {
    this.#collection = store.collection<Ticket>(TICKETS);
  }

  /** For deliveries, which lease tickets and record what they sent. */
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

  /** The IDs of these claims, as the store spells them, that tickets name. At most 1,000. */
  async claimsNamed(tenantId: string, claimIds: readonly string[]): Promise<Set<string>> {
    const tickets = await this.#collection.find(tenantId, { 'claims.claimId': { $in: claimIds } });
    return new Set(tickets.flatMap(({ claims }) => claims.map(({ claimId }) => claimId)));
  }

  count(tenantId: string, filter: Filter): Promise<number> {
    return this.#collection.countDocuments(tenantId, filter);
  }

  async countByState(tenantId: string, filter: Filter): Promise<Map<TicketState, number>> {
    const counts = await this.#collection.groupCount(tenantId, filter, 'state');
    return new Map([...counts].map(([state, n]) => [String(state) as TicketState, n]));
  }

  /** The files of all tickets. */
  async *filesOf(tenantId: string): AsyncGenerator<string> {
    for await (const { files } of eachDoc(this.#collection, tenantId)) for (const { sha256 } of files) yield sha256;
  }

  /** Keeps a new ticket, or finds the one that the same submit made before. */
  async add(ticket: Ticket): Promise<{ readonly ticket: Ticket; readonly added: boolean }> {
    const { tenantId, submitKey } = ticket;
    const find = () => this.bySubmit(tenantId, submitKey);
    const { doc, inserted } = await insertOrFind(this.#collection, tenantId, ticket, find);
    return { ticket: doc, added: inserted };
  }

  /**
   * Changes the ticket once for each one-time key (`changeOnce`). One write has the change, who made it and when, its key, and that
   * the new version is due in every place. @throws what `decide` throws
   */
  async change(
    tenantId: string,
    number: number,
    { key, by, at }: Stamp,
    decide: (ticket: Ticket) => TicketChange | undefined,
  ): Promise<TicketOutcome> {
    const now = at.toISOString();
    return this.changeOnce(tenantId, number, key, (ticket) => {
      const change = decide(ticket);
      if (change === undefined) return undefined;
      const event: TicketEvent = {
        kind: change.event,
        at: now,
        version: ticket.version + 1,
        ...(by !== undefined && { by: { userId: by.userId, name: by.name } }),
        ...(change.text !== undefined && { text: change.text }),
      };
      return {
        update: {
          $set: {
            ...change.set,
            ...(change.set.claims && { searchKey: ticketSearchKey(number, change.set.claims) }),
            // Only a person's change keeps a ticket from being escalated.
            ...(by !== undefined && { changedAt: now, raised: false }),
            ...Object.fromEntries(PLACES.map((place) => [`${place}Due`, now])),
          },
          $inc: { version: 1 },
          $push: { history: { $each: [event], $slice: -EVENTS_KEPT } },
        },
      };
    });
  }

  /** Any change of the stored ticket, once for each one-time key. What people do goes by `change`. */
  async changeOnce(
    tenantId: string,
    number: number,
    key: string,
    decide: (ticket: Ticket) => { readonly update: Update; readonly asRead?: Filter } | undefined,
  ): Promise<TicketOutcome> {
    const result = await changeOnce(this.#collection, tenantId, { number }, key, decide);
    return result.kind === 'gone' ? result : { kind: result.kind, ticket: result.doc };
  }
}
