/** Milestones of one person: the end of a snooze, and the day on which a lead had them reminded. Pure. */
import type { Milestone } from '../campaign/milestones.ts';

const SNOOZED = 'snoozed-';
const REQUESTED = 'asked-';

/** The end of a snooze. It has a row of its own, so that “Tomorrow” brings one more nudge. */
export const snoozeMilestone = (day: string): Milestone => ({ key: `${SNOOZED}${day}`, day });

/** A lead asked for it on that day: once per person and day. */
export const requestedMilestone = (day: string): Milestone => ({ key: `${REQUESTED}${day}`, day });

export const isRequested = ({ key }: Pick<Milestone, 'key'>): boolean => key.startsWith(REQUESTED);

/** Whether neither the person nor a lead asked for it. */
export function isCampaignMilestone(key: string): boolean {
  return !key.startsWith(SNOOZED) && !key.startsWith(REQUESTED);
}
