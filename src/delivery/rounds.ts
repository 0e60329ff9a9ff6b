/**
 * The tick: for each tenant that this instance sends for, a round makes rows of the ledger from what is due. A round may be cut off at
 * any line: what it did stays done, and the next one does the rest, since it decides from the records and never from a round before.
 */
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Clock } from '../time/clock.ts';
import type { Ledger } from './ledger.ts';
import type { Order, Orders } from './orders.ts';
import type { Product, Products, Round } from './product.ts';
import type { SenderLease } from './sender-lease.ts';

export interface RoundsOptions {
  readonly tenants: () => Promise<readonly string[]>;
  readonly lease: SenderLease;
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly products: Products;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  /** Who sends, in rows that are leased. */
  readonly instance: string;
  /** No other process can have the store open. */
  readonly exclusive: boolean;
  /** There may be something to send. */
  readonly wake: () => void;
  readonly log: { info(fields: object, message: string): void; error(fields: object, message: string): void };
}

export class Rounds {
  readonly #options: RoundsOptions;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** One round over all tenants. A call while one runs makes another one after it. */
  run(): Promise<void> {
    this.#again = true;
    this.#running ??= this.#all();
    return this.#running;
  }

  /** No new round; resolves when the one under way has come to its next page. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running?.catch(() => undefined);
  }

  async #all(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        for (const tenantId of await this.#options.tenants()) if (!this.#stopped) await this.#round(tenantId);
      }
    } finally {
      // In the same tick as the last check of `#again`: a call from now on starts another run.
      this.#running = undefined;
    }
  }

  async #round(tenantId: string): Promise<void> {
    const { lease, orders, products, campaignClock, wake } = this.#options;
    let isSender = false;
    await this.#step(tenantId, 'taking over', async () => {
      isSender = await this.#takeOver(tenantId);
    });
    if (!isSender) return;
    const now = campaignClock();
    const round: Round = {
      tenantId,
      now,
      mayGoOn: async () => !this.#stopped && (await lease.acquire(tenantId)),
    };
    await this.#step(tenantId, 'orders', async () => {
      for (const order of await orders.open(tenantId))
        await this.#step(tenantId, 'an order', () => this.#expand(order, now));
    });
    for (const product of products.all) await this.#plan(product, round);
    wake();
  }

  async #plan(product: Product, round: Round): Promise<void> {
    if (product.plan !== undefined) await this.#step(round.tenantId, product.kind, async () => product.plan?.(round));
  }

  /** Logs what fails. A step that fails is left to the next round, and stops no other step and no other tenant. */
  async #step(tenantId: string, what: string, work: () => Promise<void>): Promise<void> {
    if (this.#stopped) return;
    await work().catch((err: unknown) => this.#options.log.error({ err, tenantId, what }, 'a part of a round failed'));
  }

  /** Settles what a killed sender left behind. @returns whether this instance sends for the tenant */
  async #takeOver(tenantId: string): Promise<boolean> {
    const { lease, ledger, instance, exclusive, realTime, log } = this.#options;
    if (!(await lease.acquire(tenantId))) return false;
    const lost = await ledger.expireLeases(tenantId, realTime(), { sender: instance, others: exclusive });
    if (lost > 0) log.info({ tenantId, lost }, 'nudges that were in flight when their sender ended are unknown');
    return true;
  }

  async #expand(order: Order, now: Date): Promise<void> {
    const { orders, products, ledger, wake } = this.#options;
    const { tenantId, _id, kind } = order;
    for await (const { rows, last } of products.forOrder(kind)?.expand(order, now) ?? []) {
      if (this.#stopped) return;
      await ledger.add(tenantId, rows);
      await orders.reached(tenantId, _id, last);
      wake();
      await nextTick();
    }
    await orders.expanded(tenantId, _id);
  }
}
