/** What the planner goes by, and what it decides. */
import type { Milestone } from '../campaign/milestones.ts';
import type { OpenCounts } from '../claims/repository.ts';
import type { Nudge, NudgeState, Reason } from '../delivery/nudge.ts';
import type { Reach } from '../people/reach.ts';

/** One row of the ledger, for this campaign, as far as the planner needs it. */
export interface LedgerRow {
  readonly milestone: Milestone;
  readonly state: NudgeState;
}

/** An owner of claims: somebody known here, or a name in an export that is nobody's here. */
export interface Recipient {
  /** The person's object id, or the owner's key where there is no such person. */
  readonly id: string;
  readonly name: string;
  readonly reach: Reach;
  /** IANA. */
  readonly timeZone?: string;
  readonly remindersOff: boolean;
  /** `YYYY-MM-DD` in their own calendar: quiet until then, and reminded on that day. */
  readonly snoozedUntil?: string;
  readonly open: OpenCounts;
  readonly rows: readonly LedgerRow[];
}

export type Plan =
  | { readonly kind: 'due'; readonly milestone: Milestone }
  /** If nothing changes, `milestone` is due at `at`. */
  | { readonly kind: 'later'; readonly milestone: Milestone; readonly at: Date; readonly why: Reason }
  /** Nothing is sent unless something changes. `milestone`: what they would be due by now. */
  | { readonly kind: 'never'; readonly why: Reason; readonly milestone?: Milestone };

export interface Planned {
  readonly recipient: Recipient;
  readonly plan: Plan;
  /** Rows in state `due` that are not to be sent any more, and why. */
  readonly skip: readonly { readonly milestone: Milestone; readonly why: Reason }[];
}

/** The row as the planner knows it. */
export function ledgerRow({ milestone: key, day, state }: Nudge): LedgerRow {
  return { milestone: { key, day }, state };
}
