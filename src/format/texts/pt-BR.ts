/** Words between numbers, in Brazilian Portuguese. */
import type * as en from './en.ts';

export const formatTexts: typeof en.formatTexts = {
  page: (first: string, last: string, total: string) => `${first}–${last} de ${total}`,
  more: (count: string) => `mais ${count}`,
  quoted: (text: string) => `“${text}”`,
  comma: ', ',
  after: (sentence: string, next: string) => `${sentence} ${next}`,
};
