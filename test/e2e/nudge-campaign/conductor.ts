/**
 * Leads a campaign through its days: waits until all who are owed a card have had theirs, and puts the clock forward to when somebody is
 * owed one next. Where nothing comes, since a bot waits for something, time passes a little faster.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request } from '../../support/teams/faults.ts';
import type { Teams } from '../../support/teams.ts';
import { type Arrival, type Books, isLost, ledgerId } from './books.ts';
import type { Bots } from './bots.ts';
import { machineMs, type SimClock } from './clock.ts';
import type { LedgerView } from './ledger-view.ts';
import type { Meter } from './meter.ts';
import { type Owed, rowKey } from './owed.ts';

export interface ConductorParts {
  readonly campaign: string;
  readonly clock: SimClock;
  readonly factor: number;
  readonly campaignAheadMs: number;
  readonly bots: Bots;
  readonly books: Books;
  readonly owed: Owed;
  readonly meter: Meter;
  readonly ledger: LedgerView;
  readonly teams: Teams;
  /** Something else goes on that has to end first: a restart, what people do. */
  readonly busy: () => boolean;
  /** Told of each request for a nudge. */
  readonly onArrival: (count: number) => void;
}

/** No request for so long, ms of the machine: nobody is about to send. */
const QUIET_MS = 150;
/** The same where somebody should be: rows are due. */
const STALLED_MS = 2_000;
/** What a killed bot had handed over may still come, ms of the machine; the next one needs longer. */
const LAST_WORDS_MS = 300;
const LOOK_EVERY_MS = 20;
/** Time that passes at once, ms: less than the lease that bots renew every second. */
const HOP_MS = 5_000;
const GIVEN_UP_AFTER_MS = 10 * 60_000;

export class Conductor {
  readonly wrong: string[] = [];
  readonly #parts: ConductorParts;
  #lastNews = machineMs();
  #hoppedMs = 0;
  /** Something came since the clock was put forward or a bot was killed. */
  #going = false;
  #cutAt = Number.NEGATIVE_INFINITY;

  constructor(parts: ConductorParts) {
    this.#parts = parts;
  }

  /** The campaign clock, ms. */
  get now(): number {
    return this.#parts.clock.now() + this.#parts.campaignAheadMs;
  }

  came(request: Request): void {
    const { books, owed, meter, onArrival } = this.#parts;
    const arrival = books.came(request);
    if (arrival === undefined) return;
    owed.tried(arrival.to, arrival.milestone);
    this.#news();
    if (machineMs() - this.#cutAt > LAST_WORDS_MS) {
      this.#going = true;
      meter.arrived(arrival.at, owed.untried(arrival.at) > 0);
    }
    onArrival(books.arrivals.length);
  }

  ended(request: Request): void {
    const arrival = this.#parts.books.ended(request);
    if (arrival === undefined) return;
    this.#news();
    if (arrival.done || isLost(arrival)) this.#parts.owed.settle(arrival.to, arrival.milestone);
    else if (arrival.status === 403) this.#block(arrival);
  }

  /** A bot was killed, with these rows leased, which nobody sends any more: what comes next is the next one's. */
  cut(leased: readonly string[]): void {
    const { books, owed } = this.#parts;
    for (const id of leased) {
      const [one, milestone] = books.rowOf(id) ?? [];
      if (one !== undefined && milestone !== undefined) owed.settle(one, milestone);
    }
    this.#parts.meter.cut();
    this.#going = false;
    this.#cutAt = machineMs();
    this.#news();
  }

  /** Until `to` of the campaign clock, and all who are owed something by then have it. `stops`: other instants to stop at. */
  async lead(to: number, stops: readonly number[]): Promise<void> {
    for (;;) {
      await this.#settle();
      this.#parts.teams.forget();
      const { now } = this;
      const next = [this.#parts.owed.next(now) ?? Number.POSITIVE_INFINITY, ...stops.filter((stop) => stop > now)];
      const stop = Math.min(...next);
      if (stop > to) return;
      await this.#forward(stop - now);
    }
  }

  async #settle(): Promise<void> {
    const { owed, ledger, busy, clock } = this.#parts;
    for (;;) {
      await sleep(LOOK_EVERY_MS);
      if (busy()) {
        this.#news();
        continue;
      }
      const left = owed.count(this.now);
      const quietMs = machineMs() - this.#lastNews;
      if (quietMs < LOOK_EVERY_MS) continue;
      if (left === 0 && (await ledger.leased()) + (await ledger.due(clock.now())) === 0) return;
      const stalled = this.#going && owed.untried(this.now) > 0 && (await ledger.due(clock.now())) > 0;
      if (quietMs < (stalled ? STALLED_MS : QUIET_MS)) continue;
      await this.#settleUnknown();
      if (owed.count(this.now) < left) continue;
      if (this.#hoppedMs > GIVEN_UP_AFTER_MS) return this.#giveUp();
      if (stalled) this.wrong.push(`nothing came for ${STALLED_MS} ms at ${new Date(this.now).toISOString()}`);
      await this.#forward(HOP_MS);
      this.#hoppedMs += HOP_MS;
    }
  }

  /** What a killed bot had leased may never have left it. */
  async #settleUnknown(): Promise<void> {
    const { ledger, owed, campaign } = this.#parts;
    const unknown = new Set((await ledger.rows('unknown')).map(({ _id }) => _id));
    for (const [one, milestone] of owed.now(this.now))
      if (unknown.has(ledgerId(campaign, one, rowKey(one, milestone)))) owed.settle(one, milestone);
  }

  #giveUp(): void {
    const { owed } = this.#parts;
    const left = owed.now(this.now);
    this.wrong.push(`${left.length} people were owed a card for ten minutes, at ${new Date(this.now).toISOString()}`);
    for (const [one, milestone] of left) owed.settle(one, milestone);
    this.#news();
  }

  async #forward(ms: number): Promise<void> {
    const { clock, bots, factor, meter } = this.#parts;
    meter.cut();
    this.#going = false;
    const setting = { machineMs: machineMs(), simMs: clock.now() + Math.max(0, ms), factor };
    // The stand-in first: nobody may be ahead of it.
    clock.set(setting);
    await bots.setClock(setting);
    this.#lastNews = machineMs();
  }

  #block({ to }: Arrival): void {
    this.#parts.owed.activate(to, false);
  }

  #news(): void {
    this.#lastNews = machineMs();
    this.#hoppedMs = 0;
  }
}
