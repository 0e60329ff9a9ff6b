/** What people do on the way, through the bot's door: some confirm their last claim, some who blocked the bot write to it again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../scripts/knowledge/phrases.ts';
import type { Calendar } from './calendar.ts';
import type { SimClock } from './clock.ts';
import type { Member } from './people.ts';

export interface Deed {
  /** By the campaign clock, ms: before the first of two requests, and when the last was answered. */
  readonly began: number;
  readonly answered: number;
}

export interface DeedsParts {
  readonly calendar: Calendar;
  readonly clock: SimClock;
  readonly campaignAheadMs: number;
  readonly from: number;
  readonly to: number;
  readonly random: Random;
  readonly onBegin: (member: Member) => void;
}

/** Of those who confirm: after the begin of their working hours, when cards are on their way. */
const WITHIN_MS = 90_000;
const AGAIN_AFTER_MS = 100;
const MOST_TRIES = 200;

export class Deeds {
  readonly done = new Map<Member, Deed>();
  readonly errors: unknown[] = [];
  readonly #parts: DeedsParts;
  readonly #plans: readonly { readonly member: Member; readonly at: number }[];
  #under = 0;

  constructor(parts: DeedsParts, members: readonly Member[]) {
    this.#parts = parts;
    this.#plans = members.flatMap((member) => {
      const at = this.#instantOf(member);
      return at === undefined ? [] : [{ member, at }];
    });
  }

  get stops(): readonly number[] {
    return this.#plans.map(({ at }) => at);
  }

  /** Some of them are at it. */
  get busy(): boolean {
    return this.#under > 0;
  }

  /** Sets the clock for all. */
  begin(): void {
    const { clock, campaignAheadMs } = this.#parts;
    for (const { member, at } of this.#plans)
      clock.setTimer(() => void this.#do(member), at - campaignAheadMs - clock.now());
  }

  /** After the first milestone: on a working day of theirs, just when cards come (`finishing`), or at any time (`returning`). */
  #instantOf({ lot, zone }: Member): number | undefined {
    const { calendar, random, from, to } = this.#parts;
    const spans = calendar.spans(zone).filter((span) => span.to > from && span.from < to);
    if (lot === 'finishing') {
      const firsts = spans.filter((span, i) => i > 0 && span.milestone !== spans[i - 1]?.milestone);
      const span = firsts[random.below(firsts.length)];
      return span && span.from + random.below(WITHIN_MS);
    }
    const second = spans[1];
    return lot === 'returning' && second ? second.from - random.below(12 * 3_600_000) : undefined;
  }

  async #do(member: Member): Promise<void> {
    const { onBegin } = this.#parts;
    this.#under += 1;
    const began = this.#now();
    if (member.lot === 'returning') member.person.chat.conversation.blocked = false;
    onBegin(member);
    try {
      await persistently(() => (member.lot === 'finishing' ? confirm(member) : member.person.chat.says('help')));
      this.done.set(member, { began, answered: this.#now() });
    } catch (error) {
      this.errors.push(error);
    }
    this.#under -= 1;
  }

  #now(): number {
    return this.#parts.clock.now() + this.#parts.campaignAheadMs;
  }
}

async function confirm({ person: { chat }, claims }: Member): Promise<void> {
  const { card } = await chat.says(`claim ${claims[0]}`);
  const { text } = await chat.presses(card, 'Was already there');
  if (!text.includes('Confirmed in Partner Center')) throw new Error(`not confirmed: ${text}`);
}

/** The bot may be dead for a moment: Teams, too, delivers again. */
async function persistently(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await act();
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await sleep(AGAIN_AFTER_MS);
    }
  }
}
