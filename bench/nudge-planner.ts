/**
 * Plans for 100,000 people in every time zone there is, on one core: how long it takes, how long everybody else waits meanwhile, what it
 * costs in memory. Yardsticks: 10 s, 100 ms, and in the same run the same people planned in one go, and a tenth of them.
 *
 *     node bench/nudge-planner.ts
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SeededRandom } from '../scripts/sample/random.ts';
import { CAMPAIGNS } from '../src/campaign/campaign.ts';
import { milestonesOf } from '../src/campaign/milestones.ts';
import type { LedgerRow, Recipient } from '../src/reminders/plan.ts';
import { createPlanner, planInSlices } from '../src/reminders/planner.ts';
import { createWorkingTimes } from '../src/time/working-hours.ts';
import { figures, mib, ms } from './report.ts';

const PEOPLE = 100_000;
const FEW = PEOPLE / 10;
const MILESTONES = milestonesOf(CAMPAIGNS[0], [30, 14, 7, 3, 1, 0]);
const ZONES = Intl.supportedValuesOf('timeZone');
/** A Tuesday; "7 days before" has just come for half of the world. */
const NOW = new Date('2020-06-23T12:00:00Z');

/** One after the other, as a store would give them. The first ones are each in a zone that nobody was in before. */
function* people(count: number): Generator<Recipient> {
  const random = new SeededRandom(1);
  for (let i = 0; i < count; i++) {
    const timeZone = ZONES[i % ZONES.length];
    const rows = MILESTONES.slice(0, 3).map((milestone): LedgerRow => {
      return { milestone, state: random.pick(['sent', 'sent', 'skipped', 'due', 'failed']) };
    });
    yield {
      id: random.guid(),
      name: `Owner ${i}`,
      reach: random.pick(['reachable', 'reachable', 'reachable', 'reachable', 'blocked', 'never installed']),
      ...(timeZone !== undefined && random.below(20) > 0 && { timeZone }),
      remindersOff: random.below(30) === 0,
      ...(random.below(10) === 0 && { snoozedUntil: random.pick(['2020-06-22', '2020-06-24', '2020-06-30']) }),
      open: {
        toCollect: random.below(4),
        toUpload: random.below(3),
      },
      rows: rows.slice(0, random.below(4)),
    };
  }
}

const planner = () => {
  // New each time: no zone is prepared before the first person in it comes.
  const workingTimes = createWorkingTimes({ from: 9, to: 17 }, 'Europe/Berlin');
  return createPlanner({ milestones: MILESTONES, workingTimes, now: NOW });
};

/** From the first person to the last, and the longest that nobody else had a turn, ms; and what came of it. */
async function timed(count: number) {
  const kinds: Record<string, number> = {};
  const blocked = monitorEventLoopDelay({ resolution: 1 });
  blocked.enable();
  // The histogram counts from its first tick on, and notices a hold at the tick after it.
  await setTimeout(20);
  blocked.reset();
  const started = performance.now();
  for await (const slice of planInSlices(people(count), planner())) {
    for (const { plan } of slice) {
      const what = plan.kind === 'due' ? plan.kind : `${plan.kind}, ${plan.why}`;
      kinds[what] = (kinds[what] ?? 0) + 1;
    }
  }
  const took = performance.now() - started;
  await setTimeout(20);
  blocked.disable();
  return { took, held: blocked.max / 1e6, kinds };
}

setFlagsFromString('--expose-gc');
const gc: () => void = runInNewContext('gc');

function liveBytes(): number {
  gc();
  return process.memoryUsage().heapUsed;
}

/** What is in use at most while plans are made, without garbage. */
async function memory(count: number): Promise<number> {
  const before = liveBytes();
  let most = before;
  let slices = 0;
  for await (const _ of planInSlices(people(count), planner()))
    if (slices++ % 100 === 0) most = Math.max(most, liveBytes());
  return most - before;
}

function inOneGo(): number {
  const plan = planner();
  const all = [...people(PEOPLE)];
  const started = performance.now();
  for (const one of all) plan(one);
  return performance.now() - started;
}

const rssBefore = process.memoryUsage().rss;
const { took, held, kinds } = await timed(PEOPLE);
const rssAfter = process.memoryUsage().rss;
const started = performance.now();
for (const _ of people(PEOPLE));
const making = performance.now() - started;

figures(`plans for ${PEOPLE.toLocaleString('en')} people in ${ZONES.length} time zones, one core`, {
  'all of them (yardstick: 10 s)': `${ms(took)}, of which ${ms(making)} to make the people up`,
  'longest hold of the event loop (yardstick: 100 ms)': ms(held),
  'yardstick: held by planning them in one go': ms(inOneGo()),
  'memory in use at most': mib(await memory(PEOPLE)),
  [`yardstick: the same for ${FEW.toLocaleString('en')} people`]: mib(await memory(FEW)),
  'rss before / after, garbage and the data of all zones included': `${mib(rssBefore)} / ${mib(rssAfter)}`,
  ...Object.fromEntries(Object.entries(kinds).map(([what, count]) => [what, count.toLocaleString('en')])),
});
