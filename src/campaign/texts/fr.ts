/** What the bot says of a campaign's dates, in French. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const campaignTexts: typeof en.campaignTexts = {
  called: (label, text) => `${label} : ${text}`,
  stands: {
    before: (day, daysLeft, locale) =>
      `Encore ${countText(daysLeft, { one: 'jour', many: 'de jours', other: 'jours' }, locale)}, jusqu’au ${day}`,
    'on the day': (day) => `C’est aujourd’hui, ${day}, le jour recommandé pour la mise à jour`,
    after: (day) =>
      `La date du ${day} est passée. Le chargement reste vivement recommandé : c’est la POE la plus récente qui compte.`,
  },
};
