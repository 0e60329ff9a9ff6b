import assert from 'node:assert/strict';
import { SeededRandom } from '../../scripts/sample/random.ts';
import { type Milestone, milestonesOf } from '../../src/campaign/milestones.ts';
import type { Reason } from '../../src/delivery/nudge.ts';
import type { LedgerRow, Recipient } from '../../src/reminders/plan.ts';
import { createPlanner } from '../../src/reminders/planner.ts';
import { createWorkingTimes } from '../../src/time/working-hours.ts';
import { ZONES } from '../time/zones.ts';
import { inWords, NOTHING_OPEN, recipient } from './recipients.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Nothing begins or ends at any other time, in any of the zones. */
const QUARTER = HOUR / 4;
/** A year in which Cairo changes its clocks on working days, and the months that a campaign of its end reaches into. */
const START = Date.UTC(2024, 0, 1);
const QUARTERS = (366 + 60) * 24 * 4;
const HOURS = { from: 9, to: 17 };
const NUDGE_DAYS = [30, 14, 7, 3, 1, 0];
const workingTimes = createWorkingTimes(HOURS, 'UTC');
const FINAL: Partial<Record<LedgerRow['state'], Reason>> = {
  leased: 'being sent',
  sent: 'already sent',
  unknown: 'unknown',
  failed: 'failed',
};

const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const indexOf = (at: Date) => Math.floor((at.getTime() - START) / QUARTER);

interface Wall {
  /** The day on the wall, and whether it shows working hours, at each quarter of an hour. */
  readonly days: readonly string[];
  readonly working: readonly boolean[];
}

const walls = new Map<string, Wall>();

function wallIn(timeZone: string): Wall {
  const wall = walls.get(timeZone) ?? readWall(timeZone);
  walls.set(timeZone, wall);
  return wall;
}

/** A quarter of an hour at a time. */
function readWall(timeZone: string): Wall {
  const fields = { weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, ...fields, hourCycle: 'h23' });
  const days: string[] = [];
  const working: boolean[] = [];
  for (let i = 0; i < QUARTERS; i++) {
    const shown = /^(\w+), (\d+)\/(\d+)\/(\d+), (\d+)$/.exec(format.format(START + i * QUARTER)) ?? [];
    const [, weekday = '', day, month, year, hour] = shown;
    days.push(`${year}-${month}-${day}`);
    working.push(!/Sat|Sun/.test(weekday) && Number(hour) >= HOURS.from && Number(hour) < HOURS.to);
  }
  return { days, working };
}

/** The newest milestone on a day, of the campaign's and the one that they asked for: by the words of the issue, one after the other. */
function newestOn(day: string, { snoozedUntil }: Recipient, campaign: readonly Milestone[]): Milestone | undefined {
  const all = [...campaign];
  if (snoozedUntil !== undefined && campaign.every((milestone) => milestone.day !== snoozedUntil))
    all.push({ key: `snoozed-${snoozedUntil}`, day: snoozedUntil });
  const come = all.filter((milestone) => milestone.day <= day);
  const newest = come.find(({ day }) => come.every((other) => other.day <= day));
  const last = all.every((other) => other.day <= (newest?.day ?? ''));
  return newest && last && day >= dayAfter(newest.day, 7) ? undefined : newest;
}

const isFinal = ({ state }: LedgerRow) => FINAL[state] !== undefined;
const isSilent = ({ open, reach, remindersOff }: Recipient) =>
  open.toCollect + open.toUpload === 0 || reach !== 'reachable' || remindersOff;

/** What is due at a quarter of an hour. No waits, no looking ahead. */
function dueAt(i: number, person: Recipient, campaign: readonly Milestone[], wall: Wall): Milestone | undefined {
  const day = wall.days[i] ?? '';
  if (!wall.working[i] || isSilent(person) || day < (person.snoozedUntil ?? '')) return undefined;
  const newest = newestOn(day, person, campaign);
  const passed = newest === undefined || person.rows.some((row) => isFinal(row) && row.milestone.day >= newest.day);
  return passed ? undefined : newest;
}

