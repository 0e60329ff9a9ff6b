/**
 * Counts what changed, for whoever asks often whether anything did: a small document for each tenant, read by its id. It is moved after the
 * change itself, so that nobody who reads the new count finds the old data. A kill in between leaves it where it was until the next change.
 */
import type { Collection, CollectionSpec, Doc, DocStore } from './port.ts';

export const STAMPS: CollectionSpec = { name: 'stamps' };

/** What is counted, each by itself. */
export type Stamped = 'claims' | 'tickets';

/** `_id` is the tenant's. */
type StampDoc = Doc & { readonly [K in Stamped]?: number };

export class Stamps {
  readonly #stamps: Collection<StampDoc>;

  constructor(store: DocStore) {
    this.#stamps = store.collection<StampDoc>(STAMPS);
  }

  /** Something of this kind has changed. */
  async move(tenantId: string, of: Stamped): Promise<void> {
    await this.#stamps.findOneAndUpdate(tenantId, { _id: tenantId }, { $inc: { [of]: 1 } }, { upsert: true });
  }

  /** Another text than before where anything has changed since. */
  async read(tenantId: string): Promise<string> {
    const { claims = 0, tickets = 0 } = (await this.#stamps.findOne(tenantId, { _id: tenantId })) ?? {};
    return `${claims}-${tickets}`;
  }
}
