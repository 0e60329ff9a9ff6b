/**
 * Sends what is due, as a source of the outbox. Within the rate of its tenant, each row is composed anew, leased, sent by one request,
 * and its result recorded. The lease is taken right before the request, so that a kill leaves unknown only what was being sent.
 */
import { type CircuitBreaker, createCircuitBreaker } from '../outbox/circuit-breaker.ts';
import type { Limits } from '../outbox/rate-limits.ts';
import { leaseByTenant } from '../outbox/tenant-source.ts';
import type { Job, OutboxSource, Wait } from '../outbox/worker.ts';
import { HOUR_MS } from '../time/units.ts';
import { BROKEN_WAIT_MS, type ComposedNudge, Dispatch, type DispatchOptions } from './dispatch.ts';
import type { Nudge } from './nudge.ts';
import type { Products } from './product.ts';
import type { SenderLease } from './sender-lease.ts';
import { Throttle } from './throttle.ts';

export interface SenderOptions extends Omit<DispatchOptions, 'throttle' | 'breaker'> {
  readonly tenants: () => readonly string[];
  readonly lease: SenderLease;
  readonly products: Pick<Products, 'composer'>;
  /** By tenant. */
  readonly rate: Limits;
  /** Who sends, in rows that are leased. */
  readonly instance: string;
  readonly newId: () => string;
}

/** Longer than two requests of 20 s take, to make a chat anew and to send. A sender that has recorded no result by then was killed. */
const LEASE_MS = 90_000;
/** A row tried more than an hour after it was due gets a new 24-hour retry window. */
const STALE_MS = HOUR_MS;
const noWait: Wait = async () => undefined;

export class NudgeSender implements OutboxSource {
  readonly name = 'nudges';
  readonly #options: SenderOptions;
  readonly #throttle: Throttle;
  readonly #breaker: CircuitBreaker;
  readonly #dispatch: Dispatch;
  /** By tenant: people with a job under way. They get no second one meanwhile: what is composed for it has to know of the first. */
  readonly #busy = new Map<string, Set<string>>();

  constructor(options: SenderOptions) {
    this.#options = options;
    const throttle = new Throttle(options.rate, options.realTime);
    this.#throttle = throttle;
    this.#breaker = createCircuitBreaker({
      pause: (tenantId, ms) => throttle.pause(tenantId, ms),
      log: options.log,
      what: 'nudges',
    });
    this.#dispatch = new Dispatch({ ...options, throttle, breaker: this.#breaker });
  }

  async leaseDue(most: number, pollAgain: (afterMs: number) => void): Promise<readonly Job[]> {
    const { tenants, lease, log } = this.#options;
    return leaseByTenant(tenants(), most, log, async (tenantId, room) =>
      (await lease.acquire(tenantId)) ? this.#dueIn(tenantId, room, pollAgain) : [],
    );
  }

  async #dueIn(tenantId: string, most: number, pollAgain: (afterMs: number) => void): Promise<Job[]> {
    const { ledger, realTime } = this.#options;
    const busy = this.#busy.get(tenantId) ?? new Set();
    this.#busy.set(tenantId, busy);
    const room = this.#breaker.isOpen(tenantId) ? Math.min(most, 1 - busy.size) : most;
    const places = this.#throttle.acquire(tenantId, room);
    const rows = places <= 0 ? [] : await ledger.due(tenantId, places, realTime(), busy);
    this.#throttle.release(tenantId, places - rows.length);
    const waitMs = this.#throttle.waitMs(tenantId);
    if (rows.length === places && (places > 0 || waitMs > 0)) pollAgain(waitMs);
    for (const { person } of rows) busy.add(person);
    return rows.map((row) => ({
      run: (wait = noWait) => this.#run(row, wait, pollAgain).finally(() => busy.delete(row.person)),
    }));
  }

  async #run(due: Nudge, wait: Wait, pollAgain: (afterMs: number) => void): Promise<void> {
    const { ledger, realTime, newId } = this.#options;
    const { tenantId, _id } = due;
    const lease = newId();
    const composed = await this.#prepare(due, lease).catch(async (error: unknown) => {
      // Nothing was sent. The row may be leased all the same, where only the store's answer was lost.
      await this.#dispatch.postpone({ ...due, lease }, BROKEN_WAIT_MS);
      await ledger.postpone(tenantId, _id, new Date(realTime().getTime() + BROKEN_WAIT_MS));
      throw error;
    });
    if (composed === undefined) {
      // Its place in the rate is free for another row.
      this.#throttle.release(tenantId, 1);
      pollAgain(0);
      return;
    }
    await this.#throttle.waitForTurn(tenantId, wait);
    await this.#dispatch.send(composed, wait);
  }

  /** Composes the card from the records as they are now, and leases the row where there is something to send. */
  async #prepare(due: Nudge, lease: string): Promise<ComposedNudge | undefined> {
    const { people, products, threads, campaignClock, realTime, ledger, instance } = this.#options;
    const { tenantId, _id } = due;
    const person = await people.get(tenantId, due.person);
    const now = campaignClock();
    const composer = products.composer(due.kind);
    if (person === undefined) return void (await ledger.skip(tenantId, _id, 'unreachable'));
    // Of a kind that nobody makes any more.
    if (composer === undefined) return void (await ledger.skip(tenantId, _id, 'over'));
    const composed = await composer.compose(due, person, now);
    if (composed.kind === 'skip') return void (await ledger.skip(tenantId, _id, composed.why));
    const real = realTime();
    const postpone = (ms: number): Promise<void> => ledger.postpone(tenantId, _id, new Date(real.getTime() + ms));
    if (composed.kind === 'later') return void (await postpone(composed.at.getTime() - now.getTime()));
    const waitMs = threads.take(person._id, real.getTime());
    if (waitMs > 0) return void (await postpone(waitMs));
    // Asked again, because this process may have been paused and another one have taken over.
    if (!(await this.#options.lease.acquire(tenantId))) return undefined;
    const isStale = real.getTime() - Date.parse(due.due ?? '') > STALE_MS;
    const since = isStale || due.since === undefined ? real.toISOString() : due.since;
    const leaseUntil = new Date(realTime().getTime() + LEASE_MS).toISOString();
    const row = await ledger.lease(tenantId, _id, { now: real, since, leaseUntil, sender: instance, lease });
    const { reply, kept } = composed;
    return row && { row, person, reply, ...(kept && { kept }) };
  }
}
