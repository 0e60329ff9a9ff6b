/** What the bot says of the languages that it speaks, in German. */
import type * as en from './en.ts';

export const languageTexts: typeof en.languageTexts = {
  command: 'Sprache',
  help: 'Schreiben Sie „Sprache“, um zu wählen, in welcher Sprache ich mit Ihnen spreche.',
  ask: 'In welcher Sprache soll ich mit Ihnen sprechen?',
  client: 'Wie in Teams',
  spoken: 'Ab jetzt spreche ich Deutsch mit Ihnen.',
  asClient: 'Ab jetzt spreche ich die Sprache Ihrer Teams-App oder Englisch, wenn ich sie nicht kann.',
};

export const languageCardWords: typeof en.languageCardWords = {
  language: {
    language: 'Sprache',
    choose: 'Wählen',
  },
};
