/** The error boundary: what went wrong, in words for the person. Details stay in the log, under the reference that the person sees. */
import type { Logger } from 'pino';
import { StoreAwayError, UserError } from '../errors.ts';
import type { Problem } from '../problems/index.ts';
import { errorType, type Tracing } from '../telemetry/tracing.ts';
import { UnsureError } from './reply-sender.ts';
import { teamsTexts } from './texts.ts';

export interface FailureOptions {
  /** Under which it stands in the log; the person sees it too. */
  readonly reference: string;
  readonly log: Logger;
  readonly tracing: Pick<Tracing, 'annotate'>;
  /** The reader's, for numbers and days. */
  readonly locale: string;
  /** The words of the features. */
  readonly problemText: (problem: Problem, locale: string) => string | undefined;
}

export function failureText(error: unknown, { reference, log, tracing, locale, problemText }: FailureOptions): string {
  const problem = error instanceof UserError ? problemText(error.problem, locale) : undefined;
  tracing.annotate(
    problem === undefined
      ? { 'cpor.outcome': 'failed', 'error.type': errorType(error) }
      : { 'cpor.outcome': 'refused' },
  );
  if (problem !== undefined) return problem;
  log.error({ err: error, reference }, 'a turn failed');
  if (error instanceof UnsureError) return teamsTexts(locale).answerUnsure;
  return error instanceof StoreAwayError
    ? teamsTexts(locale).storeAway(reference)
    : teamsTexts(locale).ourFault(reference);
}
