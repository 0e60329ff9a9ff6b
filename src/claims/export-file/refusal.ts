/** A sentence for people on its way from one process to another. */
import { UserError } from '../../errors.ts';
import { fromPlainError, type PlainError, toPlainError } from '../../files/runner/task.ts';

/** What was read, or why not. */
export type Refusable<T> = { readonly value: T } | Refusal;

export interface Refusal {
  readonly refused: string;
  /** For the log. */
  readonly cause?: PlainError;
}

/** @throws what is no UserError, as it is */
export async function orRefusal<T>(reading: () => Promise<T>): Promise<Refusable<T>> {
  try {
    return { value: await reading() };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, cause } = error;
    return { refused: message, ...(cause !== undefined && { cause: toPlainError(cause) }) };
  }
}

/** The other way round. @throws UserError with the sentence of a refusal */
export function unlessRefused<T>(result: Refusable<T>): T {
  if ('value' in result) return result.value;
  const { refused, cause } = result;
  throw new UserError(refused, cause && { cause: fromPlainError(cause) });
}
