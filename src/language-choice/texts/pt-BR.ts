/** What the bot says of the languages that it speaks, in Brazilian Portuguese. */
import type * as en from './en.ts';

export const languageTexts: typeof en.languageTexts = {
  command: 'idioma',
  help: 'Escreva “idioma” para escolher em que idioma eu falo com você.',
  ask: 'Em que idioma falo com você?',
  client: 'Como no Teams',
  spoken: 'A partir de agora, falo português com você.',
  asClient: 'A partir de agora, falo o idioma do seu Teams, ou inglês se eu não o conhecer.',
};

export const languageCardWords: typeof en.languageCardWords = {
  language: {
    language: 'Idioma',
    choose: 'Escolher',
  },
};
