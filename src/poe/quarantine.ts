/**
 * Documents that could not be scanned for viruses when they came, since the scanner was away: they wait, and whoever sent one is told what became of
 * it. Nothing of them is read or filed before.
 */
import { createHash } from 'node:crypto';
import type { Problem } from '../problems/index.ts';
import { eachDoc } from '../storage/each-doc.ts';
import { insertOrFind } from '../storage/insert-or-find.ts';
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../time/units.ts';
import { DRAFT_DAYS, type DraftFile } from './drafts.ts';

export const QUARANTINE: CollectionSpec = {
  name: 'quarantined_files',
  indexes: [{ fields: ['due'] }],
  expiresField: 'expireAt',
};

export interface QuarantinedFile extends Doc {
  readonly tenantId: string;
  readonly userId: string;
  readonly file: DraftFile;
  /** What was written with it. */
  readonly message: string;
  /** It came by the page, where what becomes of it is shown: nothing is told in the chat. */
  readonly onPage?: true;
  /** The claims (`_id`) that it was dropped on. */
  readonly claims?: readonly string[];
  /** The same of files that came before there were several. */
  readonly claim?: string;
  /** The ticket that it is for. */
  readonly ticket?: number;
  /** It is an export to import, as a lead says. */
  readonly import?: true;
  /** When it is next looked at (real time, ISO); while somebody does, when that lease ends. */
  readonly due: string;
  /** What is to be told: the draft (id) or the import (id) that it became, the ticket that has it, or why it was refused. Absent: it has not been scanned. */
  readonly outcome?:
    | { readonly draft: string }
    | { readonly import: string }
    | { readonly ticket: number }
    | { readonly problem: Problem };
  /** How often somebody began to tell it. */
  readonly told: number;
  readonly expireAt: string;
}

/** On the page it stays until somebody has read why it was refused. */
const WAITS = { $or: [{ onPage: { $exists: false } }, { outcome: { $exists: false } }] };
const MOST_ON_PAGE = 100;
const LEASE_MS = 5 * MINUTE_MS;
/** After a try that found the scanner away. */
export const SCAN_AGAIN_MS = 10 * SECOND_MS;

export class Quarantine {
  readonly #collection: Collection<QuarantinedFile>;
  readonly #realTime: () => Date;

  constructor(store: DocStore, realTime: () => Date) {
    this.#collection = store.collection<QuarantinedFile>(QUARANTINE);
    this.#realTime = realTime;
  }

  /**
   * A file that is in the vault. The same file of the same person waits once: for its person, for each set of claims that it is dropped on, for each
   * ticket, and as an export. Sent again, it is scanned again.
   * @param page where it came by the page
   */
  async hold(
    { tenantId, userId }: Pick<QuarantinedFile, 'tenantId' | 'userId'>,
    file: DraftFile,
    message: string,
    page?: Pick<QuarantinedFile, 'claims' | 'ticket' | 'import'>,
  ): Promise<void> {
    const { ticket, claims = [] } = page ?? {};
    const goesTo = [
      ...(ticket === undefined ? [] : [ticket]),
      ...(claims.length > 0 ? [claims.toSorted()] : []),
      ...(page?.import ? ['import'] : []),
    ];
    const _id = createHash('sha256')
      .update(JSON.stringify([tenantId, userId, file.sha256, ...goesTo]))
      .digest('hex');
    const now = this.#realTime().getTime();
    const expireAt = new Date(now + DRAFT_DAYS * DAY_MS).toISOString();
    const due = new Date(now + SCAN_AGAIN_MS).toISOString();
    const held: QuarantinedFile = {
      ...{ _id, tenantId, userId, file, message, due, told: 0, expireAt },
      ...(page && { onPage: true, ...page }),
    };
    // Whoever looks after it just now holds it by its `due`, and leaves it alone from here on.
    const anew = { file, due, told: 0, expireAt };
    // Whoever sent it by the chat, too, hears of it there.
    const again = page
      ? { $set: { ...anew, ...page }, $unset: { outcome: true as const } }
      : { $set: { ...anew, message }, $unset: { outcome: true as const, onPage: true as const } };
    await insertOrFind(this.#collection, tenantId, held, () =>
      this.#collection.findOneAndUpdate(tenantId, { _id }, again),
    );
  }

  /** Leases one that is due. */
  async takeDue(tenantId: string): Promise<QuarantinedFile | undefined> {
    const now = this.#realTime();
    const until = new Date(now.getTime() + LEASE_MS).toISOString();
    const due = { due: { $lte: now.toISOString() } };
    return this.#collection.findOneAndUpdate(tenantId, due, { $set: { due: until } }, { sort: { due: 1 } });
  }

  /** Under its lease: what is to be told of it. */
  decide(
    held: QuarantinedFile,
    outcome: NonNullable<QuarantinedFile['outcome']>,
  ): Promise<QuarantinedFile | undefined> {
    return this.#change(held, { $set: { outcome } });
  }

  /** Under its lease: somebody begins to tell it. */
  beginToTell(held: QuarantinedFile): Promise<QuarantinedFile | undefined> {
    return this.#change(held, { $inc: { told: 1 } });
  }

  /** Gives it back, to be looked at after `ms`; told as often as `held` says. */
  async postpone(held: QuarantinedFile, ms: number): Promise<void> {
    const due = new Date(this.#realTime().getTime() + ms).toISOString();
    await this.#change(held, { $set: { due, told: held.told } });
  }

  /** It is over: told, or there is nobody to tell. */
  async end({ tenantId, _id, due }: QuarantinedFile): Promise<void> {
    await this.#collection.deleteMany(tenantId, { _id, due });
  }

  /** A person's files that came by the page: those that wait, and those that were refused since. */
  ofPage({ tenantId, userId }: Pick<QuarantinedFile, 'tenantId' | 'userId'>): Promise<QuarantinedFile[]> {
    return this.#collection.find(tenantId, { userId, onPage: true }, { sort: { expireAt: 1 }, limit: MOST_ON_PAGE });
  }

  /** Its person has read why it was refused. */
  async dismiss({ tenantId, userId }: Pick<QuarantinedFile, 'tenantId' | 'userId'>, _id: string): Promise<void> {
    await this.#collection.deleteMany(tenantId, { _id, userId, onPage: true, outcome: { $exists: true } });
  }

  async *filesOf(tenantId: string): AsyncGenerator<string> {
    for await (const { file } of eachDoc(this.#collection, tenantId)) yield file.sha256;
  }

  tenants(): Promise<string[]> {
    return this.#collection.tenants();
  }

  /** How many wait. */
  async count(): Promise<number> {
    const counts = (await this.tenants()).map((tenantId) => this.#collection.countDocuments(tenantId, WAITS));
    return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }

  #change(
    { tenantId, _id, due }: QuarantinedFile,
    update: Parameters<Collection<QuarantinedFile>['findOneAndUpdate']>[2],
  ): Promise<QuarantinedFile | undefined> {
    return this.#collection.findOneAndUpdate(tenantId, { _id, due }, update);
  }
}
