/** What the planner is told of somebody, and what it says. */
import type { Milestone } from '../campaign/milestones.ts';

/** Claims that are not done, of one owner or of nobody. */
export interface OpenClaims {
  /** Claims with something to collect. */
  readonly toCollect: number;
  /** Claims with nothing to collect and something to upload. */
  readonly toUpload: number;
}

/**
 * One row of the ledger, for this campaign.
 * `due`: to be sent. `leased`: somebody is sending it; at their last look before they send it is `due` to them. `sent`, `unknown` (the answer was lost) and `failed` are the end of it.
 * `skipped`: not sent for a reason that may pass; the row is due again when it has passed and nothing newer has come.
 */
export interface LedgerRow {
  readonly milestone: Milestone;
  readonly state: 'due' | 'leased' | 'sent' | 'unknown' | 'failed' | 'skipped';
}

/** An owner of claims: somebody known here, or a name in an export that nobody here carries. */
export interface Recipient {
  /** The person's object id, or the owner's key where there is no such person. */
  readonly id: string;
  readonly name: string;
  readonly reach: 'reachable' | 'never installed' | 'blocked';
  /** IANA. */
  readonly timeZone?: string;
  readonly remindersOff: boolean;
  /** `YYYY-MM-DD` in their own calendar: quiet until then, and reminded on that day. */
  readonly snoozedUntil?: string;
  readonly open: OpenClaims;
  readonly rows: readonly LedgerRow[];
}

/** Why somebody gets nothing now. For the dry run, the ledger and the metrics: few, and none with anybody's data in it. */
export const REASONS = [
  /** Nothing to collect and nothing to upload. */
  'nothing open',
  'unreachable',
  /** A digest for somebody who is no lead any more. */
  'no lead',
  /** They turned reminders off. */
  'off',
  'snoozed',
  'outside hours',
  /** The first milestone is still to come. */
  'not yet',
  'already sent',
  'being sent',
  /** Sent perhaps: the answer was lost, and it is not repeated. */
  'unknown',
  'failed',
  /** A newer milestone has come, or comes before their hours begin. */
  'superseded',
  /** The last milestone is past. */
  'over',
] as const;
export type Reason = (typeof REASONS)[number];

export type Plan =
  | { readonly kind: 'due'; readonly milestone: Milestone }
  /** If nothing changes, `milestone` is due at `at`. */
  | { readonly kind: 'later'; readonly milestone: Milestone; readonly at: Date; readonly why: Reason }
  /** Unless something changes. `milestone`: what they would have been due by now. */
  | { readonly kind: 'never'; readonly why: Reason; readonly milestone?: Milestone };

export interface Planned {
  readonly recipient: Recipient;
  readonly plan: Plan;
  /** Rows in state `due` that are not to be sent any more, and why. */
  readonly skip: readonly { readonly milestone: Milestone; readonly why: Reason }[];
}
