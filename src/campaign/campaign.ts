/**
 * A campaign: a notice with its two dates, and what follows from them and the clock. Pure. The notice has two dates, and they stay two
 * (docs/domain.md, "Two dates"): migrated claims lacking POE should be updated by the deadline; from the effective date Microsoft reviews
 * the most recent POE where several partners claim. Updating is recommended, never required.
 */
import { localDay } from '../time/local-day.ts';
import { DAY_MS } from '../time/units.ts';
import { NOTICES, type Notice, type Notices } from './notices.ts';

export interface Campaign {
  /** Names the campaign in records of what was sent. With another deadline it is another campaign, since its milestones are other days. */
  readonly id: string;
  readonly notice: Notice;
  /** `YYYY-MM-DD`, the last day to update by. */
  readonly deadline: string;
  /** `YYYY-MM-DD`: from this day on the most recent POE is reviewed. */
  readonly effective: string;
  /** What cards call it beside the others. Absent where it is the only one. */
  readonly label?: string;
}

/** In the order of their notices. */
export type Campaigns = readonly [Campaign, ...Campaign[]];

export type CampaignDates = Pick<Campaign, 'deadline' | 'effective'>;

/** The campaign of a notice, on its own dates where an operator sets no others. */
export function campaignOf(
  notice: Notice,
  { deadline = notice.deadline, effective = notice.effective }: Partial<CampaignDates> = {},
): Campaign {
  return { id: `${notice.name}@${deadline}`, notice, deadline, effective };
}

/** The campaigns of all notices. @param dates those that an operator sets, by the name of the notice */
export function campaignsOf(
  notices: Notices,
  dates: ReadonlyMap<string, Partial<CampaignDates>> = new Map(),
): Campaigns {
  const campaign = (notice: Notice): Campaign => ({
    ...campaignOf(notice, dates.get(notice.name)),
    ...(notices.length > 1 && { label: notice.label }),
  });
  const [first, ...others] = notices;
  return [campaign(first), ...others.map(campaign)];
}

/** On the notices' own dates. */
export const CAMPAIGNS: Campaigns = campaignsOf(NOTICES);

/** The one that people work towards: its deadline comes next; once all are past, the one whose deadline was last. */
export function currentCampaign(campaigns: Campaigns, at: Date, timeZone: string): Campaign {
  const today = localDay(at, timeZone);
  const byDeadline = campaigns.toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
  return byDeadline.find(({ deadline }) => deadline >= today) ?? byDeadline.at(-1) ?? campaigns[0];
}

/** The one with this id; undefined where its deadline was moved since, or its notice is gone. */
export function campaignById(campaigns: Campaigns, id: string): Campaign | undefined {
  return campaigns.find((campaign) => campaign.id === id);
}

/**
 * The campaign that a card names; also where its deadline was moved since. A card that names none is from when there was one notice.
 * Undefined where its notice is gone.
 */
export function campaignNamed(campaigns: Campaigns, id: string | undefined): Campaign | undefined {
  if (!id) return campaigns[0];
  return campaignById(campaigns, id) ?? campaigns.find(({ notice }) => id.startsWith(`${notice.name}@`));
}

/** Where the campaign of a notice stands for somebody: `campaignFacts` of it. */
export type PhaseOf = (campaign: Campaign) => Phase;

export type Phase = 'before' | 'on the day' | 'after';

export interface CampaignFacts {
  readonly phase: Phase;
  /** Whole days until the deadline in the person's calendar: 0 on the day, negative after it. */
  readonly daysLeft: number;
}

/** Where the campaign stands for somebody in this time zone. */
export function campaignFacts(campaign: Pick<Campaign, 'deadline'>, at: Date, timeZone: string): CampaignFacts {
  const today = Date.parse(localDay(at, timeZone));
  const daysLeft = Math.round((Date.parse(campaign.deadline) - today) / DAY_MS);
  return { phase: daysLeft > 0 ? 'before' : daysLeft === 0 ? 'on the day' : 'after', daysLeft };
}
