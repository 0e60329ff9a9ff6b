/**
 * Checks documents for claims. What came of it is kept, so that a document is read once however often its card is drawn; for another
 * claim, or on another day, it is read anew from the vault.
 */
import { createHash } from 'node:crypto';
import type { Claim } from '../claims/claim.ts';
import { lookInside } from '../documents/inside/look-inside.ts';
import { NotFoundError, UserError } from '../errors.ts';
import { fileKind } from '../files/file-kind.ts';
import { insertIfAbsent } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import { type VaultFileOptions, withVaultFile } from '../storage/vault-file.ts';
import { localDay } from '../time/local-day.ts';
import { DAY_MS } from '../time/units.ts';
import { claimToCheck, claimToMatch, type DocumentCheck, type Examination } from './advice.ts';
import { DRAFT_DAYS, type Draft } from './drafts.ts';
import type { DocumentFacts } from './findings/check-task.ts';
import type { ClaimToCheck } from './findings/finding.ts';
import type { ClaimMatch } from './findings/match.ts';
import { openDocument } from './findings/open-document.ts';

export const DOCUMENT_CHECKS: CollectionSpec = { name: 'document_checks', expiresField: 'expireAt' };

interface KeptCheck extends Doc {
  /** Absent: it could not be read. */
  readonly check?: DocumentCheck;
  readonly expireAt: string;
}

/** A document that is open for the while. */
export interface OpenDocument {
  readonly facts: DocumentFacts;
  /** Undefined where that takes too long. @param at campaign clock */
  check(claim: Claim, at: Date): Promise<DocumentCheck | undefined>;
  /** Which of these claims it names, in their order. Undefined where that takes too long. */
  match(claims: readonly Claim[]): Promise<readonly ClaimMatch[] | undefined>;
}

/** A document by its bytes, and what its sender calls it. */
export interface NamedFile {
  readonly sha256: string;
  readonly name: string;
}

/** One that lies on disk, not yet kept or kept already. */
export type FileToRead = NamedFile & { readonly path: string };

export interface DocumentChecksOptions extends VaultFileOptions {
  readonly store: DocStore;
  /** What the partner is called in documents. */
  readonly partners: readonly string[];
  /** The organisation's: its day is the one that signatures are counted back from. */
  readonly timeZone: string;
  readonly realTime: () => Date;
  /** Aborted at a stop. */
  readonly stopping: AbortSignal;
}

const PAGE = /\.html?$/i;

export class DocumentChecks {
  readonly #options: DocumentChecksOptions;
  readonly #collection: Collection<KeptCheck>;
  /** Those under way: presses at the same time share one reading. */
  readonly #running = new Map<string, Promise<DocumentCheck | undefined>>();

  constructor(options: DocumentChecksOptions) {
    this.#options = options;
    this.#collection = options.store.collection<KeptCheck>(DOCUMENT_CHECKS);
  }

  /**
   * Reads a document that lies on disk. Each check is kept.
   * @param use gets undefined where reading it takes too long, or the bot stops meanwhile
   * @throws UserError where it is refused
   */
  async open<T>(
    tenantId: string,
    file: FileToRead,
    use: (document: OpenDocument | undefined) => Promise<T>,
  ): Promise<T> {
    const { stopping } = this.#options;
    // Its reader leaves out the scripts of a page; kept, the page would still have them.
    if (PAGE.test(file.name)) await this.#lookInto(file);
    const reading = await unlessSlow(() => openDocument(file.path, file.name, { signal: stopping }), stopping);
    if (reading === undefined) {
      // Its reader looks for what acts in it first, and says nothing of how far it came.
      await this.#lookInto(file);
      await this.#keep(tenantId, keyOf(tenantId, file), undefined);
      return use(undefined);
    }
    const { facts } = reading;
    try {
      return await use({
        facts,
        check: async (record, at) => {
          const claim = this.#toCheck(record, at);
          const findings = await unlessSlow(() => reading.check(claim), stopping);
          const { pages, gaps } = facts;
          const check = findings && { facts: { pages, gaps }, findings };
          await this.#keep(tenantId, keyOf(tenantId, file, claim), check);
          return check;
        },
        match: (claims) => unlessSlow(() => reading.match(claims.map(claimToMatch)), stopping),
      });
    } finally {
      await reading.close();
    }
  }

