/** Documents that were offered for download: which, to whom, and what became of it. */
import type { Collection, CollectionSpec, Doc, DocStore } from '../../storage/port.ts';

export const OFFERS: CollectionSpec = { name: 'poe_offers', expiresField: 'expireAt' };

export interface Offer extends Doc {
  readonly userId: string;
  /** `_id` of the claim. */
  readonly claim: string;
  readonly sha256: string;
  readonly state: 'offered' | 'sending' | 'saved' | 'declined';
  /** Real time, ISO: whoever was sending it until then was killed. */
  readonly sendingUntil?: string;
  readonly expireAt: string;
}

export class Offers {
  readonly #collection: Collection<Offer>;

  constructor(store: DocStore) {
    this.#collection = store.collection<Offer>(OFFERS);
  }

  get(tenantId: string, id: string): Promise<Offer | undefined> {
    return this.#collection.findOne(tenantId, { _id: id });
  }

  add(tenantId: string, offer: Offer): Promise<void> {
    return this.#collection.insertOne(tenantId, offer);
  }

  /** Takes an offer for sending. Returns false where it is being sent, or was answered before. @param now real time, ISO */
  async beginSending(tenantId: string, { _id }: Offer, now: string, sendingUntil: string): Promise<boolean> {
    const free = { $or: [{ state: 'offered' }, { state: 'sending', sendingUntil: { $lt: now } }] };
    return (
      (await this.#collection.updateOne(tenantId, { _id, ...free }, { $set: { state: 'sending', sendingUntil } })) > 0
    );
  }

  /** `offered`: it was not saved, and may be accepted again. */
  async endSending(tenantId: string, { _id }: Offer, state: 'saved' | 'offered'): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id, state: 'sending' }, { $set: { state } });
  }

  /** Returns false where it was answered before. */
  async decline(tenantId: string, { _id }: Offer): Promise<boolean> {
    return (await this.#collection.updateOne(tenantId, { _id, state: 'offered' }, { $set: { state: 'declined' } })) > 0;
  }
}
