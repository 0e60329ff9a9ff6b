/** What a lead decided on a question: which topic answers it, or that it is none to answer. One document a question, kept until undone. */
import { createHash } from 'node:crypto';
import { DuplicateKeyError } from '../../errors.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../../storage/port.ts';

/** Databases and cards know decisions by an older name: the collection is `question_rulings`, and a card's data has `ruling`. */
export const REVIEW_DECISIONS: CollectionSpec = {
  name: 'question_rulings',
  indexes: [{ fields: ['key'], unique: true }],
};

export interface ReviewDecision extends Doc {
  /** `questionKey` of the question. */
  readonly key: string;
  /** Where attached: one wording, for the export and for the way back. Else empty: the words go with the askings. */
  readonly text: string;
  readonly state: 'attached' | 'dismissed' | 'open';
  /** Where attached: the topic that answers it. */
  readonly topic?: string;
  /** The lead: where attached by directory object id, else by a hash that only tells the same person again. */
  readonly by: string;
  /** Real time, ISO. */
  readonly at: string;
  /** 1 for the first decision. A card shows it and decides only while it is still the same. */
  readonly version: number;
}

/** `by`: the lead, by directory object id. `text`: kept only where it is attached. */
export type NewReviewDecision = Pick<ReviewDecision, '_id' | 'key' | 'text' | 'state' | 'topic' | 'by' | 'at'>;

export class ReviewDecisions {
  readonly #collection: Collection<ReviewDecision>;

  constructor(store: DocStore) {
    this.#collection = store.collection<ReviewDecision>(REVIEW_DECISIONS);
  }

  get(tenantId: string, key: string): Promise<ReviewDecision | undefined> {
    return this.#collection.findOne(tenantId, { key });
  }

  /** Those in force, by key. */
  async inForce(tenantId: string): Promise<ReadonlyMap<string, ReviewDecision>> {
    const found = await this.#collection.find(tenantId, { state: { $ne: 'open' } });
    return new Map(found.map((decision) => [decision.key, decision]));
  }

  /** Decides, where nothing was decided since `version` (0: never). Returns false where something was. */
  async decide(tenantId: string, decision: NewReviewDecision, version: number): Promise<boolean> {
    const { _id, topic, ...rest } = kept(decision);
    const set = { ...rest, version: version + 1, ...(topic !== undefined && { topic }) };
    if (version > 0) {
      const drop = topic === undefined ? { $unset: { topic: true as const } } : {};
      return (await this.#collection.updateOne(tenantId, { key: set.key, version }, { $set: set, ...drop })) > 0;
    }
    try {
      await this.#collection.insertOne(tenantId, { _id, ...set });
      return true;
    } catch (error) {
      if (error instanceof DuplicateKeyError) return false;
      throw error;
    }
  }
}

/** Whether a decision stands already, by the same person: then it was delivered again. */
export function stands(wanted: NewReviewDecision, decision: ReviewDecision | undefined): boolean {
  const { state, topic, by } = kept(wanted);
  return decision?.state === state && decision.topic === topic && decision.by === by;
}

function kept(decision: NewReviewDecision): NewReviewDecision {
  if (decision.state === 'attached') return decision;
  const by = createHash('sha256').update(`${decision.key}/${decision.by}`).digest('hex').slice(0, 32);
  return { ...decision, text: '', by };
}
