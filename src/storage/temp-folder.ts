import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the folder for files on their way, and removes what a crash left there before `olderThan`. */
export async function prepareTempFolder(dir: string, olderThan: Date): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats !== undefined && stats.mtime < olderThan) await rm(path, { recursive: true, force: true });
  }
}
