/**
 * Kills the bot, as a real process with a real signal, at a random point between the submit of a ticket and its delivery to the desk,
 * again and again on the same data; then lets it finish, and says what became of every ticket.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { seededRandom } from '../../scripts/knowledge/phrases.ts';
import { start } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { openStore } from '../../src/storage/open-store.ts';
import { TICKETS } from '../../src/tickets/repository.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { type AheadBot, BotClock, startAhead } from '../support/ahead-bot.ts';
import { newPlace, removePlace } from '../support/engines.ts';
import type { Fault } from '../support/teams/faults.ts';
import { type Answer, type Chat, type Conversation, startTeams, TENANT } from '../support/teams.ts';
import { HelpDesk, SECRET } from './help-desk.ts';

/**
 * Where the kill falls. `moment`: so many milliseconds after the submit left; the others: when that has just been seen outside.
 * `card asked twice`: again in the bot's next life, when it sends the same card once more.
 */
const POINTS = [
  'moment',
  'card asked',
  'card asked twice',
  'card refused',
  'card delivered',
  'card answered',
  'webhook taken in',
] as const;
type Point = (typeof POINTS)[number];
/** A submit, and then its card, take about so long, ms. */
const MOMENTS = [20, 150];
const SECOND_FAULTS: readonly Fault[] = [{ hold: true }, { lost: true }, { reset: true }];
const FIRST_NUMBER = 1001;
const SECONDS_BETWEEN = 121;

interface Submit {
  readonly person: string;
  readonly chat: Chat;
  readonly card: Answer['card'];
  /** Deliveries so far; Teams delivers again under the same id first, and then under new ones. */
  deliveries: number;
  number?: number;
}

export interface Outcome {
  readonly kills: Readonly<Record<Point, number>>;
  readonly tickets: number;
  /** Submits that were answered at their first delivery, before the kill. */
  readonly answeredBefore: number;
  /** Cards at the desk beyond the first of a ticket. */
  readonly copies: number;
  /** Tickets given up for a lead to decide, since two cards were sent and no answer came to either. */
  readonly givenUp: number;
  /** Of those: none of the two arrived. */
  readonly givenUpUnseen: number;
  /** Webhooks that came again by the key of one that had been taken in. */
  readonly keysAgain: number;
  /** What should not be, a sentence each. */
  readonly wrong: readonly string[];
}

/** Kills so many times, a ticket each. The same seed gives the same points. `uri`: of MongoDB; undefined: SQLite. */
export async function killAtTickets(uri: string | undefined, kills: number, seed: number): Promise<Outcome> {
  const random = seededRandom(seed);
  const teams = await startTeams();
  const helpDesk = new HelpDesk();
  await helpDesk.start();
  const place = await newPlace(uri);
  const desk = teams.channel('Desk');
  const env = {
    DATA_DIR: place.dataDir,
    MONGODB_URI: place.mongodbUri,
    PORT: '0',
    LEADS: 'isaiahl@contoso.example',
    DESK_WEBHOOK_URL: helpDesk.url,
    DESK_WEBHOOK_SECRET: SECRET,
  };
  const deskUrl = new RegExp(`${RegExp.escape(encodeURIComponent(desk.place.id))}/activities`);
  /** Matches this person's card only; an earlier ticket's last retry may be sent meanwhile. */
  const cardOf = (person: string) => ({ method: 'POST', url: deskUrl, body: new RegExp(`Of ${person}\\b`) });
  const submits: Submit[] = [];
  const killed = Object.fromEntries(POINTS.map((point) => [point, 0])) as Record<Point, number>;
  /** How many cards the desk had when each life of the bot began. */
  const lives: number[] = [];
  let answeredBefore = 0;
  const clock = await BotClock.create();
  let bot: AheadBot | undefined;

  async function live(): Promise<AheadBot> {
    clock.move(SECONDS_BETWEEN * 1_000);
    lives.push(desk.sent.length);
    bot = await startAhead(env, clock);
    teams.connectTo(`${bot.origin}/api/messages`);
    return bot;
  }

  /** Delivers a submit, again if need be. Notes the number when it is answered; that it is not is what a kill does. */
  async function deliver(submit: Submit): Promise<void> {
    submit.deliveries += 1;
    const activityId = submit.deliveries > 2 ? 'new' : `1600000000000${submits.indexOf(submit)}`;
    const values = { issue: 'other', claims: '', description: `Of ${submit.person}` };
    const answer = await submit.chat
      .presses(submit.card, 'Submit ticket', values, { activityId })
      .catch(() => undefined);
    const number = /T-(\d+) is open/.exec(answer?.text ?? '')?.[1];
    if (number !== undefined) submit.number = Number(number);
  }

  /** Resolves at the point; called before the submit leaves. */
  async function reach(point: Point, person: string): Promise<() => void> {
    const fault = async (what: Fault): Promise<() => void> => {
      const planned = teams.inject(what, cardOf(person));
      await planned.reached;
      return () => planned.release();
    };
    switch (point) {
      case 'moment':
        await sleep(random.below(MOMENTS[random.below(MOMENTS.length)] ?? 0));
        return () => undefined;
      case 'card asked':
      case 'card asked twice':
        return fault({ hold: true });
      case 'card refused':
        return fault({ reset: true });
      case 'card delivered':
        return fault({ lost: true });
      case 'card answered':
        await desk.next(/T-\d+ · /, { since: desk.mark });
        await sleep(random.below(5));
        return () => undefined;
      case 'webhook taken in': {
        const taken = Promise.withResolvers<void>();
        helpDesk.mood = () => {
          taken.resolve();
          return 'deaf';
        };
        await taken.promise;
        return () => undefined;
      }
    }
  }

  try {
    await live();
    await teams.person({ name: 'Isaiah Langer' }).in(desk).mentions('desk here');
    for (let n = 0; n < kills; n++) {
      const alive = n === 0 && bot !== undefined ? bot : await live();
      const person = `Person ${n}`;
      const { chat } = teams.person({ name: person, upn: `person${n}@contoso.example` });
      const form = await chat.says('open a ticket');
      const submit: Submit = { person, chat, card: form.card, deliveries: 0 };
      submits.push(submit);
      const point = POINTS[random.below(POINTS.length)] ?? 'moment';
      const reached = reach(point, person);
      const delivered = submits.filter(({ number }) => number === undefined).map(deliver);
      const release = await reached;
      if (submit.number !== undefined) answeredBefore += 1;
      await alive.kill();
      release();
      helpDesk.mood = () => 'well';
      await Promise.all(delivered);
      killed[point] += 1;
      if (point !== 'card asked twice') continue;
      const again = teams.inject(SECOND_FAULTS[random.below(SECOND_FAULTS.length)] ?? { hold: true }, cardOf(person));
      const next = await live();
      await again.reached;
      await next.kill();
      again.release();
    }

    clock.move(SECONDS_BETWEEN * 1_000);
    lives.push(desk.sent.length);
    const app = await start(parseConfig(env), pino({ level: 'silent' }), {
      realTime: () => clock.now(),
    });
    teams.connectTo(`http://127.0.0.1:${app.port}/api/messages`);
    const wrong: string[] = [];
    for (const submit of submits) {
      const before = submit.number;
      submit.deliveries = 2;
      await deliver(submit);
      if (submit.number === undefined) wrong.push(`the submit of ${submit.person} is not answered`);
      if (before !== undefined && submit.number !== before) wrong.push(`T-${before} became T-${submit.number}`);
    }
    for (let seconds = 0; seconds < 300; seconds += 5) {
      clock.move(5_000);
      app.outbox.wake();
      await app.outbox.idle();
    }
    await app.stop();

    const { store } = await openStore({ ...place, now: () => new Date() });
    const tickets = await store.collection<Ticket>(TICKETS).find(TENANT, {}, { sort: { number: 1 } });
    await store.close();
    const cards = cardsOf(desk, lives);
    wrong.push(...wrongWith(tickets, submits, cards, helpDesk));
    const dead = tickets.filter(({ legs }) => legs.desk.dead !== undefined);
    return {
      kills: killed,
      tickets: tickets.length,
      answeredBefore,
      copies: [...cards.values()].reduce((sum, at) => sum + at.length - 1, 0),
      givenUp: dead.length,
      givenUpUnseen: dead.filter(({ number }) => !cards.has(number)).length,
      keysAgain: [...helpDesk.taken.values()].reduce((sum, n) => sum + n - 1, 0),
      wrong,
    };
  } finally {
    await bot?.kill();
    await Promise.all([teams.stop(), helpDesk.stop()]);
    await removePlace(place);
    await clock.remove();
  }
}

