/** The embedded store: one SQLite file in the data folder. */
import { join } from 'node:path';
import { CHECKS, writeCheck } from '../check.ts';
import { CheckedCollection, removeExpired } from '../checked-collection.ts';
import { rememberSpec } from '../grammar/spec.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../port.ts';
import { SqliteCollection } from './collection.ts';
import { Database } from './database.ts';
import { lockFolder } from './folder-lock.ts';
import { fillSideTables } from './side-table.ts';
import { sideTablesOf } from './side-tables.ts';
import { checkTable, setUpTables } from './table.ts';

export class SqliteStore implements DocStore {
  readonly engine = 'sqlite';
  readonly #database: Database;
  readonly #unlock: () => void;
  readonly #now: () => Date;
  readonly #specs = new Map<string, CollectionSpec>();

  /** @throws OperatorError when the folder cannot be written to, is in use, or holds a damaged database */
  constructor(folder: string, now: () => Date) {
    this.#now = now;
    rememberSpec(this.#specs, CHECKS);
    this.#unlock = lockFolder(folder);
    try {
      this.#database = new Database(join(folder, 'store.sqlite'));
    } catch (error) {
      this.#unlock();
      throw error;
    }
  }

  collection<T extends Doc>(spec: CollectionSpec): Collection<T> {
    rememberSpec(this.#specs, spec);
    return new CheckedCollection<T>(spec, new SqliteCollection(this.#database, spec), this.#now);
  }

  async setUp(): Promise<void> {
    setUpTables(this.#database, [...this.#specs.values()]);
    for (const spec of this.#specs.values()) await fillSideTables(this.#database, spec.name, sideTablesOf(spec));
    await this.settled();
  }

  async check(): Promise<void> {
    for (const spec of this.#specs.values()) checkTable(this.#database, spec);
    await writeCheck(this.collection(CHECKS));
  }

  settled(): Promise<void> {
    return this.#database.settled();
  }

  async removeExpired(): Promise<number> {
    let removed = 0;
    for (const spec of this.#specs.values()) {
      removed += await removeExpired(spec, new SqliteCollection(this.#database, spec), this.#now());
    }
    return removed;
  }

  async close(): Promise<void> {
    await this.#database.close();
    this.#unlock();
  }
}
