/** The error boundary: what went wrong, into words for the person. Details stay in the log, under the reference id that the person sees. */
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';
import type { Problem } from '../problems/index.ts';

export const failureTexts = {
  ourFault: (reference: string) =>
    `Something went wrong on my side. Please look whether it was done before you try again; if it stays, give your administrator the reference ${reference}.`,
  wrongTenant: 'I work for another organisation, so I cannot help here. Please ask your administrator.',
  answerBelow: 'The answer is below.',
  searchLate: 'The search took too long. Please try it again.',
  takesLonger: 'This takes a little longer. I will answer here when it is done.',
} as const;

export interface FailureOptions {
  /** Under which it stands in the log; the person sees it too. */
  readonly reference: string;
  readonly log: Logger;
  /** The reader's, for numbers and days. */
  readonly locale: string;
  /** The words of the features. */
  readonly problemText: (problem: Problem, locale: string) => string | undefined;
}

export function failureText(error: unknown, { reference, log, locale, problemText }: FailureOptions): string {
  const said = error instanceof UserError ? problemText(error.problem, locale) : undefined;
  if (said !== undefined) return said;
  log.error({ err: error, reference }, 'a turn failed');
  return failureTexts.ourFault(reference);
}
