/** A file of the vault on disk, for what wants a path: a process that reads it. */
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { FileVault } from './port.ts';

export interface VaultFileOptions {
  readonly vault: Pick<FileVault, 'open'>;
  readonly tempDir: string;
  readonly newId: () => string;
}

/** Lies there for as long as it is used. @throws NotFoundError where the vault has it no more */
export async function withVaultFile<T>(
  { vault, tempDir, newId }: VaultFileOptions,
  { tenantId, sha256 }: { readonly tenantId: string; readonly sha256: string },
  use: (path: string) => Promise<T>,
): Promise<T> {
  await mkdir(tempDir, { recursive: true });
  const path = join(tempDir, `${newId()}.vault`);
  try {
    await pipeline(await vault.open(tenantId, sha256), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}
