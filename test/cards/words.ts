/** The fixed words of every template, as the features have them. */
import { announcementCardWords } from '../../src/announcements/texts.ts';
import type { CardWords, CardWordsByTemplate } from '../../src/cards/words.ts';
import { importCardWords } from '../../src/claims/import/texts.ts';
import { claimCardWords } from '../../src/claims/texts.ts';
import { knowledgeCardWords } from '../../src/knowledge/texts.ts';
import { languageCardWords } from '../../src/language-choice/texts.ts';
import { personalDataCardWords } from '../../src/personal-data/texts.ts';
import { documentCardWords } from '../../src/poe/record/texts.ts';
import { poeCardWords } from '../../src/poe/texts.ts';
import { reminderCardWords } from '../../src/reminders/texts.ts';
import { reportCardWords } from '../../src/report/texts.ts';
import { ticketCardWords } from '../../src/tickets/texts.ts';

export const cardWords: CardWordsByTemplate = {
  ...announcementCardWords('en'),
  ...importCardWords('en'),
  ...claimCardWords('en'),
  ...knowledgeCardWords('en'),
  ...languageCardWords('en'),
  ...poeCardWords('en'),
  ...documentCardWords('en'),
  ...personalDataCardWords('en'),
  ...reminderCardWords('en'),
  ...reportCardWords('en'),
  ...ticketCardWords('en'),
};

export function wordsOf(template: string): CardWords {
  return cardWords[template] ?? {};
}
