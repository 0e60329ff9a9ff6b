/** What came of one request. */
export type Attempt =
  /** 2xx; `id` of what was created. */
  | { readonly kind: 'sent'; readonly id?: string }
  /** An answer that is no success. */
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfterMs?: number }
  /** No answer: reset, time-out, killed in flight. `reason` is a short code for the log, never an address or a text. */
  | { readonly kind: 'lost'; readonly reason: string };

/** Plain data: it is kept in records. */
export type FailedAttempt = Exclude<Attempt, { readonly kind: 'sent' }>;

/** In short, for the log; empty where it was sent. */
export function reasonOf(attempt: Attempt): string {
  if (attempt.kind === 'refused') return `status ${attempt.status}`;
  return attempt.kind === 'lost' ? attempt.reason : '';
}

const SECONDS = /^\d+$/;
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d{2}:\d{2}:\d{2}/;

/**
 * How long a `Retry-After` header (RFC 9110, 10.2.3: seconds or an HTTP date) asks to wait from `nowMs`, in ms.
 * A date that has passed is 0. No header, or one that is neither form: undefined.
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  const value = header?.trim() ?? '';
  if (SECONDS.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
  if (!HTTP_DATE.test(value)) return undefined;
  // The oldest of the three forms (asctime) names no zone, and means GMT all the same.
  const at = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}
