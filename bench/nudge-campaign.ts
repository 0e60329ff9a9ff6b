/**
 * A campaign of nudges in simulated time: 5,000 people in 20 time zones, a stand-in Teams that enforces its limits and fails at random
 * (5 % 429, half with Retry-After; 2 % 5xx after delivery; 1 % resets; 1.4 % of the people have blocked the bot), and kill -9 ten
 * times while cards leave. On the embedded engine with one process, and on MongoDB with two where TEST_MONGODB_URI names one.
 * Yardsticks: one card a person and milestone in their hours, unknown ones no more than lost answers and rows in flight at kills, no
 * limit of Teams exceeded, 95 % of NUDGE_RATE while work is due, memory as with 1,000 people.
 *
 *     node bench/nudge-campaign.ts [people] [kills] [seed]
 */

import type { CampaignOutcome } from '../test/e2e/nudge-campaign/outcome.ts';
import { type CampaignOptions, RATE, runCampaign } from '../test/e2e/nudge-campaign.ts';
import { engineUris } from '../test/e2e/world.ts';
import { figures, mib, ms } from './report.ts';

const PEOPLE = Number(process.argv[2] ?? 5_000);
const KILLS = Number(process.argv[3] ?? 10);
const SEED = Number(process.argv[4] ?? 1);
const FEW = PEOPLE / 5;
/** So many times as fast as the clock on the wall: what is late here by a moment is late by as many in the figures. */
const FACTORS = { embedded: 2, mongodb: 1 };
const LEAST_RATE = 0.95 * RATE;
/** Half a minute before the working day ends in Berlin, with more people there than half a minute is enough for. */
const CAMPAIGN = { from: '2020-06-23T14:59:30Z', to: '2020-06-30T23:00:00Z' };
/** One milestone, some hours of it. */
const SOME_HOURS = { from: '2020-06-23T12:59:30Z', to: '2020-06-23T14:30:00Z' };
/** Live heap with five times the people: so much more at most, bytes. */
const FLAT = 8 * 1024 * 1024;

const count = (n: number): string => n.toLocaleString('en');

function memoryOf({ memory }: CampaignOutcome) {
  const most = (what: 'live' | 'peak') => Math.max(...memory.map((one) => one[what]));
  return { live: most('live'), peak: most('peak') };
}

function report(title: string, outcome: CampaignOutcome, tookMs: number, more: Readonly<Record<string, string>> = {}) {
  const { requests, tooMany, failed, reset, blocked, rate, memory, wrong } = outcome;
  figures(title, {
    'took, for so many simulated days': `${ms(tookMs)}, ${outcome.days.toFixed(1)}`,
    'requests for cards': `${count(requests)}: 429 ${tooMany}, 5xx ${failed}, reset ${reset}, 403 ${blocked}`,
    'cards due, one a person and milestone': count(outcome.due),
    'cards that came': count(outcome.cards),
    'kills, and rows in flight at them': `${outcome.kills}, ${outcome.inFlight}`,
    'unknown, after a lost answer or a kill': `${outcome.unknown} (came all the same: ${outcome.unknownCame})`,
    ...Object.fromEntries([...outcome.rows].map(([state, rows]) => [`rows of the ledger: ${state}`, count(rows)])),
    [`rate while work is due (NUDGE_RATE ${RATE}; without the time from a kill to the next request)`]: `${rate.perSecond.toFixed(2)}/s over ${rate.seconds.toFixed(0)} s in ${rate.spans} spans`,
    'requests over a limit of Teams, and most in a second (limit 50)': `${outcome.excesses}, ${outcome.peak}`,
    'confirmed their last claim on the way; blocked the bot and wrote again': `${outcome.confirmed}; ${outcome.returned}`,
    'left before an end of hours or a confirmation, came after it': String(outcome.crossed),
    'memory of a bot: live heap at most, rss at its peak': `${mib(memoryOf(outcome).live)}, ${mib(memoryOf(outcome).peak)} (${memory.length} samples)`,
    'longest hold of the stand-in': ms(outcome.longestBlockMs),
    ...more,
    'what should not be': wrong.length === 0 ? 'nothing' : `${wrong.length}: ${wrong.slice(0, 20).join('; ')}`,
  });
  if (wrong.length > 0) process.exitCode = 1;
}

for (const [engine, uri] of engineUris()) {
  const factor = uri === undefined ? FACTORS.embedded : FACTORS.mongodb;
  const base = { uri, processes: uri === undefined ? 1 : 2, seed: SEED, factor, leastRate: LEAST_RATE };
  const run = async (options: Pick<CampaignOptions, 'people' | 'kills' | 'from' | 'to'>) => {
    const began = performance.now();
    const outcome = await runCampaign({ ...base, ...options });
    return { outcome, tookMs: performance.now() - began };
  };
  const few = await run({ ...SOME_HOURS, people: FEW, kills: 0 });
  report(`some hours of nudges for ${count(FEW)} people, ${engine}, ${factor}x time`, few.outcome, few.tookMs);
  const all = await run({ ...CAMPAIGN, people: PEOPLE, kills: KILLS });
  const grown = memoryOf(all.outcome).live - memoryOf(few.outcome).live;
  report(`a campaign of nudges for ${count(PEOPLE)} people, ${engine}, ${factor}x time`, all.outcome, all.tookMs, {
    [`live heap more than with ${count(FEW)} people (at most ${mib(FLAT)})`]: mib(grown),
  });
  if (grown > FLAT) process.exitCode = 1;
}
