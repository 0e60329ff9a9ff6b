/** A row of the ledger: what one person gets at one milestone of one campaign, once. */
import type { Rank } from '../claims/claim.ts';

export const KINDS = ['reminder', 'digest', 'announcement'] as const;
export type NudgeKind = (typeof KINDS)[number];

/**
 * `due`: to be sent. `leased`: somebody is sending it. `sent`, `unknown` (the answer was lost) and `failed` are final. `skipped`: not
 * sent for a reason that may pass; the row is due again when it has passed and nothing newer has come.
 */
export type NudgeState = 'due' | 'leased' | 'sent' | 'unknown' | 'failed' | 'skipped';

/** Why somebody gets nothing now. For the dry run, the ledger and the metrics: few, and without anybody's data. */
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

/** A claim as it stood when the card was sent. */
export interface CardClaim {
  /** `_id` of the claim. */
  readonly id: string;
  readonly rank: Rank;
}

export interface Nudge {
  /** `nudgeId`: the same for the same person, campaign and milestone, so that a row cannot be there twice. */
  readonly _id: string;
  readonly tenantId: string;
  /** `userId` of whoever gets it. */
  readonly person: string;
  /** The campaign, by its id. */
  readonly campaign: string;
  /** `before-14`, `asked-2020-06-16`, `digest-before-14`, `announced-…`. Unique with person and campaign. */
  readonly milestone: string;
  /** The milestone's, `YYYY-MM-DD`, in the person's own calendar. */
  readonly day: string;
  readonly kind: NudgeKind;
  readonly state: NudgeState;
  /** Why it was skipped, or why it failed: a code for the metrics, nobody's data. */
  readonly reason?: string;
  /** Real time, ISO: not sent before; only while `due`. */
  readonly due?: string;
  /** The lead who asked for it. */
  readonly askedBy?: { readonly userId: string; readonly name: string };
  /** The order that it came from (`orders.ts`). */
  readonly order?: string;
  /** Requests made so far. */
  readonly tries: number;
  /** Real time of the first, ISO. */
  readonly since?: string;
  readonly lease?: string;
  /** Real time, ISO. A sender that has recorded no result by then was killed. */
  readonly leaseUntil?: string;
  /** The sending instance that leased it. */
  readonly sender?: string;
  /** The person's chat was gone and has been made anew, which is done once. */
  readonly recreated?: true;
  /** By the campaign clock and by real time, ISO; set when it was sent. */
  readonly sentAt?: string;
  readonly sentReal?: string;
  readonly messageId?: string;
  /** What the card said when it was sent: claims to collect, and to upload only. */
  readonly open?: { readonly toCollect: number; readonly toUpload: number };
  readonly claims?: readonly CardClaim[];
  /** Real time, ISO: its card is to be drawn anew from then on. */
  readonly cardDue?: string;
  /** The lease of the redraw under way, and its end (real time, ISO). */
  readonly cardLease?: string;
  readonly cardUntil?: string;
  readonly cardTries?: number;
  /** "I have read it", by the campaign clock, ISO. */
  readonly readAt?: string;
}

export function nudgeId({
  tenantId,
  campaign,
  milestone,
  person,
}: Pick<Nudge, 'tenantId' | 'campaign' | 'milestone' | 'person'>): string {
  return `${tenantId}/${campaign}/${milestone}/${person}`;
}
