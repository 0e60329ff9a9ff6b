/** Where in a list a page is, as people read it. */

export interface PagePart {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** How many are shown: fewer than a page holds at its end, or where some have gone in between. */
  readonly shown: number;
  /** Of all pages. */
  readonly total: number;
}

/** "1–8 of 42"; empty where all fit on one page. */
export function pageLabel({ page, pageSize, shown, total }: PagePart, locale: string): string {
  if (total <= pageSize) return '';
  const number = (n: number): string => n.toLocaleString(locale);
  const first = page * pageSize;
  return `${number(first + 1)}–${number(first + shown)} of ${number(total)}`;
}
