/**
 * All that is kept of a tenant, as a folder: a file of JSON lines for each collection, and the documents by their SHA-256. Document by
 * document, so that it takes no more memory for more of them. `export.json` is written last: a folder without it is not whole.
 */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, OperatorError } from '../errors.ts';
import { eachDoc } from '../storage/each-doc.ts';
import type { Doc, DocStore, FileVault } from '../storage/port.ts';
import type { Records } from '../storage/records.ts';
import { type FileNames, namedFiles } from '../storage/vault-sweep.ts';

export interface TenantExportOptions {
  readonly store: DocStore;
  readonly vault: FileVault;
  readonly records: readonly Records[];
  readonly files: readonly FileNames[];
  /** Real time. */
  readonly now: Date;
}

/** What was written. */
export interface TenantExport {
  readonly tenantId: string;
  /** Real time, ISO. */
  readonly at: string;
  /** Documents, by collection. */
  readonly documents: Readonly<Record<string, number>>;
  readonly files: number;
  /** Bytes of them. */
  readonly bytes: number;
  /** Files that records name and that are not there any more. */
  readonly missing: readonly string[];
}

/** @param folder new or empty @throws OperatorError where it is neither */
export async function exportTenant(
  { store, vault, records, files, now }: TenantExportOptions,
  tenantId: string,
  folder: string,
): Promise<TenantExport> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new OperatorError('The folder is not empty. Name a new one.');
  await mkdir(join(folder, 'records'));
  await mkdir(join(folder, 'files'));
  const documents: Record<string, number> = {};
  for (const { collection } of records) {
    let written = 0;
    const lines = async function* () {
      for await (const doc of eachDoc(store.collection<Doc>(collection), tenantId)) {
        written += 1;
        yield `${JSON.stringify(doc)}\n`;
      }
    };
    await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'records', `${collection.name}.jsonl`)));
    documents[collection.name] = written;
  }
  const kept = { files: 0, bytes: 0 };
  const missing: string[] = [];
  for (const sha256 of await namedFiles(files, tenantId)) {
    const bytes = await copyFile(vault, tenantId, sha256, join(folder, 'files', sha256));
    if (bytes === undefined) missing.push(sha256);
    else {
      kept.files += 1;
      kept.bytes += bytes;
    }
  }
  const whole: TenantExport = { tenantId, at: now.toISOString(), documents, ...kept, missing };
  await writeFile(join(folder, 'export.json'), `${JSON.stringify(whole, null, 2)}\n`);
  return whole;
}

/** Bytes; undefined where it is not there. @throws OperatorError where its bytes are not those that its name says */
async function copyFile(vault: FileVault, tenantId: string, sha256: string, to: string): Promise<number | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const source = await vault.open(tenantId, sha256);
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    };
    await pipeline(source, counted, createWriteStream(to));
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
  if (hash.digest('hex') !== sha256) throw new OperatorError(`The file ${sha256} is damaged in the store.`);
  return bytes;
}