/** The plan, in words, found by trying each quarter of an hour from now on. */
function oracle(at: Date, person: Recipient, campaign: readonly Milestone[], wall: Wall): string {
  if (person.open.toCollect + person.open.toUpload === 0) return 'never: nothing open';
  if (person.reach !== 'reachable') return 'never: unreachable';
  if (person.remindersOff) return 'never: off';
  const now = indexOf(at);
  const today = wall.days[now] ?? '';
  const finals = person.rows.filter(isFinal).sort((a, b) => (a.milestone.day < b.milestone.day ? 1 : -1));
  const settled = finals[0] && FINAL[finals[0].state];
  for (let i = now; i < QUARTERS; i++) {
    const milestone = dueAt(i, person, campaign, wall);
    if (milestone === undefined) continue;
    if (i === now) return `due ${milestone.key}`;
    const newest = newestOn(today, person, campaign);
    const isOpen = newest && finals.every((row) => row.milestone.day < newest.day);
    const why =
      today < (person.snoozedUntil ?? '')
        ? 'snoozed'
        : isOpen
          ? 'outside hours'
          : newest && settled !== undefined
            ? settled
            : 'not yet';
    const then = new Date(START + i * QUARTER).toISOString().replace(':00.000Z', 'Z');
    return `later ${milestone.key} at ${then}: ${why}`;
  }
  const lastDay = [...campaign.map(({ day }) => day), person.snoozedUntil ?? ''].sort().at(-1) ?? '';
  return `never: ${settled !== undefined && (finals[0]?.milestone.day ?? '') >= lastDay ? settled : 'over'}`;
}

function somebody(random: SeededRandom, timeZone: string, campaign: readonly Milestone[], today: string): Recipient {
  const snoozedUntil = random.below(3) === 0 ? dayAfter(today, random.below(20) - 10) : undefined;
  const own = snoozedUntil === undefined ? [] : [{ key: `snoozed-${snoozedUntil}`, day: snoozedUntil }];
  // As a rule what has come was dealt with somehow; at times there are rows of the future: they travelled.
  const rows = [...campaign, ...own]
    .filter(({ day }) => (day <= today ? random.below(10) < 7 : random.below(40) === 0))
    .map((milestone) => ({
      milestone,
      state: random.pick(['due', 'leased', 'sent', 'sent', 'sent', 'unknown', 'failed', 'skipped', 'skipped'] as const),
    }));
  return recipient({
    timeZone,
    reach: random.pick([...Array<'reachable'>(18).fill('reachable'), 'blocked', 'never installed'] as const),
    remindersOff: random.below(20) === 0,
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(random.below(20) === 0 && { open: NOTHING_OPEN }),
    rows,
  });
}

describe('any plan', function () {
  this.timeout(60_000);
  it('is what trying every quarter of an hour finds, now and an hour later, over a year in twenty zones', () => {
    const said = new Map<string, number>();
    for (const [seed, timeZone] of ZONES.entries()) {
      const random = new SeededRandom(seed);
      const wall = wallIn(timeZone);
      for (let round = 0; round < 120; round++) {
        const deadline = dayAfter('2024-02-05', random.below(320));
        const campaign = milestonesOf({ deadline }, NUDGE_DAYS);
        // From ten days before the first milestone to ten after the last is over; a second and some ms past a quarter, or on it.
        const from = Date.parse(deadline) + (random.below(85 * 96) - 40 * 96) * QUARTER;
        const at = new Date(Math.max(START + DAY, from) + random.pick([0, 0, 1, 61_001, QUARTER - 1]));
        const person = somebody(random, timeZone, campaign, wall.days[indexOf(at)] ?? '');
        const later = new Date(at.getTime() + HOUR);
        const plans = [at, later].map((now) => createPlanner({ milestones: campaign, workingTimes, now })(person));
        const words = plans.map(inWords);
        const where = `seed ${seed}, round ${round}, ${timeZone}, deadline ${deadline}, ${at.toISOString()}`;
        assert.deepEqual(words, [oracle(at, person, campaign, wall), oracle(later, person, campaign, wall)], where);
        // What was promised for later than an hour is still promised; what was promised sooner has come.
        const [now, then] = plans.map(({ plan }) => plan);
        if (now?.kind === 'later' && now.at > later)
          assert.deepEqual(then?.kind === 'later' && [then.at, then.milestone], [now.at, now.milestone], where);
        if (now?.kind === 'later' && now.at <= later)
          assert.deepEqual(then, { kind: 'due', milestone: now.milestone }, where);
        for (const { skip, plan, recipient } of plans) {
          const kept = plan.kind === 'never' ? undefined : plan.milestone.key;
          const waiting = recipient.rows.filter(({ state, milestone }) => state === 'due' && milestone.key !== kept);
          assert.deepEqual(
            skip.map(({ milestone }) => milestone),
            waiting.map(({ milestone }) => milestone),
            where,
          );
        }
        for (const text of words) {
          const what = text.replace(/ \S+ at .*:(?= )/, '').replace(/^due.*/, 'due');
          said.set(what, (said.get(what) ?? 0) + 1);
        }
      }
    }
    // Each outcome occurred at least ten times.
    for (const what of [
      'due',
      ...['not yet', 'outside hours', 'snoozed', 'already sent', 'being sent', 'unknown', 'failed'].map(
        (w) => `later ${w}`,
      ),
      ...['nothing open', 'unreachable', 'off', 'already sent', 'over'].map((w) => `never: ${w}`),
    ])
      assert.ok((said.get(what) ?? 0) >= 10, `${what}: ${said.get(what) ?? 0} of ${JSON.stringify([...said])}`);
  });
});

