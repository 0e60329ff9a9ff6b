/**
 * Working hours, Monday to Friday, by a person's local time. Pure. Public holidays are not known here.
 *
 * croner does it with one pattern, every minute of the hours: an instant matches or not, and the next match is the next instant inside.
 * It knows the hours that a change of the clock skips or repeats, and the day that a zone skipped at the date line; the tests check all
 * of these. `Intl` alone takes three times the code, since it gives the local time of an instant but not the instant of a local time, so
 * that the code has to search for changes of the clock. It is faster for a new zone (0.1 ms against 0.4), but each zone is new only once.
 * The pattern goes by minutes, not by seconds, because croner steps through what a zone skipped: each skipped hour blocks the process for
 * 2 ms by minutes, and for 50 ms by seconds.
 */
import { Cron } from 'croner';
import { ProgrammingError } from '../errors.ts';
import { localDay } from './local-day.ts';
import { DAY_MS, MINUTE_MS } from './units.ts';
import { isTimeZone } from './zones.ts';

/** Whole hours of local time, from 0 to 24; `from` is inside, `to` is not. */
export interface WorkingHours {
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

/** The working hours in a person's time zone; in the tenant's where the person has none, or one that is not known here. */
export type WorkingTimes = (timeZone: string | undefined) => WorkingTime;

/** @throws RangeError where the tenant's zone is not known */
export function createWorkingTimes(hours: WorkingHours, tenantZone: string): WorkingTimes {
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
export function workingTime({ from, to }: WorkingHours, timeZone: string): WorkingTime {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > 24 || from >= to) {
    throw new ProgrammingError('working hours are whole hours from 0 to 24 that end after they begin');
  }
  if (!isTimeZone(timeZone)) throw new RangeError(`${timeZone} is no time zone`);
  const minutes = new Cron(`0 * ${from}-${to - 1} * * 1-5`, { timezone: timeZone });
  const isInside = (at: Date): boolean => minutes.match(new Date(Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS));

  /** The first minute inside that begins after an instant, or after a local time of the zone. */
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
