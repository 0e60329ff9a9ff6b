/** What plans for people go by, campaign by campaign. */
import type { Campaigns } from '../campaign/campaign.ts';
import type { Recipients } from './recipients.ts';
import type { CampaignSchedule } from './schedule.ts';

/** Of one campaign. */
export interface Planning {
  readonly schedule: CampaignSchedule;
  readonly recipients: Recipients;
}

/** Of each campaign, in their order. */
export type Plannings = readonly Planning[];

/** Of the campaign with this id; undefined where its deadline was moved since, or its notice is gone: then it is over. */
export function planningOf(plannings: Plannings, campaign: string): Planning | undefined {
  return plannings.find(({ schedule }) => schedule.campaign.id === campaign);
}

/** The card of somebody's reminder: its milestone in a campaign. */
export interface CardKey {
  /** The campaign's id. */
  readonly campaign: string;
  readonly milestone: string;
}

/** A card that names no campaign is from when there was one. */
export function cardKeyOf(
  { campaign, milestone }: { readonly campaign?: string | undefined; readonly milestone: string },
  campaigns: Campaigns,
): CardKey {
  return { campaign: campaign || campaigns[0].id, milestone };
}
