/**
 * Simulated time, the same in several processes: it runs some times as fast as the machine's own clock, and is put forward over
 * spans in which nothing happens. The timers of a process follow it.
 */
import type { SetTimer } from '../../../src/outbox/worker.ts';

/** At `machineMs` of the machine it is `simMs`, and it runs `factor` times as fast. */
export interface Setting {
  readonly machineMs: number;
  readonly simMs: number;
  readonly factor: number;
}

/** Monotonic, and the same for all processes of a machine. */
export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

interface Timer {
  readonly act: () => void;
  readonly dueMs: number;
  handle?: NodeJS.Timeout;
}

export class SimClock {
  #setting: Setting;
  readonly #timers = new Set<Timer>();

  constructor(setting: Setting) {
    this.#setting = setting;
  }

  /** Milliseconds since the epoch. */
  now(): number {
    const { machineMs: from, simMs, factor } = this.#setting;
    return simMs + (machineMs() - from) * factor;
  }

  /** Goes by another setting from now on. What has become due by it happens at once. */
  set(setting: Setting): void {
    this.#setting = setting;
    for (const timer of this.#timers) this.#arm(timer);
  }

  readonly setTimer: SetTimer = (act, ms) => {
    const timer: Timer = { act, dueMs: this.now() + ms };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => {
      clearTimeout(timer.handle);
      this.#timers.delete(timer);
    };
  };

  #arm(timer: Timer): void {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        // Node's timers may come a little early.
        if (this.now() < timer.dueMs) return this.#arm(timer);
        this.#timers.delete(timer);
        timer.act();
      },
      Math.max(0, timer.dueMs - this.now()) / this.#setting.factor,
    );
  }
}
