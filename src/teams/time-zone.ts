/** In which time zone somebody is, by what an activity says of it. */
import { dateFormat } from '../intl.ts';
import { isTimeZone } from '../time/zones.ts';
import { entitiesOf, type IncomingActivity } from './activity.ts';

/**
 * The zone that an activity names, else one of the same offset from UTC as its local time: of `likely`, the first that has it then, else
 * one that is nothing but the offset. Undefined where it tells neither.
 */
export function zoneOf(activity: IncomingActivity, likely: readonly (string | undefined)[]): string | undefined {
  const [client] = entitiesOf(activity, 'clientInfo');
  const named = [activity.localTimezone, client?.timezone].find((zone) => typeof zone === 'string' && isTimeZone(zone));
  if (typeof named === 'string') return named;
  const local = offsetIn(activity.localTimestamp);
  if (local === undefined) return undefined;
  const same = likely.find(
    (zone) => zone !== undefined && isTimeZone(zone) && offsetOf(zone, local.at) === local.minutes,
  );
  return same ?? offsetZone(local.minutes);
}

/** Minutes. No place on earth is further from UTC. */
const FURTHEST = 14 * 60;

/** "2020-06-16T11:00:00.000+02:00" → 120 minutes. A `Z` says only that nobody knew better. */
function offsetIn(timestamp: string | undefined): { readonly at: Date; readonly minutes: number } | undefined {
  const [, sign, hours, minutes] = /T.*([+-])(\d\d):?(\d\d)\)?$/.exec(timestamp ?? '') ?? [];
  const at = new Date((timestamp ?? '').replace(/\(([^()]*)\)$/, '$1'));
  if (sign === undefined || Number.isNaN(at.getTime())) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  return Number(minutes) < 60 && Math.abs(offset) <= FURTHEST ? { at, minutes: offset } : undefined;
}

/** Minutes ahead of UTC at an instant. */
function offsetOf(timeZone: string, at: Date): number {
  const parts = dateFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** The names of whole hours count westwards: `Etc/GMT-2` is two hours ahead of UTC. */
function offsetZone(minutes: number): string {
  if (minutes === 0) return 'Etc/GMT';
  const sign = minutes > 0 ? '+' : '-';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  if (rest === 0 && hours <= 12 + (minutes > 0 ? 2 : 0)) return `Etc/GMT${sign === '+' ? '-' : '+'}${hours}`;
  return `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
