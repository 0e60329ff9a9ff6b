/** What the bot says of the languages that it speaks, in French. */
import type * as en from './en.ts';

export const languageTexts: typeof en.languageTexts = {
  command: 'langue',
  help: 'Écrivez « langue » pour choisir la langue dans laquelle je vous parle.',
  ask: 'Dans quelle langue voulez-vous que je vous parle ?',
  client: 'Comme dans Teams',
  spoken: 'Désormais, je vous parle en français.',
  asClient:
    'Désormais, je vous parle dans la langue de votre application Teams, ou en anglais si je ne la connais pas.',
};

export const languageCardWords: typeof en.languageCardWords = {
  language: {
    language: 'Langue',
    choose: 'Choisir',
  },
};
