/**
 * The engine of all nudges: a ledger of who gets what, a sender within the limits of Teams, and rounds that find what is due. What a
 * nudge is for, its product brings along (`product.ts`).
 */
import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import { createLimits, tenantWindows } from '../outbox/rate-limits.ts';
import type { ProactiveSender } from '../turn.ts';
import { Ledger, NUDGES } from './ledger.ts';
import { nudgeMetrics } from './metrics.ts';
import { NUDGE_ORDERS, Orders } from './orders.ts';
import { Products } from './product.ts';
import { allProgress, progressOf } from './progress.ts';
import { Redraw } from './redraw.ts';
import { Rounds } from './rounds.ts';
import { NudgeSender } from './sender.ts';
import { NUDGE_SENDERS, SenderLease } from './sender-lease.ts';

export interface Delivery extends Feature {
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly redraw: Redraw;
  readonly products: Products;
  /** There may be something to send. */
  readonly wake: () => void;
  /** A round is wanted: it makes rows of what was ordered. */
  readonly planSoon: () => void;
}

/** More than `NUDGE_RATE` a second with answers that take a second. */
const AT_ONCE = 60;
const SECOND_MS = 1_000;
/** What the sender before this one may have sent just now counts into the tenant's second. */
const LAST_MOMENT_MS = 1_000;

export function createDelivery(core: Core, claims: Claims, proactive: ProactiveSender): Delivery {
  const { store, people, config, campaignClock, realTime, newId, random, instance, alone, threads, log } = core;
  const [ledger, orders, products] = [new Ledger(store), new Orders(store), new Products()];
  // A worker of its own: a thousand reminders hold up no ticket.
  const worker = core.outbox(AT_ONCE);
  const wake = (): void => worker.wake();
  const rate = createLimits({ windows: tenantWindows(config.nudges.rate) });
  const lease = new SenderLease({
    store,
    instance,
    alone,
    realTime,
    taken: (tenantId) => rate.slow(tenantId, realTime().getTime() + LAST_MOMENT_MS),
  });
  /** As of the last round: the sender looks every second, and tenants do not come so often. */
  let served: readonly string[] = [];
  const rounds = new Rounds({
    async tenants() {
      served = await servedTenants(core, claims);
      return served;
    },
    lease,
    ledger,
    orders,
    products,
    campaignClock,
    realTime,
    instance,
    alone,
    wake,
    log,
  });
  const sender = new NudgeSender({
    tenants: () => served,
    lease,
    ledger,
    people,
    products,
    proactive,
    rate,
    threads,
    campaignClock,
    realTime,
    instance,
    newId,
    random,
    log,
  });
  const redraw = new Redraw({
    tenants: () => served,
    ledger,
    people,
    products,
    proactive,
    threads,
    campaignClock,
    realTime,
    newId,
    random,
    wake,
    log,
  });
  const progress = async () =>
    allProgress(
      await Promise.all(served.map((tenantId) => progressOf(ledger, tenantId, config.campaign.id, realTime()))),
    );
  return {
    name: 'delivery',
    ledger,
    orders,
    redraw,
    products,
    wake,
    planSoon() {
      rounds.run().catch((err: unknown) => log.warn({ err }, 'what a lead ordered waits for the next round'));
    },
    presses: {},
    deliveries: { worker, sources: [sender, redraw] },
    timers: [
      {
        name: 'rounds',
        everyMs: config.nudges.tickSeconds * SECOND_MS,
        failure: 'nudges could not be planned',
        run: () => rounds.run(),
      },
    ],
    metrics: async () => nudgeMetrics(await progress()),
    records: [
      { collection: NUDGES, of: ({ userId }) => ({ person: userId }) },
      { collection: NUDGE_ORDERS, of: ({ userId }) => ({ 'by.userId': userId }) },
      { collection: NUDGE_SENDERS },
    ],
    async stop() {
      await Promise.all([worker.stop(), rounds.stop()]);
      // Nothing of this instance is on its way any more: another one may take over at once.
      await lease.release();
    },
  };
}

/** The tenants that somebody or something is known of, among those that are served. */
export async function servedTenants({ people, config }: Core, { repository }: Claims): Promise<readonly string[]> {
  const there = new Set((await Promise.all([people.tenants(), repository.tenants()])).flat());
  return [...there].filter((tenantId) => config.allowedTenants?.includes(tenantId) ?? true).sort();
}
