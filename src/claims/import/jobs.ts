/** Import jobs: what was dropped, what it would change, how far it is. An interrupted one resumes from its record. */
import type { TextEncoding } from '../../files/decode-text.ts';
import type { Problem } from '../../problems/index.ts';
import { insertOrFind } from '../../storage/insert-or-find.ts';
import { leaseIn } from '../../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../../storage/port.ts';
import type { Field } from '../export-file/columns.ts';
import type { ExportSummary } from '../export-file/read-file.ts';

export const IMPORT_JOBS: CollectionSpec = {
  name: 'import_jobs',
  indexes: [{ fields: ['openKey'], unique: true }, { fields: ['state', 'leaseUntil'] }],
  expiresField: 'expireAt',
};

const LEASE = leaseIn({ holder: 'leaseOwner', until: 'leaseUntil' });

/** Numbers of claims. */
export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
}

export interface Preview extends Omit<ExportSummary, 'format'> {
  readonly counts: Counts;
  /** Claims of the tenant that the file does not name; they are left alone. */
  readonly notInFile: number;
  /** Claims whose owner is nobody known here. Absent in previews of earlier versions. */
  readonly unknownOwners?: number;
}

/** How a person said that the file is to be read, beside its columns. */
export interface ReadingChoices {
  /** Of a text; undefined: as it was recognised. */
  readonly encoding?: TextEncoding;
  readonly withoutHidden?: true;
}

export interface ImportJob extends Doc {
  readonly tenantId: string;
  readonly userId: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** Header → field, as the person chose it. Stored as pairs: headers are not safe as field names. */
  readonly mapping: readonly { readonly header: string; readonly field: Field | 'ignore' }[];
  readonly choices?: ReadingChoices;
  readonly state: 'preview' | 'importing' | 'done' | 'cancelled' | 'failed';
  /** There until the person decides. Unique: the same file of the same person has one open job, however often it is delivered. */
  readonly openKey?: string;
  readonly preview?: Preview;
  /** Claims handled so far, in the order of the file. */
  readonly claimsDone: number;
  readonly counts: Counts;
  /** The message that shows its state. */
  readonly cardId?: string;
  /** Who works on it and until when, real time; another instance takes over after that. */
  readonly leaseOwner?: string;
  readonly leaseUntil?: string;
  /** Why it failed. */
  readonly failure?: Problem;
  readonly expireAt: string;
}

export class ImportJobs {
  readonly #collection: Collection<ImportJob>;

  constructor(store: DocStore) {
    this.#collection = store.collection<ImportJob>(IMPORT_JOBS);
  }

  get(tenantId: string, id: string): Promise<ImportJob | undefined> {
    return this.#collection.findOne(tenantId, { _id: id });
  }

  /** Keeps a new job, or finds the open one of the same person and file. */
  async open(job: ImportJob & { readonly openKey: string }): Promise<ImportJob> {
    const { tenantId, openKey } = job;
    const find = () => this.#collection.findOne(tenantId, { openKey });
    return (await insertOrFind(this.#collection, tenantId, job, find)).doc;
  }

  /** Sets fields of an undecided job. */
  async describe(
    job: ImportJob,
    fields: Partial<Pick<ImportJob, 'preview' | 'mapping' | 'choices'>>,
  ): Promise<ImportJob | undefined> {
    return this.#collection.findOneAndUpdate(job.tenantId, { _id: job._id, state: 'preview' }, { $set: fields });
  }

  /** Starts it and leases it to `owner`. Undefined where it was started or cancelled before: one press starts it. */
  async start(
    job: ImportJob,
    owner: string,
    leaseUntil: string,
    cardId: string | undefined,
  ): Promise<ImportJob | undefined> {
    const set = { state: 'importing', ...LEASE.taken(owner, leaseUntil), ...(cardId !== undefined && { cardId }) };
    return this.#collection.findOneAndUpdate(
      job.tenantId,
      { _id: job._id, state: 'preview' },
      { $set: set, $unset: { openKey: true } },
    );
  }

  async cancel(job: ImportJob): Promise<ImportJob | undefined> {
    const update = { $set: { state: 'cancelled' }, $unset: { openKey: true } } as const;
    return this.#collection.findOneAndUpdate(job.tenantId, { _id: job._id, state: 'preview' }, update);
  }

  /** Writes progress or the end; false when another instance has taken over. */
  async advance(job: ImportJob, owner: string, set: Partial<ImportJob>): Promise<boolean> {
    return (
      (await this.#collection.updateOne(
        job.tenantId,
        { _id: job._id, state: 'importing', ...LEASE.heldBy(owner) },
        { $set: set },
      )) === 1
    );
  }

  /** Ends the lease of `owner` now, so that the job can be taken over at once. */
  async release(job: ImportJob, owner: string): Promise<void> {
    await this.advance(job, owner, { leaseUntil: new Date(0).toISOString() });
  }

  /**
   * Leases an interrupted job of any tenant to `owner`, the one that was left first.
   * @param now leases that ended before (ISO) have run out
   * @param except ids of jobs to leave alone
   */
  async takeOver(
    owner: string,
    now: string,
    leaseUntil: string,
    except: readonly string[],
  ): Promise<ImportJob | undefined> {
    for (const tenantId of await this.#collection.tenants()) {
      const job = await this.#collection.findOneAndUpdate(
        tenantId,
        { state: 'importing', leaseUntil: { $lt: now }, _id: { $nin: except } },
        { $set: LEASE.taken(owner, leaseUntil) },
        { sort: { leaseUntil: 1 } },
      );
      if (job !== undefined) return job;
    }
    return undefined;
  }
}
