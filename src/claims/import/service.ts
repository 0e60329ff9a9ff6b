/** The use cases of an import: receive → preview → import, interrupted and resumed. Knows neither Teams nor HTTP. */
import { setTimeout as after } from 'node:timers/promises';
import { ForbiddenError, NotFoundError, UserError } from '../../errors.ts';
import type { People } from '../../people/people.ts';
import type { Person } from '../../people/person.ts';
import type { Rights } from '../../people/roles.ts';
import { DAY_MS } from '../../time/units.ts';
import { choicesOf, type Inputs, mappingOf, sameChoices, sameMapping } from './choices.ts';
import { MOST_IMPORTS } from './history.ts';
import { hasWritten, type ImportJob, isReading, NO_CLAIMS, type ReadingChoices, type ShownAt } from './jobs.ts';
import { canImport, previewOf } from './preview.ts';
import { withReading } from './reading.ts';
import { ImportRuns, type ImportRunsOptions, JOB_DAYS } from './runs.ts';
import { previewUndo, type UndoPreview } from './undo-preview.ts';

export interface ReceivedFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** `poe`: the upload (id of its draft) that it has become. */
export interface FileForPoe extends ReceivedFile {
  readonly poe?: string;
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

/** `isPreviewedAgain`: nobody had seen yet what it would change. */
export interface ConfirmedJob extends StartedJob {
  readonly isPreviewedAgain: boolean;
}

/** Milliseconds that somebody who looks waits for a preview. */
const MOMENT_MS = 2_000;
/** More than anybody leaves lying about. */
const MOST_UNDECIDED = 50;

export class ImportService {
  readonly #options: ImportServiceOptions;
  readonly #previews = new Map<string, Promise<ImportJob>>();
  readonly #undoPreviews = new Map<string, Promise<UndoPreview>>();
  readonly #runs: ImportRuns;

  constructor(options: ImportServiceOptions) {
    this.#options = options;
    this.#runs = new ImportRuns(options);
  }

  /** Opens a job for a spreadsheet in the vault and works out what it would change. @throws ForbiddenError, UserError */
  async receive(person: Person, file: ReceivedFile): Promise<ImportJob> {
    return this.#withPreview(await this.#open(person, file));
  }

  /** The same, without waiting for what it would change: `look` has that. @throws ForbiddenError */
  async open(person: Person, file: ReceivedFile): Promise<ImportJob> {
    const job = await this.#open(person, file);
    this.#readThrough(job).catch(() => undefined);
    return job;
  }

  #open(person: Person, file: ReceivedFile): Promise<ImportJob> {
    this.#assertLead(person);
    const { jobs, newId, realTime } = this.#options;
    return jobs.open({
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
  }

  /** The person's own job. @throws NotFoundError, ForbiddenError */
  async job(person: Person, id: string): Promise<ImportJob> {
    this.#assertLead(person);
    const job = await this.#options.jobs.get(person.tenantId, id);
    if (job === undefined || job.userId !== person.userId) throw new NotFoundError('import.gone');
    return job;
  }

  /**
   * Maps columns and reads the file as the person chose, and previews again; a decided job comes back as it is. The choices are kept with what they
   * would change, not before.
   * @throws UserError where it cannot be read so: then it stays as it was
   */
  async map(
    person: Person,
    id: string,
    mapping: ImportJob['mapping'],
    choices: ReadingChoices = {},
  ): Promise<ImportJob> {
    const job = await this.job(person, id);
    if (job.state !== 'preview') return job;
    return shared(this.#previews, readingKey({ ...job, mapping, choices }), async () => {
      const asked = await this.#options.jobs.askAnew(job, this.#options.newId());
      return asked === undefined ? this.job(person, id) : this.#previewAndKeep({ ...asked, mapping, choices });
    });
  }

  /** As `map`, with what a person chose. */
  async choose(person: Person, id: string, inputs: Inputs): Promise<ImportJob> {
    const job = await this.job(person, id);
    return this.map(person, id, mappingOf(job, inputs), choicesOf(job, inputs));
  }

