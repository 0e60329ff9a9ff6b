/**
 * Turns of the whole bot as a process of its own, beside two yardsticks in the same run: a bare bot of the SDK on restify, and restify alone.
 * Wanted, against the SDK's bot: a question and "help" at least as many turns a second as its text, a list and a claim 0.7 of that, a press
 * 0.7 of its invoke; the 99th percentile at 50 at once at most twice its own; CPU a turn at most 1.2 times its own. On MongoDB half of that.
 *
 *     node bench/turns.ts [--rounds 3] [--turns 1000] [--at-once 1,10,50] [--only help,list] [--mongodb URI] [--bot ENTRY] [--profile FOLDER]
 *
 * `--bot` names another checkout's `src/main.ts`, to be measured in the same run beside this one. `--profile` has Node write there where the
 * bot's time went.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cardsOf } from '../test/support/cards.ts';
import type { Activity } from '../test/support/teams/activities.ts';
import { mib, quantile } from './report.ts';
import { type Bot, startBot } from './turns/bots.ts';
import { startConnector } from './turns/connector.ts';
import { type Measured, measure, memberOf, presses, says, send } from './turns/crowd.ts';
import { CLAIMS, OURS, OWNERS, startOurs } from './turns/ours.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    turns: { type: 'string', default: '1000' },
    'at-once': { type: 'string', default: '1,10,50' },
    only: { type: 'string' },
    mongodb: { type: 'string' },
    bot: { type: 'string', multiple: true, default: [] },
    profile: { type: 'string' },
  },
});
const ROUNDS = Number(options.rounds);
const TURNS = Number(options.turns);
const AT_ONCE = options['at-once'].split(',').map(Number);
const QUESTIONS = [
  'What does CPOR stand for?',
  'what is POE?',
  'By when should associations be updated?',
  'What does the signature need to show?',
  'Which category does the ticket take?',
];

const members = Array.from({ length: OWNERS }, (_, n) => memberOf(n));
const memberAt = (n: number) => members[n % OWNERS] ?? memberOf(0);
const connector = await startConnector(new Map(members.map((member) => [member.id, member])));
const { serviceUrl } = connector;
const say = (words: (n: number) => string) => (n: number) => says(memberAt(n), serviceUrl, words(n));

/** Each with its yardstick. The press is that of a list that the member has got. */
const KINDS: Readonly<Record<string, { readonly beside: 'text' | 'invoke'; readonly turn: (n: number) => Activity }>> =
  {
    question: { beside: 'text', turn: say((n) => QUESTIONS[n % QUESTIONS.length] ?? '') },
    help: { beside: 'text', turn: say(() => 'help') },
    list: { beside: 'text', turn: say(() => 'what needs POE') },
    claim: { beside: 'text', turn: say((n) => `claim CLM-${(n % OWNERS) + OWNERS * (n % 80)}`) },
    press: { beside: 'invoke', turn: (n) => pressOf(n) },
  };

const lists = new Map<string, Parameters<typeof presses>[2]>();

function pressOf(n: number): Activity {
  const member = memberAt(n);
  const card = lists.get(member.id);
  if (card === undefined) throw new Error('no list was sent');
  return presses(member, serviceUrl, card, 'Next');
}

const kinds = Object.entries(KINDS).filter(([name]) => options.only?.split(',').includes(name) ?? true);

/** One bot of ours on fresh data, each member known to it. */
async function startKnown(entry: string): ReturnType<typeof startOurs> {
  const nodeArgs = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const ours = await startOurs({ entry, mongodb: options.mongodb, nodeArgs });
  for (const n of members.keys()) {
    await send(ours.bot, says(memberAt(n), serviceUrl, 'what needs POE'));
    const [card] = cardsOf(connector.last(memberAt(n).place.id) ?? {});
    if (card !== undefined) lists.set(memberAt(n).id, card);
  }
  return ours;
}

interface Measurable {
  readonly name: string;
  readonly bot: Bot;
  readonly turn: (n: number) => Activity;
}

const place = (name: string) => join(import.meta.dirname, 'turns', `${name}.ts`);
const echo = await startBot([place('echo')]);
const restify = await startBot([place('bare-restify')]);
const entries = [OURS, ...options.bot];
const ours: Awaited<ReturnType<typeof startOurs>>[] = [];
for (const entry of entries) ours.push(await startKnown(entry));

const text = say(() => 'hello');
// The press of a list stands for any invoke; the yardsticks look at its type alone.
const invoke = (n: number): Activity => pressOf(n);
const measurables: Measurable[] = [
  { name: 'echo text', bot: echo, turn: text },
  { name: 'echo invoke', bot: echo, turn: invoke },
  { name: 'restify text', bot: restify, turn: text },
  { name: 'restify invoke', bot: restify, turn: invoke },
  ...kinds.flatMap(([name, { turn }]) =>
    ours.map(({ bot }, i) => ({ name: i === 0 ? name : `${name} (${entries[i]})`, bot, turn })),
  ),
];

const results = new Map<string, Measured[]>();
const keyOf = (name: string, atOnce: number) => `${name} ${atOnce}`;
for (const { bot, turn } of measurables) await measure(bot, Math.min(200, TURNS), 10, turn);
for (let round = 0; round < ROUNDS; round++) {
  for (const atOnce of AT_ONCE) {
    for (const { name, bot, turn } of measurables) {
      const one = await measure(bot, atOnce === 1 ? Math.ceil(TURNS / 2) : TURNS, atOnce, turn);
      results.set(keyOf(name, atOnce), [...(results.get(keyOf(name, atOnce)) ?? []), one]);
    }
  }
}

/** The median of the rounds. */
function medianOf(name: string, atOnce: number): Measured {
  const all = results.get(keyOf(name, atOnce)) ?? [];
  const of = (field: keyof Measured) =>
    quantile(
      all.map((one) => one[field]),
      0.5,
    );
  return { rate: of('rate'), p50: of('p50'), p99: of('p99'), cpuMs: of('cpuMs') };
}

console.log(
  `\n${CLAIMS.toLocaleString('en')} claims, ${OWNERS} people, ${options.mongodb ? 'mongodb' : 'sqlite'}, medians of ${ROUNDS} rounds, Node ${process.version}; memory: ours ${mib(ours[0]?.bot.memory() ?? 0)}, echo ${mib(echo.memory())}\n`,
);
console.log(
  '| turn | at once | turns/s | against the echo | p50 | p99 | p99 against the echo | CPU a turn | CPU against the echo |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
for (const { name } of measurables) {
  for (const atOnce of AT_ONCE) {
    const { rate, p50, p99, cpuMs } = medianOf(name, atOnce);
    const kind = KINDS[name.split(' ')[0] ?? ''];
    const yardstick = medianOf(`echo ${kind?.beside ?? name.split(' ')[1]}`, atOnce);
    const cells = [
      name,
      atOnce,
      Math.round(rate),
      (rate / yardstick.rate).toFixed(2),
      `${p50.toFixed(1)} ms`,
      `${p99.toFixed(1)} ms`,
      (p99 / yardstick.p99).toFixed(2),
      `${cpuMs.toFixed(2)} ms`,
      (cpuMs / yardstick.cpuMs).toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

await Promise.all([echo.stop(), restify.stop(), ...ours.map(({ dispose }) => dispose())]);
connector.stop();
process.exit(0);
