/**
 * Teams may deliver an activity again with the same id (docs/platform.md, trap 1). Only the first delivery is worked on, unless its process
 * died: then its lease runs out, and the next delivery takes over. A redelivery under a new id is caught by the one-time keys of what
 * it would change.
 */
import { createHash } from 'node:crypto';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import { DAY_MS } from '../time/units.ts';

export const SEEN_ACTIVITIES: CollectionSpec = { name: 'seen_activities', expiresField: 'expireAt' };

interface Seen extends Doc {
  readonly state: 'working' | 'done';
  /** Real time, ISO. A lease without a holder, unlike `storage/lease.ts`: nobody renews it, and `done` and `failed` do not ask whose it is. */
  readonly leaseUntil: string;
  readonly expireAt: string;
  /** Of the words that were worked on last: their hash. Absent where nobody changes them. */
  readonly words?: string;
}

/** More than the 10 s in which a turn is answered, and less than the 15 s after which Teams delivers again. */
const LEASE_MS = 14_000;
const KEPT_MS = DAY_MS;

export class DuplicateGuard {
  readonly #seen: Collection<Seen>;
  readonly #realTime: () => Date;

  constructor(store: DocStore, realTime: () => Date) {
    this.#seen = store.collection<Seen>(SEEN_ACTIVITIES);
    this.#realTime = realTime;
  }

  /** Whether this delivery is the one to work on. @param words of a message */
  async begin(tenantId: string, conversationId: string, activityId: string, words?: string): Promise<boolean> {
    const _id = keyOf(tenantId, conversationId, activityId);
    const fields = this.#working(words);
    if (await insertIfAbsent(this.#seen, tenantId, { _id, ...fields })) return true;
    const abandoned = { _id, state: 'working', leaseUntil: { $lt: this.#realTime().toISOString() } } as const;
    return (await this.#seen.updateOne(tenantId, abandoned, { $set: fields })) === 1;
  }

  /** The same of a message that was changed, which keeps its id: new words are worked on once. */
  async beginEdit(tenantId: string, conversationId: string, activityId: string, words: string): Promise<boolean> {
    const fields = this.#working(words);
    const other = { _id: keyOf(tenantId, conversationId, activityId), words: { $ne: fields.words ?? '' } };
    if ((await this.#seen.updateOne(tenantId, other, { $set: fields })) === 1) return true;
    return this.begin(tenantId, conversationId, activityId, words);
  }

  #working(words: string | undefined): Omit<Seen, '_id'> {
    const later = (ms: number): string => new Date(this.#realTime().getTime() + ms).toISOString();
    return {
      state: 'working',
      leaseUntil: later(LEASE_MS),
      expireAt: later(KEPT_MS),
      ...(words !== undefined && { words: keyOf(words) }),
    };
  }

  async done(tenantId: string, conversationId: string, activityId: string): Promise<void> {
    await this.#seen.updateOne(
      tenantId,
      { _id: keyOf(tenantId, conversationId, activityId) },
      { $set: { state: 'done' } },
    );
  }

  /** Acts where this delivery is the first. An activity without an id cannot be told from others: it acts each time. @throws what `act` throws; then a redelivery may try again */
  async onFirstDelivery(
    tenantId: string,
    conversationId: string,
    activityId: string | undefined,
    act: () => Promise<unknown>,
  ): Promise<void> {
    if (activityId === undefined) {
      await act();
      return;
    }
    const key = [tenantId, conversationId, activityId] as const;
    if (!(await this.begin(...key))) return;
    try {
      await act();
      await this.done(...key);
    } catch (error) {
      await this.failed(...key).catch(() => undefined);
      throw error;
    }
  }

  /** Nothing was done: a redelivery may try again. */
  async failed(tenantId: string, conversationId: string, activityId: string): Promise<void> {
    await this.#seen.deleteOne(tenantId, { _id: keyOf(tenantId, conversationId, activityId) });
  }
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
