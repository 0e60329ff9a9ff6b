/** A disk that takes nothing more is a store that is away: people hear the same of both. */
import { StoreAwayError } from '../errors.ts';

/** Full, over somebody's quota or the largest size of a file, read-only, or broken. */
const TAKES_NOTHING = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO']);

/** @throws StoreAwayError where the disk is at fault; what `work` throws else */
export async function onDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = (error ?? {}) as { code?: string };
    if (!TAKES_NOTHING.has(code)) throw error;
    throw new StoreAwayError(`The disk with DATA_DIR takes nothing more (${code}).`, { cause: error });
  }
}