  /** Of a file in the vault that becomes a document only now. @throws UserError where it runs something when it is opened, or is gone */
  assertHarmless(tenantId: string, file: NamedFile): Promise<void> {
    return this.#inVault(tenantId, file, (onDisk) => this.#lookInto(onDisk));
  }

  /** Of a file on disk that nobody reads: what it says is nobody's business. @throws UserError where it runs something when it is opened */
  async assertHarmlessOnDisk(file: FileToRead): Promise<void> {
    await this.#lookInto(file);
  }

  async #lookInto({ path, name }: FileToRead): Promise<void> {
    await lookInside(path, await fileKind(path, name), this.#options.stopping);
  }

  /** @throws UserError where it is gone */
  async #inVault<T>(tenantId: string, file: NamedFile, use: (onDisk: FileToRead) => Promise<T>): Promise<T> {
    const { sha256 } = file;
    try {
      return await withVaultFile(this.#options, { tenantId, sha256 }, (path) => use({ ...file, path }));
    } catch (error) {
      throw error instanceof NotFoundError ? new UserError('poe.gone') : error;
    }
  }

  /** What the files of a draft, which are in the vault, show for a claim. @param at campaign clock */
  async examine({ tenantId, files }: Pick<Draft, 'tenantId' | 'files'>, claim: Claim, at: Date): Promise<Examination> {
    const checks: (DocumentCheck | undefined)[] = [];
    // One after the other: each holds a process.
    for (const file of files) checks.push(await this.#of(tenantId, file, claim, at));
    return { checks, against: this.#toCheck(claim, at) };
  }

  #of(tenantId: string, file: NamedFile, claim: Claim, at: Date): Promise<DocumentCheck | undefined> {
    const key = keyOf(tenantId, file, this.#toCheck(claim, at));
    const shared = this.#running.get(key);
    if (shared !== undefined) return shared;
    const running = this.#keptOrRead(tenantId, key, file, claim, at).finally(() => this.#running.delete(key));
    this.#running.set(key, running);
    return running;
  }

  async #keptOrRead(
    tenantId: string,
    key: string,
    file: NamedFile,
    claim: Claim,
    at: Date,
  ): Promise<DocumentCheck | undefined> {
    // Which takes too long to read does so for every claim.
    const [kept] = await this.#collection.find(tenantId, { _id: { $in: [key, keyOf(tenantId, file)] } }, { limit: 1 });
    if (kept !== undefined) return kept.check;
    try {
      return await this.#inVault(tenantId, file, (onDisk) =>
        this.open(tenantId, onDisk, async (document) => document?.check(claim, at)),
      );
    } catch (error) {
      // It was taken in when the readers knew less of it, or as a spreadsheet: it can be filed all the same.
      if (!(error instanceof UserError)) throw error;
      await this.#keep(tenantId, key, undefined);
      return undefined;
    }
  }

  #toCheck(claim: Claim, at: Date): ClaimToCheck {
    const { partners, timeZone } = this.#options;
    return claimToCheck(claim, partners, localDay(at, timeZone));
  }

  /** What the partner is called in documents. */
  get partners(): readonly string[] {
    return this.#options.partners;
  }

  async #keep(tenantId: string, _id: string, check: DocumentCheck | undefined): Promise<void> {
    // A stop says nothing of the document.
    if (check === undefined && this.#options.stopping.aborted) return;
    const expireAt = new Date(this.#options.realTime().getTime() + DRAFT_DAYS * DAY_MS).toISOString();
    await insertIfAbsent(this.#collection, tenantId, { _id, expireAt, ...(check && { check }) });
  }
}

/** Bytes, name and claim as they are now: what any of them would change is checked anew. Without a claim, of the document alone. */
function keyOf(tenantId: string, { sha256, name }: NamedFile, claim?: ClaimToCheck): string {
  const { customer, domain, tenantId: directory, workloads, partners, today } = claim ?? {};
  const parts = [tenantId, sha256, name, customer, domain, directory, workloads, partners, today];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Undefined where it takes too long, or the bot stops meanwhile. */
async function unlessSlow<T>(work: () => Promise<T>, stopping: AbortSignal): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (stopping.aborted && error === stopping.reason) return undefined;
    if (error instanceof UserError && error.problem.code === 'file.too-slow') return undefined;
    throw error;
  }
}
