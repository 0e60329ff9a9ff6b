/**
 * What leads order by hand, such as everybody with open claims reminded, or the notice shared. A round makes rows of the ledger from
 * it, in the way of the product that it belongs to.
 */
import { type Forget, forgetIn } from '../storage/forget.ts';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const NUDGE_ORDERS: CollectionSpec = {
  name: 'nudge_orders',
  indexes: [{ fields: ['state', 'at'] }],
};

/** While an order is being carried out, it goes on behind the last person who has a row, whoever that is. */
export const forgetInOrders: Forget = (doc, person, standIn) => {
  const { after, ...rest } = doc as Order;
  return forgetIn(rest.state === 'open' ? rest : doc, person, standIn);
};

/** `_id` is the one-time key of the card that ordered it. A product may add fields of its own. */
export interface Order extends Doc {
  readonly tenantId: string;
  readonly kind: 'reminders' | 'announcement';
  readonly by: { readonly userId: string; readonly name: string };
  /** Campaign clock, ISO. */
  readonly at: string;
  /** The campaign's id. */
  readonly campaign: string;
  readonly state: 'open' | 'expanded';
  /** The last person who has a row, `userId`: it goes on from there after a kill. */
  readonly after?: string;
}

export class Orders {
  readonly #orders: Collection<Order>;

  constructor(store: DocStore) {
    this.#orders = store.collection<Order>(NUDGE_ORDERS);
  }

  get(tenantId: string, id: string): Promise<Order | undefined> {
    return this.#orders.findOne(tenantId, { _id: id });
  }

  /** False where the same key ordered before. */
  add(order: Order): Promise<boolean> {
    return insertIfAbsent(this.#orders, order.tenantId, order);
  }

  /** Those that have no rows yet, or not all of them, the oldest first. */
  open(tenantId: string): Promise<Order[]> {
    return this.#orders.find(tenantId, { state: 'open' }, { sort: { at: 1 } });
  }

  /** Everybody up to this person has a row. */
  async reached(tenantId: string, _id: string, after: string): Promise<void> {
    await this.#orders.updateOne(tenantId, { _id, state: 'open' }, { $set: { after } });
  }

  async expanded(tenantId: string, _id: string): Promise<void> {
    await this.#orders.updateOne(tenantId, { _id }, { $set: { state: 'expanded' } });
  }
}
