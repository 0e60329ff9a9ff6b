/** Optimistic changes: decided on a document as it was read, written only while it is still so, else decided again. */
import type { Collection, Doc, Filter, Update } from './port.ts';

/** A document that counts its changes and remembers the one-time keys of those applied to it, the newest last. */
export interface KeyedDoc extends Doc {
  readonly version: number;
  readonly appliedKeys: readonly string[];
}

/** What to write, and what has to be as it was read for the write to count. */
export interface GuardedUpdate {
  readonly update: Update;
  readonly asRead: Filter;
}

/** `unchanged`: `decide` found nothing to do. `gone`: no such document. */
export type ChangeResult<T> = { readonly kind: 'changed' | 'unchanged'; readonly doc: T } | { readonly kind: 'gone' };

/** `repeated`: the key was applied before. */
export type ChangeOnceResult<T> = ChangeResult<T> | { readonly kind: 'repeated'; readonly doc: T };

/** How many one-time keys a document remembers. A press counts twice only if it is delivered again after that many other changes. */
const KEYS_KEPT = 200;

/**
 * Reads the document, decides, and writes if `asRead` still holds; else reads and decides again, until a write succeeds or there is
 * nothing to do. Each failed write means that somebody else's succeeded, so this ends.
 * @param decide pure: it may be called several times. Undefined: nothing to do. What it throws is thrown.
 */
export async function changeAsRead<T extends Doc>(
  collection: Collection<T>,
  tenantId: string,
  which: Filter,
  decide: (doc: T) => GuardedUpdate | undefined,
): Promise<ChangeResult<T>> {
  for (;;) {
    const doc = await collection.findOne(tenantId, which);
    if (doc === undefined) return { kind: 'gone' };
    const decided = decide(doc);
    if (decided === undefined) return { kind: 'unchanged', doc };
    const after = await collection.findOneAndUpdate(tenantId, { ...decided.asRead, _id: doc._id }, decided.update);
    if (after !== undefined) return { kind: 'changed', doc: after };
  }
}

/**
 * As `changeAsRead`, once for each one-time key: one write has the key and its effect, and succeeds only on the version that was read.
 * The update of a change that others have to see increments `version`; any other change names in `asRead` what it relies on.
 * @param decide as above; not called where the key was applied before
 */
export async function changeOnce<T extends KeyedDoc>(
  collection: Collection<T>,
  tenantId: string,
  which: Filter,
  key: string,
  decide: (doc: T) => { readonly update: Update; readonly asRead?: Filter } | undefined,
): Promise<ChangeOnceResult<T>> {
  const result = await changeAsRead(collection, tenantId, which, (doc) => {
    const decided = doc.appliedKeys.includes(key) ? undefined : decide(doc);
    if (decided === undefined) return undefined;
    const { update, asRead } = decided;
    const appliedKeys = { $each: [key], $slice: -KEYS_KEPT };
    return {
      update: { ...update, $push: { ...update.$push, appliedKeys } },
      asRead: { ...asRead, version: doc.version, appliedKeys: { $ne: key } },
    };
  });
  const isRepeated = result.kind === 'unchanged' && result.doc.appliedKeys.includes(key);
  return isRepeated ? { kind: 'repeated', doc: result.doc } : result;
}
