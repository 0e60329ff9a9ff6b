/**
 * The vault on MongoDB: GridFS, a file for each (tenant, SHA-256). The driver writes the chunks first and the file's document last,
 * and a file is found by its document alone. Uploads under way are recorded, so that what a crash left can be removed.
 */
import { finished } from 'node:stream/promises';
import { type Collection, type Db, type Filter, GridFSBucket, type GridFSFile, ObjectId } from 'mongodb';
import { NotFoundError } from '../errors.ts';
import { DAY_MS } from '../time/units.ts';
import { isDuplicateKey } from './mongodb/errors.ts';
import type { ServerReach } from './mongodb/reach.ts';
import type { FileVault, StoredFile } from './port.ts';
import { isSha256, Measured } from './vault-stream.ts';

const NAME = 'documents';
/** The driver's own choice. */
const CHUNK_BYTES = 255 * 1024;
/** No upload takes that long: the process of an older one is gone. */
const ABANDONED_MS = DAY_MS;

interface Upload {
  _id: ObjectId;
  startedAt: Date;
}

/** Files that were put for the last time before then; those of older versions have the time of their upload alone. */
function putBefore(before: Date): Filter<GridFSFile> {
  return {
    $or: [{ 'metadata.putAt': { $lt: before } }, { 'metadata.putAt': { $exists: false }, uploadDate: { $lt: before } }],
  };
}

export class GridFsVault implements FileVault {
  readonly #bucket: GridFSBucket;
  readonly #files: Collection<GridFSFile>;
  readonly #chunks: Collection;
  readonly #uploads: Collection<Upload>;
  readonly #now: () => Date;
  readonly #reach: ServerReach;

  private constructor(db: Db, now: () => Date, reach: ServerReach) {
    this.#bucket = new GridFSBucket(db, { bucketName: NAME, chunkSizeBytes: CHUNK_BYTES });
    this.#files = db.collection<GridFSFile>(`${NAME}.files`);
    this.#chunks = db.collection(`${NAME}.chunks`);
    this.#uploads = db.collection<Upload>(`${NAME}.uploads`);
    this.#now = now;
    this.#reach = reach;
  }

  /** Makes the indexes and removes what was abandoned. */
  static async open(db: Db, now: () => Date, reach: ServerReach): Promise<GridFsVault> {
    const vault = new GridFsVault(db, now, reach);
    await vault.#files.createIndex({ 'metadata.tenantId': 1, filename: 1 }, { unique: true });
    await vault.#chunks.createIndex({ files_id: 1, n: 1 }, { unique: true });
    await vault.#removeAbandoned();
    return vault;
  }

  async put(tenantId: string, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile> {
    const id = new ObjectId();
    await this.#ask(() => this.#uploads.insertOne({ _id: id, startedAt: this.#now() }));
    try {
      return await this.#upload(id, tenantId, source, maxBytes);
    } finally {
      await this.#tidy(id);
    }
  }

  async open(tenantId: string, sha256: string): Promise<NodeJS.ReadableStream & AsyncIterable<Uint8Array>> {
    const file = await this.#find(tenantId, sha256);
    if (file === null) throw new NotFoundError('vault.no-such-file');
    return this.#bucket.openDownloadStream(file._id);
  }

  async has(tenantId: string, sha256: string): Promise<boolean> {
    return (await this.#find(tenantId, sha256)) !== null;
  }

  async renew(tenantId: string, sha256: string): Promise<boolean> {
    if (!isSha256(sha256)) return false;
    const update = { $set: { 'metadata.putAt': this.#now() } };
    const which = { 'metadata.tenantId': tenantId, filename: sha256 };
    return (await this.#ask(() => this.#files.updateOne(which, update))).matchedCount === 1;
  }

  async *listPutBefore(tenantId: string, before: Date): AsyncGenerator<StoredFile> {
    const files = this.#files.find({ 'metadata.tenantId': tenantId, ...putBefore(before) });
    for await (const { filename, length } of files) yield { sha256: filename, size: length };
  }

  async removePutBefore(tenantId: string, sha256: string, before: Date): Promise<boolean> {
    const file = await this.#find(tenantId, sha256);
    if (file === null) return false;
    // A kill in between leaves chunks, which the next start finds by this record.
    await this.#ask(async () => {
      await this.#uploads.insertOne({ _id: file._id, startedAt: this.#now() }).catch((error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
      });
    });
    const { deletedCount } = await this.#ask(() => this.#files.deleteOne({ _id: file._id, ...putBefore(before) }));
    await this.#tidy(file._id);
    return deletedCount === 1;
  }

  async #upload(
    id: ObjectId,
    tenantId: string,
    source: AsyncIterable<Uint8Array>,
    maxBytes: number,
  ): Promise<StoredFile> {
    const measured = new Measured(maxBytes);
    const metadata = { tenantId, putAt: this.#now() };
    const upload = this.#bucket.openUploadStreamWithId(id, '', { metadata });
    // Errors come through the callbacks below.
    upload.on('error', () => {});
    // Write by write, not by a pipeline: when the source fails, no chunk is still on its way to the server.
    for await (const bytes of measured.through(source)) {
      await this.#ask(
        () =>
          new Promise<void>((resolve, reject) => upload.write(bytes, (error) => (error ? reject(error) : resolve()))),
      );
    }
    const file = measured.result();
    // The name is not known before the last chunk; the driver writes the file's document after it.
    upload.filename = file.sha256;
    await this.#ask(async () => {
      try {
        upload.end();
        await finished(upload);
      } catch (error) {
        // The unique index has the same bytes already, put before or at the same time.
        if (!isDuplicateKey(error)) throw error;
        if (!(await this.renew(tenantId, file.sha256))) await this.#insertAgain(id, tenantId, file);
      }
    });
    return file;
  }

  /** The file that had the same bytes was removed meanwhile. The chunks of this one are all there, its document alone was refused. */
  async #insertAgain(_id: ObjectId, tenantId: string, { sha256: filename, size: length }: StoredFile): Promise<void> {
    const now = this.#now();
    const document = {
      _id,
      length,
      chunkSize: CHUNK_BYTES,
      uploadDate: now,
      filename,
      metadata: { tenantId, putAt: now },
    };
    await this.#files.insertOne(document).catch(async (error: unknown) => {
      if (!isDuplicateKey(error) || !(await this.renew(tenantId, filename))) throw error;
    });
  }

  /** Removes the chunks of an upload that did not become a file, then the upload's record. */
  async #tidy(id: ObjectId): Promise<void> {
    await this.#ask(async () => {
      if ((await this.#files.countDocuments({ _id: id }, { limit: 1 })) === 0)
        await this.#chunks.deleteMany({ files_id: id });
      await this.#uploads.deleteOne({ _id: id });
    });
  }

  async #removeAbandoned(): Promise<void> {
    const before = new Date(this.#now().getTime() - ABANDONED_MS);
    for (const { _id } of await this.#uploads.find({ startedAt: { $lt: before } }).toArray()) await this.#tidy(_id);
  }

  async #find(tenantId: string, sha256: string): Promise<GridFSFile | null> {
    if (!isSha256(sha256)) return null;
    return this.#ask(() => this.#files.findOne({ 'metadata.tenantId': tenantId, filename: sha256 }));
  }

  #ask<R>(work: () => Promise<R>): Promise<R> {
    return this.#reach.ask(NAME, work);
  }
}
