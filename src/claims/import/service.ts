/** The use cases of an import: receive → preview → import, interrupted and resumed. Knows neither Teams nor HTTP. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { ForbiddenError, NotFoundError, UserError } from '../../errors.ts';
import type { Person } from '../../people/person.ts';
import type { Rights } from '../../people/roles.ts';
import type { FileVault } from '../../storage/port.ts';
import { DAY_MS } from '../../time/local-day.ts';
import type { ClaimChanges } from '../changes.ts';
import type { Claim } from '../claim.ts';
import { hasField } from '../export-file/columns.ts';
import type { ImportedClaim } from '../export-file/group.ts';
import { type ExportReading, readExport } from '../export-file/read-export.ts';
import type { Facets } from '../facets.ts';
import { claimKey } from '../normalise.ts';
import type { ClaimRepository } from '../repository.ts';
import { changesOf, type ImportOutcome, importOutcomeOf, newClaim } from './diff.ts';
import type { Counts, ImportJob, ImportJobs, Preview } from './jobs.ts';
import { withLocalCopy } from './local-copy.ts';

/** An undecided preview and a finished job's record are kept this long. */
const KEPT_DAYS = 30;
/** Renewed with each batch; a batch takes milliseconds. */
const LEASE_MS = 30_000;
const BAD_ROWS_KEPT = 50;
/** As many keys as a look-up of people takes. */
const OWNERS_AT_ONCE = 1_000;

export interface ReceivedFile {
  readonly sha256: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

export interface ImportServiceOptions {
  readonly claims: ClaimRepository;
  readonly facets: Facets;
  readonly changes: ClaimChanges;
  readonly jobs: ImportJobs;
  readonly vault: FileVault;
  readonly rights: Rights;
  /** Where a spreadsheet is laid for reading. */
  readonly tempDir: string;
  readonly newId: () => string;
  readonly realTime: () => Date;
  /** Names this process in leases. */
  readonly instance: string;
  /** No other process can be at work on this store (the embedded engine): leases of the dead need not run out. */
  readonly alone: boolean;
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

