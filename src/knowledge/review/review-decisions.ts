/** What leads decided on questions: which topic answers one, or that it is dismissed. One document a question. */
import { createHash } from 'node:crypto';
import { insertIfAbsent } from '../../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../../storage/port.ts';

/** Databases and cards know decisions by an older name: the collection is `question_rulings`, and a card's data has `ruling`. */
export const REVIEW_DECISIONS: CollectionSpec = {
  name: 'question_rulings',
  indexes: [{ fields: ['key'], unique: true }],
};

export interface ReviewDecision extends Doc {
  /** `questionKey` of the question. */
  readonly key: string;
  /** Where attached: one wording, for the export and to show when the askings have expired. Else empty. */
  readonly text: string;
  readonly state: 'attached' | 'dismissed' | 'open';
  /** Where attached: the topic that answers it. */
  readonly topic?: string;
  /** The lead: their directory object id where attached; else a hash, which tells only whether the same lead decides again. */
  readonly by: string;
  /** Real time, ISO. */
  readonly at: string;
  /** 1 for the first decision. A card carries the version that it shows, and decides only while that is the latest. */
  readonly version: number;
}

/** A decision to store. `by`: directory object id of the lead. `text` and `by` are kept as they are only where it is attached. */
export type NewReviewDecision = Pick<ReviewDecision, '_id' | 'key' | 'text' | 'state' | 'topic' | 'by' | 'at'>;

export class ReviewDecisions {
  readonly #collection: Collection<ReviewDecision>;

  constructor(store: DocStore) {
    this.#collection = store.collection<ReviewDecision>(REVIEW_DECISIONS);
  }

  get(tenantId: string, key: string): Promise<ReviewDecision | undefined> {
    return this.#collection.findOne(tenantId, { key });
  }

  /** The decisions that are not undone, by key. */
  async inForce(tenantId: string): Promise<ReadonlyMap<string, ReviewDecision>> {
    const found = await this.#collection.find(tenantId, { state: { $ne: 'open' } });
    return new Map(found.map((decision) => [decision.key, decision]));
  }

  /** Stores a decision unless another was stored since `version` (0: none yet). Returns false where one was. */
  async decide(tenantId: string, decision: NewReviewDecision, version: number): Promise<boolean> {
    const { _id, topic, ...rest } = kept(decision);
    const set = { ...rest, version: version + 1, ...(topic !== undefined && { topic }) };
    if (version > 0) {
      const drop = topic === undefined ? { $unset: { topic: true as const } } : {};
      return (await this.#collection.updateOne(tenantId, { key: set.key, version }, { $set: set, ...drop })) > 0;
    }
    return insertIfAbsent(this.#collection, tenantId, { _id, ...set });
  }
}

/** Whether this decision of this lead is the one that stands: then Teams delivered the press again. */
export function isCurrentDecision(wanted: NewReviewDecision, decision: ReviewDecision | undefined): boolean {
  const { state, topic, by } = kept(wanted);
  return decision?.state === state && decision.topic === topic && decision.by === by;
}

function kept(decision: NewReviewDecision): NewReviewDecision {
  if (decision.state === 'attached') return decision;
  const by = createHash('sha256').update(`${decision.key}/${decision.by}`).digest('hex').slice(0, 32);
  return { ...decision, text: '', by };
}
