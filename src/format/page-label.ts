/** Where in a list a page is, as people read it. */
import { numberText } from './count.ts';
import { formatTexts } from './texts.ts';

export interface PagePart {
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** How many rows are shown: fewer than a page holds on the last page, or where some are gone meanwhile. */
  readonly shown: number;
  /** Of all pages. */
  readonly total: number;
}

/** "1–8 of 42"; empty where all fit on one page. */
export function pageLabel({ page, pageSize, shown, total }: PagePart, locale: string): string {
  if (total <= pageSize) return '';
  const [first = '', last = '', all = ''] = [page * pageSize + 1, page * pageSize + shown, total].map((n) =>
    numberText(n, locale),
  );
  return formatTexts(locale).page(first, last, all);
}
