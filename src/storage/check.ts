/** A write that only proves that the store takes writes: a full disk still reads. */
import type { Collection, CollectionSpec, Doc } from './port.ts';

export const CHECKS: CollectionSpec = { name: 'store_checks' };

/** One document, under a tenant that no directory has. */
interface Check extends Doc {
  readonly writes: number;
}
const NOBODY = 'none';

/** @throws StoreAwayError where nothing can be written */
export async function writeCheck(checks: Collection<Check>): Promise<void> {
  await checks.findOneAndUpdate(NOBODY, { _id: 'check' }, { $inc: { writes: 1 } }, { upsert: true });
}
