/** The days on which people are reminded: some before the deadline, and weekly after it, four times; or none at all. Pure. */
import { ProgrammingError } from '../errors.ts';
import { addDays } from '../time/local-day.ts';
import type { Campaign } from './campaign.ts';

export interface Milestone {
  /** Stable: the same for the same distance to the deadline, whatever other milestones there are. */
  readonly key: string;
  /** `YYYY-MM-DD`, by the calendar of whoever is reminded. */
  readonly day: string;
}

const DAYS_AFTER = [7, 14, 21, 28];
/** Each milestone is the newest until the next one comes, and the last one for this long. */
const LAST_FOR_DAYS = 7;

/**
 * The milestones of a campaign, the earliest first.
 * @param daysBefore whole days before the deadline, in any order; 0 is the day itself. Without any, there are none after it either.
 */
export function milestonesOf(
  { deadline }: Pick<Campaign, 'deadline'>,
  daysBefore: readonly number[],
): readonly Milestone[] {
  if (daysBefore.some((days) => !Number.isInteger(days) || days < 0)) {
    throw new ProgrammingError('days before the deadline are whole numbers from 0');
  }
  if (daysBefore.length === 0) return [];
  const before = [...new Set(daysBefore)]
    .sort((a, b) => b - a)
    .map((days) => ({ key: days === 0 ? 'on-the-day' : `before-${days}`, day: addDays(deadline, -days) }));
  const after = DAYS_AFTER.map((days) => ({ key: `after-${days}`, day: addDays(deadline, days) }));
  return [...before, ...after];
}

/** The milestones with one of a person's own, on a day of their choice. Where the campaign has one on that day, they stay as they are. */
export function withMilestone(milestones: readonly Milestone[], own: Milestone): readonly Milestone[] {
  if (milestones.some(({ day }) => day === own.day)) return milestones;
  return [...milestones, own].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/**
 * The newest milestone on a calendar day. Older ones are over, whether their reminders were sent or not. There is none before the first,
 * and none once the last one is over: nobody is reminded later than that.
 * @param milestones the earliest first
 */
export function newestMilestone(milestones: readonly Milestone[], day: string): Milestone | undefined {
  const newest = milestones.findLast((milestone) => milestone.day <= day);
  if (newest === undefined) return undefined;
  return newest === milestones.at(-1) && day >= addDays(newest.day, LAST_FOR_DAYS) ? undefined : newest;
}

/** The first one after a calendar day. */
export function nextMilestone(milestones: readonly Milestone[], day: string): Milestone | undefined {
  return milestones.find((milestone) => milestone.day > day);
}
