/** How far the nudges of a campaign are, for the report and the metrics. Counts only, nobody's data. */
import type { Filter } from '../storage/port.ts';
import type { Ledger } from './ledger.ts';
import type { NudgeKind } from './nudge.ts';

/** What has become of the nudges of a campaign. In numbers only: `/metrics` shows them, too. */
export interface Progress {
  readonly due: number;
  readonly sent: number;
  readonly unknown: number;
  /** By reason, as in the ledger. */
  readonly failed: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  /** For how long the oldest one that could have been sent by now has waited, ms of real time; absent where none waits. */
  readonly oldestDueMs?: number;
  /** Sent in the last minute, per second. */
  readonly perSecond: number;
}

const RATE_OVER_MS = 60_000;

/**
 * @param realNow real time
 * @param kind counts rows of this kind only; undefined: of every kind
 */
export async function progressOf(
  { collection }: Ledger,
  tenantId: string,
  campaign: string,
  realNow: Date,
  kind?: NudgeKind,
): Promise<Progress> {
  const some: Filter = { campaign, ...(kind !== undefined && { kind }) };
  const now = realNow.toISOString();
  const since = new Date(realNow.getTime() - RATE_OVER_MS).toISOString();
  const [states, failed, skipped, oldest, sentLately] = await Promise.all([
    collection.groupCount(tenantId, some, 'state'),
    collection.groupCount(tenantId, { ...some, state: 'failed' }, 'reason'),
    collection.groupCount(tenantId, { ...some, state: 'skipped' }, 'reason'),
    collection.findOne(tenantId, { ...some, state: 'due', due: { $lte: now } }, { sort: { due: 1 } }),
    collection.countDocuments(tenantId, { ...some, sentReal: { $gt: since } }),
  ]);
  return {
    due: (states.get('due') ?? 0) + (states.get('leased') ?? 0),
    sent: states.get('sent') ?? 0,
    unknown: states.get('unknown') ?? 0,
    failed: byName(failed),
    skipped: byName(skipped),
    ...(oldest?.due !== undefined && { oldestDueMs: realNow.getTime() - Date.parse(oldest.due) }),
    perSecond: sentLately / (RATE_OVER_MS / 1000),
  };
}

/** Of several tenants: summed, the oldest of all. */
export function allProgress(several: readonly Progress[]): Progress {
  const sum = (of: (one: Progress) => number): number => several.reduce((total, one) => total + of(one), 0);
  const merged = (of: (one: Progress) => Readonly<Record<string, number>>): Record<string, number> => {
    const total: Record<string, number> = {};
    for (const [name, n] of several.flatMap((one) => Object.entries(of(one)))) total[name] = (total[name] ?? 0) + n;
    return total;
  };
  const oldest = several.flatMap(({ oldestDueMs }) => oldestDueMs ?? []);
  return {
    due: sum(({ due }) => due),
    sent: sum(({ sent }) => sent),
    unknown: sum(({ unknown }) => unknown),
    failed: merged(({ failed }) => failed),
    skipped: merged(({ skipped }) => skipped),
    ...(oldest.length > 0 && { oldestDueMs: Math.max(...oldest) }),
    perSecond: sum(({ perSecond }) => perSecond),
  };
}

function byName(counts: ReadonlyMap<unknown, number>): Record<string, number> {
  return Object.fromEntries([...counts].map(([name, n]) => [String(name), n]));
}
