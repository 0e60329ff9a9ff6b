/** Why a file cannot be read, on its way from one process to another. */
import { UserError } from '../errors.ts';
import type { Problem } from '../problems/index.ts';
import { fromPlainError, type PlainError, toPlainError } from './runner/task.ts';

/** What was read, or why not. */
export type Refusable<T> = { readonly kind: 'read'; readonly value: T } | Refusal;

export interface Refusal {
  readonly kind: 'refused';
  readonly problem: Problem;
  /** For the log. */
  readonly cause?: PlainError;
}

/** @throws what is no UserError, as it is */
export async function catchRefusal<T>(reading: () => Promise<T>): Promise<Refusable<T>> {
  try {
    return { kind: 'read', value: await reading() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { problem, cause } = error;
    return { kind: 'refused', problem, ...(cause !== undefined && { cause: toPlainError(cause) }) };
  }
}

/** The other way round. @throws UserError with the problem of a refusal */
export function unwrapRefusable<T>(result: Refusable<T>): T {
  if (result.kind === 'read') return result.value;
  const { problem, cause } = result;
  throw new UserError(problem, cause && { cause: fromPlainError(cause) });
}
