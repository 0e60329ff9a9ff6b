/** How often one person may have the bot at work: a script in somebody's name does not take it away from all others. */
import { createLimits } from '../outbox/rate-limits.ts';
import type { Clock } from '../time/clock.ts';
import { MINUTE_MS } from '../time/units.ts';
import type { IncomingActivity } from './activity.ts';

/** 'ok' to go on; 'tell' them once that it is too much; 'told' where they were within the last minute. */
export type PaceVerdict = 'ok' | 'tell' | 'told';

/** Of one instance of the bot: with several, each allows as much. */
export class Pace {
  readonly #turns;
  readonly #told = createLimits({ windows: [{ ms: MINUTE_MS, most: 1 }] });
  readonly #realTime: Clock;

  /** @param most turns in any minute */
  constructor(most: number, realTime: Clock) {
    this.#turns = createLimits({ windows: [{ ms: MINUTE_MS, most }] });
    this.#realTime = realTime;
  }

  /**
   * Counts a message or an invoke in, unless it is too much; nothing else costs much, or may be left out. The tenant is admitted by now,
   * so there are no more keys than people.
   */
  verdictOn({ type, from }: Pick<IncomingActivity, 'type' | 'from'>, tenantId: string): PaceVerdict {
    if (type !== 'message' && type !== 'invoke') return 'ok';
    const key = JSON.stringify([tenantId, from.aadObjectId ?? from.id]);
    const now = this.#realTime().getTime();
    if (this.#turns.take(key, now) === 0) return 'ok';
    return this.#told.take(key, now) === 0 ? 'tell' : 'told';
  }
}
