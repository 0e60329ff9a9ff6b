/** Who the page speaks to, and where the campaigns stand for them. Pure. */
import { type Campaigns, campaignFacts } from '../campaign/campaign.ts';
import { directionOf, languageOf } from '../language/language.ts';
import { localeOf, type Person } from '../people/person.ts';
import { localDay } from '../time/local-day.ts';
import type { MeBody } from './api.ts';

export interface MeOptions {
  /** The bot's application id; undefined in local mode. */
  readonly botId: string | undefined;
  readonly isLead: boolean;
  readonly campaigns: Campaigns;
  /** By the campaign clock. */
  readonly now: Date;
  /** For somebody whose own is not known. */
  readonly timeZone: string;
}

export function meBody(person: Person, { botId, isLead, campaigns, now, timeZone: fallback }: MeOptions): MeBody {
  const { name, timeZone = fallback } = person;
  const locale = localeOf(person);
  const language = languageOf(locale);
  return {
    name,
    lead: isLead,
    ...(botId !== undefined && { chat: `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}` }),
    locale,
    language,
    direction: directionOf(language),
    ...(person.language !== undefined && { chosenLanguage: person.language }),
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
