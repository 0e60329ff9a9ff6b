/** The rate of a tenant's requests: how many may begin now, and when each may be sent. */
import type { Limits } from '../outbox/rate-limits.ts';
import type { Wait } from '../outbox/worker.ts';
import type { Clock } from '../time/clock.ts';

/** Most requests that may wait to be sent. Each holds a lease, and a kill leaves its row unknown. */
const MOST_READY = 5;
/** Wait until the next poll while that many are ready, ms. */
const POLL_MS = 20;

export class Throttle {
  readonly #rate: Limits;
  readonly #realTime: Clock;
  /** By tenant: resolves when the last request in line was sent. */
  readonly #lines = new Map<string, Promise<void>>();
  /** By tenant: how many wait in line. */
  readonly #ready = new Map<string, number>();

  /** @param rate by tenant */
  constructor(rate: Limits, realTime: Clock) {
    this.#rate = rate;
    this.#realTime = realTime;
  }

  /** Reserves places in the rate. @returns how many, at most `most` */
  acquire(tenantId: string, most: number): number {
    const now = this.#realTime().getTime();
    const room = Math.min(most, MOST_READY - this.#readyIn(tenantId));
    let acquired = 0;
    while (acquired < room && this.#rate.take(tenantId, now) === 0) acquired++;
    return acquired;
  }

  /** Gives up the last `count` places that were reserved. */
  release(tenantId: string, count: number): void {
    this.#rate.giveBack(tenantId, count);
  }

  /** @returns how many ms until another place may be free */
  waitMs(tenantId: string): number {
    const waitMs = this.#rate.wait(tenantId, this.#realTime().getTime());
    return this.#readyIn(tenantId) < MOST_READY ? waitMs : Math.max(waitMs, POLL_MS);
  }

  /** No place is free for so many ms. */
  pause(tenantId: string, ms: number): void {
    this.#rate.slow(tenantId, this.#realTime().getTime() + ms);
  }

  /**
   * Resolves when a request may be sent, first come, first served. Requests take unlike times to prepare: those that are ready
   * together would otherwise be sent together, and crowd one second at Teams.
   */
  waitForTurn(tenantId: string, wait: Wait): Promise<void> {
    this.#ready.set(tenantId, this.#readyIn(tenantId) + 1);
    const turn = (this.#lines.get(tenantId) ?? Promise.resolve())
      .then(() => this.#waitForRate(tenantId, wait))
      .finally(() => this.#ready.set(tenantId, this.#readyIn(tenantId) - 1));
    this.#lines.set(
      tenantId,
      turn.catch(() => undefined),
    );
    return turn;
  }

  #readyIn(tenantId: string): number {
    return this.#ready.get(tenantId) ?? 0;
  }

  async #waitForRate(tenantId: string, wait: Wait): Promise<void> {
    for (let before = Number.NEGATIVE_INFINITY; ; ) {
      const now = this.#realTime().getTime();
      // A key of its own: the tenant's own key counts reserved places. A clock that stands still must not block anybody.
      const waitMs = now > before ? this.#rate.take(`${tenantId} leaving`, now) : 0;
      if (waitMs === 0) return;
      before = now;
      await wait(waitMs);
    }
  }
}
