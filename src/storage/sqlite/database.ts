/** One SQLite file: how it is opened, its statements, its transactions, its errors in our terms. */
import Sqlite from 'better-sqlite3';
import { DuplicateKeyError, ProgrammingError, StoreAwayError } from '../../errors.ts';
import { SharedSync } from './shared-sync.ts';
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
  readonly #sync: SharedSync;
  /** Of each table, the commit that changed it last. */
  readonly #lastCommits = new Map<string, number>();
  /** Tables that the transaction under way has changed. */
  readonly #changed = new Set<string>();

  /** @throws OperatorError when the file cannot be opened, or is damaged */
  constructor(file: string) {
    this.#file = file;
    this.#sqlite = this.#guard(() => new Sqlite(file, { timeout: LOCKED_MS }));
    this.#transaction = this.#sqlite.transaction((work) => work());
    try {
      this.#guard(() => this.#prepareFile());
      this.#sync = new SharedSync(`${file}-wal`);
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

  /** Returns how many rows of the table changed. On disk only when `durable` says so. @throws DuplicateKeyError */
  run(table: string, sql: string, cells: readonly Cell[]): number {
    return this.#writing(() => {
      const { changes } = this.#statement(sql).run(...cells);
      if (changes > 0) this.#changed.add(table);
      return changes;
    });
  }

  /** Statements that are not worth keeping, such as those of the schema. */
  exec(sql: string): void {
    this.#guard(() => this.#sqlite.exec(sql));
  }

  /** All or nothing, nobody else writing from the first read on. On disk only when `durable` says so. */
  write<R>(work: () => R): R {
    return this.#writing(() => this.#transaction.immediate(work)) as R;
  }

  /** The number of the commit that changed a table last. */
  lastCommit(table: string): number {
    return this.#lastCommits.get(table) ?? 0;
  }

  /** Resolves when all that was written to a table so far is on disk: nothing that was read from it will be gone. @throws StoreAwayError */
  durable(table: string): Promise<void> {
    return this.#durable(this.lastCommit(table));
  }

  /** Resolves when all that was written so far is on disk. @throws StoreAwayError */
  settled(): Promise<void> {
    return this.#durable(Math.max(0, ...this.#lastCommits.values()));
  }

  async #durable(commit: number): Promise<void> {
    if (!this.#sync.has(commit) && this.#sync.hasFailed) this.#moveLog();
    if (this.#sync.has(commit)) return;
    try {
      await this.#sync.durable(commit);
    } catch (cause) {
      throw new StoreAwayError(`${this.#file} in DATA_DIR cannot be written to disk. Check the disk.`, { cause });
    }
  }

  async close(): Promise<void> {
    this.#statements.clear();
    await this.#sync.close();
    this.#sqlite.close();
  }

  /** A write by itself, or a part of a transaction, which counts when that is through. */
  #writing<R>(work: () => R): R {
    if (this.#sqlite.inTransaction) return this.#guard(work);
    if (this.#sync.hasFailed) this.#moveLog();
    this.#changed.clear();
    const result = this.#guard(work);
    if (this.#changed.size > 0) {
      const commit = this.#sync.committed();
      for (const table of this.#changed) this.#lastCommits.set(table, commit);
    }
    return result;
  }

  /**
   * After a failed sync: moves all of the log into the database, by SQLite's own syncs.
   * @throws StoreAwayError where that cannot be done, so that nothing is told of, or written on top of, what may be lost
   */
  #moveLog(): void {
    const [moved] = this.#guard(() => this.#sqlite.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]);
    if (moved?.busy !== 0) throw new StoreAwayError(`${this.#file} in DATA_DIR is in use by another program.`);
    this.#sync.reset();
  }

  #prepareFile(): void {
    this.#sqlite.pragma('journal_mode = WAL');
    // A commit does not wait for the disk: `durable` does, before it is acknowledged. What moves the log into the database syncs both.
    this.#sqlite.pragma('synchronous = NORMAL');
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