describe('a campaign', function () {
  this.timeout(60_000);
  const deadline = '2024-06-28';
  const campaign = milestonesOf({ deadline }, NUDGE_DAYS);

  it('that nobody disturbs reminds everybody in every zone of each milestone that is not overtaken on a weekend', () => {
    for (const timeZone of ZONES.filter((_, i) => i % 3 === 0)) {
      let person = recipient({ timeZone });
      const wall = wallIn(timeZone);
      const sent: string[] = [];
      for (let at = Date.parse('2024-05-20'); at < Date.parse('2024-08-20'); at += 2 * HOUR) {
        const now = new Date(at);
        const { plan } = createPlanner({ milestones: campaign, workingTimes, now })(person);
        if (plan.kind !== 'due') continue;
        sent.push(`${plan.milestone.key} ${wall.days[indexOf(now)]}`);
        person = { ...person, rows: [...person.rows, { milestone: plan.milestone, state: 'sent' }] };
      }
      assert.deepEqual(
        sent,
        [
          'before-30 2024-05-29',
          'before-14 2024-06-14',
          'before-7 2024-06-21',
          'before-3 2024-06-25',
          'before-1 2024-06-27',
          'on-the-day 2024-06-28',
          'after-7 2024-07-05',
          'after-14 2024-07-12',
          'after-21 2024-07-19',
          'after-28 2024-07-26',
        ],
        timeZone,
      );
    }
  });

  it('full of pauses, travels, snoozes, blocks and lost answers sends no milestone twice, none that is old, and none outside hours', () => {
    const counts = { sent: 0, snoozes: 0, travels: 0, pauses: 0 };
    for (let seed = 0; seed < 40; seed++) {
      const random = new SeededRandom(seed);
      let timeZone: string = random.pick(ZONES);
      let person = recipient({ timeZone });
      let lastDay = '';
      for (let at = Date.parse('2024-05-20'); at < Date.parse('2024-09-01'); ) {
        const now = new Date(at);
        const wall = wallIn(timeZone);
        const today = wall.days[indexOf(now)] ?? '';
        const { plan } = createPlanner({ milestones: campaign, workingTimes, now })(person);
        if (plan.kind === 'due') {
          const { milestone } = plan;
          const where = `seed ${seed}, ${now.toISOString()}, ${timeZone}, ${milestone.key}`;
          assert.ok(wall.working[indexOf(now)], where);
          assert.ok(!isSilent(person), where);
          assert.ok(!person.rows.some((row) => row.milestone.key === milestone.key), where);
          // Each is newer than all before it, and none has come after it.
          assert.ok(milestone.day > lastDay, where);
          assert.ok(!campaign.some(({ day }) => day > milestone.day && day <= today), where);
          lastDay = milestone.day;
          const state = random.pick(['sent', 'sent', 'sent', 'unknown', 'failed'] as const);
          person = { ...person, rows: [...person.rows, { milestone, state }] };
          counts.sent++;
          if (state === 'sent' && random.below(3) === 0) {
            person = { ...person, snoozedUntil: dayAfter(today, random.pick([1, 7])) };
            counts.snoozes++;
          }
        }
        if (random.below(60) === 0) {
          timeZone = random.pick(ZONES);
          person = { ...person, timeZone };
          counts.travels++;
        }
        if (random.below(60) === 0) person = { ...person, reach: random.pick(['reachable', 'reachable', 'blocked']) };
        if (random.below(60) === 0) person = { ...person, remindersOff: random.below(3) === 0 };
        const pause = random.below(150) === 0;
        if (pause) counts.pauses++;
        at += pause ? random.below(20) * DAY : (1 + random.below(5)) * HOUR;
      }
    }
    assert.ok(
      counts.sent > 200 && counts.snoozes > 40 && counts.travels > 200 && counts.pauses > 50,
      JSON.stringify(counts),
    );
  });
});
