/**
 * The errors that cross rooms. Each says whose fault it is and carries a stable code (tests keep the codes unique).
 * `teams/error-boundary` and `http/` turn them into words and status codes, in one place each.
 */

/** The person can put it right. `message` is a sentence shown to them as it is. */
export class UserError extends Error {
  readonly code: string = 'user-error';
}

/** What was asked for is not there, or not theirs to see; both read the same, so that ids cannot be probed. */
export class NotFoundError extends UserError {
  override readonly code = 'not-found';
}

/** The person is known, the thing exists, but it is for others to do. */
export class ForbiddenError extends UserError {
  override readonly code = 'forbidden';
}

/** The environment or the configuration is wrong: the operator's to cure. `message` names the variable and the cure. */
export class OperatorError extends Error {
  readonly code = 'operator-error';
}

/** A file is larger than the cap; `maxBytes` says which. */
export class FileTooLargeError extends Error {
  readonly code = 'file-too-large';
  readonly maxBytes: number;

  constructor(maxBytes: number) {
    super(`larger than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** A unique index already holds this key. Thrown by the storage engines only. */
export class DuplicateKeyError extends Error {
  readonly code = 'duplicate-key';
}

/** The caller used an interface in a way it does not support: a bug of ours. */
export class ProgrammingError extends Error {
  readonly code = 'programming-error';
}
