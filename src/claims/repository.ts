/** The claims in the store. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { NOTICES } from '../campaign/notices.ts';
import { changeOnce } from '../storage/change-once.ts';
import { eachDoc } from '../storage/each-doc.ts';
import type { Collection, CollectionSpec, DocStore, Filter, Sort, UpsertOp } from '../storage/port.ts';
import { type Claim, type ClaimPatch, RANK } from './claim.ts';
import { type ClaimNotices, derive } from './rules.ts';
import { claimWritten, keysOfWritten } from './written-ids.ts';

export const CLAIMS: CollectionSpec = {
  name: 'associations',
  indexes: [
    { fields: ['claimKey'], unique: true },
    // With the searchable text at the end, a search reads these and not the claims: a fifth of the time, in which nobody else is answered.
    { fields: ['rank', 'customerKey', 'claimKey', 'searchKey'] },
    { fields: ['rank', 'toUpload'] },
    { fields: ['program', 'rank', 'customerKey', 'claimKey'] },
    { fields: ['owner.key', 'rank', 'customerKey', 'claimKey', 'searchKey'] },
    // To sort a table of all of them.
    { fields: ['customerKey', 'claimKey', 'rank'] },
    { fields: ['claimKey', 'rank'] },
    { fields: ['addedBy'] },
    { fields: ['lacking', 'rank'] },
    { fields: ['customerTenantId'] },
  ],
  searchField: 'searchKey',
};

export type ChangeOutcome =
  | { readonly kind: 'changed' | 'repeated' | 'unchanged'; readonly claim: Claim }
  | { readonly kind: 'gone' };

/** Claims that are not done: with something to collect, and with nothing to collect but something to upload. */
export interface OpenCounts {
  readonly toCollect: number;
  readonly toUpload: number;
}

/** Claims at a time, where all are counted. */
const COUNTED = 2_500;
/** As an index has them. */
const BY_OWNER: Sort = { 'owner.key': 1, rank: 1, customerKey: 1, claimKey: 1 };

export class ClaimRepository {
  readonly #collection: Collection<Claim>;
  /** What is derived of a claim goes by these. */
  readonly notices: ClaimNotices;

  constructor(store: DocStore, notices: ClaimNotices = NOTICES) {
    this.#collection = store.collection<Claim>(CLAIMS);
    this.notices = notices;
  }

  /** Also one that was removed. */
  byId(tenantId: string, id: string): Promise<Claim | undefined> {
    return this.#collection.findOne(tenantId, { _id: id });
  }

  /** Also one that was removed. @param claimId as somebody wrote it: the claim whose ID is written just so comes first */
  async byClaimId(tenantId: string, claimId: string): Promise<Claim | undefined> {
    return claimWritten(claimId, await this.byClaimKeys(tenantId, keysOfWritten([claimId])));
  }

  /** At most 1,000 keys a call. Also those that were removed. */
  byClaimKeys(tenantId: string, keys: readonly string[]): Promise<Claim[]> {
    return keys.length === 0 ? Promise.resolve([]) : this.#collection.find(tenantId, { claimKey: { $in: keys } });
  }

  list(tenantId: string, filter: Filter, skip: number, limit: number): Promise<Claim[]> {
    const sort: Sort = { rank: 1, customerKey: 1, claimKey: 1 };
    return this.#collection.find(tenantId, notRemoved(filter), { sort, skip, limit });
  }

  /** Without a sort in no promised order. */
  find(tenantId: string, filter: Filter, limit: number, sort: Sort = {}, skip = 0): Promise<Claim[]> {
    return this.#collection.find(tenantId, notRemoved(filter), { sort, skip, limit });
  }

  count(tenantId: string, filter: Filter): Promise<number> {
    return this.#collection.countDocuments(tenantId, notRemoved(filter));
  }

  /** Open claims that match, by the keys of their owners: of these owners (at most 1,000 keys), or of all where none are named. */
  async countOpenByOwner(tenantId: string, filter: Filter, keys?: readonly string[]): Promise<Map<string, OpenCounts>> {
    const counts = new Map<string, OpenCounts>();
    if (keys === undefined) {
      for await (const range of this.#ownerRanges(tenantId, filter))
        await this.#countOpen(tenantId, { ...filter, 'owner.key': range }, counts);
    } else if (keys.length > 0) await this.#countOpen(tenantId, { ...filter, 'owner.key': { $in: keys } }, counts);
    return counts;
  }

  async #countOpen(tenantId: string, filter: Filter, into: Map<string, OpenCounts>): Promise<void> {
    for (const [rank, name] of [
      [RANK.toCollect, 'toCollect'],
      [RANK.toUpload, 'toUpload'],
    ] as const)
      for (const [key, n] of await this.#collection.groupCount(tenantId, { ...filter, rank }, 'owner.key'))
        into.set(String(key), { ...(into.get(String(key)) ?? { toCollect: 0, toUpload: 0 }), [name]: n });
  }

  /** Of the keys of owners, of so many claims that others get their turns in between. */
  async *#ownerRanges(tenantId: string, filter: Filter): AsyncGenerator<{ $gt: string; $lte?: string }> {
    for (let last = ''; ; ) {
      const owned = { ...filter, 'owner.key': { $gt: last } };
      const [end] = await this.#collection.find(tenantId, owned, { sort: BY_OWNER, skip: COUNTED, limit: 1 });
      const key = end?.owner?.key;
      yield { $gt: last, ...(key !== undefined && { $lte: key }) };
      if (key === undefined) return;
      last = key;
      await nextTick();
    }
  }

