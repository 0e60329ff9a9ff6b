/**
 * Teams may deliver an activity again with the same id (docs/platform.md, trap 1). Only the first delivery is worked on, unless its process
 * died: then its lease runs out, and the next delivery takes over. A redelivery under a new id is caught by the one-time keys of what
 * it would change.
 */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { StoreAwayError } from '../errors.ts';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import { leaseIn } from '../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore, Filter } from '../storage/port.ts';
import { DAY_MS } from '../time/units.ts';

export const SEEN_ACTIVITIES: CollectionSpec = { name: 'seen_activities', expiresField: 'expireAt' };

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
    const _id = keyOf(tenantId, conversationId, activityId);
    const holder = this.#options.newId();
    const words = message && keyOf(message.words);
    if (
      !(await this.#take(tenantId, { _id, holder, ...(words !== undefined && { words }) }, message?.isEdited ?? false))
    )
      return undefined;
    this.#atWork.add(_id);
    const mine = { _id, ...LEASE.heldBy(holder) };
    let finished: Promise<boolean> | undefined;
    return {
      finish: () => {
        this.#atWork.delete(_id);
        finished ??= this.#unlessAway(
          async () => (await this.#seen.updateOne(tenantId, mine, { $set: { state: 'done' } })) === 1,
        );
        return finished;
      },
      fail: async () => {
        this.#atWork.delete(_id);
        await this.#unlessAway(async () => (await this.#seen.deleteOne(tenantId, mine)) === 1);
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
    } catch (error) {
      await delivery.fail();
      throw error;
    }
  }

  async #take(tenantId: string, mine: Pick<Seen, '_id' | 'holder' | 'words'>, isEdited: boolean): Promise<boolean> {
    const now = this.#options.realTime();
    const later = (ms: number): string => new Date(now.getTime() + ms).toISOString();
    const { _id, ...rest } = mine;
    const fields = { ...rest, state: 'working', leaseUntil: later(LEASE_MS), expireAt: later(KEPT_MS) } as const;
    const abandoned = { _id, state: 'working', leaseUntil: { $lt: now.toISOString() } } as const;
    const otherWords = { _id, words: { $ne: mine.words ?? '' } };
    const takes = async (which: Filter): Promise<boolean> =>
      (await this.#seen.updateOne(tenantId, which, { $set: fields })) === 1;
    return this.#unlessAway(
      async () =>
        (isEdited && (await takes(otherWords))) ||
        (await insertIfAbsent(this.#seen, tenantId, { _id, ...fields })) ||
        takes(abandoned),
      () => !this.#atWork.has(_id),
    );
  }

  /** Where the store is away, a person is answered all the same. */
  async #unlessAway(ask: () => Promise<boolean>, otherwise = () => true): Promise<boolean> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof StoreAwayError)) throw error;
      this.#options.log.warn({ err: error }, 'copies of what is delivered now may not be known');
      return otherwise();
    }
  }
}

function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
