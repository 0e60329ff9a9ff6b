/** The server's errors in our terms. */
import {
  MongoError,
  MongoNetworkError,
  MongoNotConnectedError,
  MongoServerError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { DuplicateKeyError, ProgrammingError, StoreAwayError } from '../../errors.ts';
import { TooLateError } from '../../time/within.ts';

/** MongoDB's error codes (src/mongo/base/error_codes.yml in its sources). */
const DUPLICATE_KEY = 11000;
/** BadValue, TypeMismatch, PathNotViable, ConflictingUpdateOperators, BSONObjectTooLarge, and an update's result too large. */
const OUR_BUGS = new Set([2, 14, 28, 40, 10334, 17419]);

export function isDuplicateKey(error: unknown): error is MongoServerError {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY;
}

/** No server answered, in time, or the way to it broke. */
export function isOutOfReach(error: unknown): boolean {
  const kinds = [
    TooLateError,
    MongoNetworkError,
    MongoServerSelectionError,
    // The client is being opened anew (heartbeats.ts).
    MongoTopologyClosedError,
    MongoNotConnectedError,
  ];
  return kinds.some((kind) => error instanceof kind) || isSystemError(error);
}

/** The driver passes some errors of its sockets on as they are. */
function isSystemError(error: unknown): boolean {
  return /^E[A-Z]+$/.test(String((error as { code?: unknown } | undefined)?.code));
}

/**
 * An error of work on a collection, as DuplicateKeyError, ProgrammingError or StoreAwayError; what is not the driver's as it is. None repeats
 * the server's message, which may hold values of the documents.
 */
export function translated(name: string, error: unknown): unknown {
  if (isDuplicateKey(error)) return new DuplicateKeyError(`${name}: another document holds the key`);
  if (error instanceof MongoServerError && OUR_BUGS.has(Number(error.code)))
    return new ProgrammingError(`${name}: the server refused it with code ${error.code}`);
  // The driver's own word for a document over 16 MB.
  if (error instanceof RangeError) return new ProgrammingError(`${name}: a document is too large`);
  if (!(error instanceof MongoError) && !isOutOfReach(error)) return error;
  const { code, name: kind } = error as { code?: unknown; name: string };
  return new StoreAwayError(`${name}: the database of MONGODB_URI did not do it (${code ?? kind}).`);
}
