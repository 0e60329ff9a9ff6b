import assert from 'node:assert/strict';
import { CAMPAIGNS } from '../../src/campaign/campaign.ts';
import { milestonesOf, newestMilestone, nextMilestone, withMilestone } from '../../src/campaign/milestones.ts';

const MILESTONES = milestonesOf(CAMPAIGNS[0], [30, 14, 7, 3, 1, 0]);
const newest = (day: string) => newestMilestone(MILESTONES, day)?.key;

describe('the milestones of a campaign', () => {
  it('are the days before the deadline, the day itself, and four weeks after it', () => {
    assert.deepEqual(
      MILESTONES.map(({ key, day }) => `${key} ${day}`),
      [
        'before-30 2020-05-31',
        'before-14 2020-06-16',
        'before-7 2020-06-23',
        'before-3 2020-06-27',
        'before-1 2020-06-29',
        'on-the-day 2020-06-30',
        'after-7 2020-07-07',
        'after-14 2020-07-14',
        'after-21 2020-07-21',
        'after-28 2020-07-28',
      ],
    );
  });

  it('do not depend on the order of the days, nor on how often one is named', () => {
    assert.deepEqual(milestonesOf(CAMPAIGNS[0], [0, 7, 1, 30, 3, 14, 7, 7]), MILESTONES);
  });

  it('keep their keys when other days are chosen', () => {
    const others = milestonesOf(CAMPAIGNS[0], [10, 7]);
    assert.deepEqual(
      others.filter(({ key }) => key.startsWith('before')).map(({ key }) => key),
      ['before-10', 'before-7'],
    );
    assert.deepEqual(
      others.find(({ key }) => key === 'before-7'),
      MILESTONES.find(({ key }) => key === 'before-7'),
    );
  });

  it('after the deadline are the same, whatever is chosen before it', () => {
    assert.deepEqual(
      milestonesOf(CAMPAIGNS[0], [90]).map(({ key }) => key),
      ['before-90', 'after-7', 'after-14', 'after-21', 'after-28'],
    );
  });

  it('are none at all where no day is chosen, not after the deadline either, but for a day that somebody asks for', () => {
    const none = milestonesOf(CAMPAIGNS[0], []);
    assert.deepEqual(none, []);
    const own = { key: 'own', day: '2020-06-18' };
    assert.deepEqual(withMilestone(none, own), [own]);
    assert.equal(newestMilestone(none, '2020-07-07'), undefined);
    assert.equal(nextMilestone(none, '2020-01-01'), undefined);
  });

  it('are counted by the calendar: over the end of February and the turn of the year', () => {
    const days = (deadline: string) => milestonesOf({ ...CAMPAIGNS[0], deadline }, [30, 1]).map(({ day }) => day);
    assert.deepEqual(days('2024-03-01').slice(0, 2), ['2024-01-31', '2024-02-29']);
    assert.deepEqual(days('2020-12-31').slice(2), ['2021-01-07', '2021-01-14', '2021-01-21', '2021-01-28']);
  });

  it('refuse what is no number of days', () => {
    for (const days of [-1, 1.5, Number.NaN])
      assert.throws(() => milestonesOf(CAMPAIGNS[0], [days]), { code: 'programming-error' });
  });
});

describe('the newest milestone', () => {
  const table: [string, string | undefined][] = [
    ['2020-05-30', undefined],
    ['2020-05-31', 'before-30'],
    ['2020-06-15', 'before-30'],
    ['2020-06-16', 'before-14'],
    ['2020-06-28', 'before-3'],
    ['2020-06-29', 'before-1'],
    ['2020-06-30', 'on-the-day'],
    ['2020-07-06', 'on-the-day'],
    ['2020-07-07', 'after-7'],
    ['2020-07-28', 'after-28'],
    ['2020-08-03', 'after-28'],
    ['2020-08-04', undefined],
    ['2026-01-01', undefined],
  ];
  for (const [day, key] of table)
    it(`on ${day} is ${key ?? 'none'}`, () => {
      assert.equal(newest(day), key);
    });

  it('is a person’s own where it is the newest', () => {
    const own = withMilestone(MILESTONES, { key: 'own', day: '2020-06-18' });
    const at = (day: string) => newestMilestone(own, day)?.key;
    assert.deepEqual(
      [at('2020-06-17'), at('2020-06-18'), at('2020-06-22'), at('2020-06-23')],
      ['before-14', 'own', 'own', 'before-7'],
    );
  });

  it('is a person’s own for a week after the last of the campaign', () => {
    const own = withMilestone(MILESTONES, { key: 'own', day: '2020-08-04' });
    const at = (day: string) => newestMilestone(own, day)?.key;
    assert.deepEqual(
      [at('2020-08-03'), at('2020-08-04'), at('2020-08-10'), at('2020-08-11')],
      ['after-28', 'own', 'own', undefined],
    );
  });

  it('is the campaign’s where both are on one day', () => {
    assert.equal(withMilestone(MILESTONES, { key: 'own', day: '2020-06-23' }), MILESTONES);
  });
});

describe('the next milestone', () => {
  it('is the first after a day, and not that day’s own', () => {
    const next = (day: string) => nextMilestone(MILESTONES, day)?.key;
    assert.deepEqual(['2020-01-01', '2020-05-30', '2020-05-31', '2020-06-29', '2020-07-27', '2020-07-28'].map(next), [
      'before-30',
      'before-30',
      'before-14',
      'on-the-day',
      'after-28',
      undefined,
    ]);
  });
});
