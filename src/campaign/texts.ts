/** What the bot says of a campaign's dates, in each language. */
import { dayText } from '../format/day.ts';
import { inLanguages } from '../language/language.ts';
import { type Campaign, type CampaignFacts, campaignFacts } from './campaign.ts';
import * as de from './texts/de.ts';
import * as en from './texts/en.ts';
import * as es from './texts/es.ts';
import * as fr from './texts/fr.ts';
import * as it from './texts/it.ts';
import * as ja from './texts/ja.ts';
import * as ptBR from './texts/pt-BR.ts';

const { campaignTexts } = inLanguages({ en, de, fr, es, it, 'pt-BR': ptBR, ja });

/** Where the campaign stands, in one line; with what it is called, where there are several. */
export function deadlineText(
  { deadline, label }: Pick<Campaign, 'deadline' | 'label'>,
  { phase, daysLeft }: CampaignFacts,
  locale: string,
): string {
  const texts = campaignTexts(locale);
  const text = texts.stands[phase](dayText(deadline, locale), daysLeft, locale);
  return label === undefined ? text : texts.called(label, text);
}

/** `deadlineText` by the clock, for one reader. @param now campaign clock */
export function deadlineLine(
  campaign: Campaign,
  { now, timeZone, locale }: { readonly now: Date; readonly timeZone: string; readonly locale: string },
): string {
  return deadlineText(campaign, campaignFacts(campaign, now, timeZone), locale);
}
