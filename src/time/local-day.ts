/** Calendar days, `YYYY-MM-DD`, in somebody's time zone. Pure. */
import { DAY_MS } from './units.ts';

/** By time zone: costly to make, and used for each card. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone: string): string {
  const kept = dayFormats.get(timeZone);
  // en-CA writes ISO order; the parts are padded.
  const format =
    kept ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  if (kept === undefined) dayFormats.set(timeZone, format);
  return format.format(at);
}

/** So many days after a calendar day; before it where negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
