/** What the bot says of the languages that it speaks, in Spanish. */
import type * as en from './en.ts';

export const languageTexts: typeof en.languageTexts = {
  command: 'idioma',
  help: 'Escriba «idioma» para elegir el idioma en el que le hablo.',
  ask: '¿En qué idioma quiere que le hable?',
  client: 'Como en Teams',
  spoken: 'Desde ahora le hablo en español.',
  asClient: 'Desde ahora le hablo en el idioma de su Teams, o en inglés si no lo conozco.',
};

export const languageCardWords: typeof en.languageCardWords = {
  language: {
    language: 'Idioma',
    choose: 'Elegir',
  },
};
