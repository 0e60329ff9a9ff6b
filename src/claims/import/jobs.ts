/** Import jobs: what was dropped, what it would change, how far it is. An interrupted one resumes from its record. */
import type { TextEncoding } from '../../files/decode-text.ts';
import type { Problem } from '../../problems/index.ts';
import { eachDoc } from '../../storage/each-doc.ts';
import { insertOrFind } from '../../storage/insert-or-find.ts';
import { leaseIn } from '../../storage/lease.ts';
import type { Collection, CollectionSpec, Doc, DocStore, Filter } from '../../storage/port.ts';
import type { Field } from '../export-file/columns.ts';
import type { ExportSummary } from '../export-file/read-file.ts';
import type { ImportOutcome } from './diff.ts';
import type { UndoRecord } from './undo-record.ts';

export const IMPORT_JOBS: CollectionSpec = {
  name: 'import_jobs',
  indexes: [{ fields: ['openKey'], unique: true }, { fields: ['state', 'leaseUntil'] }, { fields: ['startedAt'] }],
  expiresField: 'expireAt',
};

const LEASE = leaseIn({ holder: 'leaseOwner', until: 'leaseUntil' });

/** Numbers of claims. */
export interface Counts {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Removed by a lead before, and left so. Absent: none. */
  readonly removed?: number;
}

export const NO_CLAIMS: Counts = { new: 0, changed: 0, same: 0 };

export function countsOf(outcomes: readonly ImportOutcome[]): Counts {
  const count = (kind: ImportOutcome): number => outcomes.filter((outcome) => outcome === kind).length;
  const removed = count('removed');
  return { new: count('new'), changed: count('changed'), same: count('same'), ...(removed > 0 && { removed }) };
}

export function sumOfCounts(a: Counts, b: Counts): Counts {
  const removed = (a.removed ?? 0) + (b.removed ?? 0);
  return {
    new: a.new + b.new,
    changed: a.changed + b.changed,
    same: a.same + b.same,
    ...(removed > 0 && { removed }),
  };
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
  readonly state: 'preview' | 'importing' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone';
  /** Another with each preview that is kept or asked for with other choices: what was read before that is not kept. Absent: in records of earlier versions. */
  readonly readingId?: string;
  /** The upload (id of its draft) that the file became in place of an import. */
  readonly poe?: string;
  /** There until the person decides. Unique: the same file of the same person has one open job, however often it is delivered. */
  readonly openKey?: string;
  readonly preview?: Preview;
  /** Claims handled so far, in the order of the file. */
  readonly claimsDone: number;
  readonly counts: Counts;
  /** When the import was started, real time, ISO; absent before that. */
  readonly startedAt?: string;
  readonly undo?: UndoRecord;
  /** Why an undo stopped, having changed nothing. */
  readonly undoFailure?: Problem;
  /** The message that shows its state. */
  readonly cardId?: string;
  /** It was started on the page of the tab, which shows what becomes of it: nothing is told in the chat. */
  readonly onPage?: true;
  /** Who works on it and until when, real time; another instance takes over after that. */
  readonly leaseOwner?: string;
  readonly leaseUntil?: string;
  /** Why it failed, or could not be previewed. */
  readonly failure?: Problem;
  readonly expireAt: string;
}

/** Whether it is not known yet what it would change. */
export function isReading({ state, preview, failure }: ImportJob): boolean {
  return state === 'preview' && preview === undefined && failure === undefined;
}

/** Whether an import that is through has brought or changed anything. */
export function hasWritten({ counts }: ImportJob): boolean {
  return counts.new + counts.changed > 0;
}

/** Where the state of an import, or of its undo, is shown: on a card, or on the page of the tab. */
export type ShownAt = Pick<ImportJob, 'cardId' | 'onPage'>;

export class ImportJobs {
  readonly #collection: Collection<ImportJob>;

  constructor(store: DocStore) {
    this.#collection = store.collection<ImportJob>(IMPORT_JOBS);
  }

