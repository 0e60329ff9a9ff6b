/** Tells trouble with one person's chat from trouble with Teams, with the way there, or with the bot's own credentials. */
import type { Attempt } from '../outbox/attempt.ts';
import type { SendKind } from '../outbox/policy.ts';
import type { Throttle } from './throttle.ts';

/** Failures in a row, each of another person. So many are no accident. */
const FAILURE_THRESHOLD = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** The request reached nobody: there was no token, no address, no route, or no listener. */
const NEVER_LEFT = /^(not sent|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)/;
/** Teams refused the bot's token. No card is at fault, and it ends when the operator has mended the registration. */
const UNAUTHORIZED = 401;

/** The kind and the attempt for the retry policy. A request that certainly had no effect counts as an update, so even a create is retried. */
export function asRepeatable(act: SendKind, attempt: Attempt): [SendKind, Attempt] {
  if (attempt.kind === 'lost' && NEVER_LEFT.test(attempt.reason)) return ['update', attempt];
  if (attempt.kind === 'refused' && attempt.status === UNAUTHORIZED)
    return ['update', { kind: 'lost', reason: `status ${UNAUTHORIZED}` }];
  return [act, attempt];
}

interface Log {
  warn(fields: object, message: string): void;
}

/**
 * Opens for a tenant after five failures in a row. While it is open, requests are made one at a time, with longer pauses after each
 * failure. Otherwise the bot would try everybody who is due while nothing can arrive, and many rows would end as unknown.
 */
export class CircuitBreaker {
  readonly #throttle: Throttle;
  readonly #log: Log;
  /** By tenant. */
  readonly #failuresInARow = new Map<string, number>();

  constructor(throttle: Throttle, log: Log) {
    this.#throttle = throttle;
    this.#log = log;
  }

  isOpen(tenantId: string): boolean {
    return (this.#failuresInARow.get(tenantId) ?? 0) >= FAILURE_THRESHOLD;
  }

  /** A request got through, or what went wrong was about one person only. */
  recordSuccess(tenantId: string): void {
    this.#failuresInARow.set(tenantId, 0);
  }

  /** A request did not get through. @param reason for the log */
  recordFailure(tenantId: string, reason: string): void {
    const failures = (this.#failuresInARow.get(tenantId) ?? 0) + 1;
    this.#failuresInARow.set(tenantId, failures);
    if (failures < FAILURE_THRESHOLD) return;
    if (failures === FAILURE_THRESHOLD)
      this.#log.warn({ tenantId, reason }, 'nudges do not get through: one at a time until one does');
    this.#throttle.pause(tenantId, Math.min(FIRST_PAUSE_MS * 2 ** (failures - FAILURE_THRESHOLD), LONGEST_PAUSE_MS));
  }
}
