/** What the bot says of a campaign's dates, in Spanish. */
import { numberText, plural } from '../../format/count.ts';
import type * as en from './en.ts';

export const campaignTexts: typeof en.campaignTexts = {
  called: (label, text) => `${label}: ${text}`,
  stands: {
    before: (day, daysLeft, locale) => {
      const n = numberText(daysLeft, locale);
      const left = plural(
        daysLeft,
        { one: `Queda ${n} día`, many: `Quedan ${n} de días`, other: `Quedan ${n} días` },
        locale,
      );
      return `${left}, hasta el ${day}`;
    },
    'on the day': (day) => `Hoy, ${day}, es el día previsto para tenerlas actualizadas`,
    after: (day) =>
      `El ${day} ya ha pasado. Se sigue recomendando encarecidamente subir la POE: cuenta la más reciente.`,
  },
};
