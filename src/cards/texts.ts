import { numberText } from '../format/count.ts';

/** Words on cards of several features. */
export const cardTexts = {
  somebody: 'Somebody',
  andMore: (n: number, locale: string) => `and ${numberText(n, locale)} more`,
} as const;
