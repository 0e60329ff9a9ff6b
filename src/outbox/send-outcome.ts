/** What the answer to a request says, in the one place that reads status codes of Teams and of a webhook (401 apart: `circuit-breaker.ts`). Pure. */
import type { Attempt } from './attempt.ts';
import type { Limits } from './rate-limits.ts';

export type SendOutcome =
  | 'sent'
  /** Nothing was done: too many requests (429), or another one is under way for the same conversation (412). May be repeated. */
  | 'throttled'
  | 'conflict'
  /** Blocked or removed (403): who was written to cannot be reached. */
  | 'unreachable'
  /** What was written to is not there (404). */
  | 'gone'
  /** No answer, one that came too late (408), or a failure of the other side (5xx): it may have arrived. */
  | 'unknown'
  /** Any other answer: a repeat will not succeed. */
  | 'rejected';

export function outcomeOf(attempt: Attempt): SendOutcome {
  if (attempt.kind === 'sent') return 'sent';
  if (attempt.kind === 'lost') return 'unknown';
  switch (attempt.status) {
    case 403:
      return 'unreachable';
    case 404:
      return 'gone';
    case 412:
      return 'conflict';
    case 429:
      return 'throttled';
    default:
      return attempt.status === 408 || attempt.status >= 500 ? 'unknown' : 'rejected';
  }
}

/** The wait after a 429 without `Retry-After`. */
const DEFAULT_WAIT_MS = 1_000;

/** After a 429 nothing leaves for this key until its `Retry-After` is over. @param nowMs by the clock of the limits */
export function heedRetryAfter(attempt: Attempt, limits: Limits, key: string, nowMs: number): void {
  if (attempt.kind !== 'refused' || outcomeOf(attempt) !== 'throttled') return;
  limits.slow(key, nowMs + (attempt.retryAfterMs ?? DEFAULT_WAIT_MS));
}
