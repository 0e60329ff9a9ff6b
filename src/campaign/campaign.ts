/**
 * The campaign's two dates and what follows from the clock. Pure. The notice has two dates and they stay two:
 * migrated associations lacking POE should be updated by the deadline (June 30, 2020); from the effective date (July 1, 2020)
 * the most recent POE is reviewed when several partners claim. Updating is recommended, never required.
 */
import { DAY_MS, localDay } from '../time/local-day.ts';

export interface Campaign {
  /** `YYYY-MM-DD`, the last day to update by. */
  readonly deadline: string;
  /** `YYYY-MM-DD`, from when on the most recent POE is reviewed. */
  readonly effective: string;
}

/** The notice's own dates. */
export const NOTICE: Campaign = { deadline: '2020-06-30', effective: '2020-07-01' };

export type Phase = 'before' | 'on the day' | 'after';

export interface CampaignFacts {
  readonly phase: Phase;
  /** Whole days until the deadline in the person's calendar: 0 on the day, negative after it. */
  readonly daysLeft: number;
}

/** Where the campaign stands for somebody in this time zone. */
export function campaignFacts(campaign: Campaign, at: Date, timeZone: string): CampaignFacts {
  const today = Date.parse(localDay(at, timeZone));
  const daysLeft = Math.round((Date.parse(campaign.deadline) - today) / DAY_MS);
  return { phase: daysLeft > 0 ? 'before' : daysLeft === 0 ? 'on the day' : 'after', daysLeft };
}
