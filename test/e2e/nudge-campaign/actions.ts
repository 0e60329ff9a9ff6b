/** What people do meanwhile, through the bot: some confirm their last claim, some who blocked the bot write to it again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../scripts/knowledge/phrases.ts';
import type { Calendar } from './calendar.ts';
import type { SimClock } from './clock.ts';
import type { Member } from './people.ts';

export interface Action {
  /** By the campaign clock, ms: before the first of two requests, and when the last was answered. */
  readonly began: number;
  readonly answered: number;
}

export interface ActionsOptions {
  readonly calendar: Calendar;
  readonly clock: SimClock;
  readonly campaignAheadMs: number;
  readonly from: number;
  readonly to: number;
  readonly random: Random;
  readonly onBegin: (member: Member) => void;
}

/** How soon people confirm after their working hours begin, while cards are being sent. */
const WITHIN_MS = 90_000;
const RETRY_AFTER_MS = 100;
const MOST_TRIES = 200;

export class Actions {
  readonly done = new Map<Member, Action>();
  readonly errors: unknown[] = [];
  readonly #options: ActionsOptions;
  readonly #plans: readonly { readonly member: Member; readonly at: number }[];
  #running = 0;

  constructor(options: ActionsOptions, members: readonly Member[]) {
    this.#options = options;
    this.#plans = members.flatMap((member) => {
      const at = this.#instantOf(member);
      return at === undefined ? [] : [{ member, at }];
    });
  }

  get stops(): readonly number[] {
    return this.#plans.map(({ at }) => at);
  }

  /** Some are under way. */
  get busy(): boolean {
    return this.#running > 0;
  }

  /** Sets a timer for each. */
  schedule(): void {
    const { clock, campaignAheadMs } = this.#options;
    for (const { member, at } of this.#plans)
      clock.setTimer(() => void this.#carryOut(member), at - campaignAheadMs - clock.now());
  }

  /** After the first milestone: on a working day of theirs, just when cards come (`finishing`), or at any time (`returning`). */
  #instantOf({ persona, zone }: Member): number | undefined {
    const { calendar, random, from, to } = this.#options;
    const spans = calendar.spans(zone).filter((span) => span.to > from && span.from < to);
    if (persona === 'finishing') {
      const firsts = spans.filter((span, i) => i > 0 && span.milestone !== spans[i - 1]?.milestone);
      const span = firsts[random.below(firsts.length)];
      return span && span.from + random.below(WITHIN_MS);
    }
    const second = spans[1];
    return persona === 'returning' && second ? second.from - random.below(12 * 3_600_000) : undefined;
  }

  async #carryOut(member: Member): Promise<void> {
    const { onBegin } = this.#options;
    this.#running += 1;
    const began = this.#now();
    if (member.persona === 'returning') member.person.chat.conversation.blocked = false;
    onBegin(member);
    try {
      await persistently(() => (member.persona === 'finishing' ? confirm(member) : member.person.chat.says('help')));
      this.done.set(member, { began, answered: this.#now() });
    } catch (error) {
      this.errors.push(error);
    }
    this.#running -= 1;
  }

  #now(): number {
    return this.#options.clock.now() + this.#options.campaignAheadMs;
  }
}

async function confirm({ person: { chat }, claims }: Member): Promise<void> {
  const { card } = await chat.says(`claim ${claims[0]}`);
  const { text } = await chat.presses(card, 'Was already there');
  if (!text.includes('Confirmed in Partner Center')) throw new Error(`not confirmed: ${text}`);
}

/** Repeats what fails, as Teams does: the bot may have been killed just now. */
async function persistently(act: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await act();
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await sleep(RETRY_AFTER_MS);
    }
  }
}
