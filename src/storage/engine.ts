/** What an engine does for one collection. It gets only what the grammar has checked, with the tenant and the expiry in the condition. */
import type { StoredDoc } from './grammar/document.ts';
import type { Condition, SortKeys } from './grammar/filter.ts';
import type { CheckedUpdate } from './grammar/update.ts';
import type { Scalar } from './port.ts';

export interface CheckedUpsert {
  readonly where: Condition;
  readonly update: CheckedUpdate;
  /** What the document holds before the update when none matches; `_id` and `tenantId` are in it. */
  readonly seed: Readonly<Record<string, Scalar>>;
}

export interface EngineCollection {
  /** @throws DuplicateKeyError */
  insert(doc: StoredDoc): Promise<void>;
  find(where: Condition, sort: SortKeys, skip: number, limit: number | undefined): Promise<StoredDoc[]>;
  count(where: Condition): Promise<number>;
  groupCount(where: Condition, path: string): Promise<Map<Scalar, number>>;
  /** Atomic on the first match. @throws DuplicateKeyError */
  update(where: Condition, update: CheckedUpdate, sort: SortKeys): Promise<StoredDoc | undefined>;
  /** @throws DuplicateKeyError when another document holds the key */
  upsert(upsert: CheckedUpsert, sort: SortKeys): Promise<StoredDoc>;
  /** Does all it can. @throws DuplicateKeyError at the end, when an op met one */
  bulkUpsert(upserts: readonly CheckedUpsert[]): Promise<{ inserted: number; matched: number }>;
  deleteOne(where: Condition): Promise<number>;
  deleteMany(where: Condition): Promise<number>;
  tenants(where: Condition): Promise<string[]>;
}
