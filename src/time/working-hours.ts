/**
 * Working hours, Monday to Friday, by the clock on a person's wall. Pure. Public holidays are not known here.
 *
 * By croner: one pattern, every minute of the hours, says what is inside and what comes next. Hours that a change of the clock
 * skips or repeats, and the day that a zone skipped at the date line, are its business, and the tests find it right on all of them.
 * With `Intl` alone it took three times the code, as right: that can tell what a wall shows, not when, so that changes of the clock
 * had to be searched for. It was quicker (0.1 ms for a new zone, here 0.4), which does not matter: a zone is new once.
 * Not every second: croner steps through what a zone skipped, which holds everybody for 50 ms an hour by seconds, and 2 by minutes.
 */
import { Cron } from 'croner';
import { ProgrammingError } from '../errors.ts';
import { DAY_MS, localDay } from './local-day.ts';
import { isTimeZone } from './zones.ts';

/** Whole hours of the wall clock, from 0 to 24; `from` is inside, `to` is not. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** The working hours in one time zone. */
export interface WorkingTime {
  /** The calendar day of an instant, `YYYY-MM-DD`. */
  dayOf(at: Date): string;
  isInside(at: Date): boolean;
  /** The first instant inside that is `at` or later, and on `fromDay` (`YYYY-MM-DD`) or later. */
  next(at: Date, fromDay?: string): Date;
}

/** The working hours where a person is; the tenant's for one without a time zone, or with one that is not known here. */
export type WorkingTimes = (timeZone: string | undefined) => WorkingTime;

const MINUTE_MS = 60_000;
/** @throws RangeError where the tenant's zone is not known */
export function createWorkingTimes(hours: Hours, tenantZone: string): WorkingTimes {
  const tenants = workingTime(hours, tenantZone);
  const kept = new Map<string, WorkingTime>();
  return (timeZone) => {
    if (timeZone === undefined) return tenants;
    const found = kept.get(timeZone) ?? (isTimeZone(timeZone) ? workingTime(hours, timeZone) : tenants);
    kept.set(timeZone, found);
    return found;
  };
}

/** @throws RangeError for a zone that is not known */
export function workingTime({ from, to }: Hours, timeZone: string): WorkingTime {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > 24 || from >= to) {
    throw new ProgrammingError('working hours are whole hours from 0 to 24 that end after they begin');
  }
  if (!isTimeZone(timeZone)) throw new RangeError(`${timeZone} is no time zone`);
  const minutes = new Cron(`0 * ${from}-${to - 1} * * 1-5`, { timezone: timeZone });
  const isInside = (at: Date): boolean => minutes.match(new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS));

  /** The first minute inside that begins after an instant, or after a time of the zone's own wall. */
  function after(at: Date | string): Date {
    const found = minutes.nextRun(at);
    if (found === null) throw new ProgrammingError('working hours without end have a next one');
    return found;
  }

  return {
    dayOf: (at) => localDay(at, timeZone),
    isInside,
    next(at, fromDay) {
      if (fromDay !== undefined && localDay(at, timeZone) < fromDay) return after(lastSecondBefore(fromDay));
      return isInside(at) ? at : after(at);
    },
  };
}

function lastSecondBefore(day: string): string {
  return `${new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)}T23:59:59`;
}
