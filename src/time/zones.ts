import { dateFormat } from '../intl.ts';

/** Whether `Intl` takes this as a time zone (IANA). */
export function isTimeZone(name: string): boolean {
  try {
    dateFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
