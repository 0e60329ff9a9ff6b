/** Reads the file of an import, which lies in the vault. */
import { NotFoundError, UserError } from '../../errors.ts';
import type { FileVault } from '../../storage/port.ts';
import { type VaultFileOptions, withVaultFile } from '../../storage/vault-file.ts';
import { type ExportReading, readExport } from '../export-file/read-export.ts';
import type { ImportJob } from './jobs.ts';

export interface ReadingOptions extends VaultFileOptions {
  readonly vault: FileVault;
}

/** Opens the file with the job's mapping, and closes it after `use`. @throws UserError when it is gone, and as `readExport` */
export async function withReading<T>(
  options: ReadingOptions,
  job: ImportJob,
  use: (reading: ExportReading) => Promise<T>,
): Promise<T> {
  const readAt = async (path: string): Promise<T> => {
    const reading = await readExport(path, {
      mapping: new Map(job.mapping.map(({ header, field }) => [header, field])),
      ...job.choices,
    });
    try {
      return await use(reading);
    } finally {
      await reading.close();
    }
  };
  try {
    return await withVaultFile(options, job, readAt);
  } catch (error) {
    throw error instanceof NotFoundError ? new UserError('import.file-gone') : error;
  }
}
