/** The rate of a tenant's requests: when they are taken up, and when each may leave. */

import type { Limits } from '../outbox/rate-limits.ts';
import type { Wait } from '../outbox/worker.ts';
import type { Clock } from '../time/clock.ts';

/** So many ready ones wait for their turn to leave at most: each holds a lease, and a kill leaves it unknown. */
const READY = 5;
/** How long until the next look where they wait. */
const LOOK_AGAIN_MS = 20;

export class Throttle {
  readonly #rate: Limits;
  readonly #realTime: Clock;
  /** When the last one of a tenant has left, and how many wait for that. */
  readonly #turns = new Map<string, Promise<void>>();
  readonly #ready = new Map<string, number>();

  /** @param rate by tenant */
  constructor(rate: Limits, realTime: Clock) {
    this.#rate = rate;
    this.#realTime = realTime;
  }

  /** How many may be taken up now, at most `most`; they count as taken up. */
  takeUp(tenantId: string, most: number): number {
    const now = this.#realTime().getTime();
    const room = Math.min(most, READY - this.#readyIn(tenantId));
    let free = 0;
    while (free < room && this.#rate.take(tenantId, now) === 0) free++;
    return free;
  }

  /** The last `count` were not there to be taken up. */
  giveBack(tenantId: string, count: number): void {
    this.#rate.giveBack(tenantId, count);
  }

  /** How many ms until another one may be taken up. */
  wait(tenantId: string): number {
    const waitMs = this.#rate.wait(tenantId, this.#realTime().getTime());
    return this.#readyIn(tenantId) < READY ? waitMs : Math.max(waitMs, LOOK_AGAIN_MS);
  }

  /** Nothing more is taken up for so long. */
  rest(tenantId: string, ms: number): void {
    this.#rate.slow(tenantId, this.#realTime().getTime() + ms);
  }

  /** Resolves when a request may leave, one after the other: some are ready sooner than others, and would crowd what they were free for. */
  leave(tenantId: string, wait: Wait): Promise<void> {
    this.#ready.set(tenantId, this.#readyIn(tenantId) + 1);
    const turn = (this.#turns.get(tenantId) ?? Promise.resolve())
      .then(() => this.#mayLeave(tenantId, wait))
      .finally(() => this.#ready.set(tenantId, this.#readyIn(tenantId) - 1));
    this.#turns.set(
      tenantId,
      turn.catch(() => undefined),
    );
    return turn;
  }

  #readyIn(tenantId: string): number {
    return this.#ready.get(tenantId) ?? 0;
  }

  async #mayLeave(tenantId: string, wait: Wait): Promise<void> {
    for (let before = Number.NEGATIVE_INFINITY; ; ) {
      const now = this.#realTime().getTime();
      // A key of its own: the tenant's counts what was taken up. A clock that does not go forward holds nobody.
      const waitMs = now > before ? this.#rate.take(`${tenantId} leaving`, now) : 0;
      if (waitMs === 0) return;
      before = now;
      await wait(waitMs);
    }
  }
}
