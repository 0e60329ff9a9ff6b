/** The server's errors in our terms. */
import { MongoServerError } from 'mongodb';
import { DuplicateKeyError, ProgrammingError } from '../../errors.ts';

/** MongoDB's error codes (src/mongo/base/error_codes.yml in its sources). */
const DUPLICATE_KEY = 11000;
/** BadValue, TypeMismatch, PathNotViable, ConflictingUpdateOperators, BSONObjectTooLarge, and an update's result too large. */
const OUR_BUGS = new Set([2, 14, 28, 40, 10334, 17419]);

export function isDuplicateKey(error: unknown): error is MongoServerError {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** Runs work on a collection. @throws DuplicateKeyError, ProgrammingError; other errors as the driver gives them */
export async function translating<R>(name: string, work: () => Promise<R>): Promise<R> {
  try {
    return await work();
  } catch (error) {
    // Without the server's message, which holds the values of the key.
    if (isDuplicateKey(error)) throw new DuplicateKeyError(`${name}: another document holds the key`);
    if (error instanceof MongoServerError && OUR_BUGS.has(Number(error.code))) {
      throw new ProgrammingError(`${name}: the server refused it with code ${error.code}`);
    }
    // The driver's own word for a document over 16 MB.
    if (error instanceof RangeError) throw new ProgrammingError(`${name}: a document is too large`);
    throw error;
  }
}
