/** The use cases of an import: receive → preview → import, interrupted and resumed. Knows neither Teams nor HTTP. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { ForbiddenError, NotFoundError, UserError } from '../../errors.ts';
import type { People } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import type { Rights } from '../../people/roles.ts';
import { DAY_MS } from '../../time/units.ts';
import type { ClaimChanges } from '../changes.ts';
import { hasField } from '../export-file/columns.ts';
import { type BatchStores, writeBatch } from './batch.ts';
import type { Counts, ImportJob, ImportJobs, ReadingChoices } from './jobs.ts';
import { canImport, previewOf } from './preview.ts';
import { type ReadingOptions, withReading } from './reading.ts';

/** An undecided preview and a finished job's record are kept this long. */
const KEPT_DAYS = 30;
/** Renewed with each batch; a batch takes milliseconds. */
const LEASE_MS = 30_000;
/** As many keys as a look-up of people takes. */
const OWNERS_AT_ONCE = 1_000;

export interface ReceivedFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface ImportServiceOptions extends BatchStores, ReadingOptions {
  readonly changes: ClaimChanges;
  readonly jobs: ImportJobs;
  readonly people: People;
  readonly rights: Rights;
  readonly realTime: () => Date;
  /** Names this process in leases. */
  readonly instance: string;
  /** No other process works on this store (the embedded engine): whatever lease is found is a dead process's, and need not run out. */
  readonly exclusive: boolean;
}

export class ImportService {
  readonly #options: ImportServiceOptions;
  readonly #previews = new Map<string, Promise<ImportJob>>();
  /** Jobs that this process carries out: they are not interrupted, however long a step of theirs takes. */
  readonly #working = new Set<string>();

  constructor(options: ImportServiceOptions) {
    this.#options = options;
  }

  /** Opens a job for a spreadsheet in the vault and works out what it would change. @throws ForbiddenError, UserError */
  async receive(person: Person, file: ReceivedFile): Promise<ImportJob> {
    this.#assertLead(person);
    const { jobs, newId, realTime } = this.#options;
    const job = await jobs.open({
      _id: newId(),
      tenantId: person.tenantId,
      userId: person.userId,
      fileName: file.name,
      sha256: file.sha256,
      size: file.size,
      mapping: [],
      state: 'preview',
      openKey: `${person.userId}/${file.sha256}`,
      claimsDone: 0,
      counts: { new: 0, changed: 0, same: 0 },
      expireAt: new Date(realTime().getTime() + KEPT_DAYS * DAY_MS).toISOString(),
    });
    return this.#withPreview(job);
  }

  /** The person's own job. @throws NotFoundError, ForbiddenError */
  async job(person: Person, id: string): Promise<ImportJob> {
    this.#assertLead(person);
    const job = await this.#options.jobs.get(person.tenantId, id);
    if (job === undefined || job.userId !== person.userId) throw new NotFoundError('import.gone');
    return job;
  }

  /** Maps columns and reads the file as the person chose, and previews again; a decided job comes back as it is. */
  async map(
    person: Person,
    id: string,
    mapping: ImportJob['mapping'],
    choices: ReadingChoices = {},
  ): Promise<ImportJob> {
    const job = await this.job(person, id);
    if (job.state !== 'preview') return job;
    const described = await this.#options.jobs.describe(job, { mapping, choices });
    return described === undefined ? this.job(person, id) : this.#withPreview(described);
  }

