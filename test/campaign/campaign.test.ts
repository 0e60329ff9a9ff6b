import assert from 'node:assert/strict';
import { campaignFacts, campaignOf } from '../../src/campaign/campaign.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { campaignClock } from '../../src/time/clock.ts';
import { localDay } from '../../src/time/local-day.ts';

const CAMPAIGN = campaignOf(CPOR_2020);
const at = (instant: string, timeZone: string) => campaignFacts(CAMPAIGN, new Date(instant), timeZone);

describe('the campaign', () => {
  it('stands where each person’s own calendar says: one instant, three phases', () => {
    // Kiritimati is 14 hours ahead of UTC, Pago Pago 11 behind: they are never on the same day for long.
    const now = '2020-06-30T10:30:00Z';
    assert.deepEqual(at(now, 'Pacific/Kiritimati'), { phase: 'after', daysLeft: -1 });
    assert.deepEqual(at(now, 'Europe/Berlin'), { phase: 'on the day', daysLeft: 0 });
    assert.deepEqual(at(now, 'Pacific/Pago_Pago'), { phase: 'before', daysLeft: 1 });
  });

  it('changes at local midnight, to the second', () => {
    assert.equal(at('2020-06-30T03:59:59Z', 'America/New_York').phase, 'before');
    assert.equal(at('2020-06-30T04:00:00Z', 'America/New_York').phase, 'on the day');
    assert.equal(at('2020-07-01T03:59:59.999Z', 'America/New_York').phase, 'on the day');
    assert.equal(at('2020-07-01T04:00:00Z', 'America/New_York').phase, 'after');
  });

  it('counts calendar days over days of 23, 24.5 and 25 hours', () => {
    const days = (deadline: string, instant: string, timeZone: string) =>
      campaignFacts({ deadline }, new Date(instant), timeZone).daysLeft;
    // Berlin, 29 March 2020: 23 hours. The night before, and one hour after the change.
    assert.equal(days('2020-03-30', '2020-03-28T22:59:00Z', 'Europe/Berlin'), 2);
    assert.equal(days('2020-03-30', '2020-03-29T01:30:00Z', 'Europe/Berlin'), 1);
    assert.equal(days('2020-03-30', '2020-03-29T21:59:59Z', 'Europe/Berlin'), 1);
    assert.equal(days('2020-03-30', '2020-03-29T22:00:00Z', 'Europe/Berlin'), 0);
    // New York, 1 November 2020: 25 hours. Lord Howe, 5 April 2020: 24.5 hours.
    assert.equal(days('2020-11-02', '2020-11-01T04:00:00Z', 'America/New_York'), 1);
    assert.equal(days('2020-11-02', '2020-11-02T04:59:59Z', 'America/New_York'), 1);
    assert.equal(days('2020-04-06', '2020-04-05T13:29:59Z', 'Australia/Lord_Howe'), 1);
    assert.equal(days('2020-04-06', '2020-04-05T13:30:00Z', 'Australia/Lord_Howe'), 0);
    // Samoa left out 30 December 2011: the day after the 29th is the 31st.
    assert.equal(localDay(new Date('2011-12-30T09:59:59Z'), 'Pacific/Apia'), '2011-12-29');
    assert.equal(localDay(new Date('2011-12-30T10:00:00Z'), 'Pacific/Apia'), '2011-12-31');
  });

  it('counts over leap days and years', () => {
    const left = (now: string) => campaignFacts({ deadline: '2020-03-01' }, new Date(now), 'UTC').daysLeft;
    assert.equal(left('2020-02-28T12:00:00Z'), 2);
    assert.equal(left('2019-03-01T00:00:00Z'), 366);
    assert.equal(left('2021-03-01T23:59:59Z'), -365);
  });
});

describe('the campaign clock', () => {
  it('starts at its instant and runs on with real time, over real changes of its pace too', () => {
    let real = Date.parse('2026-01-01T00:00:00Z');
    const clock = campaignClock(new Date('2020-06-16T08:00:00Z'), () => new Date(real));
    assert.equal(clock().toISOString(), '2020-06-16T08:00:00.000Z');
    real += 90_061_001;
    assert.equal(clock().toISOString(), '2020-06-17T09:01:01.001Z');
  });

  it('is real time without an instant', () => {
    const real = () => new Date('2026-01-01T00:00:00Z');
    assert.equal(campaignClock(undefined, real), real);
  });
});
