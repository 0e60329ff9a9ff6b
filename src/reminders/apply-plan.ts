/** Carries a plan into the ledger: skips waiting rows, requeues skipped ones, and returns the rows to make. Safe to repeat. */
import type { Ledger, NewNudge } from '../delivery/ledger.ts';
import type { Nudge, NudgeKind } from '../delivery/nudge.ts';
import type { Planned } from './plan.ts';

export interface ApplyPlanOptions {
  readonly ledger: Ledger;
  readonly tenantId: string;
  /** The campaign's id. */
  readonly campaign: string;
  readonly kind: NudgeKind;
  /** Real time. */
  readonly due: Date;
}

/** @param rows that are there of the same person, campaign and kind */
export async function applyPlan(
  { recipient, plan, skip }: Planned,
  rows: readonly Nudge[],
  { ledger, tenantId, campaign, kind, due }: ApplyPlanOptions,
): Promise<NewNudge[]> {
  for (const { milestone, why } of skip) {
    const row = rows.find((one) => one.milestone === milestone.key);
    if (row !== undefined) await ledger.skip(tenantId, row._id, why);
  }
  if (plan.kind === 'later' || plan.milestone === undefined) return [];
  const { key, day } = plan.milestone;
  const there = rows.find((one) => one.milestone === key);
  if (there !== undefined) {
    if (plan.kind === 'due' && there.state === 'skipped') await ledger.requeue(tenantId, there, due);
    return [];
  }
  const row: NewNudge = { person: recipient.id, campaign, milestone: key, day, kind, due };
  return [plan.kind === 'due' ? row : { ...row, state: 'skipped', reason: plan.why }];
}
