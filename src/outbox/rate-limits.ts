/** Rate limits: how much may leave, in sliding windows that count per key. Pure; the clock is handed in and should not run backwards. */
import { ProgrammingError } from '../errors.ts';

/** At most `most` in any span of `ms` (which includes its first instant, not its last). */
export interface Window {
  readonly ms: number;
  readonly most: number;
}

export interface Limits {
  /** Takes one for the key and returns 0; or takes nothing and returns in how many ms one is free, unless somebody else takes it first. */
  take(key: string, nowMs: number): number;
  /** The last `count` that were taken were not used. */
  giveBack(key: string, count: number): void;
  /** How many ms to wait until one may be taken; takes nothing. */
  wait(key: string, nowMs: number): number;
  /** The other side said "too many": nothing for this key before `untilMs` (same clock as `nowMs`). */
  slow(key: string, untilMs: number): void;
  /** Keys in memory: those used within the longest window (at most two windows), and those slowed. */
  readonly keys: number;
}

/** Teams, per bot and thread (a personal chat is its own thread). Source: Microsoft, "Optimize your bot with rate limiting". */
export const THREAD_WINDOWS: readonly Window[] = [
  { ms: 1000, most: 7 },
  { ms: 2000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1800 },
];

/** By how much requests may be delayed on their way without making a second too full at the other side. */
const TO_SPARE_MS = 25;

/** For one app in one tenant, over all threads: at most `perSecond` (1 or more) in a sliding second, and about a tenth of it in a tenth. */
export function tenantWindows(perSecond: number): readonly Window[] {
  return [
    { ms: 100, most: Math.ceil(perSecond / 10) },
    { ms: 1000 + TO_SPARE_MS, most: perSecond },
  ];
}

interface Entry {
  /** When the latest were taken, oldest first; only what the longest window still sees, so never more than its `most`. */
  taken: number[];
  slowUntilMs: number;
}

/**
 * Limits for any number of keys, each under all of `windows`.
 * Memory: a number for each taking that a window still sees. Keys are in two generations, each one window long. A key moves to the
 * young generation when it is used, and the old one is dropped whole: nothing has to be swept, and an idle key goes after two windows.
 */
export function createLimits({ windows }: { windows: readonly Window[] }): Limits {
  if (windows.length === 0 || windows.some(({ ms, most }) => !(ms > 0) || !Number.isInteger(most) || most < 1)) {
    throw new ProgrammingError('limits need windows of more than 0 ms that allow at least one');
  }
  const longestMs = Math.max(...windows.map(({ ms }) => ms));
  let young = new Map<string, Entry>();
  let old = new Map<string, Entry>();
  let youngSinceMs = Number.NEGATIVE_INFINITY;

  function turnGenerations(nowMs: number): void {
    if (nowMs < youngSinceMs + longestMs) return;
    const idle = nowMs < youngSinceMs + 2 * longestMs ? [old] : [old, young];
    const next = new Map<string, Entry>();
    for (const keys of idle) for (const [key, entry] of keys) if (entry.slowUntilMs > nowMs) next.set(key, entry);
    old = idle.includes(young) ? new Map() : young;
    young = next;
    youngSinceMs = nowMs;
  }

  function entryOf(key: string): Entry | undefined {
    const entry = old.get(key);
    if (entry === undefined) return young.get(key);
    old.delete(key);
    young.set(key, entry);
    return entry;
  }

  function waitOf({ taken, slowUntilMs }: Entry, nowMs: number): number {
    let freeMs = slowUntilMs;
    for (const { ms, most } of windows) freeMs = Math.max(freeMs, (taken.at(-most) ?? Number.NEGATIVE_INFINITY) + ms);
    return Math.max(0, freeMs - nowMs);
  }

  return {
    take(key, nowMs) {
      turnGenerations(nowMs);
      const entry = entryOf(key);
      if (entry === undefined) {
        young.set(key, { taken: [nowMs], slowUntilMs: 0 });
        return 0;
      }
      const waitMs = waitOf(entry, nowMs);
      if (waitMs > 0) return waitMs;
      const { taken } = entry;
      const seen = taken.findIndex((at) => at > nowMs - longestMs);
      if (seen !== 0) taken.splice(0, seen === -1 ? taken.length : seen);
      taken.push(nowMs);
      return 0;
    },

    giveBack(key, count) {
      if (count > 0) entryOf(key)?.taken.splice(-count);
    },

    wait(key, nowMs) {
      const entry = young.get(key) ?? old.get(key);
      return entry === undefined ? 0 : waitOf(entry, nowMs);
    },

    slow(key, untilMs) {
      const entry = entryOf(key);
      if (entry === undefined) young.set(key, { taken: [], slowUntilMs: untilMs });
      else entry.slowUntilMs = Math.max(entry.slowUntilMs, untilMs);
    },

    get keys() {
      return young.size + old.size;
    },
  };
}
