/** Carries out imports and their undos: leased, batch by batch, resumed after a kill, and never an import and an undo of a tenant side by side. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { UserError } from '../../errors.ts';
import { DAY_MS } from '../../time/units.ts';
import type { ClaimChanges } from '../changes.ts';
import { hasField } from '../export-file/columns.ts';
import type { ClaimUses } from '../uses.ts';
import { type BatchStores, writeBatch } from './batch.ts';
import { type ImportJob, type ImportJobs, type ShownAt, sumOfCounts } from './jobs.ts';
import { type ReadingOptions, withReading } from './reading.ts';
import { undoImport } from './undo.ts';
import { NOTHING_UNDONE, type UndoRecord } from './undo-record.ts';

/** An undecided preview and a started job's record are kept this long. */
export const JOB_DAYS = 30;
/** Renewed with each batch; a batch takes milliseconds. */
const LEASE_MS = 30_000;
/** As many keys as a look-up of people takes. */
const OWNERS_AT_ONCE = 1_000;

export interface ImportRunsOptions extends BatchStores, ReadingOptions {
  readonly changes: ClaimChanges;
  readonly uses: ClaimUses;
  readonly jobs: ImportJobs;
  readonly realTime: () => Date;
  /** Names this process in leases. */
  readonly instance: string;
  /** No other process works on this store (the embedded engine): whatever lease is found is a dead process's, and need not run out. */
  readonly exclusive: boolean;
}

/** Told of progress. */
type OnProgress = (job: ImportJob) => void;

export class ImportRuns {
  readonly #options: ImportRunsOptions;
  /** Jobs that this process carries out: they are not interrupted, however long a step of theirs takes. */
  readonly #working = new Set<string>();

  constructor(options: ImportRunsOptions) {
    this.#options = options;
  }

