/** What the bot says of a campaign's dates, in Italian. */
import { numberText, plural } from '../../format/count.ts';
import type * as en from './en.ts';

export const campaignTexts: typeof en.campaignTexts = {
  called: (label, text) => `${label}: ${text}`,
  // No article before a date: it would hang on the number ("il 30", "l’8").
  stands: {
    before: (day, daysLeft, locale) => {
      const n = numberText(daysLeft, locale);
      const left = plural(
        daysLeft,
        { one: `Manca ${n} giorno`, many: `Mancano ${n} di giorni`, other: `Mancano ${n} giorni` },
        locale,
      );
      return `${left} alla data consigliata, ${day}`;
    },
    'on the day': (day) => `Oggi, ${day}, è il giorno previsto per averle aggiornate`,
    after: (day) =>
      `La data consigliata, ${day}, è passata. Caricare la POE resta vivamente consigliato: conta la più recente.`,
  },
};
