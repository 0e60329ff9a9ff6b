import type * as en from './en.ts';

/** Words between numbers, in French. */
export const formatTexts: typeof en.formatTexts = {
  page: (first, last, total) => `${first}–${last} sur ${total}`,
  more: (count) => (count === '1' ? '1 autre' : `${count} autres`),
  quoted: (text) => `« ${text} »`,
  comma: ', ',
  after: (sentence: string, next: string) => `${sentence} ${next}`,
};
