/**
 * Carries out what is recorded: asks its sources for what is due and runs it, a few at a time. It holds nothing that is not in
 * the store, so a kill loses nothing; what was leased comes back when its lease ends.
 */
import type { Logger } from 'pino';
import { ProgrammingError } from '../errors.ts';

/** Resolves after `ms`, by the timer of the worker. */
export type Wait = (ms: number) => Promise<void>;

export interface Job {
  /**
   * Does the work and records its result. A failure that can happen is a result; what this throws is logged as a bug.
   * @param wait for short waits only: the job stays in flight meanwhile. What is much too early is recorded, and leased again later.
   */
  run(wait?: Wait): Promise<void>;
}

export interface Source {
  /** For the log. */
  readonly name: string;
  /**
   * Leases what is due, at most `most` of it, and gives a job for each.
   * @param again asks for another look after so many ms, for what is not due yet
   */
  leaseDue(most: number, again: (afterMs: number) => void): Promise<readonly Job[]>;
}

/** Calls `act` once, after `ms`. Returns what cancels it. */
export type SetTimer = (act: () => void, ms: number) => () => void;

export interface OutboxWorkerOptions {
  /** Time between two looks when nobody wakes the worker, ms. A source that failed is not asked before the next of these. */
  readonly everyMs: number;
  /** How many jobs may be in flight, of all sources together. */
  readonly atOnce: number;
  readonly log: Logger;
  readonly setTimer?: SetTimer;
}

/** Keeps no process alive. */
export const unrefTimer: SetTimer = (act, ms) => {
  const timer = setTimeout(act, ms).unref();
  return () => clearTimeout(timer);
};

/** One look asks each source once, in turn, for as much as there is room for. */
export class OutboxWorker {
  readonly #options: Required<OutboxWorkerOptions>;
  /** None before the start. */
  #sources: readonly Source[] = [];
  /** Another look is due: it was woken, or the last one left something behind. */
  #wanted = false;
  /** A look is under way. There is one at a time: two would both count the same free room. */
  #looking = false;
  #stopped = false;
  #inFlight = 0;
  /** Index of the source to ask next. It stays between looks, so that the source that took the last room is asked last the next time. */
  #turn = 0;
  /** Sources that failed since the last tick; they are not asked before the next one. */
  readonly #resting = new Set<Source>();
  #cancelTick: (() => void) | undefined;
  #cancelAgain: (() => void) | undefined;
  /** How soon a source wants to be asked again, as it said in this look, ms. */
  #againMs: number | undefined;
  #waiting: (() => void)[] = [];

  constructor(options: OutboxWorkerOptions) {
    if (!(options.atOnce >= 1)) throw new ProgrammingError('a worker has at least one job at once');
    this.#options = { setTimer: unrefTimer, ...options };
  }

  /**
   * Asks these sources now, and from then on every `everyMs`. They come here and not with the constructor, so that whoever makes
   * one can hold `wake` already. A second start changes nothing.
   */
  start(sources: readonly Source[]): void {
    if (this.#cancelTick !== undefined) return;
    this.#sources = sources;
    this.#tick();
  }

  /** Asks all sources now: something has just been recorded. Many calls while that is under way make one more round. */
  wake(): void {
    this.#wanted = true;
    void this.#look();
  }

  /** Leases nothing more. Resolves when the jobs in flight are done, also those that are being leased just now. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTick?.();
    this.#cancelAgain?.();
    return this.idle();
  }

  /** Resolves when nothing is in flight and no look is pending. */
  async idle(): Promise<void> {
    if (this.#isIdle()) return;
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #tick(): void {
    if (this.#stopped) return;
    this.#resting.clear();
    this.#cancelTick = this.#options.setTimer(() => this.#tick(), this.#options.everyMs);
    this.wake();
  }

  async #look(): Promise<void> {
    if (this.#looking) return;
    this.#looking = true;
    while (this.#wanted && this.#room() > 0) {
      this.#wanted = false;
      await this.#askInTurn();
    }
    this.#looking = false;
    this.#setAgain();
    this.#tellIdle();
  }

  /** A look sooner than the next tick. */
  #setAgain(): void {
    if (this.#againMs === undefined || this.#stopped) return;
    this.#cancelAgain?.();
    this.#cancelAgain = this.#options.setTimer(() => this.wake(), this.#againMs);
    this.#againMs = undefined;
  }

  async #askInTurn(): Promise<void> {
    const sources = this.#sources;
    for (let asked = 0; asked < sources.length && !this.#stopped; asked++) {
      const room = this.#room();
      const source = sources[this.#turn];
      if (room <= 0 || source === undefined) return;
      this.#turn = (this.#turn + 1) % sources.length;
      const jobs = await this.#leaseFrom(source, room);
      // This source may have more, and there may be no room left for the others: look again.
      if (jobs.length >= room) this.#wanted = true;
      for (const job of jobs) void this.#run(source, job);
    }
  }

  async #leaseFrom(source: Source, most: number): Promise<readonly Job[]> {
    if (this.#resting.has(source)) return [];
    try {
      return await source.leaseDue(most, (afterMs) => {
        this.#againMs = Math.min(this.#againMs ?? afterMs, afterMs);
      });
    } catch (err) {
      this.#resting.add(source);
      this.#options.log.error(
        { err, source: source.name },
        'outbox: a source cannot be asked, next try at the next tick',
      );
      return [];
    }
  }

  async #run(source: Source, job: Job): Promise<void> {
    this.#inFlight++;
    try {
      await job.run((ms) => new Promise((resolve) => void this.#options.setTimer(resolve, ms)));
    } catch (err) {
      this.#options.log.error({ err, source: source.name }, 'outbox: a job threw');
    }
    this.#inFlight--;
    void this.#look();
  }

  #room(): number {
    return this.#options.atOnce - this.#inFlight;
  }

  #isIdle(): boolean {
    return !this.#looking && this.#inFlight === 0;
  }

  #tellIdle(): void {
    if (!this.#isIdle()) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const tell of waiting) tell();
  }
}
