/** What goes wrong at random, the same in every run of a seed: it depends on whose request it is and on its number, not on the order of all. */
import { createHash } from 'node:crypto';
import type { ImmediateFault } from '../../support/teams/faults.ts';

const STATUSES = [500, 502, 503, 504] as const;
const LONGEST_RETRY_AFTER_S = 20;

/** Per cent of requests. */
const TOO_MANY = 5;
const FAILED_AFTER_DELIVERY = 2;
const RESET = 1;

/** Three numbers in [0, 1). */
function randomNumbers(text: string): [number, number, number] {
  const hash = createHash('sha256').update(text).digest();
  const at = (n: number) => hash.readUInt32BE(4 * n) / 2 ** 32;
  return [at(0), at(1), at(2)];
}

/** @param request whom it is for, and its number among those */
export function randomFault(seed: number, request: string): ImmediateFault | undefined {
  const [what, half, which] = randomNumbers(`${seed} ${request}`);
  const percent = what * 100;
  if (percent < TOO_MANY) {
    const retryAfter = { 'retry-after': String(1 + Math.floor(which * LONGEST_RETRY_AFTER_S)) };
    return { status: 429, ...(half < 0.5 && { headers: retryAfter }) };
  }
  if (percent < TOO_MANY + FAILED_AFTER_DELIVERY)
    return { lost: true, status: STATUSES[Math.floor(which * STATUSES.length)] ?? 500 };
  if (percent < TOO_MANY + FAILED_AFTER_DELIVERY + RESET) return half < 0.5 ? { reset: true } : { lost: true };
  return undefined;
}
