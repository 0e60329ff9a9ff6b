/** A world whose clock the test moves, and what people get in it unasked: what the tests of the nudges stand on. */

import { openStore } from '../../src/storage/open-store.ts';
import type { DocStore } from '../../src/storage/port.ts';
import { type AdaptiveCard, texts } from '../support/cards.ts';
import { ENGINES } from '../support/engines.ts';
import type { Sent } from '../support/teams/conversation.ts';
import type { Answer, Chat, Person } from '../support/teams.ts';
import { openWorld, type Row, type World, type WorldOptions } from './world.ts';

/** A Tuesday, 14 days before the deadline, and 9:00 in Los Angeles: where people are who do not say otherwise. */
export const NOW = '2020-06-16T16:00:00Z';
const SENDING_SECONDS = 20;
/** Teams' limits of one chat keep nothing back for longer (docs/platform.md, "Limits"). */
const QUIET_SECONDS = 3;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const LEAD = 'isaiahl@contoso.example';

/** Runs `define` for each engine. */
export function eachEngine(title: string, define: (engine: 'sqlite' | 'mongodb') => void): void {
  for (const engine of ENGINES)
    describe(`${title}, on ${engine === 'sqlite' ? 'SQLite' : 'MongoDB'}`, () => define(engine));
}

/** Campaign and real time go together. */
export class Simulation {
  readonly world: World;
  readonly lead: Person;
  readonly #aheadMs: { value: number };

  private constructor(world: World, aheadMs: { value: number }) {
    this.world = world;
    this.#aheadMs = aheadMs;
    this.lead = world.teams.person({ name: 'Isaiah Langer', upn: LEAD });
  }

  static async open(
    engine: 'sqlite' | 'mongodb',
    env: Record<string, string> = {},
    options: WorldOptions = {},
  ): Promise<Simulation> {
    const aheadMs = { value: 0 };
    const began = Date.now();
    const world = await openWorld(engine, {
      ...options,
      env: { NUDGE_DAYS: '14,7,0', NUDGE_TICK_SECONDS: '3600', LEADS: LEAD, NOW, ...env },
      overrides: { ...options.overrides, realTime: () => new Date(began + aheadMs.value) },
    });
    const simulation = new Simulation(world, aheadMs);
    await simulation.lead.chat.install();
    // From its first round on the bot knows whom it sends for.
    await world.app.tick('rounds');
    return simulation;
  }

  person(name: string, facts: Partial<Person> = {}): Person {
    return this.world.teams.person({ name, ...facts });
  }

  /** Somebody who has the bot, and whose time zone it knows: only what people write tells that. */
  async owner(name: string, facts: Partial<Person> = {}): Promise<Person> {
    const person = this.person(name, facts);
    await person.chat.install();
    await person.chat.says('help');
    return person;
  }

  /** Moves the clock, and lets the bot find and send what is due. */
  async after(ms: number): Promise<void> {
    this.#aheadMs.value += ms;
    await this.round();
  }

  async round(): Promise<void> {
    await this.world.app.tick('rounds');
    await this.sends();
  }

  /**
   * Lets the bot send what it has to send, without looking who else is due: for 20 s, a second at a time, to keep within the rate. When
   * nothing has left for a while, what still waits does so for longer than a rate makes it, and the last of these seconds is next.
   */
  async sends(): Promise<void> {
    const { app, teams } = this.world;
    for (let quiet = 0, left = SENDING_SECONDS; left > 0; ) {
      const before = teams.requests.length;
      app.outbox.wake();
      await app.outbox.idle();
      quiet = teams.requests.length > before ? 0 : quiet + 1;
      const seconds = quiet < QUIET_SECONDS ? 1 : Math.max(1, left - 1);
      this.#aheadMs.value += seconds * 1_000;
      left -= seconds;
    }
  }

  /** Stops the bot, lets `look` at its store, and starts it again. */
  async between(look: (store: DocStore) => Promise<void>): Promise<void> {
    const { app, place } = this.world;
    await app.stop();
    const { store } = await openStore({ ...place, now: () => new Date() });
    try {
      await look(store);
    } finally {
      await store.close();
    }
    await this.world.restart();
  }

  dispose(): Promise<void> {
    return this.world.dispose();
  }
}

/** A row of an export: a claim of this owner, or of nobody. */
export const claim = (id: string, owner: string | undefined, facts: Partial<Row> = {}): Row => ({
  claim: id,
  ...(owner !== undefined && { owner }),
  ...facts,
});
/** The cards that the bot sent to somebody's chat by itself, since a mark. */
export const sentTo = ({ chat }: Person, since = 0): Sent[] =>
  chat.conversation.sent.slice(since).filter(({ kind }) => kind === 'message');
export const mark = ({ chat }: Person): number => chat.conversation.mark;
export const shownIn = ({ chat }: Person): AdaptiveCard => chat.conversation.lastCard;
export const textOf = (card: AdaptiveCard): string => texts(card).join('\n');

/** Presses a button that the person need not have, as a forger would. */
export const forges = (chat: Chat, verb: string, data: object = {}): Promise<Answer> =>
  chat.sends({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  });
/** The same from an old client, which sends it as a message. */
export const forgesSubmit = (chat: Chat, verb: string, data: object = {}): Promise<Answer> =>
  chat.sends({ type: 'message', value: { ...data, verb } });

/** Of what somebody got by itself, the leads' digests, and the reminders. */
export const digests = (lead: Person, since = 0): Sent[] =>
  sentTo(lead, since).filter(({ text }) => /Where a lead can help/.test(text));
export const reminders = (person: Person, since = 0): Sent[] =>
  sentTo(person, since).filter(({ text }) => /to collect POE for/.test(text));
