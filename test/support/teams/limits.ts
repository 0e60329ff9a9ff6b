/**
 * Teams' limits as docs/platform.md has them, enforced: one app in one tenant over all threads, and one bot in one thread. What comes over
 * a limit is to be answered 429 and stands in `excesses`; it uses nothing up. Written without a look at the bot's own limits.
 */
import type { Request } from './faults.ts';

interface Window {
  /** A span that holds its first instant and not its last, ms. */
  readonly ms: number;
  readonly most: number;
}

const TENANT: readonly Window[] = [{ ms: 1_000, most: 50 }];
/** Sends and creates; changes and removals are taken for sends. */
const WRITES: readonly Window[] = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
];
/** Members, and conversations looked up. */
const READS: readonly Window[] = WRITES.map(({ ms, most }) => ({ ms, most: 2 * most }));

export interface Excess {
  /** Which of the limits. */
  readonly of: 'tenant' | 'writes' | 'reads';
  readonly thread: string;
  /** By the clock that was handed in, ms. */
  readonly at: number;
}

export class TeamsLimits {
  /** All that came over a limit, in order. */
  readonly excesses: Excess[] = [];
  /** The most requests that any second held in one tenant, those over a limit included. */
  peak = 0;
  readonly #now: () => number;
  readonly #taken = new Map<string, number[]>();
  readonly #lastSecond = new Map<string, number[]>();

  /** @param now ms; runs forward only */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts a request. Undefined: within all limits. Else how long to wait for all of them, ms. */
  take({ method }: Pick<Request, 'method'>, tenantId: string, thread: string): number | undefined {
    const at = this.#now();
    this.#seePeak(tenantId, at);
    const kind = method === 'GET' ? 'reads' : 'writes';
    const limits = [
      { of: 'tenant', windows: TENANT, taken: this.#of(`tenant ${tenantId}`) },
      { of: kind, windows: kind === 'reads' ? READS : WRITES, taken: this.#of(`${kind} ${thread}`) },
    ] as const;
    const waits = limits.map(({ of, windows, taken }) => ({ of, ms: waitOf(windows, taken, at) }));
    const over = waits.filter(({ ms }) => ms > 0);
    if (over.length === 0) {
      for (const { taken, windows } of limits) keep(taken, windows, at);
      return undefined;
    }
    this.excesses.push(...over.map(({ of }) => ({ of, thread, at })));
    return Math.max(...over.map(({ ms }) => ms));
  }

  #of(key: string): number[] {
    const taken = this.#taken.get(key) ?? [];
    this.#taken.set(key, taken);
    return taken;
  }

  #seePeak(tenantId: string, at: number): void {
    const second = (this.#lastSecond.get(tenantId) ?? []).filter((one) => one > at - 1_000);
    second.push(at);
    this.#lastSecond.set(tenantId, second);
    this.peak = Math.max(this.peak, second.length);
  }
}

/** How long until one more fits into every window: until the oldest of the last `most` has left it. */
function waitOf(windows: readonly Window[], taken: readonly number[], at: number): number {
  return Math.max(
    ...windows.map(({ ms, most }) => Math.max(0, (taken.at(-most) ?? Number.NEGATIVE_INFINITY) + ms - at)),
  );
}

/** Adds one, and forgets what no window sees any more. */
function keep(taken: number[], windows: readonly Window[], at: number): void {
  const longest = Math.max(...windows.map(({ ms }) => ms));
  const first = taken.findIndex((one) => one > at - longest);
  taken.splice(0, first === -1 ? taken.length : first);
  taken.push(at);
}
