import assert from 'node:assert/strict';
import { CAMPAIGNS } from '../../src/campaign/campaign.ts';
import { milestonesOf } from '../../src/campaign/milestones.ts';
import { REASONS } from '../../src/delivery/nudge.ts';
import type { LedgerRow, Recipient } from '../../src/reminders/plan.ts';
import { createPlanner, planInSlices } from '../../src/reminders/planner.ts';
import { createWorkingTimes, type WorkingTime } from '../../src/time/working-hours.ts';
import { inWords, NOTHING_OPEN, recipient, row } from './recipients.ts';

const MILESTONES = milestonesOf(CAMPAIGNS[0], [30, 14, 7, 3, 1, 0]);
const workingTimes = createWorkingTimes({ from: 9, to: 17 }, 'Europe/Berlin');
const plannerAt = (now: string) => createPlanner({ milestones: MILESTONES, workingTimes, now: new Date(now) });
const rows = (states: Readonly<Record<string, LedgerRow['state']>>): LedgerRow[] =>
  Object.entries(states).map(([key, state]) =>
    row(
      MILESTONES.find((milestone) => milestone.key === key),
      state,
    ),
  );
const snoozed = (day: string, state: LedgerRow['state']) => row({ key: `snoozed-${day}`, day }, state);

/** The Tuesday on which "14 days before" comes. */
const TUESDAY = '2020-06-16T10:00:00Z';
/** The Saturday on which "3 days before" comes; the deadline is the Tuesday after. */
const SATURDAY = '2020-06-27T10:00:00Z';

type Case = [what: string, facts: Partial<Recipient>, now: string, plan: string];

