import type { Campaign, CampaignFacts } from './campaign.ts';

/** A calendar day (`YYYY-MM-DD`) in words: "June 30, 2020". */
export function dayText(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant as a day in the person's own calendar. */
export function instantText(iso: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso));
}

/** "1 claim", "4,012 claims" */
export function countText(n: number, one: string, many: string, locale: string): string {
  return `${n.toLocaleString(locale)} ${n === 1 ? one : many}`;
}

/** An instant to the minute, in the person's own calendar and clock. */
export function momentText(iso: string, locale: string, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));
}

/** Where the campaign stands, in one line. */
export function deadlineText(campaign: Campaign, { phase, daysLeft }: CampaignFacts, locale: string): string {
  const day = dayText(campaign.deadline, locale);
  switch (phase) {
    case 'before':
      return `${countText(daysLeft, 'day', 'days', locale)} left, until ${day}`;
    case 'on the day':
      return `Today, ${day}, is the day to have them updated`;
    case 'after':
      return `${day} has passed. Uploading is still strongly recommended: the most recent POE counts.`;
  }
}
