import type * as en from './en.ts';

/** Words between numbers, in German. */
export const formatTexts: typeof en.formatTexts = {
  page: (first, last, total) => `${first}–${last} von ${total}`,
  /** One alone goes without an adjective, which would have a gender. */
  more: (count) => (count === '1' ? 'noch 1' : `${count} weitere`),
  quoted: (text) => `„${text}“`,
  comma: ', ',
  after: (sentence: string, next: string) => `${sentence} ${next}`,
};