/** Of the cards of each ticket: in which life of the bot they came. `lives`: how many messages the desk had when each began. */
function cardsOf(desk: Conversation, lives: readonly number[]): Map<number, number[]> {
  const cards = new Map<number, number[]>();
  for (const [at, { kind, text }] of desk.sent.entries()) {
    const number = Number(/T-(\d+) · /.exec(text)?.[1]);
    if (kind !== 'message' || Number.isNaN(number)) continue;
    cards.set(number, [...(cards.get(number) ?? []), lives.filter((began) => began <= at).length]);
  }
  return cards;
}

function wrongWith(
  tickets: readonly Ticket[],
  submits: readonly Submit[],
  cards: ReadonlyMap<number, readonly number[]>,
  helpDesk: HelpDesk,
): string[] {
  const wrong: string[] = [];
  const is = (holds: boolean, otherwise: string): void => void (holds || wrong.push(otherwise));
  for (const { person, number } of submits) {
    const mine = tickets.filter(({ requester }) => requester.name === person);
    is(mine.length === 1, `${person} has ${mine.length} tickets`);
    is(mine[0]?.number === number, `T-${number} of ${person} is in the store as T-${mine[0]?.number}`);
  }
  for (const [i, { _id, number, legs, deskDue, webhookDue }] of tickets.entries()) {
    const at = cards.get(number) ?? [];
    const { desk, webhook } = legs;
    is(number === FIRST_NUMBER + i, `T-${number} stands where T-${FIRST_NUMBER + i} should`);
    is(deskDue === undefined && webhookDue === undefined, `T-${number} is still to be sent`);
    // A second card in the same life would be one that no kill excuses.
    is(at.length <= 2 && new Set(at).size === at.length, `T-${number} has cards of the lives ${at}`);
    if (desk.dead === undefined) is(at.length > 0 && desk.version === 1, `T-${number} has no desk card`);
    else is(desk.unknown >= 2, `T-${number} was given up: ${desk.dead}`);
    is(webhook.version === 1 && helpDesk.taken.has(`${_id}/1`), `T-${number} is not at the help desk`);
  }
  is(helpDesk.taken.size === tickets.length, `the help desk has ${helpDesk.taken.size} keys`);
  is(
    helpDesk.arrivals.every(({ signed }) => signed),
    'a webhook was wrongly signed',
  );
  return wrong;
}
