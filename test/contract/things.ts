/** The collection that the contract tests use, and a fresh one for each engine. */
import { randomUUID } from 'node:crypto';
import type { Collection, CollectionSpec, Doc, DocStore, Filter } from '../../src/storage/port.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

export interface Thing extends Doc {
  [field: string]: unknown;
}

export const THINGS: CollectionSpec = {
  name: 'things',
  indexes: [
    { fields: ['key'], unique: true },
    { fields: ['pair.a', 'pair.b'], unique: true },
    { fields: ['rank', 'name'] },
  ],
  searchField: 'search',
};

export interface Bench {
  readonly engine: OpenEngine;
  readonly store: DocStore;
  readonly things: Collection<Thing>;
  /** A tenant that no other test uses. */
  readonly tenant: string;
  insert(...docs: Record<string, unknown>[]): Promise<void>;
  /** The `_id`s found, sorted. */
  ids(filter: Filter): Promise<string[]>;
}

/** Runs `define` for each engine; one store for all its tests, a tenant for each. */
export function eachBench(define: (bench: Bench) => void): void {
  eachEngine((_, open) => {
    let engine: OpenEngine;
    let things: Collection<Thing>;
    let tenant: string;
    before(async () => {
      engine = await open();
      things = engine.store.collection<Thing>(THINGS);
      await engine.store.setUp();
    });
    beforeEach(() => {
      tenant = randomUUID();
    });
    after(() => engine?.dispose());
    define({
      get engine() {
        return engine;
      },
      get store() {
        return engine.store;
      },
      get things() {
        return things;
      },
      get tenant() {
        return tenant;
      },
      async insert(...docs) {
        for (const doc of docs) await things.insertOne(tenant, { ...doc, _id: String(doc._id ?? randomUUID()) });
      },
      async ids(filter) {
        const found = await things.find(tenant, filter);
        return found.map((doc) => String(doc.n ?? doc._id)).sort();
      },
    });
  });
}
