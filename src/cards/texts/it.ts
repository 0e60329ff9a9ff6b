/** Words on cards of several features, in Italian. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const cardTexts: typeof en.cardTexts = {
  openInTab: 'Apri nella scheda',
  somebody: 'Qualcuno',
  andMore: (n, locale) => `e ${numberText(n, locale)} in più`,
};
