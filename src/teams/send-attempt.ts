/** What one request to Teams came to, in the outbox's terms. */
import { type Attempt, retryAfterMs } from '../outbox/attempt.ts';
import { SignInAwayError } from './sign-in.ts';

/** What the SDK throws for an answer that is no success; for no answer there is no status. */
interface SendError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly name?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** What the request came to that threw this. */
export function attemptOf(error: unknown, now: Date): Attempt {
  const { statusCode, code, name, response } = (error ?? {}) as SendError;
  const reason = code ?? name ?? 'unknown';
  if (error instanceof SignInAwayError) return notSent(reason);
  if (statusCode === undefined) return { kind: 'lost', reason };
  // A success whose words the SDK could not read.
  if (statusCode < 300) return { kind: 'sent' };
  const wait = retryAfterMs(response?.headers?.get('retry-after'), now.getTime());
  return { kind: 'refused', status: statusCode, ...(wait !== undefined && { retryAfterMs: wait }) };
}

/** The request was never made. @param reason a short code */
export function notSent(reason: string): Attempt {
  return { kind: 'lost', reason: `not sent (${reason})` };
}
