import type { Milestone } from '../../src/campaign/milestones.ts';
import type { OpenCounts } from '../../src/claims/repository.ts';
import type { LedgerRow, Planned, Recipient } from '../../src/reminders/plan.ts';

export const NOTHING_OPEN: OpenCounts = { toCollect: 0, toUpload: 0 };

/** Adele Vance, in UTC, reachable, with three open claims and no nudge so far. */
export function recipient(facts: Partial<Recipient> = {}): Recipient {
  return {
    id: 'adele',
    name: 'Adele Vance',
    reach: 'reachable',
    timeZone: 'UTC',
    remindersOff: false,
    open: { toCollect: 2, toUpload: 1 },
    rows: [],
    ...facts,
  };
}

export function row(milestone: Milestone | undefined, state: LedgerRow['state']): LedgerRow {
  if (milestone === undefined) throw new Error('no such milestone');
  return { milestone, state };
}

/** A plan in a line: "due before-7", "later before-7 at 2020-06-23T09:00Z: not yet", "never: off". */
export function inWords({ plan }: Planned): string {
  if (plan.kind === 'never') return `never: ${plan.why}`;
  if (plan.kind === 'due') return `due ${plan.milestone.key}`;
  return `later ${plan.milestone.key} at ${plan.at.toISOString().replace(':00.000Z', 'Z')}: ${plan.why}`;
}