  async cancel(person: Person, id: string): Promise<ImportJob> {
    const job = await this.job(person, id);
    return (await this.#options.jobs.cancel(job)) ?? this.job(person, id);
  }

  /** Ends an open import: its file is something else after all. Undefined where it is decided already. @throws NotFoundError, ForbiddenError */
  async release(person: Person, id: string): Promise<ReceivedFile | undefined> {
    const { state, sha256, fileName: name, size } = await this.cancel(person, id);
    return state === 'cancelled' ? { sha256, name, size } : undefined;
  }

  /** Starts an import. `started` is true for one caller only, who then calls `run`. @throws UserError where nothing is new */
  async start(
    person: Person,
    id: string,
    cardId: string | undefined,
  ): Promise<{ readonly job: ImportJob; readonly started: boolean }> {
    const job = await this.job(person, id);
    if (job.state === 'preview' && !canImport(job.preview)) throw new UserError('import.nothing-new');
    // Before the record is written, since a timer may search for interrupted jobs at any moment.
    const mine = !this.#working.has(id);
    this.#working.add(id);
    let started: ImportJob | undefined;
    try {
      started = await this.#options.jobs.start(job, this.#options.instance, this.#leaseUntil(), cardId);
    } finally {
      if (started === undefined && mine) this.#working.delete(id);
    }
    return started === undefined
      ? { job: await this.job(person, id), started: false }
      : { job: started, started: true };
  }

  /** Leases an interrupted job, if there is one. The caller then calls `run`. */
  async takeOver(): Promise<ImportJob | undefined> {
    const { jobs, instance, realTime, exclusive } = this.#options;
    const before = exclusive ? this.#leaseUntil() : realTime().toISOString();
    const job = await jobs.takeOver(instance, before, this.#leaseUntil(), [...this.#working]);
    if (job !== undefined) this.#working.add(job._id);
    return job;
  }

  /**
   * Carries out a started job from where it stands. Each batch is safe to repeat, and the record holds the progress.
   * @returns the finished job; undefined when it was stopped by `signal` or another instance took over
   */
  async run(job: ImportJob, signal: AbortSignal, onProgress: (job: ImportJob) => void): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    // A file may take longer to read than a lease lasts, and other instances see only the lease.
    const renewal = setInterval(
      () => void jobs.advance(job, instance, { leaseUntil: this.#leaseUntil() }).catch(() => undefined),
      LEASE_MS / 3,
    );
    try {
      return await this.#run(job, signal, onProgress);
    } finally {
      clearInterval(renewal);
      this.#working.delete(job._id);
    }
  }

  async #run(
    job: ImportJob,
    signal: AbortSignal,
    onProgress: (job: ImportJob) => void,
  ): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    let current = job;
    const owners = new Set<string>();
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
          const counts = add(current.counts, await writeBatch(this.#options, job, batch, hasStatus, owners));
          if (!(await advance({ claimsDone: position, counts, leaseUntil: this.#leaseUntil() }))) return false;
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
    } finally {
      await this.#publish(job.tenantId, [...owners]);
    }
  }

  /** At the end of a run, also of an interrupted one, and not after each batch: the same cards would be redrawn again and again. */
  async #publish(tenantId: string, owners: readonly string[]): Promise<void> {
    for (let at = 0; at < owners.length; at += OWNERS_AT_ONCE)
      await this.#options.changes.publish(tenantId, owners.slice(at, at + OWNERS_AT_ONCE));
  }

  /** Deliveries of one file at the same time share one reading. */
  #withPreview(job: ImportJob): Promise<ImportJob> {
    const key = JSON.stringify([job._id, job.mapping, job.choices]);
    const shared = this.#previews.get(key);
    if (shared !== undefined) return shared;
    const previewed = this.#previewAndKeep(job).finally(() => this.#previews.delete(key));
    this.#previews.set(key, previewed);
    return previewed;
  }

  async #previewAndKeep(job: ImportJob): Promise<ImportJob> {
    const { claims, people } = this.#options;
    const preview = await withReading(this.#options, job, (reading) => previewOf(claims, people, job, reading));
    return (await this.#options.jobs.describe(job, { preview })) ?? { ...job, preview };
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('import.leads-only');
  }

  #leaseUntil(): string {
    return new Date(this.#options.realTime().getTime() + LEASE_MS).toISOString();
  }
}

function add(a: Counts, b: Counts): Counts {
  return { new: a.new + b.new, changed: a.changed + b.changed, same: a.same + b.same };
}
