/** What the bot says of the languages that it speaks, in Italian. */
import type * as en from './en.ts';

export const languageTexts: typeof en.languageTexts = {
  command: 'lingua',
  help: 'Scrivi «lingua» per scegliere la lingua in cui ti parlo.',
  ask: 'In quale lingua vuoi che ti parli?',
  client: 'Come in Teams',
  spoken: 'Da ora ti parlo in italiano.',
  asClient: 'Da ora ti parlo nella lingua del tuo Teams, o in inglese se non la conosco.',
};

export const languageCardWords: typeof en.languageCardWords = {
  language: {
    language: 'Lingua',
    choose: 'Scegli',
  },
};
