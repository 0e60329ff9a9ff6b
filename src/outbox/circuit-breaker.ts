/** Tells trouble with one message from trouble with the place it goes to, with the way there, or with the bot's own credentials. */
import type { Attempt } from './attempt.ts';
import type { SendKind } from './policy.ts';

/** Failures in a row, each of another message. So many are no accident. */
const FAILURE_THRESHOLD = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** The request reached nobody: there was no token, no address, no route, or no listener. */
const NEVER_LEFT = /^(not sent|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)/;
/** Teams refused the bot's token. No card is at fault, and it ends when the operator has mended the registration. */
const UNAUTHORIZED = 401;

/** The kind and the attempt for the retry policy. A request that certainly had no effect counts as an update, so even a create is retried. */
export function asRepeatable(act: SendKind, attempt: Attempt): [SendKind, Attempt] {
  if (act === 'keyed') return [act, attempt];
  if (attempt.kind === 'lost' && NEVER_LEFT.test(attempt.reason)) return ['update', attempt];
  if (attempt.kind === 'refused' && attempt.status === UNAUTHORIZED)
    return ['update', { kind: 'lost', reason: `status ${UNAUTHORIZED}` }];
  return [act, attempt];
}

export interface CircuitBreakerOptions {
  /** Nothing is to be sent to this destination for so many ms. */
  readonly pause: (destination: string, ms: number) => void;
  readonly log: { warn(fields: object, message: string): void };
  /** What does not get through, for the log. */
  readonly what: string;
}

/**
 * Opens for a destination after five failures in a row, silence among them. While it is open, requests are made one at a time, with longer pauses
 * after each failure. Otherwise the bot would try everything that is due while nothing can arrive, and much would end as unknown.
 */
export interface CircuitBreaker {
  isOpen(destination: string): boolean;
  /** A request got through, or what went wrong was about one message only. */
  recordSuccess(destination: string): void;
  /** A request did not get through. @param reason for the log */
  recordFailure(destination: string, reason: string): void;
}

export function createCircuitBreaker({ pause, log, what }: CircuitBreakerOptions): CircuitBreaker {
  /** By destination. */
  const failuresInARow = new Map<string, number>();
  const failuresOf = (destination: string): number => failuresInARow.get(destination) ?? 0;
  return {
    isOpen: (destination) => failuresOf(destination) >= FAILURE_THRESHOLD,
    recordSuccess(destination) {
      failuresInARow.delete(destination);
    },
    recordFailure(destination, reason) {
      const failures = failuresOf(destination) + 1;
      failuresInARow.set(destination, failures);
      if (failures < FAILURE_THRESHOLD) return;
      if (failures === FAILURE_THRESHOLD)
        log.warn({ destination, reason }, `${what} do not get through: one at a time until one does`);
      pause(destination, Math.min(FIRST_PAUSE_MS * 2 ** (failures - FAILURE_THRESHOLD), LONGEST_PAUSE_MS));
    },
  };
}
