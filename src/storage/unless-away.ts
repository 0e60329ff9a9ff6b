/** For what is of use without the store, too. */
import { StoreAwayError } from '../errors.ts';

/** What the work comes to; undefined where the store is away. @throws what else it throws */
export async function unlessAway<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof StoreAwayError) return undefined;
    throw error;
  }
}
