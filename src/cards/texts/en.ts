import { numberText } from '../../format/count.ts';

/** Words on cards of several features. */
export const cardTexts = {
  openInTab: 'Open in the tab',
  somebody: 'Somebody',
  andMore: (n: number, locale: string) => `and ${numberText(n, locale)} more`,
};
