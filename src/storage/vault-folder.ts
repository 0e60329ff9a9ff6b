/** The embedded vault: `<folder>/<tenant>/<aa>/<sha256>`. A file gets its name when it is whole and on disk. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, OperatorError } from '../errors.ts';
import type { FileVault, StoredFile } from './port.ts';
import { isSha256, Measured } from './vault-stream.ts';

export class FolderVault implements FileVault {
  readonly #folder: string;
  readonly #unfinished: string;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#unfinished = join(folder, 'unfinished');
  }

  /** Removes what a crash left unfinished, so nobody else may be using the folder. @throws OperatorError naming DATA_DIR */
  static async open(folder: string): Promise<FolderVault> {
    const vault = new FolderVault(folder);
    try {
      await rm(vault.#unfinished, { recursive: true, force: true });
      await mkdir(vault.#unfinished, { recursive: true });
    } catch (cause) {
      throw new OperatorError(`${folder} in DATA_DIR cannot be written to. Check the folder's rights.`, { cause });
    }
    return vault;
  }

  async put(tenantId: string, source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<StoredFile> {
    const unfinished = join(this.#unfinished, randomUUID());
    const measured = new Measured(maxBytes);
    try {
      await pipeline(
        source,
        (bytes) => measured.through(bytes),
        createWriteStream(unfinished, { flags: 'wx', flush: true }),
      );
      const file = measured.result();
      await this.#keep(unfinished, this.#pathOf(tenantId, file.sha256));
      return file;
    } finally {
      await rm(unfinished, { force: true });
    }
  }

  async open(tenantId: string, sha256: string): Promise<NodeJS.ReadableStream & AsyncIterable<Uint8Array>> {
    if (!isSha256(sha256)) throw new NotFoundError('vault.no-such-file');
    try {
      const handle = await open(this.#pathOf(tenantId, sha256));
      return handle.createReadStream();
    } catch (error) {
      if (isMissing(error)) throw new NotFoundError('vault.no-such-file');
      throw error;
    }
  }

  async has(tenantId: string, sha256: string): Promise<boolean> {
    return isSha256(sha256) && exists(this.#pathOf(tenantId, sha256));
  }

  async remove(tenantId: string, sha256: string): Promise<void> {
    if (isSha256(sha256)) await rm(this.#pathOf(tenantId, sha256), { force: true });
  }

  async #keep(unfinished: string, path: string): Promise<void> {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    // The same bytes may be there already and open for reading: Windows would not rename over them.
    if (!(await exists(path))) await rename(unfinished, path);
    // Also where the file was there: the put that wrote it may have been killed before it synced the folders.
    for (const at of [folder, dirname(folder), this.#folder]) await syncFolder(at);
  }

  /** Tenant ids come from outside and may have any characters in them, so their hash names the folder. */
  #pathOf(tenantId: string, sha256: string): string {
    const tenant = createHash('sha256').update(tenantId).digest('hex');
    return join(this.#folder, tenant, sha256.slice(0, 2), sha256);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Makes the names in a folder survive a power cut (fsync). Windows has no such thing and refuses to open a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