const cases: Readonly<Record<string, readonly Case[]>> = {
  'a milestone': [
    ['is due on its day', {}, TUESDAY, 'due before-14'],
    ['is due while no newer one has come', {}, '2020-06-22T16:59:59.999Z', 'due before-14'],
    ['is to come before the first', {}, '2020-05-29T10:00:00Z', 'later before-30 at 2020-06-01T09:00Z: not yet'],
    ['waits for the hours', {}, '2020-06-16T08:59:59.999Z', 'later before-14 at 2020-06-16T09:00Z: outside hours'],
    ['waits for the next day', {}, '2020-06-16T17:00:00Z', 'later before-14 at 2020-06-17T09:00Z: outside hours'],
    [
      'gives way to a newer one that comes before the hours do',
      {},
      SATURDAY,
      'later before-1 at 2020-06-29T09:00Z: outside hours',
    ],
    ['has nobody before it, however many were missed', {}, '2020-07-15T10:00:00Z', 'due after-14'],
    ['is the last for a week', {}, '2020-08-03T16:00:00Z', 'due after-28'],
    ['is none after the last', {}, '2020-08-04T10:00:00Z', 'never: over'],
    ['is none after the last, years later too', {}, '2026-06-30T10:00:00Z', 'never: over'],
    [
      'is none after the last, sent or not',
      { rows: rows({ 'on-the-day': 'sent' }) },
      '2020-08-05T10:00:00Z',
      'never: over',
    ],
    ['is over when the hours end', {}, '2020-08-03T17:00:00Z', 'never: over'],
  ],
  'whose claims are done': [
    ['gets nothing', { open: NOTHING_OPEN }, TUESDAY, 'never: nothing open'],
    ['gets one for what is to collect', { open: { ...NOTHING_OPEN, toCollect: 1 } }, TUESDAY, 'due before-14'],
    ['gets one for what is to upload', { open: { ...NOTHING_OPEN, toUpload: 1 } }, TUESDAY, 'due before-14'],
  ],
  'who cannot be reached': [
    ['gets nothing before an installation', { reach: 'never installed' }, TUESDAY, 'never: unreachable'],
    ['gets nothing after a block', { reach: 'blocked' }, TUESDAY, 'never: unreachable'],
    ['is not missed with nothing open', { reach: 'blocked', open: NOTHING_OPEN }, TUESDAY, 'never: nothing open'],
    ['is sent the newest when they are back', { rows: rows({ 'before-14': 'skipped' }) }, TUESDAY, 'due before-14'],
  ],
  'who wants no reminders': [['gets none', { remindersOff: true }, TUESDAY, 'never: off']],
  'who pressed “Tomorrow” or “Next week”': [
    [
      'is left alone until then',
      { snoozedUntil: '2020-06-17', rows: rows({ 'before-14': 'sent' }) },
      TUESDAY,
      'later snoozed-2020-06-17 at 2020-06-17T09:00Z: snoozed',
    ],
    [
      'is reminded then, of a milestone that was sent before',
      { snoozedUntil: '2020-06-17', rows: rows({ 'before-14': 'sent' }) },
      '2020-06-17T09:00:00Z',
      'due snoozed-2020-06-17',
    ],
    [
      'is reminded once',
      { snoozedUntil: '2020-06-17', rows: [...rows({ 'before-14': 'sent' }), snoozed('2020-06-17', 'sent')] },
      '2020-06-17T09:01:00Z',
      'later before-7 at 2020-06-23T09:00Z: already sent',
    ],
    [
      'is reminded on the Monday where the day is a Saturday',
      { snoozedUntil: '2020-06-20', rows: rows({ 'before-14': 'sent' }) },
      TUESDAY,
      'later snoozed-2020-06-20 at 2020-06-22T09:00Z: snoozed',
    ],
    [
      'is reminded once where a milestone comes that day',
      { snoozedUntil: '2020-06-23', rows: rows({ 'before-14': 'sent' }) },
      TUESDAY,
      'later before-7 at 2020-06-23T09:00Z: snoozed',
    ],
    [
      'is spared the milestones until then',
      { snoozedUntil: '2020-07-01', rows: rows({ 'before-7': 'sent' }) },
      '2020-06-30T10:00:00Z',
      'later snoozed-2020-07-01 at 2020-07-01T09:00Z: snoozed',
    ],
    [
      'gets a newer milestone later on',
      { snoozedUntil: '2020-06-17', rows: rows({ 'before-14': 'sent' }) },
      '2020-06-24T10:00:00Z',
      'due before-7',
    ],
    [
      'is reminded after the last milestone too',
      { snoozedUntil: '2020-08-05', rows: rows({ 'after-28': 'sent' }) },
      '2020-07-29T10:00:00Z',
      'later snoozed-2020-08-05 at 2020-08-05T09:00Z: snoozed',
    ],
  ],
  'a row of the ledger': [
    ['that is due stays due', { rows: rows({ 'before-14': 'due' }) }, TUESDAY, 'due before-14'],
    [
      'that is sent is not sent again',
      { rows: rows({ 'before-14': 'sent' }) },
      TUESDAY,
      'later before-7 at 2020-06-23T09:00Z: already sent',
    ],
    [
      'that somebody is sending is left to them',
      { rows: rows({ 'before-14': 'leased' }) },
      TUESDAY,
      'later before-7 at 2020-06-23T09:00Z: being sent',
    ],
    [
      'of which nobody knows is not repeated',
      { rows: rows({ 'before-14': 'unknown' }) },
      TUESDAY,
      'later before-7 at 2020-06-23T09:00Z: unknown',
    ],
    [
      'that failed is not repeated',
      { rows: rows({ 'before-14': 'failed' }) },
      TUESDAY,
      'later before-7 at 2020-06-23T09:00Z: failed',
    ],
    [
      'of an older milestone does not hold up the newest',
      { rows: rows({ 'before-30': 'leased', 'before-14': 'failed' }) },
      '2020-06-23T10:00:00Z',
      'due before-7',
    ],
    [
      'of the last milestone ends it',
      { rows: rows({ 'after-28': 'sent' }) },
      '2020-07-28T12:00:00Z',
      'never: already sent',
    ],
    [
      'of a newer milestone ends the older ones: they travelled west, over the date line',
      { timeZone: 'Pacific/Pago_Pago', rows: rows({ 'before-1': 'sent' }) },
      '2020-06-29T06:00:00Z',
      'later on-the-day at 2020-06-30T20:00Z: already sent',
    ],
    [
      'that a lead asked for counts by its day',
      { rows: [row({ key: 'lead-1', day: '2020-06-17' }, 'sent')] },
      '2020-06-18T10:00:00Z',
      'later before-7 at 2020-06-23T09:00Z: already sent',
    ],
  ],
  'where they are': [
    // It is Monday, June 29, in Kiritimati while UTC has Sunday: "1 day before" has come there.
    ['is a day ahead in Kiritimati', { timeZone: 'Pacific/Kiritimati' }, '2020-06-28T20:00:00Z', 'due before-1'],
    ['is still Friday in Pago Pago', { timeZone: 'Pacific/Pago_Pago' }, '2020-06-27T03:00:00Z', 'due before-7'],
    [
      'is half an hour later in Kolkata',
      { timeZone: 'Asia/Kolkata' },
      '2020-06-16T03:29:00Z',
      'later before-14 at 2020-06-16T03:30Z: outside hours',
    ],
    [
      'is where the tenant is for those of no known zone',
      { timeZone: 'Mars/Olympus_Mons' },
      '2020-06-16T06:00:00Z',
      'later before-14 at 2020-06-16T07:00Z: outside hours',
    ],
  ],
};

