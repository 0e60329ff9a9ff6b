/** Words between numbers, in Japanese. */
import type * as en from './en.ts';

export const formatTexts: typeof en.formatTexts = {
  page: (first: string, last: string, total: string) => `${total}件中${first}～${last}件`,
  more: (count: string) => `ほか${count}件`,
  quoted: (text: string) => `「${text}」`,
  comma: '、',
  after: (sentence: string, next: string) => `${sentence}${next}`,
};
