/** The port's collection over an engine. Here alone inputs are checked, and every condition gets the tenant and the expiry. */
import { DuplicateKeyError, ProgrammingError } from '../errors.ts';
import type { CheckedUpsert, EngineCollection } from './engine.ts';
import { cleanDocument } from './grammar/document.ts';
import { type Condition, equalitiesOf, parseFilter, parseSort, type SortKeys } from './grammar/filter.ts';
import { checkIdentifierPath, checkTenant } from './grammar/names.ts';
import { type CheckedUpdate, parseUpdate, upsertId } from './grammar/update.ts';
import type { Collection, CollectionSpec, Doc, Filter, FindOptions, Scalar, Sort, Update, UpsertOp } from './port.ts';

const MAX_BULK = 1000;

export class CheckedCollection<T extends Doc> implements Collection<T> {
  readonly #spec: CollectionSpec;
  readonly #engine: EngineCollection;
  readonly #now: () => Date;

  constructor(spec: CollectionSpec, engine: EngineCollection, now: () => Date) {
    this.#spec = spec;
    this.#engine = engine;
    this.#now = now;
  }

  async insertOne(tenantId: string, doc: T): Promise<void> {
    checkTenant(tenantId);
    const clean = cleanDocument(this.#spec, tenantId, doc);
    await this.#overExpired(() => this.#engine.insert(clean));
  }

  async findOne(tenantId: string, filter: Filter, options: { sort?: Sort } = {}): Promise<T | undefined> {
    const [doc] = await this.find(tenantId, filter, { ...options, limit: 1 });
    return doc;
  }

  async find(tenantId: string, filter: Filter, options: FindOptions = {}): Promise<T[]> {
    const { skip = 0, limit } = options;
    if (!isCount(skip, 0) || (limit !== undefined && !isCount(limit, 1))) {
      throw new ProgrammingError('skip is a whole number from 0, limit one from 1');
    }
    return this.#asT(await this.#engine.find(this.#where(tenantId, filter), parseSort(options.sort), skip, limit));
  }

  async countDocuments(tenantId: string, filter: Filter): Promise<number> {
    return this.#engine.count(this.#where(tenantId, filter));
  }

  async groupCount(tenantId: string, filter: Filter, field: string): Promise<Map<Scalar, number>> {
    checkIdentifierPath(field);
    return this.#engine.groupCount(this.#where(tenantId, filter), field);
  }

  async updateOne(tenantId: string, filter: Filter, update: Update): Promise<number> {
    return (await this.findOneAndUpdate(tenantId, filter, update)) === undefined ? 0 : 1;
  }

  async findOneAndUpdate(
    tenantId: string,
    filter: Filter,
    update: Update,
    options: { sort?: Sort; upsert?: boolean } = {},
  ): Promise<T | undefined> {
    const sort = parseSort(options.sort);
    const doc = options.upsert
      ? await this.#upsert(this.#checkUpsert(tenantId, filter, update), sort)
      : await this.#update(this.#where(tenantId, filter), parseUpdate(this.#spec, tenantId, update), sort);
    return doc && this.#asT([doc])[0];
  }

  async bulkUpsert(tenantId: string, ops: readonly UpsertOp[]): Promise<{ inserted: number; matched: number }> {
    checkTenant(tenantId);
    if (ops.length > MAX_BULK) throw new ProgrammingError(`at most ${MAX_BULK} ops a call`);
    const checked = ops.map(({ filter, update }) => this.#checkUpsert(tenantId, filter, update));
    if (checked.length === 0) return { inserted: 0, matched: 0 };
    await this.#removeExpired();
    return this.#engine.bulkUpsert(checked);
  }

  async deleteOne(tenantId: string, filter: Filter): Promise<number> {
    return this.#engine.deleteOne(this.#where(tenantId, filter));
  }

  async deleteMany(tenantId: string, filter: Filter): Promise<number> {
    return this.#engine.deleteMany(this.#where(tenantId, filter));
  }

  async tenants(): Promise<string[]> {
    return (await this.#engine.tenants({ op: 'all', of: this.#alive() })).sort();
  }

  #update(where: Condition, update: CheckedUpdate, sort: SortKeys) {
    return this.#overExpired(() => this.#engine.update(where, update, sort));
  }

  #upsert(upsert: CheckedUpsert, sort: SortKeys) {
    return this.#overExpired(() => this.#engine.upsert(upsert, sort));
  }

  #checkUpsert(tenantId: string, filter: Filter, update: Update): CheckedUpsert {
    const parsed = parseFilter(this.#spec, filter);
    const equalities = equalitiesOf(parsed);
    const { $setOnInsert, ...others } = parseUpdate(this.#spec, tenantId, update);
    const _id = upsertId(equalities, { ...others, $setOnInsert });
    const { _id: _, ...rest } = $setOnInsert;
    return {
      where: this.#within(tenantId, parsed),
      // An `_id` stands in one place only, as MongoDB takes it: in the filter or in `$setOnInsert`.
      update: { ...others, $setOnInsert: '_id' in equalities ? rest : $setOnInsert },
      seed: { ...equalities, _id, tenantId },
    };
  }

  #where(tenantId: string, filter: Filter): Condition {
    return this.#within(tenantId, parseFilter(this.#spec, filter));
  }

  #within(tenantId: string, condition: Condition): Condition {
    checkTenant(tenantId);
    const own: Condition = { op: '$eq', path: 'tenantId', value: tenantId };
    return { op: 'all', of: [own, ...this.#alive(), ...(condition.op === 'all' ? condition.of : [condition])] };
  }

  #alive(): Condition[] {
    const path = this.#spec.expiresField;
    if (path === undefined) return [];
    const later: Condition = { op: '$gt', path, value: this.#now().toISOString() };
    return [{ op: '$or', of: [{ op: '$exists', path, value: false }, later] }];
  }

  /** Tries again when the key is an expired document's: such a key counts as free. */
  async #overExpired<R>(work: () => Promise<R>): Promise<R> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DuplicateKeyError) || this.#spec.expiresField === undefined) throw error;
      await this.#removeExpired();
      return work();
    }
  }

  /** Of all tenants. Returns how many. */
  async #removeExpired(): Promise<number> {
    return removeExpired(this.#spec, this.#engine, this.#now());
  }

  /** The one place where stored JSON gets its type: documents come out as a repository put them in, typed by `T`. */
  #asT(docs: Doc[]): T[] {
    return docs as T[];
  }
}

/** Removes a collection's expired documents, those of all tenants; returns how many. */
export async function removeExpired(spec: CollectionSpec, engine: EngineCollection, now: Date): Promise<number> {
  if (spec.expiresField === undefined) return 0;
  return engine.deleteMany({ op: '$lte', path: spec.expiresField, value: now.toISOString() });
}

function isCount(value: number, from: number): boolean {
  return Number.isSafeInteger(value) && value >= from;
}
