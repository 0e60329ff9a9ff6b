/** The claims in the store. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { NOTICES } from '../campaign/notices.ts';
import { changeOnce } from '../storage/change-once.ts';
import { eachDoc } from '../storage/each-doc.ts';
import type { Collection, CollectionSpec, DocStore, Filter, Sort, UpsertOp } from '../storage/port.ts';
import { type Claim, type ClaimPatch, RANK } from './claim.ts';
import { workloadMark } from './normalise.ts';
import { type ClaimNotices, derive } from './rules.ts';
import { type ClaimOrder, type Scopes, windowOf } from './scopes.ts';
import { countsByMark } from './workload-marks.ts';
import { claimWritten, keysOfWritten } from './written-ids.ts';

export const CLAIMS: CollectionSpec = {
  name: 'associations',
  indexes: [
    { fields: ['claimKey'], unique: true },
    // With the searchable text at the end, a search reads these and not the claims: a fifth of the time, in which nobody else is answered.
    { fields: ['rank', 'customerKey', 'claimKey', 'searchKey'] },
    { fields: ['program', 'rank', 'customerKey', 'claimKey'], values: 5 },
    { fields: ['owner.key', 'rank', 'customerKey', 'claimKey', 'searchKey'], values: 10_000 },
    // To sort a table of all of them.
    { fields: ['customerKey', 'claimKey', 'rank'] },
    { fields: ['claimKey', 'rank'] },
    { fields: ['addedBy'] },
    { fields: ['customerTenantId'], values: 100_000 },
    // Whose claim ID begins with what a member types.
    { fields: ['owner.key', 'claimKey'], values: 10_000 },
  ],
  counts: [
    ['rank', 'notice', 'toUpload', 'lacking', 'owner.key?'],
    ['rank', 'notice', 'workloadMarks', 'program', 'toUpload', 'owner.key?'],
    ['owner.key', 'rank', 'notice', 'toUpload'],
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

/** Writing so many takes some 20 ms on the embedded engine, in which nobody else is answered; fewer at once take longer in all. The wait for the disk is shared by several of these. */
const ADDED_AT_ONCE = 100;
const NOTHING_OPEN: OpenCounts = { toCollect: 0, toUpload: 0 };

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

  /** The most urgent first. @param scopes that have no claim in common; the claims of all of them */
  list(tenantId: string, filter: Filter, skip: number, limit: number, scopes: Scopes = [{}]): Promise<Claim[]> {
    return this.window(tenantId, filter, scopes, MOST_URGENT, skip, limit);
  }

  /** As `list`, in another order. */
  window(
    tenantId: string,
    filter: Filter,
    scopes: Scopes,
    order: ClaimOrder,
    skip: number,
    limit: number,
  ): Promise<Claim[]> {
    return windowOf(scopes, order, skip, limit, (scope, sort, from, count) =>
      this.#collection.find(tenantId, notRemoved(within(filter, scope)), { sort, skip: from, limit: count }),
    );
  }

  /** Without a sort in no promised order. */
  find(tenantId: string, filter: Filter, limit: number, sort: Sort = {}, skip = 0): Promise<Claim[]> {
    return this.#collection.find(tenantId, notRemoved(filter), { sort, skip, limit });
  }

  /** @param scopes that have no claim in common: the claims of all of them */
  async count(tenantId: string, filter: Filter, scopes: Scopes = [{}]): Promise<number> {
    const counts = await Promise.all(
      scopes.map((scope) => this.#collection.countDocuments(tenantId, notRemoved(within(filter, scope)))),
    );
    return counts.reduce((total, n) => total + n, 0);
  }

  /** The same of the claims that have a workload, by its key: one that is open, or any. */
  async countWithWorkload(
    tenantId: string,
    filter: Filter,
    scopes: Scopes,
    workload: string,
    which: 'open' | 'any',
  ): Promise<number> {
    const counts = await Promise.all(
      scopes.map((scope) => this.countBy(tenantId, within(filter, scope), 'workloadMarks')),
    );
    const ofMark = counts.map((marks) => countsByMark(marks).get(workloadMark(workload)));
    return ofMark.reduce(
      (total, found) => total + (found?.open ?? 0) + (which === 'any' ? (found?.others ?? 0) : 0),
      0,
    );
  }

  /** Open claims that match, by the keys of their owners: of these owners (at most 1,000 keys), or of all where none are named. */
  async countOpenByOwner(tenantId: string, filter: Filter, keys?: readonly string[]): Promise<Map<string, OpenCounts>> {
    const counts = new Map<string, OpenCounts>();
    if (keys?.length === 0) return counts;
    const among: Filter = { ...filter, ...(keys !== undefined && { 'owner.key': { $in: keys } }) };
    for (const [rank, name] of [
      [RANK.toCollect, 'toCollect'],
      [RANK.toUpload, 'toUpload'],
    ] as const) {
      for (const [key, n] of await this.#collection.groupCount(tenantId, { ...among, rank }, 'owner.key'))
        counts.set(String(key), { ...(counts.get(String(key)) ?? NOTHING_OPEN), [name]: n });
      await nextTick();
    }
    return counts;
  }

  /** Claims that match, by rank (`RANK`). */
  countByRank(tenantId: string, filter: Filter): Promise<ReadonlyMap<unknown, number>> {
    return this.#collection.groupCount(tenantId, notRemoved(filter), 'rank');
  }

  /** Claims that match, by the values of a scalar field. */
  async countBy(
    tenantId: string,
    filter: Filter,
    field: 'program' | 'owner.key' | 'workloadMarks',
  ): Promise<Map<string, number>> {
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

  /** Adds those whose claim ID is not there yet; the others are left as they are. Safe to repeat. Others get their turns in between. */
  async addNew(tenantId: string, claims: readonly Claim[]): Promise<void> {
    const ops: UpsertOp[] = claims.map(({ claimKey, tenantId: _, ...rest }) => ({
      filter: { claimKey },
      update: { $setOnInsert: rest },
    }));
    const writes: Promise<unknown>[] = [];
    for (let at = 0; at < ops.length; at += ADDED_AT_ONCE) {
      const write = this.#collection.bulkUpsert(tenantId, ops.slice(at, at + ADDED_AT_ONCE));
      // What fails is thrown below, when the others have ended, too.
      write.catch(() => undefined);
      writes.push(write);
      await nextTick();
    }
    await Promise.allSettled(writes);
    await Promise.all(writes);
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
    const isRight = (['notice', 'rank', 'searchKey', 'workloadMarks'] as const).every(
      (field) => claim[field] === derived[field],
    );
    if (isRight) return;
    await this.#collection.updateOne(tenantId, { _id, version }, { $set: { ...derived } });
  }
}

const MOST_URGENT: ClaimOrder = { rank: 1, customerKey: 1, claimKey: 1 };

/** What both say. Conditions on owners may be in either, and both may have alternatives, which are then those of the one with those of the other. */
function within({ $or: some = [{}], ...filter }: Filter, { $or: others = [{}], ...scope }: Filter): Filter {
  const isApart = Object.keys(scope).every((key) => !(key in filter));
  const both = isApart ? { ...filter, ...scope } : filter;
  const either = some.flatMap((one) => others.map((other) => ({ ...one, ...other, ...(isApart ? {} : scope) })));
  return either.some((one) => Object.keys(one).length > 0) ? { ...both, $or: either } : both;
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
