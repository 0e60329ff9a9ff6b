/**
 * What the bot keeps in memory, beside the SDK's bare bot under the same turns: after them, over a steady run, and with crowds. Wanted: at
 * most 1.2 times as much, no slope over 30 minutes, and no more with 10,000 people than with 1,000.
 *
 *     npm run build:bot && node bench/turn-memory.ts [--turns 3000] [--minutes 30] [--a-second 20] [--crowds 1000,10000] [--bot ENTRY] [--heap-limit MIB]
 *
 * `--heap-limit` gives both the same limit (`--max-old-space-size`): without one, what is resident also says how late an engine collects.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cardsOf } from '../test/support/cards.ts';
import type { Activity } from '../test/support/teams/activities.ts';
import { mib } from './report.ts';
import { type Bot, startBot } from './turns/bots.ts';
import { startConnector } from './turns/connector.ts';
import { measure, memberOf, presses, says, send } from './turns/crowd.ts';
import { BUILT, OWNERS, startOurs } from './turns/ours.ts';

const { values: options } = parseArgs({
  options: {
    turns: { type: 'string', default: '3000' },
    minutes: { type: 'string', default: '30' },
    'a-second': { type: 'string', default: '20' },
    crowds: { type: 'string', default: '1000,10000' },
    bot: { type: 'string', default: BUILT },
    'heap-limit': { type: 'string' },
  },
});
const AT_ONCE = 10;
const SAMPLE_MS = 5_000;
/** For what is left to do when the last answer is out. */
const QUIET_MS = 3_000;
const crowds = options.crowds.split(',').map(Number);

const members = Array.from({ length: Math.max(OWNERS, ...crowds) }, (_, n) => memberOf(n));
const memberAt = (n: number) => members[n % members.length] ?? memberOf(0);
const connector = await startConnector(new Map(members.map((member) => [member.id, member])));
const { serviceUrl } = connector;

const nodeArgs = options['heap-limit'] === undefined ? [] : [`--max-old-space-size=${options['heap-limit']}`];
const echo = await startBot([...nodeArgs, join(import.meta.dirname, 'turns/echo.ts')]);
const ours = await startOurs({ entry: options.bot, nodeArgs });
const bots = { ours: ours.bot, echo };

const WORDS = ['help', 'what needs POE', 'what is POE?', 'claim CLM-'];

/** What somebody does: one of these, or a press on the list that they have got. */
function turn(n: number): Activity {
  const who = n % OWNERS;
  const kind = Math.floor(n / OWNERS) % (WORDS.length + 1);
  const words = WORDS[kind];
  if (words !== undefined) return says(memberAt(who), serviceUrl, words.replace(/-$/, `-${n % 4_000}`));
  const list = lists.get(who);
  if (list === undefined) throw new Error('no list was sent');
  return presses(memberAt(who), serviceUrl, list, 'Next');
}

const lists = new Map<number, Parameters<typeof presses>[2]>();
for (let who = 0; who < OWNERS; who++) {
  await send(bots.ours, says(memberAt(who), serviceUrl, 'what needs POE'));
  const [card] = cardsOf(connector.last(memberAt(who).place.id) ?? {});
  if (card !== undefined) lists.set(who, card);
}

function printed(what: string): void {
  const [mine, its] = [bots.ours.memory(), bots.echo.memory()];
  console.log(`| ${what} | ${mib(mine)} | ${mib(its)} | ${(mine / its).toFixed(2)} |`);
}

console.log(`Node ${process.version}${nodeArgs.map((arg) => `, ${arg}`).join('')}\n`);
console.log('| after | ours | echo | against the echo |');
console.log('| --- | --- | --- | --- |');
printed('the start');
for (const bot of Object.values(bots)) await measure(bot, Number(options.turns), AT_ONCE, turn);
await sleep(QUIET_MS);
printed(`${options.turns} turns of ${OWNERS} people`);

for (const size of crowds) {
  for (const words of ['help', 'what needs POE'])
    for (const bot of Object.values(bots))
      await measure(bot, size, AT_ONCE, (n) => says(memberAt(n), serviceUrl, words));
  await sleep(QUIET_MS);
  printed(`2 turns of each of ${size.toLocaleString('en')} people`);
}

/** MiB an hour: the line through the samples of the second half, when what is made once is there. */
function slope(samples: readonly number[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const meanAt = (half.length - 1) / 2;
  const mean = half.reduce((sum, bytes) => sum + bytes, 0) / half.length;
  const [over, under] = half.reduce(
    ([a, b], bytes, at) => [a + (at - meanAt) * (bytes - mean), b + (at - meanAt) ** 2],
    [0, 0],
  );
  return ((over / under) * (3_600_000 / SAMPLE_MS)) / 1024 / 1024;
}

/** So many turns a second, whatever the answers take. @throws what a turn fails with */
async function steady(bot: Bot, forMs: number): Promise<number[]> {
  const samples: number[] = [];
  const began = performance.now();
  const failed: unknown[] = [];
  for (let n = 0; performance.now() - began < forMs; n++) {
    send(bot, turn(n)).catch((error: unknown) => failed.push(error));
    await sleep(Math.max(0, began + ((n + 1) * 1_000) / Number(options['a-second']) - performance.now()));
    if (failed.length > 0) throw failed[0];
    if (performance.now() - began >= (samples.length + 1) * SAMPLE_MS) samples.push(bot.memory());
  }
  return samples;
}

const forMs = Number(options.minutes) * 60_000;
const samples = await Promise.all(Object.values(bots).map((bot) => steady(bot, forMs)));
printed(`${options.minutes} minutes of ${options['a-second']} turns a second`);
const [mine = [], its = []] = samples;
console.log(
  `\nSlope over the second half: ours ${slope(mine).toFixed(1)} MiB an hour, echo ${slope(its).toFixed(1)} MiB an hour`,
);

await Promise.all([ours.dispose(), echo.stop()]);
connector.stop();
process.exit(0);
