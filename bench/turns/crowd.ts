/** People who speak to a bot, so many at once, and how long each of their turns takes. */
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { press } from '../../test/support/cards.ts';
import {
  type Activity,
  type BotData,
  envelope,
  execute,
  message,
  type PersonData,
  type Place,
} from '../../test/support/teams/activities.ts';
import { TENANT } from '../../test/support/teams.ts';
import { quantile } from '../report.ts';
import type { Bot } from './bots.ts';

export interface Member extends PersonData {
  readonly place: Place;
}

const BOT: BotData = { id: '28:bench', name: 'Bench' };
const agent = new Agent({ keepAlive: true });
let lastId = Date.now();

export function memberOf(n: number): Member {
  const upn = `person${n}@contoso.example`;
  const aadObjectId = `aaaaaaaa-0000-4000-8000-${String(n).padStart(12, '0')}`;
  const who = { id: `29:person${n}`, name: `Person ${n}`, upn, email: upn, locale: 'en-US', timeZone: 'Europe/Berlin' };
  return { ...who, aadObjectId, tenantId: TENANT, place: { id: `a:chat${n}`, type: 'personal', tenantId: TENANT } };
}

/** What a member says. */
export function says(member: Member, serviceUrl: string, words: string): Activity {
  const base = envelope('message', member, member.place, BOT, serviceUrl, new Date());
  return { ...message(base, member, words), id: String(++lastId) };
}

/** A press of a button on a card that the bot has sent. */
export function presses(
  member: Member,
  serviceUrl: string,
  card: Parameters<typeof press>[0],
  title: string,
): Activity {
  const { action, data } = press(card, title);
  const base = envelope('invoke', member, member.place, BOT, serviceUrl, new Date());
  return { ...execute(base, member, action, data), id: String(++lastId), replyToId: '1' };
}

/** Once more over another connection where the bot has closed the kept one just then. @throws Error where the answer is no success */
export async function send(bot: Bot, activity: Activity): Promise<string> {
  const body = JSON.stringify(activity);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const posted = request(bot.endpoint, { method: 'POST', agent, headers }, (response) => {
      text(response).then((answer) => {
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(`${response.statusCode} ${answer}`));
      }, reject);
    });
    posted.once('error', (error) => {
      if (posted.reusedSocket) send(bot, activity).then(resolve, reject);
      else reject(error);
    });
    posted.end(body);
  });
}

export interface Measured {
  /** Turns a second. */
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of the bot's CPU a turn. */
  readonly cpuMs: number;
}

/** So many turns, `atOnce` of them under way at any time, by each member in turn. */
export async function measure(
  bot: Bot,
  turns: number,
  atOnce: number,
  turn: (n: number) => Activity,
): Promise<Measured> {
  const took: number[] = [];
  let next = 0;
  const speak = async (): Promise<void> => {
    while (next < turns) {
      const activity = turn(next++);
      const before = performance.now();
      await send(bot, activity);
      took.push(performance.now() - before);
    }
  };
  const cpu = bot.cpuMs();
  const began = performance.now();
  await Promise.all(Array.from({ length: atOnce }, speak));
  const elapsed = performance.now() - began;
  return {
    rate: (turns / elapsed) * 1_000,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    cpuMs: (bot.cpuMs() - cpu) / turns,
  };
}
