/** Words between numbers. */
export const formatTexts = {
  /** Of a page: the first and the last row on it, and how many there are on all pages. */
  page: (first: string, last: string, total: string) => `${first}–${last} of ${total}`,
  /** Of a list that is cut short. */
  more: (count: string) => `${count} more`,
  /** In the quotation marks of the language. */
  quoted: (text: string) => `“${text}”`,
  /** Between things that stand one after the other. */
  comma: ', ',
  /** Two sentences. */
  after: (sentence: string, next: string) => `${sentence} ${next}`,
};
