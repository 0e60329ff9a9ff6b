/** What the bot says of a campaign's dates. */
import { countText } from '../../format/count.ts';
import type { CampaignFacts } from '../campaign.ts';

export const campaignTexts = {
  /** With what it is called, where there are several. */
  called: (label: string, text: string) => `${label}: ${text}`,
  stands: {
    before: (day: string, daysLeft: number, locale: string) =>
      `${countText(daysLeft, { one: 'day', other: 'days' }, locale)} left, until ${day}`,
    'on the day': (day: string) => `Today, ${day}, is the day to have them updated`,
    after: (day: string) => `${day} has passed. Uploading is still strongly recommended: the most recent POE counts.`,
  } satisfies Record<CampaignFacts['phase'], (day: string, daysLeft: number, locale: string) => string>,
};
