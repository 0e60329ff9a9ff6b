/** What a lead decided on a question: which topic answers it, or that it is none to answer. One document a question, kept until undone. */
import { createHash } from 'node:crypto';
import { DuplicateKeyError } from '../../errors.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../../storage/port.ts';

export const RULINGS: CollectionSpec = { name: 'question_rulings', indexes: [{ fields: ['key'], unique: true }] };

export interface Ruling extends Doc {
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
export type NewRuling = Pick<Ruling, '_id' | 'key' | 'text' | 'state' | 'topic' | 'by' | 'at'>;

export class Rulings {
  readonly #collection: Collection<Ruling>;

  constructor(store: DocStore) {
    this.#collection = store.collection<Ruling>(RULINGS);
  }

  get(tenantId: string, key: string): Promise<Ruling | undefined> {
    return this.#collection.findOne(tenantId, { key });
  }

  /** Those in force, by key. */
  async inForce(tenantId: string): Promise<ReadonlyMap<string, Ruling>> {
    const found = await this.#collection.find(tenantId, { state: { $ne: 'open' } });
    return new Map(found.map((ruling) => [ruling.key, ruling]));
  }

  /** Decides, where nothing was decided since `version` (0: never). Returns false where something was. */
  async decide(tenantId: string, decision: NewRuling, version: number): Promise<boolean> {
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
export function stands(decision: NewRuling, ruling: Ruling | undefined): boolean {
  const { state, topic, by } = kept(decision);
  return ruling?.state === state && ruling.topic === topic && ruling.by === by;
}

function kept(decision: NewRuling): NewRuling {
  if (decision.state === 'attached') return decision;
  const by = createHash('sha256').update(`${decision.key}/${decision.by}`).digest('hex').slice(0, 32);
  return { ...decision, text: '', by };
}
