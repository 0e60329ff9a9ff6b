/** Erases what is kept of a person, or of a tenant: what features say in their faces that they keep. Safe to do again, from wherever it was cut off. */
import { OWNER_NAMES } from '../people/confirmed-names.ts';
import { PEOPLE, type People } from '../people/people.ts';
import { changeAsRead } from '../storage/change-once.ts';
import { eachDoc } from '../storage/each-doc.ts';
import type { ForgottenPerson, StandIn } from '../storage/forget.ts';
import type { Collection, Doc, DocStore, FileVault, Filter } from '../storage/port.ts';
import type { Records } from '../storage/records.ts';
import { DAY_MS } from '../time/units.ts';

const AT_ONCE = 500;
/** Somebody who works on with the bot meanwhile is known anew, again and again. */
const MOST_ROUNDS = 5;

/** What an erasure did in one collection, or would do. */
export interface Erased {
  readonly collection: string;
  /** Documents. */
  readonly removed: number;
  /** Documents that stay, without the person. */
  readonly renamed: number;
}

export interface ErasureOptions {
  readonly store: DocStore;
  readonly records: readonly Records[];
  /** Nothing is changed. */
  readonly dryRun?: boolean;
  /** Aborted: it ends early, and is to be done again. */
  readonly signal?: AbortSignal;
}

/** They know what people are called. */
const LAST: readonly string[] = [OWNER_NAMES.name, PEOPLE.name];

/** @param name what stands in the place of theirs; @param id of this erasure */
export function standIn(id: string, name: string): StandIn {
  return { userId: `erased-${id}`, name };
}

/** All that documents may call somebody, as far as it is known here. */
export async function forgottenPerson(people: People, tenantId: string, userId: string): Promise<ForgottenPerson> {
  const person = await people.get(tenantId, userId);
  if (person === undefined) return { userId, name: '', addresses: [], ownerKeys: [] };
  const { name, upn, email } = person;
  const addresses = [upn, email].filter((address) => address !== undefined);
  return { userId, name, addresses, ownerKeys: await people.ownerKeys(person) };
}

/**
 * Their own documents go, those that stay are without them. What they are called goes last, since until then it is needed to go on. Then all is
 * gone through again, for what was being made of theirs meanwhile. Yields what was done in each collection where anything was.
 */
export async function* erasePerson(
  options: ErasureOptions,
  tenantId: string,
  person: ForgottenPerson,
  inTheirPlace: StandIn,
): AsyncGenerator<Erased> {
  const { records, dryRun = false, signal } = options;
  const rankOf = ({ collection }: Records) => LAST.indexOf(collection.name);
  const inOrder = records.toSorted((a, b) => rankOf(a) - rankOf(b));
  for (let isDone = false, round = 0; !isDone && round < MOST_ROUNDS; round += 1) {
    isDone = true;
    for (const one of inOrder) {
      if (signal?.aborted) return;
      const erased = await erasedIn(one, options, tenantId, person, inTheirPlace);
      if (erased === undefined) continue;
      isDone = dryRun;
      yield erased;
    }
  }
}

async function erasedIn(
  { collection: spec, of, stays, forget }: Records,
  { store, dryRun = false, signal }: ErasureOptions,
  tenantId: string,
  person: ForgottenPerson,
  inTheirPlace: StandIn,
): Promise<Erased | undefined> {
  const collection = store.collection<Doc>(spec);
  const own = of === undefined || stays ? new Set<string>() : await idsOf(collection, tenantId, of(person));
  if (!dryRun) for (const _id of own) await collection.deleteOne(tenantId, { _id });
  let renamed = 0;
  if (forget !== undefined) {
    for await (const doc of eachDoc(collection, tenantId)) {
      if (signal?.aborted) break;
      if (own.has(doc._id) || forget(doc, person, inTheirPlace) === undefined) continue;
      renamed += 1;
      while (!dryRun) {
        const change = await changeAsRead(collection, tenantId, { _id: doc._id }, (read) =>
          forget(read, person, inTheirPlace),
        );
        if (change.kind !== 'changed') break;
      }
    }
  }
  return renamed + own.size === 0 ? undefined : { collection: spec.name, removed: own.size, renamed };
}

/** All that is kept of a tenant: documents, then files. Yields what was removed. Nothing of the tenant's may be under way. */
export async function* eraseTenant(
  { store, records, dryRun = false, vault, now }: ErasureOptions & { readonly vault: FileVault; readonly now: Date },
  tenantId: string,
): AsyncGenerator<Erased | { readonly files: number; readonly bytes: number }> {
  for (const { collection: spec } of records) {
    const collection = store.collection<Doc>(spec);
    const removed = dryRun ? await collection.countDocuments(tenantId, {}) : await removeAll(collection, tenantId);
    if (removed > 0) yield { collection: spec.name, removed, renamed: 0 };
  }
  // Also one that was put in this very moment.
  const before = new Date(now.getTime() + DAY_MS);
  const erased = { files: 0, bytes: 0 };
  for await (const { sha256, size } of vault.listPutBefore(tenantId, before)) {
    if (!(dryRun || (await vault.removePutBefore(tenantId, sha256, before)))) continue;
    erased.files += 1;
    erased.bytes += size;
  }
  if (erased.files > 0) yield erased;
}

async function idsOf(collection: Collection<Doc>, tenantId: string, filter: Filter): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for await (const { _id } of eachDoc(collection, tenantId, filter)) ids.add(_id);
  return ids;
}

/** Page by page, so that no single write holds the store. */
async function removeAll(collection: Collection<Doc>, tenantId: string): Promise<number> {
  for (let removed = 0; ; ) {
    const page = await collection.find(tenantId, {}, { limit: AT_ONCE });
    if (page.length === 0) return removed;
    removed += await collection.deleteMany(tenantId, { _id: { $in: page.map(({ _id }) => _id) } });
  }
}