  /** Claims that match, by rank (`RANK`). */
  countByRank(tenantId: string, filter: Filter): Promise<ReadonlyMap<unknown, number>> {
    return this.#collection.groupCount(tenantId, notRemoved(filter), 'rank');
  }

  /** Claims that match, by the values of a scalar field. */
  async countBy(tenantId: string, filter: Filter, field: 'program' | 'owner.key'): Promise<Map<string, number>> {
    const counts = await this.#collection.groupCount(tenantId, notRemoved(filter), field);
    return new Map([...counts].map(([value, n]) => [String(value), n]));
  }

  /** The keys of those who own claims that match. */
  async ownerKeys(tenantId: string, filter: Filter): Promise<Set<string>> {
    return new Set((await this.countBy(tenantId, filter, 'owner.key')).keys());
  }

  /** At most 1,000 ids. Also those that were removed. */
  byIds(tenantId: string, ids: readonly string[]): Promise<Claim[]> {
    return this.#collection.find(tenantId, { _id: { $in: ids } });
  }

  /** By id, those that were removed too: to go through all of them, from the one after `last`. */
  page(tenantId: string, last: string, limit: number): Promise<Claim[]> {
    return this.#collection.find(tenantId, { _id: { $gt: last } }, { sort: { _id: 1 }, limit });
  }

  /** How many there are, those that were removed too; or how many of them an import brought. */
  countAll(tenantId: string, addedBy?: string): Promise<number> {
    return this.#collection.countDocuments(tenantId, addedBy === undefined ? {} : { addedBy });
  }

  /** Takes these away for good, those that have changed since they were read excepted. At most 1,000. */
  async deleteUnchanged(tenantId: string, claims: readonly Claim[]): Promise<void> {
    for (const [version, some = []] of Map.groupBy(claims, (claim) => claim.version))
      await this.#collection.deleteMany(tenantId, { _id: { $in: some.map(({ _id }) => _id) }, version });
  }

  /** The files of all POE that was filed. */
  async *filesOf(tenantId: string): AsyncGenerator<string> {
    for await (const { workloads } of eachDoc(this.#collection, tenantId))
      for (const { poe } of workloads) for (const { sha256 } of poe) yield sha256;
  }

  /** The tenants that have claims. */
  tenants(): Promise<string[]> {
    return this.#collection.tenants();
  }

  /** Adds those whose claim ID is not there yet; the others are left as they are. Safe to repeat. */
  async addNew(tenantId: string, claims: readonly Claim[]): Promise<void> {
    const ops: UpsertOp[] = claims.map(({ claimKey, tenantId: _, ...rest }) => ({
      filter: { claimKey },
      update: { $setOnInsert: rest },
    }));
    if (ops.length > 0) await this.#collection.bulkUpsert(tenantId, ops);
  }

  /**
   * Changes the record once for each one-time key (`changeOnce`); what follows from the change is written with it.
   * @param decide what to change of the record as it is; undefined for nothing
   */
  async change(
    tenantId: string,
    id: string,
    key: string,
    decide: (claim: Claim) => ClaimPatch | undefined,
  ): Promise<ChangeOutcome> {
    const result = await changeOnce(this.#collection, tenantId, { _id: id }, key, (claim) => {
      const changes = decide(claim);
      if (changes === undefined) return undefined;
      const changed = withPatch(claim, changes);
      const gone = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [[name, true]] : []));
      const $set = { ...changes, ...derive(changed, changed.workloads, this.notices) };
      return { update: { $set, $unset: Object.fromEntries(gone), $inc: { version: 1 } } };
    });
    return result.kind === 'gone' ? result : { kind: result.kind, claim: result.doc };
  }

  /** Derives anew what is stored of a claim, over the version that was read. A change in between has derived it itself. */
  async deriveAnew(tenantId: string, claim: Claim): Promise<void> {
    const { _id, version } = claim;
    const derived = derive(claim, claim.workloads, this.notices);
    const isRight = (['notice', 'rank', 'searchKey'] as const).every((field) => claim[field] === derived[field]);
    if (isRight) return;
    await this.#collection.updateOne(tenantId, { _id, version }, { $set: { ...derived } });
  }
}

/** Lists, counts and searches leave out what was removed: by its rank, which their indexes have, or by its empty search text. */
function notRemoved(filter: Filter): Filter {
  return 'rank' in filter || filter.contains ? filter : { ...filter, rank: { $lt: RANK.removed } };
}

function withPatch(claim: Claim, changes: ClaimPatch): Claim {
  return Object.fromEntries(
    Object.entries({ ...claim, ...changes }).filter(([, value]) => value !== undefined),
  ) as unknown as Claim;
}
