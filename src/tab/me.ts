/** Who the page speaks to, and where the campaigns stand for them. Pure. */
import { type Campaigns, campaignFacts } from '../campaign/campaign.ts';
import type { Person } from '../people/person.ts';
import { localDay } from '../time/local-day.ts';
import type { MeBody } from './api.ts';

export interface MeOptions {
  readonly isLead: boolean;
  readonly campaigns: Campaigns;
  /** By the campaign clock. */
  readonly now: Date;
  /** For somebody whose own is not known. */
  readonly timeZone: string;
}

export function meBody(person: Person, { isLead, campaigns, now, timeZone: fallback }: MeOptions): MeBody {
  const { name, locale = 'en-US', timeZone = fallback } = person;
  return {
    name,
    lead: isLead,
    locale,
    timeZone,
    today: localDay(now, timeZone),
    campaigns: campaigns
      .toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))
      .map(({ id, label, deadline, effective, ...campaign }) => ({
        id,
        ...(label !== undefined && { label }),
        deadline,
        effective,
        ...campaignFacts({ deadline, ...campaign }, now, timeZone),
      })),
  };
}
