import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Makes the folder where files lie on their way, and takes away what a crash left there before `olderThan`. */
export async function prepareTempFolder(dir: string, olderThan: Date): Promise<void> {
  await mkdir(dir, { recursive: true });
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    const facts = await stat(path).catch(() => undefined);
    if (facts !== undefined && facts.mtime < olderThan) await rm(path, { recursive: true, force: true });
  }
}
