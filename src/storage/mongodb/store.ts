/** The store on MongoDB 4.4 or later, or Azure DocumentDB. Several instances share it. */
import type { Db, IndexDescription, MongoClient } from 'mongodb';
import { MongoServerError } from 'mongodb';
import { OperatorError } from '../../errors.ts';
import { CHECKS, writeCheck } from '../check.ts';
import { CheckedCollection } from '../checked-collection.ts';
import { countIndexesOf, indexesOf, rememberSpec } from '../grammar/spec.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../port.ts';
import { MongoEngineCollection, type Stored } from './collection.ts';
import { ServerReach } from './reach.ts';

/** Error codes: an index of this name or these fields is there and differs; the keys of a unique one are not. */
const CONFLICTS = new Set([85, 86, 11000]);
const NAMESPACE_NOT_FOUND = 26;

export class MongoStore implements DocStore {
  readonly engine = 'mongodb';
  readonly #client: MongoClient;
  readonly #db: Db;
  readonly #now: () => Date;
  readonly #specs = new Map<string, CollectionSpec>();
  readonly #reach: ServerReach;

  constructor(client: MongoClient, db: Db, now: () => Date, reach = new ServerReach()) {
    this.#client = client;
    this.#db = db;
    this.#now = now;
    this.#reach = reach;
    rememberSpec(this.#specs, CHECKS);
  }

  collection<T extends Doc>(spec: CollectionSpec): Collection<T> {
    rememberSpec(this.#specs, spec);
    const engine = new MongoEngineCollection(this.#db.collection<Stored>(spec.name), spec, this.#reach);
    return new CheckedCollection<T>(spec, engine, this.#now);
  }

  /** Indexes that are no longer declared stay: another instance may still run the version that wants them. */
  async setUp(): Promise<void> {
    await Promise.all([...this.#specs.values()].map((spec) => this.#makeIndexes(spec)));
  }

  async check(): Promise<void> {
    await writeCheck(this.collection(CHECKS));
    await this.#reach.ask('indexes', () =>
      Promise.all([...this.#specs.values()].map((spec) => this.#checkIndexes(spec))),
    );
  }

  /** Each write is acknowledged when it is kept. */
  async settled(): Promise<void> {}

  /** MongoDB does it by itself, about once a minute. */
  async removeExpired(): Promise<number> {
    return 0;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #makeIndexes(spec: CollectionSpec): Promise<void> {
    try {
      await this.#db.collection(spec.name).createIndexes(indexDescriptions(spec));
    } catch (error) {
      if (!(error instanceof MongoServerError) || !CONFLICTS.has(Number(error.code))) throw error;
      throw new OperatorError(
        `The indexes of "${spec.name}" cannot be made in the database of MONGODB_URI (code ${error.code}): what is there does not fit this version.`,
      );
    }
  }

  async #checkIndexes(spec: CollectionSpec): Promise<void> {
    const there = await this.#db.collection(spec.name).indexes().catch(noneWithoutCollection);
    const missing = indexDescriptions(spec).find(({ name }) => !there.some((index) => index.name === name));
    if (missing) throw new OperatorError(`The index ${missing.name} is not there. Start the bot again.`);
  }
}

function indexDescriptions(spec: CollectionSpec): IndexDescription[] {
  const descriptions = [...indexesOf(spec), ...countIndexesOf(spec)].map(
    ({ name, fields, unique }): IndexDescription => {
      const key = Object.fromEntries(fields.map((field) => [field, 1]));
      return unique ? { name, key, unique, partialFilterExpression: allThere(fields) } : { name, key };
    },
  );
  if (spec.expiresField !== undefined) {
    const name = `expires:${spec.name}:${spec.expiresField}`;
    descriptions.push({ name, key: { [spec.expiresField]: 1 }, expireAfterSeconds: 0 });
  }
  return descriptions;
}

/** Without it MongoDB takes a missing field for null, and lets only one document be without it. */
function allThere(fields: readonly string[]) {
  return Object.fromEntries(fields.map((field) => [field, { $exists: true }]));
}

function noneWithoutCollection(error: unknown): { name?: string }[] {
  if (error instanceof MongoServerError && error.code === NAMESPACE_NOT_FOUND) return [];
  throw error;
}
