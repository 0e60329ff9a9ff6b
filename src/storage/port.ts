/**
 * The DocStore port: a closed subset of MongoDB's own API and names, on which every repository is written once.
 * Two engines implement it (`sqlite/`, `mongodb/`); one contract suite holds for both (`test/contract/`).
 *
 * Rules that keep the engines equal:
 * - `_id` is a string of our own, unique over all tenants. `tenantId` is set by the port from the method's first argument and
 *   stands in every document read; a document or an update may name it only with the same value, a filter never.
 * - Values are strings, finite numbers, booleans, arrays and plain objects of those. No `undefined` (dropped), no `null`,
 *   no `Date`: times are ISO 8601 strings in UTC with milliseconds (`Date#toISOString`), which sort as they read.
 *   Half of a surrogate pair becomes U+FFFD.
 * - Field names hold no `$`, no `.` and are not `__proto__`; an operator outside the lists below throws `ProgrammingError`.
 *   Paths name fields, never array positions (no segment of digits only).
 * - Indexed fields, the search field and the expiry hold scalars (or nothing), and no array lies on the way to them.
 * - Comparisons stay within a type: `$gt: 5` matches no string. A sort puts missing, numbers, strings, booleans in this order;
 *   strings by code point. A sort always ends with `_id`, which the port adds in the direction of the last key. Without a sort no order is promised.
 * - A missing field equals nothing: `$ne` and `$nin` match documents without the field, `$eq`, `$lt`, … do not.
 * - A document is at most 16 MB as JSON.
 */

export type Scalar = string | number | boolean;

/** A stored document. */
export interface Doc {
  _id: string;
}

/** Comparison with one field; several operators in one object all have to hold. On an array field, `$eq` and `$in` match when one element does. */
export interface Comparison {
  $eq?: Scalar;
  $ne?: Scalar;
  $in?: readonly Scalar[];
  $nin?: readonly Scalar[];
  $lt?: Scalar;
  $lte?: Scalar;
  $gt?: Scalar;
  $gte?: Scalar;
  $exists?: boolean;
}

/**
 * A filter. Keys are field names or dotted paths (`owner.key`, `workloads.state`); `contains` looks for a piece of text in the
 * collection's declared search field (the caller normalises both sides the same way). A condition that is `undefined` is refused,
 * not dropped: it would match more than was meant.
 */
export interface Filter {
  readonly $or?: readonly Filter[];
  readonly contains?: string;
  readonly [path: string]: Scalar | Comparison | readonly Filter[];
}

export interface Update {
  $set?: Record<string, unknown>;
  $unset?: Record<string, true>;
  $inc?: Record<string, number>;
  /** A value, or `{ $each: [...], $slice?: -n }` to keep only the last n. */
  $push?: Record<string, unknown>;
  /** Removes the elements equal to the scalar, or the objects whose fields equal those of the given flat object. */
  $pull?: Record<string, Scalar | Record<string, Scalar>>;
  $addToSet?: Record<string, Scalar>;
  /** With `upsert` only: set when the document is created. `_id` stands here unless the filter gives it. */
  $setOnInsert?: Record<string, unknown>;
}

export type Sort = Readonly<Record<string, 1 | -1>>;

export interface IndexSpec {
  /** Paths in order; `tenantId` is put in front by the port. Paths must not lead through arrays. */
  fields: readonly string[];
  /** No two documents of a tenant hold the same values. Documents that lack one of the fields are not held to it. */
  unique?: boolean;
  /** How many values its first field has in a large tenant, about; 100 where it is not said. SQLite takes the index that narrows down most. */
  values?: number;
}

/** What a collection is. It is declared next to its type, and the store sets it up at start. */
export interface CollectionSpec {
  /** snake_case name, also the table's or collection's name. */
  name: string;
  indexes?: readonly IndexSpec[];
  /**
   * Fields by which documents are counted, one list for each kind of question: `countDocuments` and `groupCount` with conditions on these
   * alone cost the same however many documents there are (SQLite keeps the counts with each write, MongoDB an index). Of `path?` it only
   * counts whether there is something (`$exists`). The list with the fewest combinations of values comes first.
   */
  counts?: readonly (readonly string[])[];
  /** The field that `contains` searches. */
  searchField?: string;
  /** An ISO time after which the document is gone: never returned from then on, removed some time later. */
  expiresField?: string;
  /**
   * Its writes are done when all see them and a killed process leaves them, not when the disk has them: a power cut may take those of the last
   * moment. For leases and marks, whose `settled` is waited for before anybody is told.
   */
  settlesLater?: true;
}

