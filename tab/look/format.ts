/** Numbers and dates as the person reads them. */
import type { MeBody } from '../../src/tab/api.ts';

export type Reader = Pick<MeBody, 'locale' | 'timeZone'>;

/** A calendar day (`YYYY-MM-DD`): "June 30, 2020". */
export function dayText(day: string, { locale }: Reader): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** The day of an instant, in the person's own calendar. */
export function instantText(iso: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso));
}

/** The same in short: "Jun 16, 2020". */
export function shortDayText(iso: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

/** The same with its time: "Jun 16, 2020, 10:00 AM". */
export function momentText(iso: string, { locale, timeZone }: Reader): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));
}

export function numberText(n: number, { locale }: Reader): string {
  return n.toLocaleString(locale);
}

/** "40%" */
export function percentText(part: number, all: number, { locale }: Reader): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(all === 0 ? 0 : part / all);
}

/** "4,012 claims" */
export function countText(
  n: number,
  { one, other }: { readonly one: string; readonly other: string },
  reader: Reader,
): string {
  return `${numberText(n, reader)} ${n === 1 ? one : other}`;
}

/** "Exchange Online, Teams, and 3 more": in the language of the words, not the reader's. */
export function listText(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}

const KILO = 1024;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "214 kB"; of less than one, one. */
export function sizeText(bytes: number, { locale }: Reader): string {
  const power = Math.max(1, Math.min(UNITS.length, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO))));
  const unit = UNITS[power - 1] ?? 'kilobyte';
  const maximumFractionDigits = power > 1 ? 1 : 0;
  const size = Math.max(1, bytes / KILO ** power);
  return size.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits });
}
