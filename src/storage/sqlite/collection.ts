/** A collection as a table: SQL finds and stores, JavaScript applies updates and checks the conditions that no column answers. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { DuplicateKeyError, OperatorError, ProgrammingError } from '../../errors.ts';
import type { CheckedUpsert, EngineCollection } from '../engine.ts';
import type { StoredDoc } from '../grammar/document.ts';
import type { Condition, SortKeys } from '../grammar/filter.ts';
import type { CheckedUpdate } from '../grammar/update.ts';
import type { CollectionSpec, Scalar } from '../port.ts';
import { applyUpdate, fromPaths } from './apply-update.ts';
import { Columns, quoted } from './columns.ts';
import type { Database } from './database.ts';
import { KeptCounts } from './kept-counts.ts';
import { matchesCondition } from './match.ts';
import { FEW, PartSearch, withoutTexts } from './part-search.ts';
import { type Cell, fromCell } from './values.ts';
import { type Where, type WhereColumns, whereOf } from './where.ts';

/** MongoDB's limit for a document, so that none is made here that could not move there. */
const MAX_DOCUMENT = 16 * 1024 * 1024;

interface Row {
  rowid: number;
  doc: string;
}

interface Group {
  value: string | number | Buffer | null;
  n: number;
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
  readonly #counts: readonly KeptCounts[];
  readonly #parts: PartSearch;
  readonly #settlesLater: boolean;

  constructor(database: Database, spec: CollectionSpec) {
    this.#database = database;
    this.#name = spec.name;
    this.#table = quoted(spec.name);
    this.#columns = new Columns(spec);
    this.#counts = KeptCounts.all(spec);
    this.#parts = new PartSearch(database, spec);
    this.#settlesLater = spec.settlesLater ?? false;
  }

  insert(doc: StoredDoc): Promise<void> {
    return this.#durable(() => this.#insert(doc));
  }

  find(where: Condition, sort: SortKeys, skip: number, limit?: number): Promise<StoredDoc[]> {
    return this.#durable(() => this.#find(where, sort, skip, limit).map(({ doc }) => doc));
  }

  async count(where: Condition): Promise<number> {
    const many = this.#parts.many(where);
    if (many !== undefined && whereOf(this.#columns, where).exact && this.#isOfMany(where))
      return this.#countMany(where, many);
    return this.#durable(() => {
      const kept = this.#counts.find((counts) => counts.answers(where));
      if (kept !== undefined) return this.#keptCount(kept, where);
      const { sql, cells, exact } = this.#where(where);
      if (!exact) return this.#find(where, []).length;
      return this.#sum(`SELECT count(*) AS n FROM ${this.#table} WHERE ${sql}`, cells);
    });
  }

