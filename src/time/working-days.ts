/**
 * Working days, Monday to Friday, in a time zone. Pure. Public holidays are not known here: what waits for working days may come a day
 * early, which does no harm.
 */
import { dateFormat } from '../intl.ts';
import { DAY_MS } from './units.ts';

/** Days from 1970-01-01, a Thursday, back to the Monday of its week. */
const MONDAY = 3;

/**
 * The latest instant that is `days` working days before `at`: five before a Monday, 10:00, is the Monday before, 10:00.
 * A weekend takes no time: what happened on one counts from Monday, 0:00.
 */
export function workingDaysBefore(at: Date, days: number, timeZone: string): Date {
  const worked = workedMs(timeZone);
  const wanted = worked(at.getTime()) - days * DAY_MS;
  // Each week has five working days; three days more allow for the weekends at both ends and a change of the clock.
  let [early, late] = [at.getTime() - (Math.ceil(days / 5) * 7 + 3) * DAY_MS, at.getTime()];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (worked(middle) <= wanted) early = middle;
    else late = middle;
  }
  return new Date(early);
}

/** The working time before an instant (ms), by local time: 24 hours for each working day, none for a weekend. */
function workedMs(timeZone: string): (at: number) => number {
  const fields = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  const format = dateFormat('en-US', { timeZone, ...fields, calendar: 'gregory', hourCycle: 'h23' });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    const day = Math.floor(local / DAY_MS) + MONDAY;
    const weekday = ((day % 7) + 7) % 7;
    const today = weekday < 5 ? local - (day - MONDAY) * DAY_MS + (at % 1000) : 0;
    return (Math.floor(day / 7) * 5 + Math.min(weekday, 5)) * DAY_MS + today;
  };
}
