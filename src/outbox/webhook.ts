/** Posts to the help-desk system: signed, under an idempotency key, so that a repeat does no harm. */
import { createHmac } from 'node:crypto';
import { NO_TRACING, statusAttributes, type Tracing } from '../telemetry/tracing.ts';
import type { Clock } from '../time/clock.ts';
import { type Attempt, retryAfterMs } from './attempt.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Shared with the receiver, for the signature. */
  readonly secret: string;
  readonly fetch: typeof fetch;
  /** For the whole exchange, real time. */
  readonly timeoutMs: number;
  /** Real time. */
  readonly clock: Clock;
  /** Absent: nobody watches. */
  readonly tracing?: Tracing;
}

export interface Webhook {
  /** `key` is the same for every repeat; `body` is sent as JSON. Never throws what the network or the receiver did. */
  post(message: { readonly key: string; readonly body: object }): Promise<Attempt>;
}

const MOST_ANSWER_BYTES = 64 * 1024;

/**
 * The receiver checks `X-CPOR-Signature` = `v1=` + hex HMAC-SHA256 of `<X-CPOR-Timestamp>.<body>` with the secret, and that
 * the timestamp (Unix seconds) is fresh. Redirects are not followed: the body belongs to the address that was configured.
 */
export function createWebhook({ url, secret, fetch, timeoutMs, clock, tracing = NO_TRACING }: WebhookOptions): Webhook {
  const exchange = (init: RequestInit): Promise<Response> => {
    const attributes = { 'http.request.method': 'POST' };
    return tracing.span('help desk POST', { kind: 'client', attributes }, async () => {
      const answer = await fetch(url, { ...init, method: 'POST', redirect: 'manual' });
      await discard(answer);
      tracing.annotate(statusAttributes(answer.status, 400));
      return answer;
    });
  };
  return {
    async post({ key, body }) {
      const text = JSON.stringify(body);
      const timestamp = Math.floor(clock().getTime() / 1000);
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
        'X-CPOR-Timestamp': String(timestamp),
        'X-CPOR-Signature': `v1=${createHmac('sha256', secret).update(`${timestamp}.${text}`).digest('hex')}`,
      };
      try {
        const signal = AbortSignal.timeout(timeoutMs);
        return attemptOf(await exchange({ headers, body: text, signal }), clock().getTime());
      } catch (err) {
        return { kind: 'lost', reason: codeOf(err) };
      }
    },
  };
}

function attemptOf({ ok, status, headers }: Response, nowMs: number): Attempt {
  if (ok) return { kind: 'sent' };
  const afterMs = retryAfterMs(headers.get('retry-after') ?? undefined, nowMs);
  return { kind: 'refused', status, ...(afterMs !== undefined && { retryAfterMs: afterMs }) };
}

/** Reads a short answer to its end, so that the connection is kept; closes the connection on a long one. Only the status counts. */
async function discard({ body }: Response): Promise<void> {
  let bytes = 0;
  try {
    for await (const chunk of body ?? []) {
      bytes += chunk.byteLength;
      // Leaving the loop cancels the stream.
      if (bytes >= MOST_ANSWER_BYTES) return;
    }
  } catch {
    // A reset or a timeout after the status: the status still counts.
  }
}

/** A code such as `ECONNRESET` or `TimeoutError`. Not the message: it may have the address in it, and that a secret. */
function codeOf(err: unknown): string {
  const { name, cause } = err as { name: string; cause?: { code?: string; name?: string } };
  return cause?.code ?? cause?.name ?? name;
}
