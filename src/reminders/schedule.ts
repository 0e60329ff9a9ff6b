/** A campaign for those who are reminded: its milestones, everybody's working hours, and the planner for an instant. */
import type { Campaign } from '../campaign/campaign.ts';
import { type Milestone, milestonesOf } from '../campaign/milestones.ts';
import { createWorkingTimes, type WorkingHours, type WorkingTimes } from '../time/working-hours.ts';
import { createPlanner, type Planner } from './planner.ts';

export interface CampaignSchedule {
  readonly campaign: Campaign;
  /** The earliest first. */
  readonly milestones: readonly Milestone[];
  readonly workingTimes: WorkingTimes;
  /** @param milestones others than the campaign's own, the earliest first */
  planner(now: Date, milestones?: readonly Milestone[]): Planner;
}

/** @param timeZone the tenant's, for people without one */
export function createSchedule(
  campaign: Campaign,
  { days, hours }: { readonly days: readonly number[]; readonly hours: WorkingHours },
  timeZone: string,
): CampaignSchedule {
  const milestones = milestonesOf(campaign, days);
  const workingTimes = createWorkingTimes(hours, timeZone);
  return {
    campaign,
    milestones,
    workingTimes,
    planner: (now, own = milestones) => createPlanner({ milestones: own, workingTimes, now }),
  };
}
