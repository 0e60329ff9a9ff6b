/** Calendar days, `YYYY-MM-DD`, in somebody's time zone. Pure. */
import { dateFormat } from '../intl.ts';
import { DAY_MS } from './units.ts';

/** The calendar day of an instant in a time zone, `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone: string): string {
  // en-CA writes ISO order; the parts are padded.
  return dateFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** So many days after a calendar day; before it where negative. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}
