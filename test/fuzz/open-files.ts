/** Files that this process holds open, below a folder. Linux alone tells; elsewhere there are none. */
import { existsSync, readdirSync, readlinkSync } from 'node:fs';

const OPEN = '/proc/self/fd';

export function openFiles(folder: string): string[] {
  if (!existsSync(OPEN)) return [];
  return readdirSync(OPEN).flatMap((fd) => {
    try {
      const path = readlinkSync(`${OPEN}/${fd}`);
      return path.startsWith(folder) ? [path] : [];
    } catch {
      // The one that the folder itself was read by.
      return [];
    }
  });
}
