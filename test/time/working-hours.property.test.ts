import assert from 'node:assert/strict';
import { SeededRandom } from '../../scripts/sample/random.ts';
import { type WorkingHours, workingTime } from '../../src/time/working-hours.ts';
import { ZONES } from './zones.ts';

/** All of these zones change their offset, and so begin and end their hours, at quarters of an hour in UTC. */
const QUARTER = 900_000;
const OFFICE = { from: 9, to: 17 };

/** Reads the wall a quarter of an hour at a time, forgets nothing, and knows no rule of any zone: slow, and plainly right. */
function oracle(hours: WorkingHours, timeZone: string, fromMs: number, quarters: number) {
  const wall = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', hourCycle: 'h23' });
  const isInside = Array.from({ length: quarters }, (_, i) => {
    const [, weekday = '', hour = ''] = /^(\w+)\D+(\d+)$/.exec(wall.format(fromMs + i * QUARTER)) ?? [];
    return !/Sat|Sun/.test(weekday) && Number(hour) >= hours.from && Number(hour) < hours.to;
  });
  let soonest = Number.NaN;
  const nextInside = isInside.map((_, i) => {
    const index = quarters - 1 - i;
    if (isInside[index]) soonest = fromMs + index * QUARTER;
    return soonest;
  });
  return { isInside, nextInside: nextInside.reverse() };
}

describe('working hours', () => {
  const years: [number, readonly string[]][] = [
    [2020, ZONES],
    // The hard half: Apia crosses the date line, and the clocks of Cairo change on working days.
    [2011, ZONES.slice(10)],
    [2024, ZONES.slice(10)],
  ];
  for (const [year, zones] of years)
    it(`agree with the wall, read at every quarter of an hour of ${year}, in ${zones.length} zones`, function () {
      this.timeout(60_000);
      const random = new SeededRandom(year);
      const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)];
      const asked = { inside: 0, outside: 0, waits: 0 };
      for (const timeZone of zones) {
        // Those near midnight meet the changes of the clock.
        const hours = random.pick([OFFICE, { from: 0, to: 1 }, { from: 1, to: 3 }, { from: 23, to: 24 }]);
        const real = workingTime(hours, timeZone);
        const { isInside, nextInside } = oracle(hours, timeZone, start, (end - start) / QUARTER + 4 * 24 * 4);
        // An instant every hour, at another quarter each time.
        for (let i = random.below(4); i < (end - start) / QUARTER; i += random.pick([3, 4, 5])) {
          const instant = new Date(start + i * QUARTER);
          const where = `${timeZone} ${hours.from}-${hours.to} ${instant.toISOString()}`;
          assert.equal(real.isInside(instant), isInside[i], where);
          asked[isInside[i] ? 'inside' : 'outside']++;
          if (random.below(6) > 0) continue;
          assert.equal(real.next(instant).getTime(), nextInside[i], where);
          asked.waits++;
        }
      }
      assert.ok(asked.inside > 4_000 && asked.outside > 40_000 && asked.waits > 9_000, JSON.stringify(asked));
    });
});
