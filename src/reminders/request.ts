/** A lead has somebody reminded by hand: within the same limits as at a milestone, once per person and day. */
import type { Ledger, NewNudge } from '../delivery/ledger.ts';
import type { Nudge, Reason } from '../delivery/nudge.ts';
import { isRequested, requestedMilestone } from './own-milestones.ts';
import type { Plan } from './plan.ts';
import type { KnownRecipient } from './recipients.ts';
import type { CampaignSchedule } from './schedule.ts';

export type RequestOutcome =
  | { readonly kind: 'now' }
  /** In their next working hours; campaign clock. */
  | { readonly kind: 'later'; readonly at: Date }
  /** They asked for quiet until that day, `YYYY-MM-DD`. */
  | { readonly kind: 'snoozed'; readonly until: string }
  | { readonly kind: 'not'; readonly why: Reason };

/** Without `row` and `requeue` there is nothing to send, or it is being sent. */
export interface PlannedRequest {
  readonly outcome: RequestOutcome;
  /** A row to make. */
  readonly row?: NewNudge;
  /** A row that was skipped for a reason that has passed, and when it is due (real time). */
  readonly requeue?: { readonly row: Nudge; readonly due: Date };
}

/**
 * Pure.
 * @param now campaign clock
 * @param realNow real time
 */
export function planRequest(
  { person, recipient, rows }: KnownRecipient,
  by: NonNullable<Nudge['askedBy']>,
  { campaign, workingTimes, planner }: CampaignSchedule,
  now: Date,
  realNow: Date,
): PlannedRequest {
  const { dayOf } = workingTimes(person.timeZone);
  const milestone = requestedMilestone(dayOf(now));
  const today = whyNotToday(
    rows,
    milestone.key,
    (at) => dayOf(at) === milestone.day,
    realNow.getTime() - now.getTime(),
  );
  const due = { milestone, state: 'due' } as const;
  const asDue = [...recipient.rows.filter((row) => row.milestone.key !== milestone.key), due];
  const { plan } = planner(now)({ ...recipient, rows: asDue });
  if (today !== undefined && plan.kind !== 'never') return { outcome: { kind: 'not', why: today } };
  const outcome = requestOutcome(plan, recipient.snoozedUntil);
  if (plan.kind === 'never' || (outcome.kind !== 'now' && outcome.kind !== 'later')) return { outcome };
  const isOwn = plan.milestone.key === milestone.key;
  // A milestone that is still to come gets its row from a round.
  if (!isOwn && outcome.kind === 'later') return { outcome };
  const at = new Date(realNow.getTime() + (outcome.kind === 'later' ? outcome.at.getTime() - now.getTime() : 0));
  const { key, day } = plan.milestone;
  const there = rows.find((row) => row.milestone === key);
  if (there !== undefined) return { outcome, ...(there.state === 'skipped' && { requeue: { row: there, due: at } }) };
  const row: NewNudge = {
    person: person.userId,
    campaign: campaign.id,
    milestone: key,
    day,
    kind: 'reminder',
    due: at,
  };
  return { outcome, row: isOwn ? { ...row, askedBy: by } : row };
}

/** Safe to repeat. */
export async function applyRequest(ledger: Ledger, tenantId: string, { row, requeue }: PlannedRequest): Promise<void> {
  if (row !== undefined) await ledger.add(tenantId, [row]);
  if (requeue !== undefined) await ledger.requeue(tenantId, requeue.row, requeue.due);
}

function requestOutcome(plan: Plan, snoozedUntil = ''): RequestOutcome {
  if (plan.kind === 'due') return { kind: 'now' };
  if (plan.kind === 'later' && plan.why === 'snoozed') return { kind: 'snoozed', until: snoozedUntil };
  if (plan.kind === 'later' && plan.why === 'outside hours') return { kind: 'later', at: plan.at };
  return { kind: 'not', why: plan.why };
}

/** Why a requested card is not sent after all. Asked right before it is sent, since another card may have been sent meanwhile. */
export function reasonNotToday(
  row: Nudge,
  others: readonly Nudge[],
  { workingTimes }: CampaignSchedule,
  timeZone: string | undefined,
  now: Date,
  realNow: Date,
): Reason | undefined {
  if (!isRequested({ key: row.milestone })) return undefined;
  const { dayOf } = workingTimes(timeZone);
  const today = dayOf(now);
  return whyNotToday(others, row.milestone, (at) => dayOf(at) === today, realNow.getTime() - now.getTime());
}

/**
 * A card was sent today, or may have been, or today's did not get through. What counts is the day of the card, not of its milestone:
 * what was due on a weekend is sent on Monday.
 * @param key of today's requested milestone
 * @param realAheadMs from the campaign clock to real time
 */
function whyNotToday(
  rows: readonly Nudge[],
  key: string,
  isToday: (at: Date) => boolean,
  realAheadMs: number,
): Reason | undefined {
  const why = ({ state, milestone, sentAt, since }: Nudge): Reason | undefined => {
    if (state === 'leased') return 'being sent';
    if (state === 'failed' && milestone === key) return 'failed';
    if (state === 'sent' && sentAt !== undefined && isToday(new Date(sentAt))) return 'already sent';
    const began = state === 'unknown' && since !== undefined && new Date(Date.parse(since) - realAheadMs);
    return began && isToday(began) ? 'unknown' : undefined;
  };
  return rows.map(why).find((one) => one !== undefined);
}
