/**
 * Counts what changed, for whoever asks often whether anything did: a small document for each tenant, read by its id. It is moved after the
 * change itself, so that nobody who reads the new count finds the old data. A kill in between leaves it where it was until the next change.
 */
import type { Collection, CollectionSpec, Doc, DocStore } from './port.ts';

export const STAMPS: CollectionSpec = { name: 'stamps' };

/** What is counted, each by itself. */
export type Stamped = 'claims' | 'tickets' | 'reminders' | 'questions';

/** What everybody sees something of. */
const FOR_EVERYBODY: readonly Stamped[] = ['claims', 'tickets'];
/** And what leads see of their campaign. */
export const FOR_LEADS: readonly Stamped[] = [...FOR_EVERYBODY, 'reminders', 'questions'];

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

  /** Another text than before where anything of these kinds has changed since. */
  async read(tenantId: string, kinds: readonly Stamped[] = FOR_EVERYBODY): Promise<string> {
    const doc = await this.#stamps.findOne(tenantId, { _id: tenantId });
    return kinds.map((of) => doc?.[of] ?? 0).join('-');
  }
}