describe('the planner', () => {
  for (const [who, table] of Object.entries(cases))
    describe(`on ${who}`, () => {
      for (const [what, facts, now, plan] of table)
        it(`${what} (${now})`, () => {
          assert.equal(inWords(plannerAt(now)(recipient(facts))), plan);
        });
    });

  it('takes those without a time zone to be where the tenant is', () => {
    const { timeZone: _, ...nowhere } = recipient();
    assert.equal(
      inWords(plannerAt('2020-06-16T06:00:00Z')(nowhere)),
      'later before-14 at 2020-06-16T07:00Z: outside hours',
    );
  });

  it('plans for each zone on its own, with one planner for all', () => {
    const plan = plannerAt('2020-06-23T03:00:00Z');
    const zones = ['Asia/Tokyo', 'Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'];
    assert.deepEqual(
      zones.map((timeZone) => inWords(plan(recipient({ timeZone })))),
      [
        'due before-7',
        'later before-7 at 2020-06-23T07:00Z: outside hours',
        // Still Monday there.
        'later before-7 at 2020-06-23T16:00Z: outside hours',
        'due before-7',
      ],
    );
  });

  it('asks about a time zone once, however many people are in it', () => {
    const asked: string[] = [];
    const counted = new Map(
      ['Asia/Tokyo', 'America/Los_Angeles'].map((timeZone): [string, WorkingTime] => {
        const { dayOf, isInside, next } = workingTimes(timeZone);
        const note = (what: string) => asked.push(`${timeZone}: ${what}`);
        return [
          timeZone,
          {
            dayOf,
            isInside: (at) => (note('inside') ? isInside(at) : false),
            next: (at, fromDay) => (note(`from ${fromDay}`) ? next(at, fromDay) : at),
          },
        ];
      }),
    );
    const plan = createPlanner({
      milestones: MILESTONES,
      workingTimes: (timeZone = '') => counted.get(timeZone) ?? workingTimes(timeZone),
      now: new Date('2020-06-23T03:00:00Z'),
    });
    for (let i = 0; i < 100; i++)
      for (const timeZone of counted.keys())
        for (const sent of [rows({}), rows({ 'before-7': 'sent' })]) plan(recipient({ timeZone, rows: sent }));
    assert.deepEqual(asked.sort(), [
      'America/Los_Angeles: from 2020-06-22',
      // Who was sent that in the East before has to wait for the next.
      'America/Los_Angeles: from 2020-06-27',
      'America/Los_Angeles: inside',
      'Asia/Tokyo: from 2020-06-27',
      'Asia/Tokyo: inside',
    ]);
  });

  it('knows every reason that it names', () => {
    const named = Object.values(cases).flatMap((table) => table.flatMap(([, , , plan]) => plan.split(': ').slice(1)));
    // What is superseded is a row, never a person: see below. Only leads have digests.
    assert.deepEqual([...new Set(named), 'superseded', 'no lead'].sort(), [...REASONS].sort());
  });
});

