/** The error boundary: what went wrong, into words for the person. Details stay in the log, under the reference id that the person sees. */
import type { Logger } from 'pino';
import { UserError } from '../errors.ts';

export const failureTexts = {
  ourFault: (reference: string) =>
    `Something went wrong on my side. Please look whether it was done before you try again; if it stays, give your administrator the reference ${reference}.`,
  wrongTenant: 'I work for another organisation, so I cannot help here. Please ask your administrator.',
  answerBelow: 'The answer is below.',
  searchLate: 'The search took too long. Please try it again.',
  takesLonger: 'This takes a little longer. I will answer here when it is done.',
} as const;

export function failureText(error: unknown, reference: string, log: Logger): string {
  if (error instanceof UserError) return error.message;
  log.error({ err: error, reference }, 'a turn failed');
  return failureTexts.ourFault(reference);
}
