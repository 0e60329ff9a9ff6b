/** Chooses the engine and opens it: MongoDB where a URI is given, else the embedded one in the data folder. */
import { join } from 'node:path';
import type { DocStore, FileVault } from './port.ts';
import { SqliteStore } from './sqlite/store.ts';
import { FolderVault } from './vault-folder.ts';

export interface StoreOptions {
  /** MONGODB_URI; undefined for the embedded engine. */
  readonly mongodbUri?: string | undefined;
  /** DATA_DIR; made where it is missing, and not touched with MongoDB. */
  readonly dataDir: string;
  /** The real time, by which documents expire. */
  readonly now: () => Date;
  /** Milliseconds that a database server gets to answer; a default where not given. */
  readonly answerWithinMs?: number | undefined;
}

export interface OpenedStore {
  readonly store: DocStore;
  readonly vault: FileVault;
}

/** Closing the store closes both. @throws OperatorError naming MONGODB_URI or DATA_DIR and the cure */
export async function openStore({ mongodbUri, dataDir, now, answerWithinMs }: StoreOptions): Promise<OpenedStore> {
  if (mongodbUri === undefined) return openEmbedded(dataDir, now);
  const { openMongoDb } = await import('./open-mongodb.ts');
  const { store, openVault } = await openMongoDb(mongodbUri, now, answerWithinMs);
  return closingOnError(store, openVault);
}

function openEmbedded(dataDir: string, now: () => Date): Promise<OpenedStore> {
  const store = new SqliteStore(dataDir, now);
  return closingOnError(store, () => FolderVault.open(join(dataDir, 'files'), now));
}

async function closingOnError(store: DocStore, openVault: () => Promise<FileVault>): Promise<OpenedStore> {
  try {
    return { store, vault: await openVault() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