describe('rows that wait to be sent', () => {
  const table: [what: string, facts: Partial<Recipient>, now: string, skip: string[]][] = [
    ['are kept when they are due', { rows: rows({ 'before-14': 'due' }) }, TUESDAY, []],
    ['are kept over night', { rows: rows({ 'before-14': 'due' }) }, '2020-06-16T20:00:00Z', []],
    [
      'are superseded by a newer milestone',
      { rows: rows({ 'before-30': 'due', 'before-14': 'due' }) },
      TUESDAY,
      ['before-30: superseded'],
    ],
    [
      'are superseded on the Saturday already, where a newer one comes before Monday',
      { rows: rows({ 'before-3': 'due' }) },
      SATURDAY,
      ['before-3: superseded'],
    ],
    [
      'are superseded where a newer one was sent',
      { rows: rows({ 'before-30': 'due', 'before-14': 'sent' }) },
      TUESDAY,
      ['before-30: superseded'],
    ],
    [
      'have not come yet for those who travelled west',
      { timeZone: 'Pacific/Pago_Pago', rows: rows({ 'before-14': 'sent', 'before-7': 'due', 'before-3': 'due' }) },
      '2020-06-22T23:00:00Z',
      ['before-3: not yet'],
    ],
    [
      'are not for those whose last claim was confirmed a moment ago',
      { open: NOTHING_OPEN, rows: rows({ 'before-14': 'due' }) },
      TUESDAY,
      ['before-14: nothing open'],
    ],
    [
      'are not for the blocked',
      { reach: 'blocked', rows: rows({ 'before-14': 'due' }) },
      TUESDAY,
      ['before-14: unreachable'],
    ],
    [
      'are not for those who said no',
      { remindersOff: true, rows: rows({ 'before-14': 'due' }) },
      TUESDAY,
      ['before-14: off'],
    ],
    [
      'are not for those who said later',
      { snoozedUntil: '2020-06-18', rows: rows({ 'before-14': 'due' }) },
      TUESDAY,
      ['before-14: snoozed'],
    ],
    ['are not sent after the end', { rows: rows({ 'after-28': 'due' }) }, '2020-08-04T10:00:00Z', ['after-28: over']],
    [
      'in any other state are nobody’s business',
      { open: NOTHING_OPEN, rows: rows({ 'before-30': 'skipped', 'before-14': 'leased', 'before-7': 'sent' }) },
      TUESDAY,
      [],
    ],
  ];
  for (const [what, facts, now, skip] of table)
    it(what, () => {
      const planned = plannerAt(now)(recipient(facts));
      assert.deepEqual(
        planned.skip.map(({ milestone, why }) => `${milestone.key}: ${why}`),
        skip,
      );
    });
});

describe('plans for many', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => recipient({ id: `person-${i}` }));
  const planner = plannerAt(TUESDAY);

  it('are made for each of them once, in their order, from a list and from a stream', async () => {
    for (const count of [0, 1, 49, 50, 51, 1_000]) {
      const people = many(count);
      async function* stream() {
        yield* people;
      }
      for (const source of [people, stream()]) {
        const planned = (await Array.fromAsync(planInSlices(source, planner))).flat();
        assert.deepEqual(
          planned.map(({ recipient: { id } }) => id),
          people.map(({ id }) => id),
        );
        assert.ok(planned.every(({ plan }) => plan.kind === 'due'));
      }
    }
  });

  it('come in small slices, and everybody else has a turn between two of them', async () => {
    let turns = 0;
    let over = false;
    const turn = () => {
      turns++;
      if (!over) setImmediate(turn);
    };
    turn();
    const turnsAt: number[] = [];
    for await (const slice of planInSlices(many(1_000), planner)) {
      assert.ok(slice.length > 0 && slice.length <= 50);
      turnsAt.push(turns);
    }
    over = true;
    assert.equal(turnsAt.length, 20);
    assert.ok(
      turnsAt.every((at, i) => i === 0 || at > (turnsAt[i - 1] ?? 0)),
      turnsAt.join(),
    );
  });

  it('hold no more people than one slice, whatever is behind them', async () => {
    let read = 0;
    let closed = false;
    function* endless() {
      try {
        for (;;) yield recipient({ id: `person-${read++}` });
      } finally {
        closed = true;
      }
    }
    let pauses = 0;
    const pause = async () => {
      pauses++;
    };
    for await (const slice of planInSlices(endless(), planner, pause)) {
      assert.equal(read, (pauses + 1) * slice.length);
      if (pauses === 9) break;
    }
    assert.equal(pauses, 9);
    // Who stops listening closes the source.
    assert.ok(closed);
  });

  it('pass on what goes wrong with the people', async () => {
    async function* broken() {
      yield* many(60);
      throw new Error('the store has gone');
    }
    const slices = planInSlices(broken(), planner);
    assert.equal((await slices.next()).value?.length, 50);
    await assert.rejects(slices.next(), /the store has gone/);
  });
});