  #keptCount(kept: KeptCounts, where: Condition): number {
    const { sql, cells } = whereOf(kept, where);
    return this.#sum(`SELECT sum(n) AS n FROM ${quoted(kept.name)} WHERE ${sql}`, cells);
  }

  /** Piece by piece: others get their turns, and what they write meanwhile may be counted or not. */
  async #countMany(where: Condition, match: string): Promise<number> {
    const { sql, cells } = whereOf(OFF_INDEX(this.#columns), where);
    const count = `SELECT count(*) AS n FROM ${this.#table} WHERE ${inList('rowid')} AND (${sql})`;
    let total = 0;
    for (const rows of this.#parts.pieces(match)) {
      total += this.#sum(count, [JSON.stringify(rows), ...cells]);
      await nextTick();
    }
    await this.#durable(() => undefined);
    return total;
  }

  /** Texts are looked for that many documents hold, and nothing else narrows it down. */
  #isOfMany(where: Condition): boolean {
    const others = withoutTexts(where);
    const kept = this.#counts.find((counts) => counts.answers(others));
    return kept === undefined || this.#keptCount(kept, others) > FEW;
  }

  /** What is looked for in texts and is in few is found by its parts; what is in many is soon met in any order. */
  #where(where: Condition): Where {
    const rows = this.#parts.few(where);
    if (rows === undefined) return whereOf(this.#columns, where);
    const { sql, cells, exact } = whereOf(OFF_INDEX(this.#columns), where);
    return { sql: `${inList('rowid')} AND (${sql})`, cells: [JSON.stringify(rows), ...cells], exact };
  }

  #sum(sql: string, cells: readonly Cell[]): number {
    return this.#database.get<{ n: number | null }>(sql, cells)?.n ?? 0;
  }

  groupCount(where: Condition, path: string): Promise<Map<Scalar, number>> {
    return this.#durable(() => {
      const kept = this.#counts.find((counts) => counts.answers(where, path));
      const groups = kept === undefined ? this.#groups(where, path) : this.#keptGroups(kept, where, path);
      return new Map(groups.flatMap(({ value, n }) => (value === null ? [] : [[fromCell(value), n] as const])));
    });
  }

  #keptGroups(kept: KeptCounts, where: Condition, path: string): Group[] {
    const { sql, cells } = whereOf(kept, where);
    const value = kept.of(path);
    const there = `${value} IS NOT ${kept.missing}`;
    return this.#database.all<Group>(
      `SELECT ${value} AS value, sum(n) AS n FROM ${quoted(kept.name)} WHERE (${sql}) AND ${there} GROUP BY 1`,
      cells,
    );
  }

  #groups(where: Condition, path: string): Group[] {
    const { sql, cells, exact } = this.#where(where);
    const value = this.#columns.expression(path);
    // Rows that JavaScript has to check are found first; the list of those that match then replaces the condition.
    const found = exact ? undefined : JSON.stringify(this.#find(where, []).map(({ rowid }) => rowid));
    return this.#database.all<Group>(
      `SELECT ${value} AS value, count(*) AS n FROM ${this.#table} WHERE ${found ? inList('rowid') : sql} GROUP BY 1`,
      found ? [found] : cells,
    );
  }

  update(where: Condition, update: CheckedUpdate, sort: SortKeys): Promise<StoredDoc | undefined> {
    return this.#durable(() => this.#database.write(() => this.#update(where, update, sort)));
  }

  upsert(upsert: CheckedUpsert, sort: SortKeys): Promise<StoredDoc> {
    return this.#durable(() => this.#database.write(() => this.#upsert(upsert, sort).doc));
  }

  async bulkUpsert(upserts: readonly CheckedUpsert[]): Promise<{ inserted: number; matched: number }> {
    const result = { inserted: 0, matched: 0 };
    const duplicates: DuplicateKeyError[] = [];
    await this.#durable(() =>
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
      }),
    );
    if (duplicates[0]) throw duplicates[0];
    return result;
  }

  deleteOne(where: Condition): Promise<number> {
    return this.#durable(() =>
      this.#database.write(() => {
        const [found] = this.#find(where, [], 0, 1);
        return found ? this.#run(`DELETE FROM ${this.#table} WHERE rowid = ?`, [found.rowid]) : 0;
      }),
    );
  }

  deleteMany(where: Condition): Promise<number> {
    return this.#durable(() => {
      const { sql, cells, exact } = this.#where(where);
      if (exact) return this.#run(`DELETE FROM ${this.#table} WHERE ${sql}`, cells);
      return this.#database.write(() => {
        const rowids = JSON.stringify(this.#find(where, []).map(({ rowid }) => rowid));
        return this.#run(`DELETE FROM ${this.#table} WHERE ${inList('rowid')}`, [rowids]);
      });
    });
  }

  tenants(where: Condition): Promise<string[]> {
    return this.#durable(() => {
      const { sql, cells } = whereOf(this.#columns, where);
      // From one tenant to the next in an index: however many documents each has.
      const next = (than: string) => `SELECT min(tenantId) FROM ${this.#table} WHERE tenantId > ${than}`;
      const rows = this.#database.all<{ tenantId: string }>(
        `WITH RECURSIVE tenant (id) AS (SELECT (${next("''")}) UNION ALL SELECT (${next('tenant.id')}) FROM tenant WHERE tenant.id IS NOT NULL) SELECT id AS tenantId FROM tenant WHERE id IS NOT NULL AND EXISTS (SELECT 1 FROM ${this.#table} WHERE tenantId = tenant.id AND (${sql}))`,
        cells,
      );
      return rows.map(({ tenantId }) => tenantId);
    });
  }

  /** What is read is on disk too before anybody is told of it, also where another turn has just written it. */
  async #durable<R>(work: () => R): Promise<R> {
    const settle = this.#settlesLater ? undefined : () => this.#database.durable(this.#name);
    try {
      const result = work();
      await settle?.();
      return result;
    } catch (error) {
      // That there is one of the same key is told of, too.
      if (error instanceof DuplicateKeyError) await settle?.();
      throw error;
    }
  }

  #run(sql: string, cells: readonly Cell[]): number {
    return this.#database.run(this.#name, sql, cells);
  }

  #find(where: Condition, sort: SortKeys, skip = 0, limit = Number.POSITIVE_INFINITY): Found[] {
    const { sql, cells, exact } = this.#where(where);
    const order = this.#orderBy(sort);
    const select = `SELECT rowid, doc FROM ${this.#table} WHERE ${sql}${order}`;
    if (exact) {
      const [least, most] = [skip, Number.isFinite(limit) ? limit : -1];
      // What is skipped is passed over in the index, without a look at the rows.
      const found = `SELECT rowid FROM ${this.#table} WHERE ${sql}${order} LIMIT ? OFFSET ?`;
      const some = `SELECT rowid, doc FROM ${this.#table} WHERE rowid IN (${found})${order}`;
      const rows = this.#database.all<Row>(skip > 0 ? some : `${select} LIMIT ? OFFSET ?`, [...cells, most, least]);
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
    this.#run(`INSERT INTO ${this.#table} (${names.join(', ')}) VALUES (${marks.join(', ')})`, cells);
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
    this.#run(`UPDATE ${this.#table} SET ${sets.join(', ')} WHERE rowid = ?`, values);
  }

  #upsert(upsert: CheckedUpsert, sort: SortKeys): { doc: StoredDoc; outcome: 'inserted' | 'matched' } {
    const added = changesNothing(upsert.update) ? this.#insertUnlessThere(upsert) : undefined;
    if (added) return { doc: added, outcome: 'inserted' };
    const updated = this.#update(upsert.where, upsert.update, sort);
    return updated ? { doc: updated, outcome: 'matched' } : { doc: this.#insertNew(upsert), outcome: 'inserted' };
  }

  /** What only adds documents mostly finds none: it is not looked for before. */
  #insertUnlessThere(upsert: CheckedUpsert): StoredDoc | undefined {
    try {
      return this.#insertNew(upsert);
    } catch (error) {
      if (error instanceof DuplicateKeyError) return undefined;
      throw error;
    }
  }

  #insertNew({ update, seed }: CheckedUpsert): StoredDoc {
    const doc = fromPaths(seed) as StoredDoc;
    applyUpdate(doc, { ...update, $set: { ...update.$setOnInsert, ...update.$set } });
    this.#insert(doc);
    return doc;
  }
}

/** The same columns, so that no index is taken for them: the rows are known. */
const OFF_INDEX = (columns: WhereColumns): WhereColumns => ({
  missing: columns.missing,
  of: (path) => {
    const column = columns.of(path);
    return column && `+${column}`;
  },
});

/** Of a document that is there. */
function changesNothing({ $setOnInsert: _, ...others }: CheckedUpdate): boolean {
  return Object.values(others).every((fields) => Object.keys(fields).length === 0);
}

function inList(column: string): string {
  return `${column} IN (SELECT value FROM json_each(?))`;
}

function toJson(doc: StoredDoc): string {
  const json = JSON.stringify(doc);
  if (json.length > MAX_DOCUMENT) throw new ProgrammingError('a document is larger than 16 MB');
  return json;
}
