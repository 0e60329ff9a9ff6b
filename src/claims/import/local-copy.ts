import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, UserError } from '../../errors.ts';
import type { FileVault } from '../../storage/port.ts';

/** Lays a file of the vault into `tempDir` for readers that need a path, and takes it away afterwards. @throws UserError when it is gone */
export async function withLocalCopy<T>(
  vault: FileVault,
  file: { readonly tenantId: string; readonly sha256: string },
  tempDir: string,
  id: string,
  use: (path: string) => Promise<T>,
): Promise<T> {
  await mkdir(tempDir, { recursive: true });
  const path = join(tempDir, `${id}.import`);
  try {
    await pipeline(await opened(vault, file), createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

async function opened(
  vault: FileVault,
  { tenantId, sha256 }: { readonly tenantId: string; readonly sha256: string },
): Promise<NodeJS.ReadableStream> {
  try {
    return await vault.open(tenantId, sha256);
  } catch (error) {
    throw error instanceof NotFoundError ? new UserError('import.file-gone') : error;
  }
}
