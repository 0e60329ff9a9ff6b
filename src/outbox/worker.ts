/**
 * Carries out what is recorded: leases what is due from its sources and runs it, a few jobs of each source at a time, so that no source waits
 * for another's. It keeps nothing that is not in the store, so a kill loses nothing: what was leased is due again when its lease expires.
 */
import type { Logger } from 'pino';
import { ProgrammingError } from '../errors.ts';
import { NO_TRACING, type Tracing } from '../telemetry/tracing.ts';

/** Resolves after `ms`, by the timer of the worker. */
export type Wait = (ms: number) => Promise<void>;

export interface Job {
  /**
   * Does the work and records its result. A failure that can happen is a result; what this throws is logged as a bug.
   * @param wait for short waits only, since the job stays in flight meanwhile. A long wait is recorded, and the job leased again later.
   */
  run(wait?: Wait): Promise<void>;
  /** Its source may have more than it could lease beside this: it is asked again when this is done. */
  readonly hasMoreBehind?: boolean;
}

export interface OutboxSource {
  /** For the log. */
  readonly name: string;
  /**
   * Leases what is due, at most `most` of it, and gives a job for each.
   * @param pollAgain has the sources polled again after so many ms, for what is not due yet
   */
  leaseDue(most: number, pollAgain: (afterMs: number) => void): Promise<readonly Job[]>;
}

/** Calls `act` once, after `ms`. Returns what cancels it. */
export type SetTimer = (act: () => void, ms: number) => () => void;

export interface OutboxWorkerOptions {
  /** Time between two polls when nobody wakes the worker, ms. A source that failed is left out until the next of these. */
  readonly everyMs: number;
  /** How many jobs of each source may be in flight. */
  readonly atOnce: number;
  readonly log: Logger;
  readonly setTimer?: SetTimer;
  readonly tracing?: Tracing;
}

/** Keeps no process alive. */
export const unrefTimer: SetTimer = (act, ms) => {
  const timer = setTimeout(act, ms).unref();
  return () => clearTimeout(timer);
};

/** A poll asks each source for as much as it has room for. */
export class OutboxWorker {
  readonly #options: Required<OutboxWorkerOptions>;
  /** None before the start. */
  #sources: readonly OutboxSource[] = [];
  /** Sources to ask: the worker was woken, or their last poll may have left something behind. */
  readonly #toAsk = new Set<OutboxSource>();
  /** One poll at a time: two would both count the same free room. */
  #polling = false;
  #stopped = false;
  /** By source; none where it is not there. */
  readonly #inFlight = new Map<OutboxSource, number>();
  /** Sources that failed since the last tick; they are left out until the next one. */
  readonly #failed = new Set<OutboxSource>();
  #cancelTick: (() => void) | undefined;
  #cancelEarlyPoll: (() => void) | undefined;
  /** The soonest that a source has asked for in this poll, ms. */
  #earlyPollMs: number | undefined;
  #onIdle: (() => void)[] = [];

  constructor(options: OutboxWorkerOptions) {
    if (!(options.atOnce >= 1)) throw new ProgrammingError('a worker has at least one job at once');
    this.#options = { setTimer: unrefTimer, tracing: NO_TRACING, ...options };
  }

  /**
   * Polls these sources now, and from then on every `everyMs`. They come here and not with the constructor, since a source may need
   * the worker's `wake`. A second start changes nothing.
   */
  start(sources: readonly OutboxSource[]): void {
    if (this.#cancelTick !== undefined) return;
    this.#sources = sources;
    this.#tick();
  }

  /** Polls now: something has just been recorded. Many calls during a poll make one more poll. */
  wake(): void {
    for (const source of this.#sources) this.#toAsk.add(source);
    void this.#poll();
  }

  /** Leases nothing more. Resolves when the jobs in flight are done, also those that are being leased just now. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTick?.();
    this.#cancelEarlyPoll?.();
    return this.idle();
  }

  /** Resolves when nothing is in flight and no poll is due. */
  async idle(): Promise<void> {
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => this.#onIdle.push(resolve));
  }

  #tick(): void {
    if (this.#stopped) return;
    this.#failed.clear();
    this.#cancelTick = this.#options.setTimer(() => this.#tick(), this.#options.everyMs);
    this.wake();
  }

  async #poll(): Promise<void> {
    if (this.#polling) return;
    this.#polling = true;
    for (let source = this.#next(); source !== undefined; source = this.#next()) {
      // Behind the others, where it is asked again.
      this.#toAsk.delete(source);
      const room = this.#room(source);
      const jobs = await this.#leaseFrom(source, room);
      // It may have more.
      if (jobs.length >= room) this.#toAsk.add(source);
      for (const job of jobs) void this.#run(source, job);
    }
    this.#polling = false;
    this.#scheduleEarlyPoll();
    this.#resolveIdle();
  }

  /** A poll sooner than the next tick. */
  #scheduleEarlyPoll(): void {
    if (this.#earlyPollMs === undefined || this.#stopped) return;
    this.#cancelEarlyPoll?.();
    this.#cancelEarlyPoll = this.#options.setTimer(() => this.wake(), this.#earlyPollMs);
    this.#earlyPollMs = undefined;
  }

  /** The source to ask next: the one that waits longest among those that have room. */
  #next(): OutboxSource | undefined {
    return this.#stopped ? undefined : this.#toAsk.values().find((source) => this.#room(source) > 0);
  }

  async #leaseFrom(source: OutboxSource, most: number): Promise<readonly Job[]> {
    if (this.#failed.has(source)) return [];
    try {
      return await source.leaseDue(most, (afterMs) => {
        this.#earlyPollMs = Math.min(this.#earlyPollMs ?? afterMs, afterMs);
      });
    } catch (err) {
      this.#failed.add(source);
      this.#options.log.error(
        { err, source: source.name },
        'outbox: a source cannot be asked, next try at the next tick',
      );
      return [];
    }
  }

  async #run(source: OutboxSource, job: Job): Promise<void> {
    this.#inFlight.set(source, this.#inFlightOf(source) + 1);
    const wait: Wait = (ms) => new Promise((resolve) => void this.#options.setTimer(resolve, ms));
    try {
      await this.#options.tracing.span(`outbox ${source.name}`, { isRoot: true }, () => job.run(wait));
    } catch (err) {
      this.#options.log.error({ err, source: source.name }, 'outbox: a job threw');
    }
    const left = this.#inFlightOf(source) - 1;
    if (left > 0) this.#inFlight.set(source, left);
    else this.#inFlight.delete(source);
    if (job.hasMoreBehind) this.#toAsk.add(source);
    void this.#poll();
  }

  #inFlightOf(source: OutboxSource): number {
    return this.#inFlight.get(source) ?? 0;
  }

  #room(source: OutboxSource): number {
    return this.#options.atOnce - this.#inFlightOf(source);
  }

  #isIdle(): boolean {
    return !this.#polling && this.#inFlight.size === 0;
  }

  #resolveIdle(): void {
    if (!this.#isIdle()) return;
    const resolves = this.#onIdle;
    this.#onIdle = [];
    for (const resolve of resolves) resolve();
  }
}
