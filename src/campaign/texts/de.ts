/** What the bot says of a campaign's dates, in German. */
import { countText } from '../../format/count.ts';
import type * as en from './en.ts';

export const campaignTexts: typeof en.campaignTexts = {
  called: (label, text) => `${label}: ${text}`,
  stands: {
    before: (day, daysLeft, locale) =>
      `Noch ${countText(daysLeft, { one: 'Tag', other: 'Tage' }, locale)}, bis zum ${day}`,
    'on the day': (day) => `Heute, am ${day}, ist der empfohlene Stichtag für die Aktualisierung`,
    after: (day) => `Der ${day} ist vorbei. Hochladen wird weiterhin dringend empfohlen: Der neueste POE zählt.`,
  },
};
