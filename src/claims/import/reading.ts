/** Reads the file of an import, which lies in the vault. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, UserError } from '../../errors.ts';
import type { FileVault } from '../../storage/port.ts';
import { type ExportReading, readExport } from '../export-file/read-export.ts';
import type { ImportJob } from './jobs.ts';

export interface ReadingOptions {
  readonly vault: FileVault;
  /** Where the file is copied to: the reader needs a path. Removed afterwards. */
  readonly tempDir: string;
  readonly newId: () => string;
}

/** Opens the file with the job's mapping, and closes it after `use`. @throws UserError when it is gone, and as `readExport` */
export async function withReading<T>(
  { vault, tempDir, newId }: ReadingOptions,
  job: ImportJob,
  use: (reading: ExportReading) => Promise<T>,
): Promise<T> {
  await mkdir(tempDir, { recursive: true });
  const path = join(tempDir, `${newId()}.import`);
  try {
    await pipeline(await opened(vault, job), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    const reading = await readExport(path, {
      mapping: new Map(job.mapping.map(({ header, field }) => [header, field])),
      ...job.choices,
    });
    try {
      return await use(reading);
    } finally {
      await reading.close();
    }
  } finally {
    await rm(path, { force: true });
  }
}

async function opened(vault: FileVault, { tenantId, sha256 }: ImportJob): Promise<NodeJS.ReadableStream> {
  try {
    return await vault.open(tenantId, sha256);
  } catch (error) {
    throw error instanceof NotFoundError ? new UserError('import.file-gone') : error;
  }
}
