/** Makes a collection's table what its declaration says, also when an older version made the table. */
import { DuplicateKeyError, OperatorError } from '../../errors.ts';
import { indexesOf } from '../grammar/spec.ts';
import type { CollectionSpec } from '../port.ts';
import { Columns, quoted } from './columns.ts';
import type { Database } from './database.ts';
import { dropSideTables, hasSideTables, makeSideTables } from './side-table.ts';
import { sideTablesOf } from './side-tables.ts';

const FILL_BATCH = 500;

/**
 * Idempotent; all or nothing. One transaction for all of them: each waits for the disk, and statistics are read anew once.
 * @throws OperatorError when documents that are there break a new unique index
 */
export function setUpTables(database: Database, specs: readonly CollectionSpec[]): void {
  try {
    database.write(() => {
      for (const spec of specs) setUpTable(database, spec);
      setStatistics(database, specs);
    });
  } catch (error) {
    if (!(error instanceof DuplicateKeyError)) throw error;
    throw new OperatorError(`Documents in DATA_DIR break a new rule of this version (${error.message}).`, {
      cause: error,
    });
  }
}

function setUpTable(database: Database, spec: CollectionSpec): void {
  const table = quoted(spec.name);
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${table} (_id TEXT NOT NULL PRIMARY KEY, tenantId TEXT NOT NULL, doc TEXT NOT NULL) STRICT`,
  );
  const wanted = indexStatements(spec);
  dropIndexes(database, spec.name, new Set(wanted.keys()));
  const beside = sideTablesOf(spec);
  dropSideTables(database, spec.name, beside);
  changeColumns(database, spec);
  for (const sql of wanted.values()) database.exec(sql);
  makeSideTables(database, spec.name, beside);
}

/** @throws OperatorError when an index is not there, or what stands beside the table */
export function checkTable(database: Database, spec: CollectionSpec): void {
  const there = new Set(indexNames(database, spec.name));
  const missing = [...indexStatements(spec).keys()].find((name) => !there.has(name));
  if (missing !== undefined) throw new OperatorError(`The index ${missing} is not there. Start the bot again.`);
  if (!hasSideTables(database, spec.name, sideTablesOf(spec)))
    throw new OperatorError(`What is counted and searched of ${spec.name} is not there. Start the bot again.`);
}

/** What the planner is to believe of a collection's size, and of how far one more field narrows down. */
const ASSUMED_ROWS = 1_000_000;
const ASSUMED_VALUES = 100;

/**
 * Tells SQLite's planner that a tenant has all the documents and that each further field of an index narrows them down. Without
 * it, it takes ten documents for a tenant's share and reads all of them to save a sort. Fixed figures rather than ANALYZE: the
 * plans are then the same for every file and from the first document on (sqlite.org/lang_analyze.html, "Fixed Results Of ANALYZE").
 */
function setStatistics(database: Database, specs: readonly CollectionSpec[]): void {
  // Makes the table of statistics where it is missing; at the end, reads it.
  const refresh = 'ANALYZE sqlite_schema';
  database.exec(refresh);
  for (const spec of specs) setStatisticsOf(database, spec);
  database.exec(refresh);
}

function setStatisticsOf(database: Database, spec: CollectionSpec): void {
  database.run(spec.name, 'DELETE FROM sqlite_stat1 WHERE tbl = ?', [spec.name]);
  const insert = 'INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)';
  for (const { name, fields, values } of indexesOf(spec)) {
    const share = (field: number) =>
      field === 0 ? ASSUMED_ROWS : Math.max(10, ASSUMED_ROWS / values / ASSUMED_VALUES ** (field - 1));
    const shares = [...fields.keys()].map((field) => (field === fields.length - 1 ? 1 : share(field)));
    database.run(spec.name, insert, [spec.name, name, [ASSUMED_ROWS, ...shares].join(' ')]);
  }
  // Nearly no document is expired, so the condition narrows nothing down: this index serves to find the expired alone.
  if (spec.expiresField !== undefined) {
    database.run(spec.name, insert, [spec.name, expiresIndex(spec), `${ASSUMED_ROWS} ${ASSUMED_ROWS}`]);
  }
}

function expiresIndex(spec: CollectionSpec): string {
  return `expires:${spec.name}:${spec.expiresField}`;
}

function indexStatements(spec: CollectionSpec): Map<string, string> {
  const columns = new Columns(spec);
  const statements = indexesOf(spec).map(({ name, fields, unique }): [string, string] => {
    const on = `${quoted(spec.name)} (${fields.map((field) => columns.of(field)).join(', ')})`;
    return [name, `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoted(name)} ON ${on}`];
  });
  if (spec.expiresField !== undefined) {
    const name = expiresIndex(spec);
    const column = columns.of(spec.expiresField);
    statements.push([name, `CREATE INDEX IF NOT EXISTS ${quoted(name)} ON ${quoted(spec.name)} (${column})`]);
  }
  return new Map(statements);
}

function indexNames(database: Database, table: string): string[] {
  const sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL";
  return database.all<{ name: string }>(sql, [table]).map(({ name }) => name);
}

function dropIndexes(database: Database, table: string, wanted: ReadonlySet<string>): void {
  for (const name of indexNames(database, table)) {
    if (!wanted.has(name)) database.exec(`DROP INDEX ${quoted(name)}`);
  }
}

/** Columns that are no longer declared go, since nothing would write them; new ones are filled from the documents. */
function changeColumns(database: Database, spec: CollectionSpec): void {
  const table = quoted(spec.name);
  const columns = new Columns(spec);
  const there = database
    .all<{ name: string }>('SELECT name FROM pragma_table_info(?)', [spec.name])
    .map(({ name }) => name);
  const added = columns.names().filter((name) => !there.includes(name));
  for (const name of there.filter((name) => Columns.isIndexed(name) && !columns.names().includes(name))) {
    database.exec(`ALTER TABLE ${table} DROP COLUMN ${quoted(name)}`);
  }
  for (const name of added) database.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(name)} ANY`);
  if (added.length > 0) fill(database, spec.name, columns);
}

function fill(database: Database, name: string, columns: Columns): void {
  const table = quoted(name);
  const select = `SELECT rowid, doc FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT ${FILL_BATCH}`;
  const update = `UPDATE ${table} SET ${columns
    .names()
    .map((name) => `${quoted(name)} = ?`)
    .join(', ')} WHERE rowid = ?`;
  for (let last = Number.MIN_SAFE_INTEGER; ; ) {
    const rows = database.all<{ rowid: number; doc: string }>(select, [last]);
    for (const { rowid, doc } of rows) {
      database.run(name, update, [...columns.cells(JSON.parse(doc)), rowid]);
      last = rowid;
    }
    if (rows.length < FILL_BATCH) return;
  }
}
