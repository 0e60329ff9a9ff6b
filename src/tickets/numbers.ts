/** Ticket numbers, from T-1001 on in each tenant: one for each submit of the form, however often it is delivered. */
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const TICKET_NUMBERS: CollectionSpec = { name: 'ticket_numbers' };

const FIRST = 1001;
/** How many submits are remembered. One that is delivered again later than that is found by the key in its ticket. */
const KEPT = 500;

/** One document for each tenant. A submit's number follows from the place of its key in the list, so number and key are one write. */
interface Numbers extends Doc {
  /** The number given last. */
  readonly last: number;
  /** The keys of the latest submits, oldest first: the last one has the number `last`. */
  readonly keys: readonly string[];
}

export class TicketNumbers {
  readonly #collection: Collection<Numbers>;

  constructor(store: DocStore) {
    this.#collection = store.collection<Numbers>(TICKET_NUMBERS);
  }

  /** The number of this submit: a new one, or the one that it got before. */
  async of(tenantId: string, submitKey: string): Promise<number> {
    for (;;) {
      const given = await this.#collection.findOneAndUpdate(
        tenantId,
        { _id: tenantId, keys: { $ne: submitKey } },
        { $inc: { last: 1 }, $push: { keys: { $each: [submitKey], $slice: -KEPT } } },
      );
      if (given !== undefined) return given.last;
      const known = await this.#collection.findOne(tenantId, { _id: tenantId });
      const at = known?.keys.indexOf(submitKey) ?? -1;
      if (known !== undefined && at >= 0) return known.last - (known.keys.length - 1 - at);
      await insertIfAbsent(this.#collection, tenantId, { _id: tenantId, last: FIRST - 1, keys: [] });
    }
  }
}
