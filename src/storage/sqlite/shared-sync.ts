/**
 * When what was committed is on disk. SQLite appends a commit to its log (the `-wal` file) and goes on; one sync of that file then serves all
 * commits before it, beside the event loop. Decision 21 has the reasons.
 */
import fs from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as afterEvents } from 'node:timers/promises';

export class SharedSync {
  readonly #log: number;
  /** Commits so far, and how many of them are on disk. */
  #committed = 0;
  #synced = 0;
  #running: Promise<void> | undefined;
  #hasFailed = false;
  #closed: Promise<void> | undefined;

  /** @param log the log's path; the file is there */
  constructor(log: string) {
    // SQLite holds no lock on this file, so that closing it here takes none away. Windows syncs only what is open for writing.
    this.#log = fs.openSync(log, 'r+');
    syncFolder(dirname(log));
  }

  /** A commit was appended to the log. @returns its number, for `durable` */
  committed(): number {
    this.#committed += 1;
    return this.#committed;
  }

  /** Whether a commit, and with it all before it, is on disk. */
  has(commit: number): boolean {
    return commit <= this.#synced;
  }

  /**
   * A sync has failed since the last reset. The system may hold for written what is not, and say nothing of it at the next: there is none
   * until then.
   */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  /** Resolves when a commit, and with it all before it, is on disk. @throws what the system says where it cannot be synced */
  async durable(commit: number): Promise<void> {
    while (!this.has(commit)) {
      if (this.#hasFailed) throw new Error('an earlier sync has failed');
      // One that is running may have begun before this commit.
      this.#running ??= this.#sync();
      await this.#running;
    }
  }

  /** All that was committed so far is on disk by other means. */
  reset(): void {
    this.#synced = this.#committed;
    this.#hasFailed = false;
  }

  /** Resolves when all is on disk, or cannot be put there. Nothing is to be committed any more. Safe to call again. */
  close(): Promise<void> {
    this.#closed ??= this.durable(this.#committed)
      .catch(() => undefined)
      .then(() => fs.closeSync(this.#log));
    return this.#closed;
  }

  async #sync(): Promise<void> {
    // What other turns commit in this round of the loop goes along.
    await afterEvents();
    const upTo = this.#committed;
    try {
      await new Promise<void>((resolve, reject) => {
        fs.fdatasync(this.#log, (error) => (error === null ? resolve() : reject(error)));
      });
      this.#synced = upTo;
    } catch (error) {
      this.#hasFailed = true;
      throw error;
    } finally {
      this.#running = undefined;
    }
  }
}

/** A sync of a file that is new does not promise that its folder knows it after a power cut. */
function syncFolder(folder: string): void {
  try {
    const opened = fs.openSync(folder, 'r');
    try {
      fs.fsyncSync(opened);
    } finally {
      fs.closeSync(opened);
    }
  } catch (error) {
    // Windows opens no folder as a file, and keeps names by itself.
    if (process.platform !== 'win32') throw error;
  }
}
