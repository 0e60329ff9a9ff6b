/** What the bot says of the languages that it speaks. */
import type { CardWordsByTemplate } from '../../cards/words.ts';

export const languageTexts = {
  /** What people write, alone or with the name of a language behind it. */
  command: 'language',
  help: 'Write “language” to choose the language that I speak with you.',
  ask: 'Which language shall I speak with you?',
  /** Among the languages. */
  client: 'As in Teams',
  spoken: 'I speak English with you from now on.',
  asClient: 'I speak the language of your Teams from now on, or English where I do not know it.',
};

export const languageCardWords = {
  language: {
    language: 'Language',
    choose: 'Choose',
  },
} satisfies CardWordsByTemplate;
