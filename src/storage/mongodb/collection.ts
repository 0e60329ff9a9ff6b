/** A collection on MongoDB. The driver may repeat reads; writes are not repeated after network errors. */
import type { Document, Collection as MongoCollection } from 'mongodb';
import { MongoBulkWriteError } from 'mongodb';
import { DuplicateKeyError } from '../../errors.ts';
import type { CheckedUpsert, EngineCollection } from '../engine.ts';
import { isScalar, type StoredDoc } from '../grammar/document.ts';
import type { Condition, SortKeys } from '../grammar/filter.ts';
import type { CheckedUpdate } from '../grammar/update.ts';
import type { CollectionSpec, Scalar } from '../port.ts';
import { isDuplicateKey } from './errors.ts';
import { MANY_WITHIN_MS, type ServerReach } from './reach.ts';
import { fromStored, toFilter, toStored, toUpdate } from './translate.ts';

export interface Stored extends Document {
  _id: string;
}

export class MongoEngineCollection implements EngineCollection {
  readonly #collection: MongoCollection<Stored>;
  readonly #name: string;
  readonly #expires: string | undefined;
  readonly #reach: ServerReach;

  constructor(collection: MongoCollection<Stored>, spec: CollectionSpec, reach: ServerReach) {
    this.#reach = reach;
    this.#collection = collection;
    this.#name = spec.name;
    this.#expires = spec.expiresField;
  }

  async insert(doc: StoredDoc): Promise<void> {
    await this.#ask(() => this.#collection.insertOne(toStored(doc, this.#expires) as Stored));
  }

  async find(where: Condition, sort: SortKeys, skip: number, limit?: number): Promise<StoredDoc[]> {
    const cursor = this.#collection.find(this.#filter(where), { sort: new Map(sort), skip, ...(limit && { limit }) });
    const docs = await this.#ask(() => cursor.toArray());
    return docs.map((doc) => fromStored(doc, this.#expires));
  }

  async count(where: Condition): Promise<number> {
    return this.#ask(() => this.#collection.countDocuments(this.#filter(where)));
  }

  async groupCount(where: Condition, path: string): Promise<Map<Scalar, number>> {
    const pipeline = [{ $match: this.#filter(where) }, { $group: { _id: `$${path}`, n: { $sum: 1 } } }];
    const groups = await this.#ask(() => this.#collection.aggregate(pipeline).toArray(), MANY_WITHIN_MS);
    return new Map(groups.flatMap(({ _id, n }) => (isScalar(_id) ? [[_id, Number(n)] as const] : [])));
  }

  async update(where: Condition, update: CheckedUpdate, sort: SortKeys): Promise<StoredDoc | undefined> {
    const doc = await this.#ask(() => this.#findOneAndUpdate(where, update, sort, false));
    return doc === null ? undefined : fromStored(doc, this.#expires);
  }

  async upsert({ where, update }: CheckedUpsert, sort: SortKeys): Promise<StoredDoc> {
    const work = () => this.#findOneAndUpdate(where, update, sort, true);
    const doc = await this.#ask(() => twiceOnDuplicate(work));
    if (doc === null) throw new Error(`${this.#name}: the server answered an upsert with nothing`);
    return fromStored(doc, this.#expires);
  }

  async bulkUpsert(upserts: readonly CheckedUpsert[]): Promise<{ inserted: number; matched: number }> {
    const first = await this.#ask(() => this.#bulk(upserts), MANY_WITHIN_MS);
    const second = await this.#ask(() => this.#bulk(first.duplicates), MANY_WITHIN_MS);
    if (second.duplicates.length > 0) throw new DuplicateKeyError(`${this.#name}: another document holds the key`);
    return { inserted: first.inserted + second.inserted, matched: first.matched + second.matched };
  }

  async deleteOne(where: Condition): Promise<number> {
    return (await this.#ask(() => this.#collection.deleteOne(this.#filter(where)))).deletedCount;
  }

  async deleteMany(where: Condition): Promise<number> {
    const { deletedCount } = await this.#ask(() => this.#collection.deleteMany(this.#filter(where)), MANY_WITHIN_MS);
    return deletedCount;
  }

  async tenants(where: Condition): Promise<string[]> {
    return this.#ask(() => this.#collection.distinct('tenantId', this.#filter(where)));
  }

  #findOneAndUpdate(where: Condition, update: CheckedUpdate, sort: SortKeys, upsert: boolean) {
    return this.#collection.findOneAndUpdate(this.#filter(where), toUpdate(update, this.#expires), {
      ...(sort.length > 0 && { sort: new Map(sort) }),
      upsert,
      returnDocument: 'after',
    });
  }

  /** Returns the ops that met a duplicate key; throws any other error. */
  async #bulk(upserts: readonly CheckedUpsert[]) {
    if (upserts.length === 0) return { inserted: 0, matched: 0, duplicates: [] };
    const ops = upserts.map(({ where, update }) => ({
      updateOne: { filter: this.#filter(where), update: toUpdate(update, this.#expires), upsert: true },
    }));
    try {
      const { upsertedCount, matchedCount } = await this.#collection.bulkWrite(ops, { ordered: false });
      return { inserted: upsertedCount, matched: matchedCount, duplicates: [] };
    } catch (error) {
      if (!(error instanceof MongoBulkWriteError)) throw error;
      const failed = [error.writeErrors].flat();
      if (failed.length === 0 || failed.some(({ code }) => code !== 11000)) throw error;
      const duplicates = failed.flatMap(({ index }) => upserts[index] ?? []);
      return { inserted: error.result.upsertedCount, matched: error.result.matchedCount, duplicates };
    }
  }

  #filter(where: Condition): Document {
    return toFilter(where, this.#expires);
  }

  #ask<R>(work: () => Promise<R>, withinMs?: number): Promise<R> {
    return this.#reach.ask(this.#name, work, withinMs);
  }
}

/** Of two upserts that race on one key the loser may get a duplicate key error; a second try finds the winner's document. */
async function twiceOnDuplicate<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return work();
  }
}
