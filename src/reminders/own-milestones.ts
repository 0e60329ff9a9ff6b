/** Milestones of one person: the day until which they asked for quiet, and the day on which a lead had them reminded. Pure. */
import type { Milestone } from '../campaign/milestones.ts';

const SNOOZED = 'snoozed-';
const REQUESTED = 'asked-';

/** The day that they asked for is a milestone of their own, with a row of its own: "Tomorrow" brings another nudge, and one only. */
export const snoozeMilestone = (day: string): Milestone => ({ key: `${SNOOZED}${day}`, day });

/** A lead asked for it on that day: a milestone of its own, too, once a person and day. */
export const requestedMilestone = (day: string): Milestone => ({ key: `${REQUESTED}${day}`, day });

export const isRequested = ({ key }: Pick<Milestone, 'key'>): boolean => key.startsWith(REQUESTED);

/** Not one that the person or a lead asked for. */
export function isCampaignMilestone(key: string): boolean {
  return !key.startsWith(SNOOZED) && !key.startsWith(REQUESTED);
}
