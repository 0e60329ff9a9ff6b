/** The embedded vault: `<folder>/<tenant>/<aa>/<sha256>`. A file gets its name when it is whole and on disk. */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NotFoundError, OperatorError } from '../errors.ts';
import { onDisk } from './disk.ts';
import type { FileVault, StoredFile } from './port.ts';
import { isSha256, Measured } from './vault-stream.ts';

export class FolderVault implements FileVault {
  readonly #folder: string;
  readonly #unfinished: string;
  readonly #now: () => Date;
  /** What is being done to files just now, by path: one thing after the other. No other process is at work in the folder. */
  readonly #underWay = new Map<string, Promise<unknown>>();

  private constructor(folder: string, now: () => Date) {
    this.#folder = folder;
    this.#unfinished = join(folder, 'unfinished');
    this.#now = now;
  }

  /** Removes what a crash left unfinished, so nobody else may be using the folder. @throws OperatorError naming DATA_DIR */
  static async open(folder: string, now: () => Date): Promise<FolderVault> {
    const vault = new FolderVault(folder, now);
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
      await onDisk(() =>
        pipeline(
          source,
          (bytes) => measured.through(bytes),
          createWriteStream(unfinished, { flags: 'wx', flush: true }),
        ),
      );
      const file = measured.result();
      const path = this.#pathOf(tenantId, file.sha256);
      await onDisk(() => this.#alone(path, () => this.#keep(unfinished, path)));
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

  async renew(tenantId: string, sha256: string): Promise<boolean> {
    if (!isSha256(sha256)) return false;
    const path = this.#pathOf(tenantId, sha256);
    return this.#alone(path, () => this.#touch(path));
  }

  async *listPutBefore(tenantId: string, before: Date): AsyncGenerator<StoredFile> {
    const folder = this.#folderOf(tenantId);
    for (const part of await namesIn(folder)) {
      for (const sha256 of await namesIn(join(folder, part))) {
        const found = await statOf(join(folder, part, sha256));
        if (found !== undefined && found.mtime < before) yield { sha256, size: found.size };
      }
    }
  }

  async removePutBefore(tenantId: string, sha256: string, before: Date): Promise<boolean> {
    if (!isSha256(sha256)) return false;
    const path = this.#pathOf(tenantId, sha256);
    return this.#alone(path, async () => {
      const found = await statOf(path);
      if (found === undefined || found.mtime >= before) return false;
      await rm(path, { force: true });
      return true;
    });
  }

  async #alone<T>(path: string, act: () => Promise<T>): Promise<T> {
    const before = this.#underWay.get(path);
    const mine = (async () => {
      await before?.catch(() => undefined);
      return act();
    })();
    this.#underWay.set(path, mine);
    try {
      return await mine;
    } finally {
      if (this.#underWay.get(path) === mine) this.#underWay.delete(path);
    }
  }

  /** A file's time of change is when it was put last. Returns false where it is not there. */
  async #touch(path: string): Promise<boolean> {
    const now = this.#now();
    try {
      await utimes(path, now, now);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async #keep(unfinished: string, path: string): Promise<void> {
    const folder = dirname(path);
    await mkdir(folder, { recursive: true });
    // The same bytes may be there already and open for reading: Windows would not rename over them.
    if (!(await this.#touch(path))) {
      await this.#touch(unfinished);
      await rename(unfinished, path);
    }
    // Also where the file was there: the put that wrote it may have been killed before it synced the folders.
    for (const at of [folder, dirname(folder), this.#folder]) await syncFolder(at);
  }

  /** Tenant ids come from outside and may have any characters in them, so their hash names the folder. */
  #pathOf(tenantId: string, sha256: string): string {
    return join(this.#folderOf(tenantId), sha256.slice(0, 2), sha256);
  }

  #folderOf(tenantId: string): string {
    return join(this.#folder, createHash('sha256').update(tenantId).digest('hex'));
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

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function statOf(path: string): Promise<{ readonly mtime: Date; readonly size: number } | undefined> {
  try {
    return await stat(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
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
