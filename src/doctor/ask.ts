/** One HTTP request of a check: what was answered, or why nothing was. Goes the way that the bot's own requests go, by its proxy where it has one. */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';

export interface HostAnswer {
  readonly kind: 'answer';
  readonly status: number;
  /** The other side's clock. */
  readonly date?: Date;
  /** Its first MB. */
  readonly text: string;
}

export interface NoAnswer {
  readonly kind: 'none';
  readonly why: 'name' | 'refused' | 'certificate' | 'proxy' | 'late' | 'broken';
  /** Such as ECONNRESET. */
  readonly code: string;
}

export interface Question {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Past any proxy: for what this machine, or the platform around it, answers itself. */
  readonly isDirect?: boolean;
  readonly signal: AbortSignal;
}

const MOST_BYTES = 1024 * 1024;

/** Redirects are not followed. Never throws what the network or the other side did. */
export async function askHost(
  address: string,
  { method = 'GET', headers = {}, body, isDirect = false, signal }: Question,
): Promise<HostAnswer | NoAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  try {
    const send = address.startsWith('http:') ? http.request : https.request;
    // An agent of its own knows no proxy; the usual one does, with NODE_USE_ENV_PROXY.
    const request = send(address, { method, headers, signal, ...(isDirect && { agent: false }) });
    request.on('response', resolve);
    request.on('error', reject);
    request.on('close', () => reject(new Error('closed without an answer')));
    request.end(body);
    const answer = await promise;
    const date = new Date(answer.headers.date ?? '');
    return {
      kind: 'answer',
      status: answer.statusCode ?? 0,
      ...(!Number.isNaN(date.getTime()) && { date }),
      text: await textOf(answer),
    };
  } catch (error) {
    return noAnswer(error);
  }
}

/** The JSON object that was answered; undefined where it is none. */
export function jsonIn({ text }: HostAnswer): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    // Leaving the loop closes the connection.
    if (bytes > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}

const WHY: Readonly<Record<string, NoAnswer['why']>> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  ECONNREFUSED: 'refused',
  ENETUNREACH: 'refused',
  EHOSTUNREACH: 'refused',
  ERR_PROXY_TUNNEL: 'proxy',
  ETIMEDOUT: 'late',
  ABORT_ERR: 'late',
};

/** Of what a request failed with. */
export function noAnswer(error: unknown): NoAnswer {
  const { code = 'ECONNRESET' } = error as { code?: unknown };
  const name = String(code);
  return {
    kind: 'none',
    why: WHY[name] ?? (/CERT|SIGNATURE|^ERR_TLS/.test(name) ? 'certificate' : 'broken'),
    code: name,
  };
}