  /** Starts an import that was previewed. Undefined where another request did, or where it waits for the end of an undo: `takeOver` gives it then. */
  async start(job: ImportJob, shown: ShownAt): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    return this.#claiming(job, async () => {
      const startedAt = this.#now();
      const fields = { startedAt, expireAt: expiry(startedAt), ...shown };
      const started = await jobs.start(job, instance, this.#leaseUntil(), fields);
      // Looked for after it is written that this one runs, as an undo does: of two that begin at once, one sees the other.
      if (started === undefined || !(await jobs.isUndoing(job.tenantId))) return started;
      await jobs.release(started, instance);
      return undefined;
    });
  }

  /** Begins the undo of an import that is through. Undefined where another request did. @throws UserError while anything else is under way */
  async startUndo(job: ImportJob, userId: string, shown: ShownAt): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    return this.#claiming(job, async () => {
      // A kill between the write and the look after it would leave an undo that is to be refused.
      if (await jobs.isBusyBeside(job)) throw new UserError('import.busy');
      // One that stopped before may have been shown elsewhere.
      const { cardId: _, onPage: __, ...before }: Partial<UndoRecord> = job.undo ?? {};
      const from = job.state === 'failed' ? 'failed' : 'done';
      const undo: UndoRecord = { ...NOTHING_UNDONE, ...before, userId, at: this.#now(), from, ...shown };
      const started = await jobs.startUndo(job, instance, this.#leaseUntil(), undo);
      if (started === undefined || !(await jobs.isBusyBeside(started))) return started;
      await jobs.dropUndo(started, instance);
      throw new UserError('import.busy');
    });
  }

  /** Before the record is written, since a timer may search for interrupted jobs at any moment. */
  async #claiming(job: ImportJob, start: () => Promise<ImportJob | undefined>): Promise<ImportJob | undefined> {
    const mine = !this.#working.has(job._id);
    this.#working.add(job._id);
    let started: ImportJob | undefined;
    try {
      started = await start();
      return started;
    } finally {
      if (started === undefined && mine) this.#working.delete(job._id);
    }
  }

  /** Leases an interrupted job, if there is one. The caller then calls `run`. */
  async takeOver(): Promise<ImportJob | undefined> {
    const { jobs, instance, exclusive } = this.#options;
    const before = exclusive ? this.#leaseUntil() : this.#now();
    const job = await jobs.takeOver(instance, before, this.#leaseUntil(), [...this.#working]);
    if (job !== undefined) this.#working.add(job._id);
    return job;
  }

  /**
   * Carries out a started job from where it stands. Each batch is safe to repeat, and the record holds the progress.
   * @returns the finished job; undefined when it was stopped by `signal` or another instance took over
   */
  async run(job: ImportJob, signal: AbortSignal, onProgress: OnProgress): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    // A file may take longer to read than a lease lasts, and other instances see only the lease.
    const renewal = setInterval(
      () => void jobs.advance(job, instance, { leaseUntil: this.#leaseUntil() }).catch(() => undefined),
      LEASE_MS / 3,
    );
    const owners = new Set<string>();
    try {
      return job.state === 'undoing'
        ? await this.#undo(job, signal, onProgress, owners)
        : await this.#import(job, signal, onProgress, owners);
    } finally {
      clearInterval(renewal);
      await this.#options.changes.moveStamp(job.tenantId);
      await this.#publish(job.tenantId, [...owners]);
      this.#working.delete(job._id);
    }
  }

  async #import(
    job: ImportJob,
    signal: AbortSignal,
    onProgress: OnProgress,
    owners: Set<string>,
  ): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    let current = job;
    const advance = async (set: Partial<ImportJob>): Promise<boolean> => {
      current = { ...current, ...set };
      return jobs.advance(job, instance, set);
    };
    try {
      const finished = await withReading(this.#options, job, async (reading) => {
        const hasStatus = hasField(reading.summary.columns, 'status');
        let position = job.claimsDone;
        for await (const batch of reading.batches(job.claimsDone)) {
          position += batch.length;
          if (signal.aborted) return false;
          const counts = sumOfCounts(current.counts, await writeBatch(this.#options, job, batch, hasStatus, owners));
          // Both wait for the disk: they share a sync.
          const [mine] = await Promise.all([
            advance({ claimsDone: position, counts, leaseUntil: this.#leaseUntil() }),
            this.#options.changes.moveStamp(job.tenantId),
          ]);
          if (!mine) return false;
          onProgress(current);
          // Other turns get their share between two batches.
          await nextTick();
        }
        return true;
      });
      if (!finished) {
        await jobs.release(job, instance);
        return undefined;
      }
      return (await advance({ state: 'done' })) ? current : undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return (await advance({ state: 'failed', failure: error.problem })) ? current : undefined;
    }
  }

  async #undo(
    job: ImportJob,
    signal: AbortSignal,
    onProgress: OnProgress,
    owners: Set<string>,
  ): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    let current = job;
    const advance = async (undo: UndoRecord): Promise<boolean> => {
      current = { ...current, undo };
      // Only now, since imports are to expire in the order in which they came as long as they can be undone.
      const expireAt = expiry(this.#now());
      const mine = await jobs.advance(job, instance, { undo, expireAt, leaseUntil: this.#leaseUntil() });
      await this.#options.changes.moveStamp(job.tenantId);
      if (mine) onProgress(current);
      return mine;
    };
    try {
      if (!(await undoImport(this.#options, job, { signal, advance, owners }))) {
        await jobs.release(job, instance);
        return undefined;
      }
      return (await jobs.advance(job, instance, { state: 'undone' })) ? { ...current, state: 'undone' } : undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return jobs.dropUndo(current, instance, error.problem);
    }
  }

  /** At the end of a run, also of an interrupted one, and not after each batch: the same cards would be redrawn again and again. */
  async #publish(tenantId: string, owners: readonly string[]): Promise<void> {
    for (let at = 0; at < owners.length; at += OWNERS_AT_ONCE)
      await this.#options.changes.publish(tenantId, owners.slice(at, at + OWNERS_AT_ONCE));
  }

  #now(): string {
    return this.#options.realTime().toISOString();
  }

  #leaseUntil(): string {
    return new Date(this.#options.realTime().getTime() + LEASE_MS).toISOString();
  }
}

function expiry(from: string): string {
  return new Date(Date.parse(from) + JOB_DAYS * DAY_MS).toISOString();
}
