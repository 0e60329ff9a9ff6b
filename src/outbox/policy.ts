/**
 * What to do after one request: repeat it, or leave it. Pure.
 * A create whose answer was lost may have arrived, and Teams takes no idempotency key: people would see a repeat twice.
 * So a create is repeated only where the answer says that nothing was done (429, 412).
 */

import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../time/units.ts';
import type { Attempt, FailedAttempt } from './attempt.ts';
import { outcomeOf } from './send-outcome.ts';

/** `create`: a repeat would be seen twice. `update`: a repeat does no harm. `keyed`: a repeat carries the same idempotency key. */
export type SendKind = 'create' | 'update' | 'keyed';

export type NextStep =
  | { readonly kind: 'done'; readonly id?: string }
  | { readonly kind: 'again'; readonly afterMs: number }
  /** May have arrived; a create only. */
  | { readonly kind: 'unknown' }
  /** The person or the channel takes nothing from the bot. */
  | { readonly kind: 'unreachable' }
  /** What is written to is not there. */
  | { readonly kind: 'gone' }
  /** Will not succeed (`rejected`), or was tried for too long (`expired`). `reason`: both in short, for the log and for counts by reason. */
  | {
      readonly kind: 'dead';
      readonly code: 'rejected' | 'expired';
      readonly last: FailedAttempt;
      readonly reason: string;
    };

export interface AttemptsSoFar {
  /** Requests made so far, the one that is judged included: 1 or more. */
  readonly attempts: number;
  /** Real time since the first, ms. */
  readonly forMs: number;
}

const GIVE_UP_AFTER_MS = DAY_MS;
const MOST_RETRY_AFTER_MS = HOUR_MS;

/** The first wait and the longest; each wait is twice the one before. */
const TEAMS_BACK_OFF = { firstMs: SECOND_MS, mostMs: 5 * MINUTE_MS };
const WEBHOOK_BACK_OFF = { firstMs: 5 * SECOND_MS, mostMs: 15 * MINUTE_MS };

/** What comes after `attempt`. `random` is in [0, 1) and spreads the waits, so that what failed together does not return together. */
export function nextOf(act: SendKind, attempt: Attempt, tries: AttemptsSoFar, random: () => number): NextStep {
  if (attempt.kind === 'sent') return { kind: 'done', ...(attempt.id !== undefined && { id: attempt.id }) };
  if (act === 'keyed') return again(attempt, tries, keyedWait(attempt, tries, random));
  const outcome = outcomeOf(attempt);
  if (outcome === 'unreachable' || outcome === 'gone') return { kind: outcome };
  if (outcome === 'rejected') return { kind: 'dead', code: 'rejected', last: attempt, reason: nameOf(attempt) };
  if (outcome === 'unknown' && act === 'create') return { kind: 'unknown' };
  return again(attempt, tries, wait(attempt, tries, random));
}

function again(attempt: FailedAttempt, { forMs }: AttemptsSoFar, afterMs: number): NextStep {
  if (forMs > GIVE_UP_AFTER_MS)
    return { kind: 'dead', code: 'expired', last: attempt, reason: `tried for 24 hours, last: ${nameOf(attempt)}` };
  return { kind: 'again', afterMs };
}

/** Obeys a Retry-After of one second or more. Below that it waits for the back-off at least, or it would retry without a pause. */
function wait(attempt: FailedAttempt, tries: AttemptsSoFar, random: () => number): number {
  const statedMs = statedWaitMs(attempt);
  return statedMs >= SECOND_MS ? statedMs : Math.max(statedMs, backOff(TEAMS_BACK_OFF, tries, random));
}

function keyedWait(attempt: FailedAttempt, tries: AttemptsSoFar, random: () => number): number {
  return Math.max(statedWaitMs(attempt), backOff(WEBHOOK_BACK_OFF, tries, random));
}

/** What `Retry-After` says, 0 without one. */
function statedWaitMs(attempt: FailedAttempt): number {
  return attempt.kind === 'refused' ? Math.min(attempt.retryAfterMs ?? 0, MOST_RETRY_AFTER_MS) : 0;
}

/** Between half the step and the whole of it. */
function backOff(
  { firstMs, mostMs }: typeof TEAMS_BACK_OFF,
  { attempts }: AttemptsSoFar,
  random: () => number,
): number {
  const stepMs = Math.min(firstMs * 2 ** (attempts - 1), mostMs);
  return Math.round((stepMs * (1 + random())) / 2);
}

function nameOf(attempt: FailedAttempt): string {
  return attempt.kind === 'refused' ? `status ${attempt.status}` : `no answer (${attempt.reason})`;
}
