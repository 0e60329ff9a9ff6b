/** What has become of an announcement: counted from the rows of the ledger, and from its audience while rows are still to be made. */
import { MOST_NAMED } from '../claims/owners.ts';
import type { Ledger } from '../delivery/ledger.ts';
import type { Nudge } from '../delivery/nudge.ts';
import type { AnnouncementProgress, AudienceCounts } from './announcement.ts';
import type { Audiences } from './audience.ts';
import type { AnnouncementOrder } from './order.ts';

export interface AnnouncementProgressOptions {
  readonly ledger: Ledger;
  readonly audiences: Audiences;
  /** Who a person is called, for those who were not reached. */
  readonly nameOf: (tenantId: string, userId: string) => Promise<string>;
}

/** @param counts of its audience just now, where they are known */
export async function announcementProgress(
  order: AnnouncementOrder,
  options: AnnouncementProgressOptions,
  counts?: AudienceCounts,
): Promise<AnnouncementProgress> {
  const { ledger, audiences } = options;
  const { _id: id, tenantId, audience } = order;
  const { collection } = ledger;
  const [states, read, skipped, left] = await Promise.all([
    collection.groupCount(tenantId, { order: id }, 'state'),
    collection.groupCount(tenantId, { order: id, readAt: { $exists: true } }, 'state'),
    collection.groupCount(tenantId, { order: id, state: 'skipped' }, 'reason'),
    // Until a round has made rows of it, the ledger does not know of everybody.
    order.state === 'open' ? (counts ?? audiences.counts(tenantId, audience)) : undefined,
  ]);
  const count = (of: typeof states, ...which: Nudge['state'][]): number =>
    which.reduce((sum, state) => sum + (of.get(state) ?? 0), 0);
  // Whoever has read it got it, whether or not an answer came.
  const proven = count(read, 'leased', 'unknown');
  const waiting = count(states, 'due', 'leased') - count(read, 'leased');
  const { unreached, unreachedInAll } = left ?? (await unreachedBy(order, skipped.get('unreachable') ?? 0, options));
  return {
    order: id,
    line: order.line,
    audience,
    by: order.by.name,
    at: order.at,
    waiting: Math.max(waiting, (left?.people ?? 0) - count(states, 'sent', 'unknown', 'failed')),
    sent: count(states, 'sent') + proven,
    read: count(read, 'sent') + proven,
    unknown: count(states, 'unknown') - count(read, 'unknown'),
    failed: count(states, 'failed'),
    off: left?.remindersOff ?? skipped.get('off') ?? 0,
    unreached,
    unreachedInAll,
  };
}

/** @param known how many people who are known here were not reached */
async function unreachedBy(
  { _id: order, tenantId, audience }: AnnouncementOrder,
  known: number,
  { ledger, audiences, nameOf }: AnnouncementProgressOptions,
): Promise<Pick<AudienceCounts, 'unreached' | 'unreachedInAll'>> {
  const skipped = { order, state: 'skipped', reason: 'unreachable' } as const;
  const [rows, unknown] = await Promise.all([
    ledger.collection.find(tenantId, skipped, { sort: { person: 1 }, limit: MOST_NAMED }),
    audiences.unknownOwners(tenantId, audience),
  ]);
  const named = rows.map(async ({ person }) => ({
    name: await nameOf(tenantId, person),
    reach: (await audiences.hadBot(tenantId, person)) ? ('blocked' as const) : ('never installed' as const),
  }));
  const unreached = [
    ...(await Promise.all(named)),
    ...unknown.map((name) => ({ name, reach: 'never installed' as const })),
  ];
  return { unreached: unreached.slice(0, MOST_NAMED), unreachedInAll: known + unknown.length };
}
