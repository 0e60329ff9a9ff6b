/**
 * The campaign's two dates, and what follows from them and the clock. Pure. The notice has two dates, and they stay two (docs/domain.md,
 * "Two dates"): migrated claims lacking POE should be updated by the deadline (June 30, 2020); from the effective date (July 1, 2020)
 * Microsoft reviews the most recent POE where several partners claim. Updating is recommended, never required.
 */
import { localDay } from '../time/local-day.ts';
import { DAY_MS } from '../time/units.ts';

export interface Campaign {
  /** Names the campaign in records of what was sent. With another deadline it is another campaign, since its milestones are other days. */
  readonly id: string;
  /** `YYYY-MM-DD`, the last day to update by. */
  readonly deadline: string;
  /** `YYYY-MM-DD`: from this day on the most recent POE is reviewed. */
  readonly effective: string;
}

/** What a campaign is about, whatever its dates. A second campaign needs another notice, and another folder of answers. */
export interface Notice {
  readonly name: string;
  /** The name of each claim that it is about holds this. */
  readonly nameMark: string;
  /** Its own dates. */
  readonly deadline: string;
  readonly effective: string;
}

export const CPOR_2020: Notice = {
  name: 'cpor-2020',
  nameMark: 'FRP Migrated FRP',
  deadline: '2020-06-30',
  effective: '2020-07-01',
};

/** The campaign of a notice, on its own dates where an operator sets no others. */
export function campaignOf(
  notice: Notice,
  { deadline = notice.deadline, effective = notice.effective }: Partial<Pick<Notice, 'deadline' | 'effective'>> = {},
): Campaign {
  return { id: `${notice.name}@${deadline}`, deadline, effective };
}

/** On the notice's own dates. */
export const CPOR_2020_CAMPAIGN: Campaign = campaignOf(CPOR_2020);

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