  get(tenantId: string, id: string): Promise<ImportJob | undefined> {
    return this.#collection.findOne(tenantId, { _id: id });
  }

  /** The files of imports that may still be read: to be imported, or to undo one. */
  async *filesOf(tenantId: string): AsyncGenerator<string> {
    const kept = { state: { $ne: 'cancelled' } };
    for await (const { sha256 } of eachDoc(this.#collection, tenantId, kept)) yield sha256;
  }

  /** The tenants that have imports. */
  tenants(): Promise<string[]> {
    return this.#collection.tenants();
  }

  /** Keeps a new job, or finds the open one of the same person and file, which is read anew where it could not be read before. */
  async open(job: ImportJob & { readonly openKey: string }): Promise<ImportJob> {
    const { tenantId, openKey } = job;
    const find = () => this.#collection.findOneAndUpdate(tenantId, { openKey }, { $unset: { failure: true } });
    return (await insertOrFind(this.#collection, tenantId, job, find)).doc;
  }

  /** Somebody asks for another preview of an undecided job. */
  askAnew(job: ImportJob, readingId: string): Promise<ImportJob | undefined> {
    const undecided = { _id: job._id, state: 'preview' };
    return this.#collection.findOneAndUpdate(job.tenantId, undecided, { $set: { readingId } });
  }

  /**
   * Keeps a preview and the choices that it is of, in one write. Undefined where it is decided, or something else was asked for since.
   * @param job with the choices that it was read by
   */
  keepPreview(job: ImportJob, preview: Preview, readingId: string): Promise<ImportJob | undefined> {
    const { mapping, choices = {} } = job;
    return this.#collection.findOneAndUpdate(job.tenantId, asRead(job), {
      $set: { preview, mapping, choices, readingId },
      $unset: { failure: true },
    });
  }

  /** Keeps why there is no preview, where there is none. */
  async keepFailure(job: ImportJob, failure: Problem): Promise<void> {
    const unread = { ...asRead(job), preview: { $exists: false } };
    await this.#collection.updateOne(job.tenantId, unread, { $set: { failure } });
  }

  /** Starts it and leases it to `owner`. Undefined where it was started or cancelled before (one press starts it), or is not as it was read any more. */
  async start(
    job: ImportJob,
    owner: string,
    leaseUntil: string,
    fields: Pick<ImportJob, 'startedAt' | 'expireAt' | keyof ShownAt>,
  ): Promise<ImportJob | undefined> {
    const set = { state: 'importing', ...LEASE.taken(owner, leaseUntil), ...fields };
    return this.#collection.findOneAndUpdate(job.tenantId, asRead(job), { $set: set, $unset: { openKey: true } });
  }

  async cancel(job: ImportJob): Promise<ImportJob | undefined> {
    const update = { $set: { state: 'cancelled' }, $unset: { openKey: true } } as const;
    return this.#collection.findOneAndUpdate(job.tenantId, { _id: job._id, state: 'preview' }, update);
  }

  /** Ends it since its file became this upload (id of a draft). Undefined where it was started, or became another. */
  async endAsPoe({ tenantId, _id }: ImportJob, poe: string): Promise<ImportJob | undefined> {
    const free = { _id, state: { $in: ['preview', 'cancelled'] }, $or: [{ poe: { $exists: false } }, { poe }] };
    const update = { $set: { state: 'cancelled', poe }, $unset: { openKey: true } } as const;
    return this.#collection.findOneAndUpdate(tenantId, free, update);
  }

  /** What a person has dropped and not decided on, the newest first. */
  undecided(tenantId: string, userId: string, limit: number): Promise<ImportJob[]> {
    return this.#collection.find(tenantId, { state: 'preview', userId }, { sort: { expireAt: -1 }, limit });
  }

  /** The latest ones that were started, the newest first. */
  recent(tenantId: string, limit: number): Promise<ImportJob[]> {
    return this.#collection.find(tenantId, { startedAt: { $gt: '' } }, { sort: { startedAt: -1 }, limit });
  }

  /** Those that were started after this one and stand, the oldest first. */
  standingAfter({ _id, tenantId, startedAt = '' }: ImportJob): Promise<ImportJob[]> {
    const later = { startedAt: { $gte: startedAt }, state: { $in: ['done', 'failed'] }, _id: { $ne: _id } };
    return this.#collection.find(tenantId, later, { sort: { startedAt: 1 } });
  }

  /** Begins the undo of an import that is through, and leases it to `owner`. Undefined where it is not, or not any more. */
  startUndo(job: ImportJob, owner: string, leaseUntil: string, undo: UndoRecord): Promise<ImportJob | undefined> {
    return this.#collection.findOneAndUpdate(
      job.tenantId,
      { _id: job._id, state: { $in: ['done', 'failed'] } },
      { $set: { state: 'undoing', undo, ...LEASE.taken(owner, leaseUntil) }, $unset: { undoFailure: true } },
    );
  }

  /** Ends an undo before its end. What one that has begun did is kept, for the next to go on from there. @param undoFailure why, to be shown */
  async dropUndo(job: ImportJob, owner: string, undoFailure?: Problem): Promise<ImportJob | undefined> {
    return this.#collection.findOneAndUpdate(
      job.tenantId,
      { _id: job._id, state: 'undoing', ...LEASE.heldBy(owner) },
      {
        $set: { state: job.undo?.from ?? 'done', ...(undoFailure && { undoFailure }) },
        $unset: { ...(job.undo?.total === undefined && { undo: true as const }), ...LEASE.released },
      },
    );
  }

