/** Inserts whose key may be there already. */
import { DuplicateKeyError } from '../errors.ts';
import type { Collection, Doc } from './port.ts';

/** A key that is taken that often, each time by a document that `find` does not find, will not become free. */
const MOST_TRIES = 10;

/** Inserts where no document holds one of its unique keys. Returns whether it did. */
export async function insertIfAbsent<T extends Doc>(
  collection: Collection<T>,
  tenantId: string,
  doc: T,
): Promise<boolean> {
  return (await duplicateOf(collection, tenantId, doc)) === undefined;
}

/**
 * Inserts; where the key is taken, `find` returns the document that has it (and may change it). Where it finds none, that document is
 * gone by now, and the insert is tried again.
 * @throws DuplicateKeyError when the key stays taken by a document that `find` does not find
 */
export async function insertOrFind<T extends Doc>(
  collection: Collection<T>,
  tenantId: string,
  doc: T,
  find: () => Promise<T | undefined>,
): Promise<{ readonly doc: T; readonly inserted: boolean }> {
  for (let tries = 1; ; tries++) {
    const duplicate = await duplicateOf(collection, tenantId, doc);
    if (duplicate === undefined) return { doc, inserted: true };
    const there = await find();
    if (there !== undefined) return { doc: there, inserted: false };
    if (tries === MOST_TRIES) throw duplicate;
  }
}

async function duplicateOf<T extends Doc>(
  collection: Collection<T>,
  tenantId: string,
  doc: T,
): Promise<DuplicateKeyError | undefined> {
  try {
    await collection.insertOne(tenantId, doc);
    return undefined;
  } catch (error) {
    if (error instanceof DuplicateKeyError) return error;
    throw error;
  }
}
