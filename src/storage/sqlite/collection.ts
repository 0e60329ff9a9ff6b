/** A collection as a table: SQL finds and stores, JavaScript applies updates and checks the conditions that no column answers. */
import { DuplicateKeyError, OperatorError, ProgrammingError } from '../../errors.ts';
import type { CheckedUpsert, EngineCollection } from '../engine.ts';
import type { StoredDoc } from '../grammar/document.ts';
import type { Condition, SortKeys } from '../grammar/filter.ts';
import type { CheckedUpdate } from '../grammar/update.ts';
import type { CollectionSpec, Scalar } from '../port.ts';
import { applyUpdate, fromPaths } from './apply-update.ts';
import { Columns, quoted } from './columns.ts';
import type { Database } from './database.ts';
import { matchesCondition } from './match.ts';
import { fromCell } from './values.ts';
import { whereOf } from './where.ts';

/** MongoDB's limit for a document, so that none is made here that could not move there. */
const MAX_DOCUMENT = 16 * 1024 * 1024;

interface Row {
  rowid: number;
  doc: string;
}

interface Found {
  readonly rowid: number;
  readonly json: string;
  readonly doc: StoredDoc;
}

export class SqliteCollection implements EngineCollection {
  readonly #database: Database;
  readonly #name: string;
  readonly #table: string;
  readonly #columns: Columns;

  constructor(database: Database, spec: CollectionSpec) {
    this.#database = database;
    this.#name = spec.name;
    this.#table = quoted(spec.name);
    this.#columns = new Columns(spec);
  }

  async insert(doc: StoredDoc): Promise<void> {
    this.#insert(doc);
  }

  async find(where: Condition, sort: SortKeys, skip: number, limit?: number): Promise<StoredDoc[]> {
    return this.#find(where, sort, skip, limit).map(({ doc }) => doc);
  }

