/**
 * Drives a campaign through its days: waits until everybody who is to get a card has got it, and then puts the clock forward to the next
 * time somebody is to get one. While nothing comes because a bot waits for something, the clock is moved on in small steps.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request } from '../../support/teams/faults.ts';
import type { Teams } from '../../support/teams.ts';
import type { Bots } from './bots.ts';
import { machineMs, type SimClock } from './clock.ts';
import { type ExpectedCards, rowKey } from './expected-cards.ts';
import type { LedgerView } from './ledger-view.ts';
import { type Arrival, isLost, ledgerId, type RequestLog } from './request-log.ts';
import type { SendRate } from './send-rate.ts';

export interface DriverOptions {
  readonly campaign: string;
  readonly clock: SimClock;
  readonly factor: number;
  readonly campaignAheadMs: number;
  readonly bots: Bots;
  readonly requests: RequestLog;
  readonly expected: ExpectedCards;
  readonly sendRate: SendRate;
  readonly ledger: LedgerView;
  readonly teams: Teams;
  /** Something else is under way that has to end first: a restart, or an action of somebody. */
  readonly busy: () => boolean;
  /** Called for each request for a nudge. */
  readonly onArrival: (count: number) => void;
}

/** No request for so long, ms of the machine: nobody is about to send. */
const QUIET_MS = 150;
/** The same where somebody should be: rows are due. */
const STALLED_MS = 2_000;
/** Requests that a killed bot had handed over may still come for so long, ms of the machine. The next bot needs longer to send. */
const LATE_REQUESTS_MS = 300;
const POLL_MS = 20;
/** Simulated ms: less than the lease that bots renew every second. */
const STEP_MS = 5_000;
const GIVEN_UP_AFTER_MS = 10 * 60_000;

export class Driver {
  readonly wrong: string[] = [];
  readonly #options: DriverOptions;
  #lastProgress = machineMs();
  #steppedMs = 0;
  /** A request came since the clock was put forward or a bot was killed. */
  #isSending = false;
  #killedAt = Number.NEGATIVE_INFINITY;

  constructor(options: DriverOptions) {
    this.#options = options;
  }

  /** The campaign clock, ms. */
  get now(): number {
    return this.#options.clock.now() + this.#options.campaignAheadMs;
  }

  requestCame(request: Request): void {
    const { requests, expected, sendRate, onArrival } = this.#options;
    const arrival = requests.add(request);
    if (arrival === undefined) return;
    expected.markTried(arrival.to, arrival.milestone);
    this.#progressed();
    if (machineMs() - this.#killedAt > LATE_REQUESTS_MS) {
      this.#isSending = true;
      sendRate.record(arrival.at, expected.untriedCount(arrival.at) > 0);
    }
    onArrival(requests.arrivals.length);
  }

  requestEnded(request: Request): void {
    const arrival = this.#options.requests.complete(request);
    if (arrival === undefined) return;
    this.#progressed();
    if (arrival.done || isLost(arrival)) this.#options.expected.settle(arrival.to, arrival.milestone);
    else if (arrival.status === 403) this.#block(arrival);
  }

  /** A bot was killed while it had these rows leased. Nobody sends them any more: later requests are the next bot's. */
  botKilled(leased: readonly string[]): void {
    const { requests, expected } = this.#options;
    for (const id of leased) {
      const [one, milestone] = requests.rowOf(id) ?? [];
      if (one !== undefined && milestone !== undefined) expected.settle(one, milestone);
    }
    this.#options.sendRate.interrupt();
    this.#isSending = false;
    this.#killedAt = machineMs();
    this.#progressed();
  }

  /** Until `to` of the campaign clock, when everybody has got the cards of that time. @param stops other instants to stop at */
  async run(to: number, stops: readonly number[]): Promise<void> {
    for (;;) {
      await this.#waitUntilSettled();
      this.#options.teams.forget();
      const { now } = this;
      const next = [
        this.#options.expected.next(now) ?? Number.POSITIVE_INFINITY,
        ...stops.filter((stop) => stop > now),
      ];
      const stop = Math.min(...next);
      if (stop > to) return;
      await this.#forward(stop - now);
    }
  }

  async #waitUntilSettled(): Promise<void> {
    const { expected, ledger, busy, clock } = this.#options;
    for (;;) {
      await sleep(POLL_MS);
      if (busy()) {
        this.#progressed();
        continue;
      }
      const left = expected.count(this.now);
      const quietMs = machineMs() - this.#lastProgress;
      if (quietMs < POLL_MS) continue;
      if (left === 0 && (await ledger.leased()) + (await ledger.due(clock.now())) === 0) return;
      const stalled = this.#isSending && expected.untriedCount(this.now) > 0 && (await ledger.due(clock.now())) > 0;
      if (quietMs < (stalled ? STALLED_MS : QUIET_MS)) continue;
      await this.#settleKilled();
      if (expected.count(this.now) < left) continue;
      if (this.#steppedMs > GIVEN_UP_AFTER_MS) return this.#giveUp();
      if (stalled) this.wrong.push(`nothing came for ${STALLED_MS} ms at ${new Date(this.now).toISOString()}`);
      await this.#forward(STEP_MS);
      this.#steppedMs += STEP_MS;
    }
  }

  /** Rows that a killed bot had leased are unknown: their requests may never have left it. */
  async #settleKilled(): Promise<void> {
    const { ledger, expected, campaign } = this.#options;
    const unknown = new Set((await ledger.rows('unknown')).map(({ _id }) => _id));
    for (const [one, milestone] of expected.at(this.now))
      if (unknown.has(ledgerId(campaign, one, rowKey(one, milestone)))) expected.settle(one, milestone);
  }

  #giveUp(): void {
    const { expected } = this.#options;
    const left = expected.at(this.now);
    this.wrong.push(`${left.length} people waited for a card for ten minutes, at ${new Date(this.now).toISOString()}`);
    for (const [one, milestone] of left) expected.settle(one, milestone);
    this.#progressed();
  }

  async #forward(ms: number): Promise<void> {
    const { clock, bots, factor, sendRate } = this.#options;
    sendRate.interrupt();
    this.#isSending = false;
    const setting = { machineMs: machineMs(), simMs: clock.now() + Math.max(0, ms), factor };
    // The stand-in first: no bot may be ahead of it.
    clock.set(setting);
    await bots.setClock(setting);
    this.#lastProgress = machineMs();
  }

  #block({ to }: Arrival): void {
    this.#options.expected.setActive(to, false);
  }

  #progressed(): void {
    this.#lastProgress = machineMs();
    this.#steppedMs = 0;
  }
}
