/** Words on cards of several features. */
export const cardTexts = {
  somebody: 'Somebody',
  andMore: (n: number, locale: string) => `and ${n.toLocaleString(locale)} more`,
} as const;