  async cancel(person: Person, id: string): Promise<ImportJob> {
    const job = await this.job(person, id);
    return (await this.#options.jobs.cancel(job)) ?? this.job(person, id);
  }

  /**
   * The file of an import that is to become POE in its place, and the upload that it has become already. Undefined where it was started.
   * @throws UserError where it is gone, NotFoundError, ForbiddenError
   */
  async fileForPoe(person: Person, id: string): Promise<FileForPoe | undefined> {
    const { state, sha256, fileName: name, size, poe } = await this.job(person, id);
    if (state !== 'preview' && state !== 'cancelled') return undefined;
    // From a cancelled import to whatever names the file next, nothing does.
    if (!(await this.#options.vault.renew(person.tenantId, sha256))) throw new UserError('import.file-gone');
    return { sha256, name, size, ...(poe !== undefined && { poe }) };
  }

  /** Ends an import whose file has become this upload. @returns whether it did @throws NotFoundError, ForbiddenError */
  async endAsPoe(person: Person, id: string, poe: string): Promise<boolean> {
    return (await this.#options.jobs.endAsPoe(await this.job(person, id), poe)) !== undefined;
  }

  /** Starts an import as a person chose; where that was not previewed, it is previewed again instead. @throws UserError where nothing is new */
  async confirm(person: Person, id: string, inputs: Inputs, shown: ShownAt): Promise<ConfirmedJob> {
    const open = await this.job(person, id);
    const [mapping, choices] = [mappingOf(open, inputs), choicesOf(open, inputs)];
    if (open.state === 'preview' && !(sameMapping(mapping, open.mapping) && sameChoices(choices, open.choices)))
      return { job: await this.map(person, id, mapping, choices), started: false, isPreviewedAgain: true };
    const started = await this.#start(person, open, shown);
    // Somebody has chosen something else between the look at it and its start.
    if (started.job.state === 'preview') return this.confirm(person, id, inputs, shown);
    return { ...started, isPreviewedAgain: false };
  }

  /** Starts an import. @throws UserError where nothing is new */
  async start(person: Person, id: string, shown: ShownAt = {}): Promise<StartedJob> {
    return this.#start(person, await this.job(person, id), shown);
  }

  async #start(person: Person, job: ImportJob, shown: ShownAt): Promise<StartedJob> {
    if (job.state === 'preview' && !canImport(job.preview)) throw new UserError('import.nothing-new');
    const started = await this.#runs.start(job, shown);
    return started === undefined
      ? { job: await this.job(person, job._id), started: false }
      : { job: started, started: true };
  }

  /** What the person has dropped and not decided on, the newest first. @throws ForbiddenError */
  async undecided(person: Person): Promise<readonly ImportJob[]> {
    this.#assertLead(person);
    return this.#options.jobs.undecided(person.tenantId, person.userId, MOST_UNDECIDED);
  }

  /**
   * An import of the person's own as it stands, or one of any lead's that was started. Without a preview it is still read: what takes longer than
   * a moment goes on, and what a kill has ended begins anew.
   * @throws NotFoundError, ForbiddenError
   */
  async look(person: Person, id: string): Promise<ImportJob> {
    this.#assertLead(person);
    const job = await this.#options.jobs.get(person.tenantId, id);
    if (job === undefined || (job.userId !== person.userId && job.startedAt === undefined))
      throw new NotFoundError('import.gone');
    if (!isReading(job)) return job;
    const waiting = new AbortController();
    const moment = after(MOMENT_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
    await Promise.race([this.#readThrough(job), moment]).finally(() => waiting.abort());
    return (await this.#options.jobs.get(person.tenantId, id)) ?? job;
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
  async undo(person: Person, id: string, shown: ShownAt = {}): Promise<StartedJob> {
    const job = await this.recentJob(person, id);
    const isThrough = job.state === 'done' || job.state === 'failed';
    if (isThrough && !hasWritten(job)) throw new UserError('import.nothing-to-undo');
    const started = isThrough ? await this.#runs.startUndo(job, person.userId, shown) : undefined;
    return started === undefined
      ? { job: await this.recentJob(person, id), started: false }
      : { job: started, started: true };
  }

  /** What an undo would do just now. @throws as `undo` */
  async previewUndo(person: Person, id: string): Promise<UndoPreview> {
    const job = await this.recentJob(person, id);
    if (job.state === 'importing' || job.state === 'undoing') throw new UserError('import.busy');
    if (job.state === 'undone') throw new UserError('import.undo-too-late');
    if (!hasWritten(job)) throw new UserError('import.nothing-to-undo');
    if (await this.#options.jobs.isBusyBeside(job)) throw new UserError('import.busy');
    return shared(this.#undoPreviews, id, () => previewUndo(this.#options, job));
  }

  /** Leases an interrupted job, if there is one. The caller then calls `run`. */
  takeOver(): Promise<ImportJob | undefined> {
    return this.#runs.takeOver();
  }

  /** As `ImportRuns#run`. */
  run(job: ImportJob, signal: AbortSignal, onProgress: (job: ImportJob) => void): Promise<ImportJob | undefined> {
    return this.#runs.run(job, signal, onProgress);
  }

  /** Until there is a preview, or a reason why there is none. */
  async #readThrough(job: ImportJob): Promise<void> {
    try {
      await this.#withPreview(job);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      await this.#options.jobs.keepFailure(job, error.problem);
    }
  }

  /** Deliveries of one file at the same time share one reading. */
  #withPreview(job: ImportJob): Promise<ImportJob> {
    return shared(this.#previews, readingKey(job), () => this.#previewAndKeep(job));
  }

  /** @param job with the choices that it is to be read by */
  async #previewAndKeep(job: ImportJob): Promise<ImportJob> {
    const { claims, people, jobs, newId } = this.#options;
    const preview = await withReading(this.#options, job, (reading) => previewOf(claims, people, job, reading));
    return (await jobs.keepPreview(job, preview, newId())) ?? (await jobs.get(job.tenantId, job._id)) ?? job;
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('import.leads-only');
  }
}

function readingKey({ _id, mapping, choices = {} }: ImportJob): string {
  return JSON.stringify([_id, mapping, choices]);
}

/** What is asked for while it is under way is done once. */
function shared<T>(underWay: Map<string, Promise<T>>, key: string, begin: () => Promise<T>): Promise<T> {
  const before = underWay.get(key);
  if (before !== undefined) return before;
  const begun = begin().finally(() => underWay.delete(key));
  underWay.set(key, begun);
  return begun;
}
