/**
 * One process for one data folder. The lock is the operating system's, taken through SQLite on a file of its own; it ends with the
 * process, however that ends.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { OperatorError, StoreInUseError } from '../../errors.ts';

/** How long a process that is about to end is waited for. */
const WAIT_MS = 1000;

/** Makes the folder where it is missing. Returns the release. @throws OperatorError naming DATA_DIR */
export function lockFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
  let lock: Sqlite.Database | undefined;
  try {
    lock = new Sqlite(join(folder, 'lock'), { timeout: WAIT_MS });
    lock.exec('BEGIN EXCLUSIVE');
    const held = lock;
    return () => held.close();
  } catch (error) {
    lock?.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw unwritable(folder, error);
    throw new StoreInUseError(
      `Another process already works in DATA_DIR (${folder}). Stop it first, or give this one a DATA_DIR of its own.`,
    );
  }
}

function unwritable(folder: string, error: unknown): OperatorError {
  return new OperatorError(
    `DATA_DIR (${folder}) cannot be written to (${codeOf(error)}). Choose a folder that this user may write to.`,
    { cause: error },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
