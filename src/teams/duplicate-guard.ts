/**
 * Teams may deliver an activity again with the same id (PLATFORM, trap 1). The first delivery is worked on, a second one is not,
 * unless the first died on the way: then its lease runs out and the next delivery takes over. Redelivery under a new id is caught by
 * the one-time keys of what it would change.
 */
import { createHash } from 'node:crypto';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const SEEN_ACTIVITIES: CollectionSpec = { name: 'seen_activities', expiresField: 'expireAt' };

interface Seen extends Doc {
  readonly state: 'working' | 'done';
  readonly leaseUntil: string;
  readonly expireAt: string;
}

/** Between the 10 s within which a turn is done unless it died, and the 15 s after which Teams delivers again. */
const LEASE_MS = 14_000;
const KEPT_MS = 24 * 3_600_000;

export class DuplicateGuard {
  readonly #seen: Collection<Seen>;
  readonly #realTime: () => Date;

  constructor(store: DocStore, realTime: () => Date) {
    this.#seen = store.collection<Seen>(SEEN_ACTIVITIES);
    this.#realTime = realTime;
  }

  /** Whether this delivery is the one to work on. */
  async begin(tenantId: string, conversationId: string, activityId: string): Promise<boolean> {
    const now = this.#realTime();
    const later = (ms: number): string => new Date(now.getTime() + ms).toISOString();
    const _id = keyOf(tenantId, conversationId, activityId);
    const fields = { state: 'working', leaseUntil: later(LEASE_MS), expireAt: later(KEPT_MS) } as const;
    if (await insertIfAbsent(this.#seen, tenantId, { _id, ...fields })) return true;
    const abandoned = { _id, state: 'working', leaseUntil: { $lt: now.toISOString() } } as const;
    return (await this.#seen.updateOne(tenantId, abandoned, { $set: fields })) === 1;
  }

  async done(tenantId: string, conversationId: string, activityId: string): Promise<void> {
    await this.#seen.updateOne(
      tenantId,
      { _id: keyOf(tenantId, conversationId, activityId) },
      { $set: { state: 'done' } },
    );
  }

  /** Nothing was done: a redelivery may try again. */
  async failed(tenantId: string, conversationId: string, activityId: string): Promise<void> {
    await this.#seen.deleteOne(tenantId, { _id: keyOf(tenantId, conversationId, activityId) });
  }
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
