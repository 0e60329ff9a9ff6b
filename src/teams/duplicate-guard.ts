/**
 * Teams may deliver an activity again with the same id (docs/platform.md, trap 1). Only the first delivery is worked on, unless its process
 * died: then its lease runs out, and the next delivery takes over. A redelivery under a new id is caught by the one-time keys of what
 * it would change.
 */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import { leaseIn } from '../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore, Filter } from '../storage/port.ts';
import { unlessAway } from '../storage/unless-away.ts';
import { DAY_MS } from '../time/units.ts';

/** A lease that a power cut takes away makes a redelivery work at once; that a delivery is done is on disk before its request is answered. */
export const SEEN_ACTIVITIES: CollectionSpec = {
  name: 'seen_activities',
  expiresField: 'expireAt',
  settlesLater: true,
};

interface Seen extends Doc {
  readonly state: 'working' | 'done';
  /** The delivery that works on it. */
  readonly holder: string;
  /** Real time, ISO. Nobody renews it: a turn is done, or has said that it takes longer, before it ends. */
  readonly leaseUntil: string;
  readonly expireAt: string;
  /** Of the words that were worked on last: their hash. Absent where nobody changes them. */
  readonly words?: string;
}

const LEASE = leaseIn({ holder: 'holder', until: 'leaseUntil' });
/** More than the 10 s in which a turn is done or late, and less than the 15 s after which Teams delivers again. */
const LEASE_MS = 14_000;
const KEPT_MS = DAY_MS;

export interface DuplicateGuardOptions {
  readonly store: DocStore;
  readonly realTime: () => Date;
  readonly newId: () => string;
  readonly log: Pick<Logger, 'warn'>;
}

/** A delivery that is worked on. Where the store is away, only copies that reach this process meanwhile are known for copies. */
export interface FirstDelivery {
  /**
   * Its answer goes out, or the word that it takes longer: a delivery that comes from now on is a copy. Calls after the first give what that gave.
   * @returns false where its lease ran out and another delivery has taken over, which answers in its place
   */
  finish(): Promise<boolean>;
  /** Nothing was done: a redelivery may try again. */
  fail(): Promise<void>;
}

export class DuplicateGuard {
  readonly #seen: Collection<Seen>;
  readonly #options: DuplicateGuardOptions;
  /** Keys of what this process works on. */
  readonly #atWork = new Set<string>();

  constructor(options: DuplicateGuardOptions) {
    this.#seen = options.store.collection<Seen>(SEEN_ACTIVITIES);
    this.#options = options;
  }

  /**
   * The delivery to work on; undefined for a copy of one that is worked on, or was.
   * @param message of a message: its words, and whether its author changed them. A changed message keeps its id: new words are worked on once
   */
  async begin(
    tenantId: string,
    conversationId: string,
    activityId: string,
    message?: { readonly words: string; readonly isEdited: boolean },
  ): Promise<FirstDelivery | undefined> {
    const seen = this.#working(keyOf(tenantId, conversationId, activityId), message?.words);
    const { _id } = seen;
    const isTaken = await unlessAway(this.#take(tenantId, seen, message?.isEdited ?? false));
    if (isTaken === undefined) this.#options.log.warn({}, 'copies of what is delivered now may not be known');
    // Where the store is away, a person is answered all the same.
    if (!(isTaken ?? !this.#atWork.has(_id))) return undefined;
    this.#atWork.add(_id);
    let finished: Promise<boolean> | undefined;
    return {
      finish: () => {
        this.#atWork.delete(_id);
        finished ??= this.#finish(tenantId, seen, isTaken === true);
        return finished;
      },
      fail: async () => {
        this.#atWork.delete(_id);
        await unlessAway(this.#seen.deleteOne(tenantId, { _id, ...LEASE.heldBy(seen.holder) }));
        await this.settled();
      },
    };
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
    const delivery = await this.begin(tenantId, conversationId, activityId);
    if (delivery === undefined) return;
    try {
      await act();
      await delivery.finish();
      await this.settled();
    } catch (error) {
      await delivery.fail();
      throw error;
    }
  }

  /** Resolves when all that was written is on disk, or the store is away: now the requests that wrote it may be answered. */
  async settled(): Promise<void> {
    await unlessAway(this.#options.store.settled());
  }

  #working(_id: string, words: string | undefined): Seen {
    const later = (ms: number): string => new Date(this.#options.realTime().getTime() + ms).toISOString();
    return {
      _id,
      state: 'working',
      holder: this.#options.newId(),
      leaseUntil: later(LEASE_MS),
      expireAt: later(KEPT_MS),
      ...(words !== undefined && { words: keyOf(words) }),
    };
  }

  async #take(tenantId: string, seen: Seen, isEdited: boolean): Promise<boolean> {
    const { _id, ...fields } = seen;
    const now = this.#options.realTime().toISOString();
    const takes = async (which: Filter): Promise<boolean> =>
      (await this.#seen.updateOne(tenantId, { _id, ...which }, { $set: fields })) === 1;
    return (
      (isEdited && (await takes({ words: { $ne: seen.words ?? '' } }))) ||
      (await insertIfAbsent(this.#seen, tenantId, seen)) ||
      takes({ state: 'working', leaseUntil: { $lt: now } })
    );
  }

  /** @param isRecorded whether the store knows of this delivery */
  async #finish(tenantId: string, seen: Seen, isRecorded: boolean): Promise<boolean> {
    const { _id, holder } = seen;
    const done = { state: 'done' } as const;
    const update = (): Promise<number> =>
      this.#seen.updateOne(tenantId, { _id, ...LEASE.heldBy(holder) }, { $set: done });
    if (isRecorded) return (await unlessAway(update())) !== 0;
    // It may be back by now, and may know of this delivery after all.
    const insert = insertIfAbsent(this.#seen, tenantId, { ...seen, ...done });
    await unlessAway(insert.then(async (isNew) => isNew || (await update()) > 0));
    return true;
  }
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
