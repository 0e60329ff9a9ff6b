/** What the bot says of a campaign's dates. */
import { countText } from '../format/count.ts';
import { dayText } from '../format/day.ts';
import { type Campaign, type CampaignFacts, campaignFacts } from './campaign.ts';

/** Where the campaign stands, in one line; with what it is called, where there are several. */
export function deadlineText(
  campaign: Pick<Campaign, 'deadline' | 'label'>,
  facts: CampaignFacts,
  locale: string,
): string {
  const text = standText(campaign, facts, locale);
  return campaign.label === undefined ? text : `${campaign.label}: ${text}`;
}

function standText(campaign: Pick<Campaign, 'deadline'>, { phase, daysLeft }: CampaignFacts, locale: string): string {
  const day = dayText(campaign.deadline, locale);
  switch (phase) {
    case 'before':
      return `${countText(daysLeft, { one: 'day', other: 'days' }, locale)} left, until ${day}`;
    case 'on the day':
      return `Today, ${day}, is the day to have them updated`;
    case 'after':
      return `${day} has passed. Uploading is still strongly recommended: the most recent POE counts.`;
  }
}

/** `deadlineText` by the clock, for one reader. @param now campaign clock */
export function deadlineLine(
  campaign: Campaign,
  { now, timeZone, locale }: { readonly now: Date; readonly timeZone: string; readonly locale: string },
): string {
  return deadlineText(campaign, campaignFacts(campaign, now, timeZone), locale);
}
