/** How old a signature may be. Pure. */
import { isoDay } from '../../documents/dates.ts';

const YEARS_BACK = 1;

/** Whether a day (ISO) lies within the twelve months up to `today`. Neither is a time: no zone plays a part. */
export function isRecent(day: string, today: string): boolean {
  return day <= today && day >= yearBefore(today);
}

function yearBefore(today: string): string {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  // The 29th of February goes back to the 28th.
  return isoDay(year - YEARS_BACK, month, date) ?? (isoDay(year - YEARS_BACK, month, date - 1) as string);
}
