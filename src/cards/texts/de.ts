import { numberText, plural } from '../../format/count.ts';
import type * as en from './en.ts';

/** Words on cards of several features, in German. */
export const cardTexts: typeof en.cardTexts = {
  openInTab: 'In Registerkarte öffnen',
  somebody: 'Jemand',
  andMore: (n, locale) => `und ${plural(n, { one: 'noch 1', other: `${numberText(n, locale)} weitere` }, locale)}`,
};
