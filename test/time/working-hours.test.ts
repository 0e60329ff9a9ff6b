import assert from 'node:assert/strict';
import { createWorkingTimes, type WorkingHours, workingTime } from '../../src/time/working-hours.ts';

const OFFICE = { from: 9, to: 17 };

const at = (instant: string) => new Date(instant);
const inside = (instant: string, timeZone: string, hours: WorkingHours = OFFICE) =>
  workingTime(hours, timeZone).isInside(at(instant));
/** The next instant inside, ISO without seconds that are zero. */
const next = (instant: string, timeZone: string, hours: WorkingHours = OFFICE, fromDay?: string) =>
  workingTime(hours, timeZone).next(at(instant), fromDay).toISOString().replace(':00.000Z', 'Z');

describe('working hours', () => {
  const table: [string, string, string, boolean, string][] = [
    ['begin with their first hour', '2020-06-16T09:00:00Z', 'UTC', true, '2020-06-16T09:00Z'],
    ['have not begun a ms before', '2020-06-16T08:59:59.999Z', 'UTC', false, '2020-06-16T09:00Z'],
    ['last to the last ms', '2020-06-16T16:59:59.999Z', 'UTC', true, '2020-06-16T16:59:59.999Z'],
    ['are over at their end', '2020-06-16T17:00:00Z', 'UTC', false, '2020-06-17T09:00Z'],
    ['go on after the weekend', '2020-06-19T17:00:00Z', 'UTC', false, '2020-06-22T09:00Z'],
    ['know no Saturday', '2020-06-20T12:00:00Z', 'UTC', false, '2020-06-22T09:00Z'],
    ['know no Sunday', '2020-06-21T12:00:00Z', 'UTC', false, '2020-06-22T09:00Z'],
    ['are on the person’s own wall', '2020-06-16T06:59:00Z', 'Europe/Berlin', false, '2020-06-16T07:00Z'],
    ['begin on the half hour in Kolkata', '2020-06-16T03:29:00Z', 'Asia/Kolkata', false, '2020-06-16T03:30Z'],
    ['begin on the quarter in Kathmandu', '2020-06-16T03:14:00Z', 'Asia/Kathmandu', false, '2020-06-16T03:15Z'],
    // Monday in Kiritimati begins on Sunday at 10:00 in UTC; Friday evening there is Friday morning.
    ['on Monday in Kiritimati are on Sunday', '2020-06-21T12:00:00Z', 'Pacific/Kiritimati', false, '2020-06-21T19:00Z'],
    ['on Friday in Kiritimati end early', '2020-06-19T03:00:00Z', 'Pacific/Kiritimati', false, '2020-06-21T19:00Z'],
    // It is still Friday in Pago Pago while UTC has Saturday.
    ['on Friday in Pago Pago end on Saturday', '2020-06-20T03:59:00Z', 'Pacific/Pago_Pago', true, '2020-06-20T03:59Z'],
    ['have no Friday where a zone skipped it', '2011-12-30T03:00:00Z', 'Pacific/Apia', false, '2012-01-01T19:00Z'],
    // The clocks of Berlin went forward on Sunday, March 29, 2020, and back on Sunday, October 25.
    ['begin an hour sooner after spring', '2020-03-27T16:00:00Z', 'Europe/Berlin', false, '2020-03-30T07:00Z'],
    ['begin an hour later after autumn', '2020-10-23T15:00:00Z', 'Europe/Berlin', false, '2020-10-26T08:00Z'],
    // The clocks of New York changed on March 8 and November 1.
    ['west of UTC begin sooner too', '2020-03-06T22:00:00Z', 'America/New_York', false, '2020-03-09T13:00Z'],
    ['west of UTC begin later too', '2020-10-30T21:00:00Z', 'America/New_York', false, '2020-11-02T14:00Z'],
  ];
  for (const [what, instant, timeZone, isInside, then] of table)
    it(`${what} (${timeZone}, ${instant})`, () => {
      assert.equal(inside(instant, timeZone), isInside);
      assert.equal(next(instant, timeZone), then);
    });

  it('that lie in the hour that spring skips are not there that day', () => {
    // In Cairo, Friday, April 26, 2024 began at 01:00.
    assert.equal(next('2024-04-25T12:00:00Z', 'Africa/Cairo', { from: 0, to: 1 }), '2024-04-28T21:00Z');
    assert.equal(next('2024-04-25T12:00:00Z', 'Africa/Cairo', { from: 0, to: 2 }), '2024-04-25T22:00Z');
  });

  it('that autumn repeats are both inside', () => {
    // In Cairo, the last hour of Thursday, October 31, 2024 came twice: from 20:00 and from 21:00 in UTC.
    const late = { from: 23, to: 24 };
    assert.equal(next('2024-10-31T12:00:00Z', 'Africa/Cairo', late), '2024-10-31T20:00Z');
    for (const instant of ['20:00', '20:59', '21:00', '21:59'])
      assert.ok(inside(`2024-10-31T${instant}:00Z`, 'Africa/Cairo', late), instant);
    assert.equal(next('2024-10-31T22:00:00Z', 'Africa/Cairo', late), '2024-11-01T21:00Z');
  });

  it('may be all day', () => {
    const all = { from: 0, to: 24 };
    assert.equal(next('2020-06-18T23:59:59.999Z', 'UTC', all), '2020-06-18T23:59:59.999Z');
    assert.equal(next('2020-06-20T00:00:00Z', 'UTC', all), '2020-06-22T00:00Z');
  });

  it('are looked for from a day on, by the calendar of the zone', () => {
    const from = (instant: string, timeZone: string, day: string) => next(instant, timeZone, OFFICE, day);
    assert.equal(from('2020-06-16T08:00:00Z', 'UTC', '2020-06-23'), '2020-06-23T09:00Z');
    assert.equal(from('2020-06-16T08:00:00Z', 'UTC', '2020-06-27'), '2020-06-29T09:00Z');
    assert.equal(from('2020-06-16T08:00:00Z', 'Pacific/Kiritimati', '2020-06-23'), '2020-06-22T19:00Z');
    assert.equal(from('2020-06-16T08:00:00Z', 'Pacific/Pago_Pago', '2020-06-23'), '2020-06-23T20:00Z');
    // Already inside on that day: now. On a day that has passed: as without.
    assert.equal(from('2020-06-23T12:00:00Z', 'UTC', '2020-06-23'), '2020-06-23T12:00Z');
    assert.equal(from('2020-06-23T18:00:00Z', 'UTC', '2020-06-01'), '2020-06-24T09:00Z');
    // Inside, but it is not that day there yet; inside, and it is that day there already.
    assert.equal(from('2020-06-23T01:00:00Z', 'Pacific/Pago_Pago', '2020-06-23'), '2020-06-23T20:00Z');
    assert.equal(from('2020-06-22T20:00:00Z', 'Pacific/Kiritimati', '2020-06-23'), '2020-06-22T20:00Z');
  });

  it('are looked for from a day on also where its midnight, or the day before, was skipped', () => {
    const early = { from: 0, to: 2 };
    assert.equal(next('2024-04-01T00:00:00Z', 'Africa/Cairo', early, '2024-04-26'), '2024-04-25T22:00Z');
    for (const day of ['2011-12-30', '2011-12-31', '2012-01-01', '2012-01-02'])
      assert.equal(next('2011-12-01T00:00:00Z', 'Pacific/Apia', OFFICE, day), '2012-01-01T19:00Z', day);
    assert.equal(next('2011-12-01T00:00:00Z', 'Pacific/Apia', OFFICE, '2011-12-29'), '2011-12-29T19:00Z');
  });

  it('are where the person is, else where the tenant is', () => {
    const times = createWorkingTimes(OFFICE, 'Asia/Kolkata');
    const start = (timeZone?: string) => times(timeZone).next(at('2020-06-16T00:00:00Z')).toISOString();
    assert.equal(start('Europe/Berlin'), '2020-06-16T07:00:00.000Z');
    assert.equal(start(undefined), '2020-06-16T03:30:00.000Z');
    assert.equal(start('Mars/Olympus_Mons'), '2020-06-16T03:30:00.000Z');
    assert.equal(start(''), '2020-06-16T03:30:00.000Z');
    // The same for everybody in it: what a planner keeps for one zone serves all its people.
    assert.equal(times('Europe/Berlin'), times('Europe/Berlin'));
    assert.equal(times('Mars/Olympus_Mons'), times(undefined));
  });

  it('say so where the tenant’s own zone is none', () => {
    assert.throws(() => createWorkingTimes(OFFICE, 'Mars/Olympus_Mons'), RangeError);
  });

  it('refuse hours that are none', () => {
    for (const [from, to] of [
      [9, 9],
      [17, 9],
      [-1, 5],
      [9, 25],
      [9.5, 17],
      [Number.NaN, 17],
    ] as const)
      assert.throws(() => workingTime({ from, to }, 'UTC'), { code: 'programming-error' }, `${from}-${to}`);
  });
});
