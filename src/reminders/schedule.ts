/** The campaign as nudges see it: its milestones, everybody's working hours, and the planner for an instant. */
import type { Campaign } from '../campaign/campaign.ts';
import { type Milestone, milestonesOf } from '../campaign/milestones.ts';
import { createWorkingTimes, type Hours, type WorkingTimes } from '../time/working-hours.ts';
import { createPlanner, type Planner } from './planner.ts';

export interface Occasions {
  /** The campaign's key in the ledger: its deadline. */
  readonly campaign: string;
  /** The earliest first. */
  readonly milestones: readonly Milestone[];
  readonly workingTimes: WorkingTimes;
  /** @param milestones others than the campaign's own, the earliest first */
  planner(now: Date, milestones?: readonly Milestone[]): Planner;
}

export function createOccasions(
  campaign: Campaign,
  { days, hours }: { readonly days: readonly number[]; readonly hours: Hours },
  timeZone: string,
): Occasions {
  const milestones = milestonesOf(campaign, days);
  const workingTimes = createWorkingTimes(hours, timeZone);
  return {
    campaign: campaign.deadline,
    milestones,
    workingTimes,
    planner: (now, own = milestones) => createPlanner({ milestones: own, workingTimes, now }),
  };
}
