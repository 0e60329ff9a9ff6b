/** When it is not one person's chat that takes nothing, but Teams, the way there, or the bot's own credentials. */
import type { Attempt } from '../outbox/attempt.ts';
import type { Act } from '../outbox/policy.ts';
import type { Throttle } from './throttle.ts';

/** So many in a row, each of another person, are no accident. */
const IN_A_ROW = 5;
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 30_000;

/** Nobody heard the request: there was no token for it, no address, no way, or nobody listened. */
const NEVER_LEFT = /^(not sent|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)/;
/** The bot's own token was refused: about no card, and over when the operator has mended it. */
const UNAUTHORIZED = 401;

/** What the policy is asked: what surely was not carried out may be repeated, also where it would be seen twice. */
export function asRepeatable(act: Act, attempt: Attempt): [Act, Attempt] {
  if (attempt.kind === 'lost' && NEVER_LEFT.test(attempt.reason)) return ['update', attempt];
  if (attempt.kind === 'refused' && attempt.status === UNAUTHORIZED)
    return ['update', { kind: 'lost', reason: `status ${UNAUTHORIZED}` }];
  return [act, attempt];
}

interface Log {
  warn(facts: object, message: string): void;
}

/**
 * After five requests in a row that did not get through, a tenant rests, longer each time, and then one request at a time tries
 * again. Else everybody who is due would be tried while nothing can arrive, and be unknown where the answer does not say so.
 */
export class CircuitBreaker {
  readonly #throttle: Throttle;
  readonly #log: Log;
  readonly #inARow = new Map<string, number>();

  constructor(throttle: Throttle, log: Log) {
    this.#throttle = throttle;
    this.#log = log;
  }

  isIn(tenantId: string): boolean {
    return (this.#inARow.get(tenantId) ?? 0) >= IN_A_ROW;
  }

  /** @param reason why a request did not get through; undefined: it did, or was about one person only */
  saw(tenantId: string, reason: string | undefined): void {
    const inARow = reason === undefined ? 0 : (this.#inARow.get(tenantId) ?? 0) + 1;
    this.#inARow.set(tenantId, inARow);
    if (inARow < IN_A_ROW) return;
    if (inARow === IN_A_ROW)
      this.#log.warn({ tenantId, reason }, 'nudges do not get through: one at a time until one does');
    this.#throttle.rest(tenantId, Math.min(FIRST_REST_MS * 2 ** (inARow - IN_A_ROW), LONGEST_REST_MS));
  }
}
