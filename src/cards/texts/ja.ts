import { numberText } from '../../format/count.ts';
import type * as en from './en.ts';

/** Words on cards of several features, in Japanese. */
export const cardTexts: typeof en.cardTexts = {
  openInTab: 'タブで開く',
  somebody: 'メンバー',
  andMore: (n: number, locale: string) => `ほか${numberText(n, locale)}件`,
};