  /** Whether an undo of the tenant is under way. */
  async isUndoing(tenantId: string): Promise<boolean> {
    return (await this.#collection.countDocuments(tenantId, { state: 'undoing' })) > 0;
  }

  /** Whether anything else of the tenant is under way. */
  async isBusyBeside({ _id, tenantId }: ImportJob): Promise<boolean> {
    const others = { state: { $in: ['importing', 'undoing'] }, _id: { $ne: _id } };
    return (await this.#collection.countDocuments(tenantId, others)) > 0;
  }

  /** Writes progress or the end; false when another instance has taken over. */
  async advance(job: ImportJob, owner: string, set: Partial<ImportJob>): Promise<boolean> {
    return (
      (await this.#collection.updateOne(
        job.tenantId,
        { _id: job._id, state: job.state, ...LEASE.heldBy(owner) },
        { $set: set },
      )) === 1
    );
  }

  /** Ends the lease of `owner` now, so that the job can be taken over at once. */
  async release(job: ImportJob, owner: string): Promise<void> {
    await this.advance(job, owner, { leaseUntil: new Date(0).toISOString() });
  }

  /**
   * Leases an interrupted job of any tenant to `owner`, the one that was left first. Imports and undos of a tenant never run side by
   * side: an import waits for the end of an undo, and an undo for imports that are being carried out.
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
      const undoing = await this.isUndoing(tenantId);
      if (undoing && (await this.#isImporting(tenantId, now, except))) continue;
      const job = await this.#collection.findOneAndUpdate(
        tenantId,
        { state: undoing ? 'undoing' : 'importing', leaseUntil: { $lt: now }, _id: { $nin: except } },
        { $set: LEASE.taken(owner, leaseUntil) },
        { sort: { leaseUntil: 1 } },
      );
      if (job !== undefined) return job;
    }
    return undefined;
  }

  async #isImporting(tenantId: string, now: string, working: readonly string[]): Promise<boolean> {
    const carriedOut = { $or: [{ leaseUntil: { $gte: now } }, { _id: { $in: working } }] };
    return (await this.#collection.countDocuments(tenantId, { state: 'importing', ...carriedOut })) > 0;
  }
}

/** An undecided job that nothing else was asked of since it was read. */
function asRead({ _id, readingId }: ImportJob): Filter {
  return { _id, state: 'preview', readingId: readingId ?? { $exists: false } };
}
