import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

/** Words on cards of several features, in French. */
export const cardTexts: typeof en.cardTexts = {
  openInTab: 'Ouvrir dans l’onglet',
  somebody: 'Quelqu’un',
  andMore: (n, locale) => `et ${countText(n, { one: 'autre', many: 'd’autres', other: 'autres' }, locale)}`,
};
