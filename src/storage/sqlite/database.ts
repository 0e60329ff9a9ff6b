/** One SQLite file: how it is opened, its statements, its transactions, its errors in our terms. */
import Sqlite from 'better-sqlite3';
import { DuplicateKeyError, ProgrammingError, StoreAwayError } from '../../errors.ts';
import type { Cell } from './values.ts';

/** Statements kept prepared. Their number follows from the code, but for the lengths of `$in` lists. */
const MAX_STATEMENTS = 500;

/** For the lock of another program, such as one that makes a backup. Nobody's turn goes on meanwhile. */
const LOCKED_MS = 250;

export class Database {
  readonly #sqlite: Sqlite.Database;
  readonly #file: string;
  readonly #statements = new Map<string, Sqlite.Statement>();
  readonly #transaction: Sqlite.Transaction<(work: () => unknown) => unknown>;

  /** @throws OperatorError when the file cannot be opened, or is damaged */
  constructor(file: string) {
    this.#file = file;
    this.#sqlite = this.#guard(() => new Sqlite(file, { timeout: LOCKED_MS }));
    this.#transaction = this.#sqlite.transaction((work) => work());
    try {
      this.#guard(() => this.#prepareFile());
    } catch (error) {
      this.#sqlite.close();
      throw error;
    }
  }

  all<Row>(sql: string, cells: readonly Cell[]): Row[] {
    return this.#guard(() => this.#statement(sql).all(...cells) as Row[]);
  }

  get<Row>(sql: string, cells: readonly Cell[]): Row | undefined {
    return this.#guard(() => this.#statement(sql).get(...cells) as Row | undefined);
  }

  /** Calls back with row after row until it answers false. The callback does not use the database. */
  each<Row>(sql: string, cells: readonly Cell[], visit: (row: Row) => boolean): void {
    this.#guard(() => {
      for (const row of this.#statement(sql).iterate(...cells)) {
        if (!visit(row as Row)) return;
      }
    });
  }

  /** Returns how many rows changed. @throws DuplicateKeyError */
  run(sql: string, cells: readonly Cell[]): number {
    return this.#guard(() => this.#statement(sql).run(...cells).changes);
  }

  /** Statements that are not worth keeping, such as those of the schema. */
  exec(sql: string): void {
    this.#guard(() => this.#sqlite.exec(sql));
  }

  /** All or nothing, nobody else writing from the first read on. */
  write<R>(work: () => R): R {
    return this.#guard(() => this.#transaction.immediate(work)) as R;
  }

  close(): void {
    this.#statements.clear();
    this.#sqlite.close();
  }

  #prepareFile(): void {
    this.#sqlite.pragma('journal_mode = WAL');
    // The file is on disk before a write is acknowledged.
    this.#sqlite.pragma('synchronous = FULL');
    this.#sqlite.pragma('cache_size = -32000');
    if (this.#sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(this.#file);
  }

  #statement(sql: string): Sqlite.Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (this.#statements.size >= MAX_STATEMENTS) this.#statements.clear();
      statement = this.#sqlite.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<R>(work: () => R): R {
    try {
      return work();
    } catch (error) {
      throw error instanceof Sqlite.SqliteError ? translated(error, this.#file) : error;
    }
  }
}

/** SQLite's result codes (sqlite.org/rescode.html) as our errors; the others are ours to look into. */
function translated(error: InstanceType<typeof Sqlite.SqliteError>, file: string): Error {
  const code = error.code;
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    // SQLite names the columns, not the values.
    return new DuplicateKeyError(error.message);
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(file);
  if (code === 'SQLITE_FULL')
    return new StoreAwayError(`The disk with DATA_DIR is full: nothing can be written to ${file}.`);
  if (code === 'SQLITE_TOOBIG') return new ProgrammingError('a document is too large');
  if (/^SQLITE_(CANTOPEN|READONLY|IOERR|PERM|BUSY|LOCKED|NOMEM)/.test(code)) {
    return new StoreAwayError(
      `${file} in DATA_DIR cannot be read and written (${code}). Check the disk and the folder's rights.`,
    );
  }
  return error;
}

function damaged(file: string): StoreAwayError {
  return new StoreAwayError(
    `The database ${file} in DATA_DIR is damaged. Put a backup of it in its place, or start with another DATA_DIR.`,
  );
}
