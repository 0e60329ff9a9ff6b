/**
 * The tick: for each tenant that this instance sends for, who is due what becomes rows of the ledger. A round may be cut off at any
 * line: what it did stays done, and the next one finds the rest, since it decides from the records and never from a round before.
 */
import { setImmediate as othersTurn } from 'node:timers/promises';
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
  readonly alone: boolean;
  /** There may be something to send. */
  readonly wake: () => void;
  readonly log: { info(facts: object, message: string): void; error(facts: object, message: string): void };
}

export class Rounds {
  readonly #options: RoundsOptions;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** One round over all tenants. Asked for while one runs: another one after it. */
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
      // In the same tick as the last look at `#again`: whoever asks from now on starts another run.
      this.#running = undefined;
    }
  }

  async #round(tenantId: string): Promise<void> {
    const { lease, orders, products, campaignClock, wake } = this.#options;
    let mine = false;
    await this.#step(tenantId, 'taking over', async () => {
      mine = await this.#takeOver(tenantId);
    });
    if (!mine) return;
    const now = campaignClock();
    const round: Round = {
      tenantId,
      now,
      mayGoOn: async () => !this.#stopped && (await lease.hold(tenantId)),
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

  /** Each step by itself, and each tenant: what fails in one of them is there for the next round, and holds up no other. */
  async #step(tenantId: string, what: string, work: () => Promise<void>): Promise<void> {
    if (this.#stopped) return;
    await work().catch((err: unknown) => this.#options.log.error({ err, tenantId, what }, 'a part of a round failed'));
  }

  /** Whether this instance sends for the tenant. What a killed sender left behind is settled first. */
  async #takeOver(tenantId: string): Promise<boolean> {
    const { lease, ledger, instance, alone, realTime, log } = this.#options;
    if (!(await lease.hold(tenantId))) return false;
    const lost = await ledger.expire(tenantId, realTime(), { sender: instance, others: alone });
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
      await othersTurn();
    }
    await orders.expanded(tenantId, _id);
  }
}
