import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

/** Words on cards of several features, in Brazilian Portuguese. */
export const cardTexts: typeof en.cardTexts = {
  openInTab: 'Abrir na guia',
  somebody: 'Alguém',
  andMore: (n: number, locale: string) => `e mais ${numberText(n, locale)}`,
};