  /** Maps columns as the person chose and previews again; a decided job comes back as it is. */
  async map(person: Person, id: string, mapping: ImportJob['mapping']): Promise<ImportJob> {
    const job = await this.job(person, id);
    if (job.state !== 'preview') return job;
    const described = await this.#options.jobs.describe(job, { mapping });
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

  /** "Import". `started` for the one press that starts it; who gets it calls `run`. */
  async start(
    person: Person,
    id: string,
    cardId: string | undefined,
  ): Promise<{ readonly job: ImportJob; readonly started: boolean }> {
    const job = await this.job(person, id);
    if (job.state === 'preview' && !canImport(job.preview)) throw new UserError('import.nothing-new');
    // Before the record says so: a timer may look for interrupted jobs at any moment.
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

  /** One interrupted job, if there is one; who gets it calls `run`. */
  async takeOver(): Promise<ImportJob | undefined> {
    const { jobs, instance, realTime, alone } = this.#options;
    const before = alone ? this.#leaseUntil() : realTime().toISOString();
    const job = await jobs.takeOver(instance, before, this.#leaseUntil(), [...this.#working]);
    if (job !== undefined) this.#working.add(job._id);
    return job;
  }

  /**
   * Carries a started job out, batch by batch, from where it stands. Each batch is safe to repeat, and the record says how far it is.
   * Returns the finished job; undefined when it was stopped by `signal` or another instance took over.
   */
  async run(job: ImportJob, signal: AbortSignal, onProgress: (job: ImportJob) => void): Promise<ImportJob | undefined> {
    const { jobs, instance } = this.#options;
    // A file may take longer to read than a lease lasts, and other instances go by the lease alone.
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
      const finished = await this.#reading(job, async (reading) => {
        const hasStatus = hasField(reading.facts.columns, 'status');
        let position = job.claimsDone;
        for await (const batch of reading.batches(job.claimsDone)) {
          position += batch.length;
          if (signal.aborted) return false;
          const counts = add(current.counts, await this.#importBatch(job, batch, hasStatus, owners));
          if (!(await advance({ claimsDone: position, counts, leaseUntil: this.#leaseUntil() }))) return false;
          onProgress(current);
          // Other turns get their share between two batches.
          await nextTick();
        }
        return true;
      });
      if (!finished) {
        await jobs.advance(job, instance, { leaseUntil: new Date(0).toISOString() });
        return undefined;
      }
      return (await advance({ state: 'done' })) ? current : undefined;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return (await advance({ state: 'failed', failure: error.problem })) ? current : undefined;
    } finally {
      await this.#raise(job.tenantId, [...owners]);
    }
  }

  /** Once at the end, also of a part of the file: between two batches the same cards would be drawn again and again. */
  async #raise(tenantId: string, owners: readonly string[]): Promise<void> {
    for (let at = 0; at < owners.length; at += OWNERS_AT_ONCE)
      await this.#options.changes.publish(tenantId, owners.slice(at, at + OWNERS_AT_ONCE));
  }

  /** @param owners gathers the keys of those whose claims have changed */
  async #importBatch(
    job: ImportJob,
    batch: readonly ImportedClaim[],
    hasStatus: boolean,
    owners: Set<string>,
  ): Promise<Counts> {
    const { claims, facets, newId } = this.#options;
    const { tenantId } = job;
    const known = await this.#known(tenantId, batch);
    const sorted: Record<ImportOutcome, number> = { new: 0, changed: 0, same: 0 };
    const fresh: Claim[] = [];
    for (const imported of batch) {
      const before = known.get(claimKey(imported.fields.claimId));
      sorted[importOutcomeOf(before, imported, job._id)] += 1;
      if (before === undefined) {
        fresh.push(newClaim(newId(), tenantId, job._id, imported, hasStatus));
        if (imported.fields.owner !== undefined) owners.add(imported.fields.owner.key);
      } else if (changesOf(before, imported) !== undefined) {
        await claims.change(tenantId, before._id, `import/${job._id}`, (claim) => {
          const changes = changesOf(claim, imported);
          return changes && { ...changes, lastImport: { job: job._id, outcome: 'changed' } };
        });
        for (const owner of [before.owner, imported.fields.owner]) if (owner !== undefined) owners.add(owner.key);
        await nextTick();
      }
    }
    await claims.addNew(tenantId, fresh);
    const workloads = new Map(
      batch.flatMap((imported) => imported.workloads.map(({ key, name }) => [key, name] as const)),
    );
    await facets.add(tenantId, new Set(batch.map(({ fields }) => fields.program)), workloads);
    return sorted;
  }

  /** Deliveries of one file at the same time share one reading. */
  #withPreview(job: ImportJob): Promise<ImportJob> {
    const key = JSON.stringify([job._id, job.mapping]);
    const shared = this.#previews.get(key);
    if (shared !== undefined) return shared;
    const previewed = this.#previewAndKeep(job).finally(() => this.#previews.delete(key));
    this.#previews.set(key, previewed);
    return previewed;
  }

  async #previewAndKeep(job: ImportJob): Promise<ImportJob> {
    const preview = await this.#reading(job, (reading) => this.#preview(job, reading));
    return (await this.#options.jobs.describe(job, { preview })) ?? { ...job, preview };
  }

  async #preview(job: ImportJob, reading: ExportReading): Promise<Preview> {
    const counts: Record<ImportOutcome, number> = { new: 0, changed: 0, same: 0 };
    let known = 0;
    for await (const batch of reading.batches()) {
      const records = await this.#known(job.tenantId, batch);
      known += records.size;
      for (const imported of batch)
        counts[importOutcomeOf(records.get(claimKey(imported.fields.claimId)), imported, job._id)] += 1;
      await nextTick();
    }
    const { rows, claims, columns, bad, badCount } = reading.facts;
    const notInFile = (await this.#options.claims.count(job.tenantId, {})) - known;
    return { rows, claims, counts, notInFile, columns, bad: bad.slice(0, BAD_ROWS_KEPT), badCount };
  }

  async #known(tenantId: string, batch: readonly ImportedClaim[]): Promise<Map<string, Claim>> {
    const keys = batch.map(({ fields }) => claimKey(fields.claimId));
    const found = await this.#options.claims.byClaimKeys(tenantId, keys);
    return new Map(found.map((claim) => [claim.claimKey, claim]));
  }

  #reading<T>(job: ImportJob, use: (reading: ExportReading) => Promise<T>): Promise<T> {
    const { vault, tempDir, newId } = this.#options;
    return withLocalCopy(vault, job, tempDir, newId(), async (path) => {
      const reading = await readExport(path, {
        mapping: new Map(job.mapping.map(({ header, field }) => [header, field])),
      });
      try {
        return await use(reading);
      } finally {
        await reading.close();
      }
    });
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('import.leads-only');
  }

  #leaseUntil(): string {
    return new Date(this.#options.realTime().getTime() + LEASE_MS).toISOString();
  }
}

/** Something to write, and nothing that stands in the way. */
export function canImport(preview: Preview | undefined): boolean {
  return preview !== undefined && preview.counts.new + preview.counts.changed > 0;
}

function add(a: Counts, b: Counts): Counts {
  return { new: a.new + b.new, changed: a.changed + b.changed, same: a.same + b.same };
}
