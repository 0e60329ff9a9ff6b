/** Years that calendars here are computed in: some days or weeks before and after an instant still have four digits, so that days compare as text. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2199;

/** For messages. */
export const YEARS = `${FIRST_YEAR} to ${LAST_YEAR}`;

/** @param day an ISO day or instant */
export function isInYears(day: string): boolean {
  const year = new Date(day).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