  async count(where: Condition): Promise<number> {
    const { sql, cells, exact } = whereOf(this.#columns, where);
    if (!exact) return this.#find(where, []).length;
    const row = this.#database.get<{ n: number }>(`SELECT count(*) AS n FROM ${this.#table} WHERE ${sql}`, cells);
    return row?.n ?? 0;
  }

  async groupCount(where: Condition, path: string): Promise<Map<Scalar, number>> {
    const { sql, cells, exact } = whereOf(this.#columns, where);
    const value = this.#columns.expression(path);
    // Rows that JavaScript has to check are found first; the list of those that match then replaces the condition.
    const found = exact ? undefined : JSON.stringify(this.#find(where, []).map(({ rowid }) => rowid));
    const rows = this.#database.all<{ value: string | number | Buffer | null; n: number }>(
      `SELECT ${value} AS value, count(*) AS n FROM ${this.#table} WHERE ${found ? inList('rowid') : sql} GROUP BY 1`,
      found ? [found] : cells,
    );
    return new Map(rows.flatMap(({ value, n }) => (value === null ? [] : [[fromCell(value), n] as const])));
  }

  async update(where: Condition, update: CheckedUpdate, sort: SortKeys): Promise<StoredDoc | undefined> {
    return this.#database.write(() => this.#update(where, update, sort));
  }

  async upsert(upsert: CheckedUpsert, sort: SortKeys): Promise<StoredDoc> {
    return this.#database.write(() => this.#upsert(upsert, sort).doc);
  }

  async bulkUpsert(upserts: readonly CheckedUpsert[]): Promise<{ inserted: number; matched: number }> {
    const result = { inserted: 0, matched: 0 };
    const duplicates: DuplicateKeyError[] = [];
    this.#database.write(() => {
      for (const upsert of upserts) {
        try {
          result[this.#upsert(upsert, []).outcome]++;
        } catch (error) {
          // The statement was undone, the transaction goes on: the other ops are independent of this one.
          if (!(error instanceof DuplicateKeyError)) throw error;
          duplicates.push(error);
        }
      }
    });
    if (duplicates[0]) throw duplicates[0];
    return result;
  }

  async deleteOne(where: Condition): Promise<number> {
    return this.#database.write(() => {
      const [found] = this.#find(where, [], 0, 1);
      return found ? this.#database.run(`DELETE FROM ${this.#table} WHERE rowid = ?`, [found.rowid]) : 0;
    });
  }

  async deleteMany(where: Condition): Promise<number> {
    const { sql, cells, exact } = whereOf(this.#columns, where);
    if (exact) return this.#database.run(`DELETE FROM ${this.#table} WHERE ${sql}`, cells);
    return this.#database.write(() => {
      const rowids = JSON.stringify(this.#find(where, []).map(({ rowid }) => rowid));
      return this.#database.run(`DELETE FROM ${this.#table} WHERE ${inList('rowid')}`, [rowids]);
    });
  }

  async tenants(where: Condition): Promise<string[]> {
    const { sql, cells } = whereOf(this.#columns, where);
    const rows = this.#database.all<{ tenantId: string }>(
      `SELECT DISTINCT tenantId FROM ${this.#table} WHERE ${sql}`,
      cells,
    );
    return rows.map(({ tenantId }) => tenantId);
  }

  #find(where: Condition, sort: SortKeys, skip = 0, limit = Number.POSITIVE_INFINITY): Found[] {
    const { sql, cells, exact } = whereOf(this.#columns, where);
    const select = `SELECT rowid, doc FROM ${this.#table} WHERE ${sql}${this.#orderBy(sort)}`;
    if (exact) {
      const rows = this.#database.all<Row>(`${select} LIMIT ? OFFSET ?`, [
        ...cells,
        Number.isFinite(limit) ? limit : -1,
        skip,
      ]);
      return rows.map((row) => this.#read(row));
    }
    const found: Found[] = [];
    let toSkip = skip;
    this.#database.each<Row>(select, cells, (row) => {
      const read = this.#read(row);
      if (matchesCondition(read.doc, where) && toSkip-- <= 0) found.push(read);
      return found.length < limit;
    });
    return found;
  }

  #orderBy(sort: SortKeys): string {
    if (sort.length === 0) return '';
    const keys = sort.map(([path, direction]) => this.#columns.expression(path) + (direction === -1 ? ' DESC' : ''));
    return ` ORDER BY ${keys.join(', ')}`;
  }

  #read({ rowid, doc }: Row): Found {
    try {
      return { rowid, json: doc, doc: JSON.parse(doc) };
    } catch (cause) {
      throw new OperatorError(`A document of ${this.#name} in DATA_DIR is damaged. Put a backup in its place.`, {
        cause,
      });
    }
  }

  #insert(doc: StoredDoc): void {
    const cells = [doc._id, doc.tenantId, toJson(doc), ...this.#columns.cells(doc)];
    const names = ['_id', 'tenantId', 'doc', ...this.#columns.names().map(quoted)];
    const marks = cells.map(() => '?');
    this.#database.run(`INSERT INTO ${this.#table} (${names.join(', ')}) VALUES (${marks.join(', ')})`, cells);
  }

  #update(where: Condition, update: CheckedUpdate, sort: SortKeys): StoredDoc | undefined {
    const [found] = this.#find(where, sort, 0, 1);
    if (found === undefined) return undefined;
    const before = this.#columns.cells(found.doc);
    applyUpdate(found.doc, update);
    const json = toJson(found.doc);
    if (json !== found.json) this.#write(found, json, before);
    return found.doc;
  }

  /** Only columns that change are named: SQLite then leaves the indexes of the others alone. */
  #write({ rowid, doc }: Found, json: string, before: readonly unknown[]): void {
    const cells = this.#columns.cells(doc);
    const names = this.#columns.names().map(quoted);
    const changed = cells.flatMap((cell, index) => (cell === before[index] ? [] : [{ name: names[index], cell }]));
    const sets = ['doc = ?', ...changed.map(({ name }) => `${name} = ?`)];
    const values = [json, ...changed.map(({ cell }) => cell), rowid];
    this.#database.run(`UPDATE ${this.#table} SET ${sets.join(', ')} WHERE rowid = ?`, values);
  }

  #upsert({ where, update, seed }: CheckedUpsert, sort: SortKeys): { doc: StoredDoc; outcome: 'inserted' | 'matched' } {
    const updated = this.#update(where, update, sort);
    if (updated) return { doc: updated, outcome: 'matched' };
    const doc = fromPaths(seed) as StoredDoc;
    applyUpdate(doc, { ...update, $set: { ...update.$setOnInsert, ...update.$set } });
    this.#insert(doc);
    return { doc, outcome: 'inserted' };
  }
}

function inList(column: string): string {
  return `${column} IN (SELECT value FROM json_each(?))`;
}

function toJson(doc: StoredDoc): string {
  const json = JSON.stringify(doc);
  if (json.length > MAX_DOCUMENT) throw new ProgrammingError('a document is larger than 16 MB');
  return json;
}
