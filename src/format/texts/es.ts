/** Words between numbers, in Spanish. */
import type * as en from './en.ts';

export const formatTexts: typeof en.formatTexts = {
  page: (first, last, total) => `${first}–${last} de ${total}`,
  more: (count) => `${count} más`,
  quoted: (text) => `«${text}»`,
  comma: ', ',
  after: (sentence: string, next: string) => `${sentence} ${next}`,
};
