/** Words between numbers, in Italian. */
import type * as en from './en.ts';

export const formatTexts: typeof en.formatTexts = {
  page: (first, last, total) => `${first}–${last} di ${total}`,
  more: (count) => `${count} in più`,
  quoted: (text) => `«${text}»`,
  comma: ', ',
  after: (sentence: string, next: string) => `${sentence} ${next}`,
};
