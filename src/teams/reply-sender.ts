/**
 * Sends what a turn says until it has got through: somebody waits for it, and what Teams delivers again is not answered anew (decision 18).
 * What surely did not arrive is sent again; what may have arrived once more, as it was: its buttons carry the same keys.
 */
import type { Attempt } from '../outbox/attempt.ts';
import { asRepeatable } from '../outbox/circuit-breaker.ts';
import { type NextStep, nextOf } from '../outbox/policy.ts';
import type { Clock } from '../time/clock.ts';
import { MINUTE_MS } from '../time/units.ts';
import { attemptOf } from './send-attempt.ts';

/** Nothing of it arrived, and Teams takes nothing at present: when the message is delivered again, it may be answered. */
export class NotTakenError extends Error {
  readonly code = 'not-taken';
}

/** It may have arrived, or not. */
export class UnsureError extends Error {
  readonly code = 'unsure';
}

/** Teams does not take this message, whenever it comes; others it may. */
export class RefusedError extends Error {
  readonly code = 'refused';
}

export type Sent = { readonly kind: 'sent'; readonly id?: string } | { readonly kind: 'unreachable' | 'gone' };

export interface ReplySenderOptions {
  /** Between two attempts. Rejects at a stop. */
  readonly pause: (ms: number) => Promise<unknown>;
  readonly random: () => number;
  readonly realTime: Clock;
}

export interface SendingOptions {
  /** Whether the turn's request has been answered, so that Teams will not deliver its message again. */
  readonly isLate: () => boolean;
  /** It may be seen more than twice. Where no answer came in time it is not sent again all the same: a slow Teams would show it over and over. */
  readonly isHarmless?: boolean;
}

/** @throws NotTakenError, UnsureError, RefusedError where it did not get through */
export type ReplySender = (post: () => Promise<string | undefined>, options: SendingOptions) => Promise<Sent>;

/** Nobody waits for an answer for longer than this. All waits together. */
const MOST_WAITING_MS = MINUTE_MS;
/** What may have arrived is sent once more, not twice. */
const MOST_UNSURE = 2;

export function createReplySender({ pause, random, realTime }: ReplySenderOptions): ReplySender {
  return async (post, { isLate, isHarmless = false }) => {
    let [waitedMs, unsure] = [0, 0];
    for (let attempts = 1; ; attempts += 1) {
      const { attempt, cause } = await attemptTo(post, realTime);
      const [act, judged] = asRepeatable('create', attempt);
      // Nobody was there, or nothing of ours is taken: no second attempt within a moment changes that.
      if (act !== 'create' && !isLate()) throw new NotTakenError('nothing is taken at present', { cause });
      const tries = { attempts, forMs: waitedMs };
      const first = nextOf(act, judged, tries, random);
      if (first.kind === 'unknown') unsure += isSlow(attempt) ? MOST_UNSURE : 1;
      const mayRepeat = first.kind === 'unknown' && (unsure < MOST_UNSURE || (isHarmless && !isSlow(attempt)));
      const step: NextStep = mayRepeat ? nextOf('update', judged, tries, random) : first;
      switch (step.kind) {
        case 'done':
          return { ...step, kind: 'sent' };
        case 'unreachable':
        case 'gone':
          return step;
        case 'dead':
          throw new RefusedError(step.reason, { cause });
        case 'unknown':
          throw new UnsureError('it may have arrived', { cause });
        case 'again':
          waitedMs += step.afterMs;
          if (waitedMs > MOST_WAITING_MS || !(await isOver(pause(step.afterMs))))
            throw unsure > 0
              ? new UnsureError('it may have arrived', { cause })
              : new NotTakenError('nothing was taken in time', { cause });
      }
    }
  };
}

function isOver(wait: Promise<unknown>): Promise<boolean> {
  return wait.then(
    () => true,
    () => false,
  );
}

async function attemptTo(
  post: () => Promise<string | undefined>,
  realTime: Clock,
): Promise<{ readonly attempt: Attempt; readonly cause?: unknown }> {
  try {
    const id = await post();
    return { attempt: { kind: 'sent', ...(id !== undefined && { id }) } };
  } catch (cause) {
    return { attempt: attemptOf(cause, realTime()), cause };
  }
}

/** It was taken, and no answer came within the limit: of all that is unknown the likeliest to arrive. */
function isSlow(attempt: Attempt): boolean {
  return attempt.kind === 'lost' && attempt.reason === 'too-late';
}