export interface FindOptions {
  sort?: Sort;
  skip?: number;
  limit?: number;
}

export interface UpsertOp {
  /** Equality on fields of one unique index (or on `_id`). */
  filter: Readonly<Record<string, Scalar>>;
  /** `$set`, `$unset`, `$inc`, `$setOnInsert` … ; `_id` comes in `$setOnInsert`. */
  update: Update;
}

/** One collection. Every method names the tenant first; nothing reaches over it. */
export interface Collection<T extends Doc> {
  /** @throws DuplicateKeyError when `_id` or a unique index holds the key already */
  insertOne(tenantId: string, doc: T): Promise<void>;
  findOne(tenantId: string, filter: Filter, options?: { sort?: Sort }): Promise<T | undefined>;
  find(tenantId: string, filter: Filter, options?: FindOptions): Promise<T[]>;
  countDocuments(tenantId: string, filter: Filter): Promise<number>;
  /** Number of documents for each value of a scalar field; documents without it are left out. */
  groupCount(tenantId: string, filter: Filter, field: string): Promise<Map<Scalar, number>>;
  /** Atomic on one document. Returns how many matched (0 or 1). @throws DuplicateKeyError */
  updateOne(tenantId: string, filter: Filter, update: Update): Promise<number>;
  /**
   * Atomic; returns the document after the change, or undefined when none matched. With `upsert` one is created from the filter's
   * equalities; the filter is then flat (no `$or`, `$in`, `contains`). @throws DuplicateKeyError
   */
  findOneAndUpdate(
    tenantId: string,
    filter: Filter,
    update: Update,
    options?: { sort?: Sort; upsert?: boolean },
  ): Promise<T | undefined>;
  /**
   * Each op is atomic by itself, the whole is not: after an error the other ops may have been done. Write ops that are safe to repeat.
   * Order is not promised. At most 1,000 ops a call. @throws DuplicateKeyError when an op meets a key of another document
   */
  bulkUpsert(tenantId: string, ops: readonly UpsertOp[]): Promise<{ inserted: number; matched: number }>;
  deleteOne(tenantId: string, filter: Filter): Promise<number>;
  deleteMany(tenantId: string, filter: Filter): Promise<number>;
  /** The tenants that have documents here; the one question that names no tenant (for start-up and timers). */
  tenants(): Promise<string[]>;
}

export interface DocStore {
  /** `sqlite` or `mongodb`, for logs and health. */
  readonly engine: 'sqlite' | 'mongodb';
  collection<T extends Doc>(spec: CollectionSpec): Collection<T>;
  /** Creates tables and indexes of all collections so far. Idempotent. */
  setUp(): Promise<void>;
  /** Rejects when the store cannot be reached, nothing can be written to it, or its indexes are not there. */
  check(): Promise<void>;
  /** Resolves when all that was written so far is on disk, in every collection. @throws StoreAwayError */
  settled(): Promise<void>;
  /** Removes expired documents where the engine does not do it by itself; returns how many. */
  removeExpired(): Promise<number>;
  close(): Promise<void>;
}

/** A stored file, which its SHA-256 addresses within the tenant. */
export interface StoredFile {
  /** Lower-case hex. */
  sha256: string;
  /** Bytes. */
  size: number;
}

/** Where documents live: a folder (embedded) or GridFS (MongoDB). Same bytes of one tenant are kept once. */
export interface FileVault {
  /**
   * Stores a stream whole or not at all: on an error of the source or over `maxBytes` nothing is left.
   * @throws FileTooLargeError over `maxBytes`
   */
  put(tenantId: string, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile>;
  /** @throws NotFoundError when the tenant has no such file */
  open(tenantId: string, sha256: string): Promise<NodeJS.ReadableStream & AsyncIterable<Uint8Array>>;
  has(tenantId: string, sha256: string): Promise<boolean>;
  /** Counts as a put of the same bytes just now. Returns false where the file is not there. */
  renew(tenantId: string, sha256: string): Promise<boolean>;
  /** The files of a tenant that were put for the last time before then. In no promised order. */
  listPutBefore(tenantId: string, before: Date): AsyncIterable<StoredFile>;
  /** Removes a file that was put for the last time before then, and returns whether it did. Also while others put the same bytes. */
  removePutBefore(tenantId: string, sha256: string, before: Date): Promise<boolean>;
}
