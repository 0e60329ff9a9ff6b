/**
 * The errors that cross rooms. Each says whose fault it is and carries a stable code (tests keep the codes unique).
 * `teams/failure.ts` turns them into words, in one place. A route of a feature answers its own; what it throws is a 500.
 */
import type { Problem, ProblemCode, Problems } from './problems/index.ts';

/** Data and options as the code asks for them; a code that says it all has no data. */
type Arguments<C extends ProblemCode> = Problems[C] extends undefined
  ? [data?: undefined, options?: ErrorOptions]
  : [data: Problems[C], options?: ErrorOptions];

/** The person can put it right. What to say of it follows from its code and data (`problems/`). */
export class UserError extends Error {
  readonly kind: 'invalid' | 'not-found' | 'forbidden' = 'invalid';
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions);
  constructor(...problem: { [C in ProblemCode]: [code: C, ...Arguments<C>] }[ProblemCode]);
  constructor(first: Problem | ProblemCode, second?: unknown, third?: ErrorOptions) {
    if (typeof first === 'string') {
      super(first, third);
      this.problem = { code: first, data: second } as Problem;
    } else {
      super(first.code, second as ErrorOptions | undefined);
      this.problem = first;
    }
  }
}

/** What was asked for is not there, or not theirs to see; both read the same, so that ids cannot be probed. */
export class NotFoundError extends UserError {
  override readonly kind = 'not-found';
}

/** The person is known, the thing exists, but it is for others to do. */
export class ForbiddenError extends UserError {
  override readonly kind = 'forbidden';
}

/** The environment or the configuration is wrong: the operator's to cure. `message` names the variable and the cure. */
export class OperatorError extends Error {
  readonly code: string = 'operator-error';
}

/**
 * The store cannot be reached, or takes nothing. What was to be written may have been written all the same. Thrown by the storage engines,
 * and where a disk takes nothing; people are answered as far as it goes without the store.
 */
export class StoreAwayError extends OperatorError {
  override readonly code = 'store-away';
}

/** Another process has the embedded store open. */
export class StoreInUseError extends OperatorError {
  override readonly code = 'store-in-use';
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
