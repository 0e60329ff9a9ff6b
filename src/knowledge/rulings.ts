/** What a lead decided on a question: which topic answers it, or that it is none to answer. One document a question, kept until undone. */
import { DuplicateKeyError } from '../errors.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';

export const RULINGS: CollectionSpec = { name: 'question_rulings', indexes: [{ fields: ['key'], unique: true }] };

export interface Ruling extends Doc {
  /** `questionKey` of the question. */
  readonly key: string;
  /** One wording, for the export. */
  readonly text: string;
  readonly state: 'attached' | 'dismissed' | 'open';
  /** Where attached: the topic that answers it. */
  readonly topic?: string;
  /** The lead, by directory object id. */
  readonly by: string;
  /** Real time, ISO. */
  readonly at: string;
  /** 1 for the first decision. A card shows it and decides only while it is still the same. */
  readonly version: number;
}

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
  async decide(tenantId: string, { _id, ...ruling }: NewRuling, version: number): Promise<boolean> {
    const { topic, ...rest } = ruling;
    const set = { ...rest, version: version + 1, ...(topic !== undefined && { topic }) };
    if (version > 0) {
      const drop = topic === undefined ? { $unset: { topic: true as const } } : {};
      return (await this.#collection.updateOne(tenantId, { key: ruling.key, version }, { $set: set, ...drop })) > 0;
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
