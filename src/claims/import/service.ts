/** The use cases of an import: receive → preview → import, interrupted and resumed. Knows neither Teams nor HTTP. */
import { ForbiddenError, NotFoundError, UserError } from '../../errors.ts';
import type { People } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import type { Rights } from '../../people/roles.ts';
import { DAY_MS } from '../../time/units.ts';
import { MOST_IMPORTS } from './history.ts';
import { hasWritten, type ImportJob, NO_CLAIMS, type ReadingChoices } from './jobs.ts';
import { canImport, previewOf } from './preview.ts';
import { withReading } from './reading.ts';
import { ImportRuns, type ImportRunsOptions, JOB_DAYS } from './runs.ts';

export interface ReceivedFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface ImportServiceOptions extends ImportRunsOptions {
  readonly people: People;
  readonly rights: Rights;
}

/** `started` is true for one caller only, who then calls `run`. */
export interface StartedJob {
  readonly job: ImportJob;
  readonly started: boolean;
}

export class ImportService {
  readonly #options: ImportServiceOptions;
  readonly #previews = new Map<string, Promise<ImportJob>>();
  readonly #runs: ImportRuns;

  constructor(options: ImportServiceOptions) {
    this.#options = options;
    this.#runs = new ImportRuns(options);
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
      counts: NO_CLAIMS,
      expireAt: new Date(realTime().getTime() + JOB_DAYS * DAY_MS).toISOString(),
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
    const { vault } = this.#options;
    const { state: before, sha256: file } = await this.job(person, id);
    // From the import's end to whatever names the file next, nothing does.
    if ((before === 'preview' || before === 'cancelled') && !(await vault.renew(person.tenantId, file)))
      throw new UserError('import.file-gone');
    const { state, sha256, fileName: name, size } = await this.cancel(person, id);
    return state === 'cancelled' ? { sha256, name, size } : undefined;
  }

  /** Starts an import. @throws UserError where nothing is new */
  async start(person: Person, id: string, cardId: string | undefined): Promise<StartedJob> {
    const job = await this.job(person, id);
    if (job.state === 'preview' && !canImport(job.preview)) throw new UserError('import.nothing-new');
    const started = await this.#runs.start(job, cardId);
    return started === undefined
      ? { job: await this.job(person, id), started: false }
      : { job: started, started: true };
  }

  /** The latest imports of the tenant, any lead's, the newest first: those that can be undone, and those that were. @throws ForbiddenError */
  async recent(person: Person): Promise<readonly ImportJob[]> {
    this.#assertLead(person);
    return this.#options.jobs.recent(person.tenantId, MOST_IMPORTS);
  }

  /** One of the latest imports, any lead's. @throws UserError where it is not one of them, ForbiddenError */
  async recentJob(person: Person, id: string): Promise<ImportJob> {
    const job = (await this.recent(person)).find(({ _id }) => _id === id);
    if (job === undefined) throw new UserError('import.undo-too-late');
    return job;
  }

  /**
   * Begins the undo of one of the latest imports, whoever's it was.
   * @throws UserError where it is too late, where nothing was imported, or while anything else is under way
   */
  async undo(person: Person, id: string, cardId: string | undefined): Promise<StartedJob> {
    const job = await this.recentJob(person, id);
    const isThrough = job.state === 'done' || job.state === 'failed';
    if (isThrough && !hasWritten(job)) throw new UserError('import.nothing-to-undo');
    const started = isThrough ? await this.#runs.startUndo(job, person.userId, cardId) : undefined;
    return started === undefined
      ? { job: await this.recentJob(person, id), started: false }
      : { job: started, started: true };
  }

  /** Leases an interrupted job, if there is one. The caller then calls `run`. */
  takeOver(): Promise<ImportJob | undefined> {
    return this.#runs.takeOver();
  }

  /** As `ImportRuns#run`. */
  run(job: ImportJob, signal: AbortSignal, onProgress: (job: ImportJob) => void): Promise<ImportJob | undefined> {
    return this.#runs.run(job, signal, onProgress);
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
}
