/**
 * Tables beside a collection's own, which follow from it: triggers change them in the transaction of each write. A collection that has
 * documents already when a version declares one is gone through in pieces: documents up to where that has come are followed by the
 * triggers, the rest is not there for them yet. A kill in between leaves it where it was.
 */
import { setImmediate as nextTick } from 'node:timers/promises';
import { quoted } from './columns.ts';
import type { Database } from './database.ts';

export interface SideTable {
  /** Of the table; no collection's, by its colon. */
  readonly name: string;
  create(): string[];
  /** Takes up the rows of the collection of which the condition holds. */
  fill(from: string): string;
  /** What follows from a document that comes (`new`), as a statement of a trigger. */
  inserted(): string;
  /** The same of one that goes (`old`). */
  deleted(): string;
  /** The columns of the collection whose change it follows. */
  watched(): string[];
}

/** How far each has come, by `rowid`. */
const FILLS = quoted('fill:progress');
const ALL = '9223372036854775807';
const PIECE = 1_000;

/** Drops those that are no longer wanted. Within a transaction, before the columns of the collection that they follow. */
export function dropSideTables(database: Database, collection: string, wanted: readonly SideTable[]): void {
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${FILLS} (name TEXT NOT NULL PRIMARY KEY, collection TEXT NOT NULL, upTo INTEGER NOT NULL) STRICT`,
  );
  for (const name of namesOf(database, collection)) if (!wanted.some((one) => one.name === name)) drop(database, name);
}

/** Makes those that are missing, with their triggers. Within a transaction. */
export function makeSideTables(database: Database, collection: string, wanted: readonly SideTable[]): void {
  const there = namesOf(database, collection);
  for (const one of wanted) if (!there.includes(one.name)) make(database, collection, one);
}

function namesOf(database: Database, collection: string): string[] {
  return database
    .all<{ name: string }>(`SELECT name FROM ${FILLS} WHERE collection = ?`, [collection])
    .map(({ name }) => name);
}

/** Takes up the documents that were there before. Others get their turns after each piece. */
export async function fillSideTables(
  database: Database,
  collection: string,
  wanted: readonly SideTable[],
): Promise<void> {
  for (const table of wanted) while (database.write(() => fillPiece(database, collection, table))) await nextTick();
}

/** Whether all that are wanted are there and follow from all documents. */
export function hasSideTables(database: Database, collection: string, wanted: readonly SideTable[]): boolean {
  if (wanted.length === 0) return true;
  if (database.get(`SELECT 1 FROM sqlite_schema WHERE name = 'fill:progress'`, []) === undefined) return false;
  const there = database.all<{ name: string }>(`SELECT name FROM ${FILLS} WHERE collection = ? AND upTo = ${ALL}`, [
    collection,
  ]);
  return wanted.every(({ name }) => there.some((one) => one.name === name));
}

function make(database: Database, collection: string, table: SideTable): void {
  for (const sql of table.create()) database.exec(sql);
  const some = database.get(`SELECT 1 FROM ${quoted(collection)} LIMIT 1`, []);
  database.run('', `INSERT INTO ${FILLS} VALUES (?, ?, ${some === undefined ? ALL : '-1'})`, [table.name, collection]);
  for (const sql of triggers(collection, table)) database.exec(sql);
}

function triggers(collection: string, table: SideTable): string[] {
  const on = quoted(collection);
  const isFollowed = (row: 'new' | 'old') => `${row}.rowid <= (SELECT upTo FROM ${FILLS} WHERE name = '${table.name}')`;
  const changed = table.watched().map((column) => `old.${column} IS NOT new.${column}`);
  const trigger = (event: 'insert' | 'delete' | 'update') => quoted(`${table.name} ${event}`);
  return [
    `CREATE TRIGGER ${trigger('insert')} AFTER INSERT ON ${on} WHEN ${isFollowed('new')} BEGIN ${table.inserted()}; END`,
    `CREATE TRIGGER ${trigger('delete')} AFTER DELETE ON ${on} WHEN ${isFollowed('old')} BEGIN ${table.deleted()}; END`,
    `CREATE TRIGGER ${trigger('update')} AFTER UPDATE OF ${table.watched().join(', ')} ON ${on} WHEN (${changed.join(' OR ')}) AND ${isFollowed('new')} BEGIN ${table.deleted()}; ${table.inserted()}; END`,
  ];
}

function drop(database: Database, name: string): void {
  for (const event of ['insert', 'delete', 'update'])
    database.exec(`DROP TRIGGER IF EXISTS ${quoted(`${name} ${event}`)}`);
  database.exec(`DROP TABLE IF EXISTS ${quoted(name)}`);
  database.run('', `DELETE FROM ${FILLS} WHERE name = ?`, [name]);
}

/** Returns whether there is more. */
function fillPiece(database: Database, collection: string, table: SideTable): boolean {
  const upTo =
    database.get<{ upTo: number }>(`SELECT min(upTo, 9007199254740991) AS upTo FROM ${FILLS} WHERE name = ?`, [
      table.name,
    ])?.upTo ?? 0;
  if (upTo === Number.MAX_SAFE_INTEGER) return false;
  const last = database.get<{ rowid: number | null }>(
    `SELECT max(rowid) AS rowid FROM (SELECT rowid FROM ${quoted(collection)} WHERE rowid > ? ORDER BY rowid LIMIT ${PIECE})`,
    [upTo],
  )?.rowid;
  if (last === undefined || last === null) {
    database.run(collection, `UPDATE ${FILLS} SET upTo = ${ALL} WHERE name = ?`, [table.name]);
    return false;
  }
  database.run(collection, table.fill(`rowid > ${upTo} AND rowid <= ${last}`), []);
  database.run(collection, `UPDATE ${FILLS} SET upTo = ? WHERE name = ?`, [last, table.name]);
  return true;
}
