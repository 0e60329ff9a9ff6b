/** The fixed words of every template, as the features have them. */
import { announcementCardWords } from '../../src/announcements/texts.ts';
import type { CardWords, CardWordsByTemplate } from '../../src/cards/words.ts';
import { importCardWords } from '../../src/claims/import/texts.ts';
import { claimCardWords } from '../../src/claims/texts.ts';
import { knowledgeCardWords } from '../../src/knowledge/texts.ts';
import type { Language } from '../../src/language/language.ts';
import { languageCardWords } from '../../src/language-choice/texts.ts';
import { personalDataCardWords } from '../../src/personal-data/texts.ts';
import { documentCardWords } from '../../src/poe/record/texts.ts';
import { poeCardWords } from '../../src/poe/texts.ts';
import { reminderCardWords } from '../../src/reminders/texts.ts';
import { reportCardWords } from '../../src/report/texts.ts';
import { ticketCardWords } from '../../src/tickets/texts.ts';

const inLanguage = (language: Language): CardWordsByTemplate => ({
  ...announcementCardWords(language),
  ...importCardWords(language),
  ...claimCardWords(language),
  ...knowledgeCardWords(language),
  ...languageCardWords(language),
  ...poeCardWords(language),
  ...documentCardWords(language),
  ...personalDataCardWords(language),
  ...reminderCardWords(language),
  ...reportCardWords(language),
  ...ticketCardWords(language),
});

export function wordsOf(template: string, language: Language = 'en'): CardWords {
  return inLanguage(language)[template] ?? {};
}
