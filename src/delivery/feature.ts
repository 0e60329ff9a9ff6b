/**
 * The engine of all nudges: a ledger of who gets what, a sender within the limits of Teams, and rounds that find what is due. What a
 * nudge is for, its product brings along (`product.ts`).
 */

import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import { createLimits, tenantWindows } from '../outbox/rate-limits.ts';
import { forgetIn } from '../storage/forget.ts';
import { PacedStamps } from '../storage/paced-stamps.ts';
import { SECOND_MS } from '../time/units.ts';
import type { ProactiveSender } from '../turn.ts';
import { Ledger, NUDGES } from './ledger.ts';
import { nudgeMetrics } from './metrics.ts';
import { forgetInOrders, NUDGE_ORDERS, Orders } from './orders.ts';
import { Products } from './product.ts';
import { allProgress, progressOf } from './progress.ts';
import { Redraw } from './redraw.ts';
import { Rounds } from './rounds.ts';
import { NudgeSender } from './sender.ts';
import { NUDGE_SENDERS, SenderLease } from './sender-lease.ts';
import { SentCards } from './sent-cards.ts';

export interface Delivery extends Feature {
  readonly ledger: Ledger;
  readonly orders: Orders;
  readonly redraw: Redraw;
  readonly products: Products;
  /** Wakes the sender: there may be something to send. */
  readonly wake: () => void;
  /** Has a round run now: it makes rows of what was ordered. */
  readonly planSoon: () => void;
}

/** Enough in flight to reach `NUDGE_RATE` when each answer takes a second. */
const MOST_IN_FLIGHT = 60;
/** The sender before this one may have sent in the last second, which counts into the tenant's rate. */
const AFTER_TAKEOVER_MS = 1_000;
/** Pages that show how far the reminders are hear of it so often. */
const TELL_EVERY_MS = 5 * SECOND_MS;

export function createDelivery(core: Core, claims: Claims, proactive: ProactiveSender): Delivery {
  const {
    store,
    people,
    config,
    campaignClock,
    steadyTime: realTime,
    newId,
    random,
    instance,
    exclusive,
    threads,
    log,
  } = core;
  const told = new PacedStamps({ ...core, of: 'reminders', pauseMs: TELL_EVERY_MS });
  const ledger = new Ledger(store, (tenantId) => told.changed(tenantId));
  const [orders, products] = [new Orders(store), new Products()];
  // A worker of its own, so that no ticket waits behind a thousand reminders.
  const worker = core.outbox(MOST_IN_FLIGHT);
  const wake = (): void => worker.wake();
  const rate = createLimits({ windows: tenantWindows(config.nudges.rate) });
  const lease = new SenderLease({
    store,
    instance,
    exclusive,
    realTime,
    onTakeover: (tenantId) => rate.slow(tenantId, realTime().getTime() + AFTER_TAKEOVER_MS),
  });
  /** As of the last round. The sender polls every second, and new tenants are rarer than that. */
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
    exclusive,
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
    cards: new SentCards(ledger.collection),
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
      await Promise.all(
        served.flatMap((tenantId) => config.campaigns.map(({ id }) => progressOf(ledger, tenantId, id, realTime()))),
      ),
    );
  return {
    name: 'delivery',
    problems: {},
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
      { collection: NUDGES, of: ({ userId }) => ({ person: userId }), forget: forgetIn },
      { collection: NUDGE_ORDERS, of: ({ userId }) => ({ 'by.userId': userId }), stays: true, forget: forgetInOrders },
      { collection: NUDGE_SENDERS },
    ],
    async stop() {
      await Promise.all([worker.stop(), rounds.stop()]);
      await told.stop();
      // Nothing of this instance is being sent any more, so another one may take over at once.
      await lease.release();
    },
  };
}

/** The served tenants of which people or claims are known. */
export async function servedTenants({ people, config }: Core, { repository }: Claims): Promise<readonly string[]> {
  const known = new Set((await Promise.all([people.tenants(), repository.tenants()])).flat());
  return [...known].filter((tenantId) => config.allowedTenants?.includes(tenantId) ?? true).sort();
}
