/** Words on cards of several features, in Spanish. */
import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

export const cardTexts: typeof en.cardTexts = {
  openInTab: 'Abrir en la pestaña',
  somebody: 'Alguien',
  andMore: (n, locale) => `y ${numberText(n, locale)} más`,
};
