import assert from 'node:assert/strict';
import { workingDaysBefore } from '../../src/time/working-days.ts';

/** What lies five working days before, ISO without the seconds. */
const five = (at: string, timeZone = 'UTC') =>
  workingDaysBefore(new Date(at), 5, timeZone).toISOString().replace(':00.000Z', 'Z');

describe('five working days back', () => {
  it('lead from a working day to the same one of the week before, at the same time of day', () => {
    for (const day of [15, 16, 17, 18, 19])
      assert.equal(five(`2020-06-${day}T10:20:00Z`), `2020-06-${String(day - 7).padStart(2, '0')}T10:20Z`);
  });

  it('keep the milliseconds', () => {
    const at = new Date('2020-06-16T10:20:30.456Z');
    assert.equal(workingDaysBefore(at, 5, 'UTC').toISOString(), '2020-06-09T10:20:30.456Z');
  });

  it('lead from all of a weekend to the Monday at its beginning: the week between was five days', () => {
    for (const at of ['2020-06-20T00:00:00Z', '2020-06-20T15:00:00Z', '2020-06-21T23:59:00Z', '2020-06-22T00:00:00Z'])
      assert.equal(five(at), '2020-06-15T00:00Z', at);
  });

  it('count no day of a weekend on which something happened', () => {
    // What happened on Saturday or Sunday was five working days ago when Friday is over, and no minute before.
    assert.equal(five('2020-06-19T23:59:00Z'), '2020-06-12T23:59Z');
    assert.equal(five('2020-06-20T00:00:00Z'), '2020-06-15T00:00Z');
  });

  it('are those of the time zone', () => {
    // Friday evening in Los Angeles is Saturday in UTC; Monday morning in Kiritimati is Sunday in UTC.
    assert.equal(five('2020-06-20T05:00:00Z', 'America/Los_Angeles'), '2020-06-13T05:00Z');
    assert.equal(five('2020-06-20T05:00:00Z'), '2020-06-15T00:00Z');
    assert.equal(five('2020-06-21T20:00:00Z', 'Pacific/Kiritimati'), '2020-06-14T20:00Z');
  });

  it('follow the clock on the wall when it changes', () => {
    // In Berlin the clocks went forward on Sunday, March 29, 2020, and back on Sunday, October 25.
    assert.equal(five('2020-03-31T08:00:00Z', 'Europe/Berlin'), '2020-03-24T09:00Z');
    assert.equal(five('2020-10-27T09:00:00Z', 'Europe/Berlin'), '2020-10-20T08:00Z');
  });

  it('reach over the turn of the year', () => {
    assert.equal(five('2021-01-01T12:00:00Z'), '2020-12-25T12:00Z');
  });

  it('of other numbers are right too', () => {
    const back = (days: number) => workingDaysBefore(new Date('2020-06-17T10:00:00Z'), days, 'UTC').toISOString();
    assert.match(back(1), /^2020-06-16T10/);
    assert.match(back(3), /^2020-06-12T10/);
    assert.match(back(12), /^2020-06-01T10/);
  });
});
