/**
 * Posts replies to Teams under the SDK's credentials. The SDK's own client takes three times as long for the same request (decision 21).
 * One request each, never a replay; nothing is kept of an answer that is no success but its status and when to come again.
 */
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { type Activity, type ConversationReference, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { literalAddress } from '../files/address.ts';
import { NO_TRACING, statusAttributes, type Tracing } from '../telemetry/tracing.ts';
import { TooLateError } from '../time/within.ts';
import type { AnswerLimits } from './connector-factory.ts';
import { jsonWithCards } from './drawn-card.ts';

export interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

/** As the SDK has them: connections are kept, and leave by the proxy that the environment names. @param proxyEnv absent: there is none */
export function createAgents(proxyEnv: NodeJS.ProcessEnv | undefined): Agents {
  const options = { keepAlive: true, ...(proxyEnv && { proxyEnv }) };
  return { http: new http.Agent(options), https: new https.Agent(options) };
}

export interface Posting {
  readonly agents: Agents;
  readonly limits: AnswerLimits;
  /** Absent: nobody watches. */
  readonly tracing?: Tracing;
}

/** What `attemptOf` reads of an answer that is no success, as of the SDK's. */
class AnswerError extends Error {
  readonly code = 'answer';
  readonly statusCode: number;
  readonly response: { readonly headers: { get(name: string): string | undefined } };

  constructor({ statusCode = 0, headers }: IncomingMessage) {
    super(`status ${statusCode}`);
    this.statusCode = statusCode;
    const retryAfter = headers['retry-after'];
    this.response = { headers: { get: (name) => (name === 'retry-after' ? retryAfter : undefined) } };
  }
}

/** What a reply carries back of an account or a conversation: the fields that the protocol has, and none that a client has made up. */
const FIELDS = ['id', 'name', 'aadObjectId', 'role', 'isGroup', 'conversationType', 'tenantId'] as const;

function known<T extends object>(account: T): T {
  const given = account as Record<string, unknown>;
  return Object.fromEntries(FIELDS.flatMap((name) => (name in given ? [[name, given[name]]] : []))) as T;
}

/**
 * Sends an activity to the conversation of a reference, as an answer to the activity that this names.
 * @param connector whose credentials sign the request
 * @returns the id of the message; undefined where the answer does not say it
 * @throws SignInAwayError, TooLateError, and what else `attemptOf` reads
 */
export async function postReply(
  { credentials }: Pick<ConnectorClient, 'credentials'>,
  reference: ConversationReference,
  message: Partial<Activity>,
  posting: Posting,
): Promise<string | undefined> {
  const { serviceUrl, conversation, activityId } = reference;
  const activity = TurnContext.applyConversationReference({ ...message }, reference) as Activity;
  const { from, recipient } = activity;
  const parts = ['v3', 'conversations', conversation.id, 'activities', ...(activityId ? [activityId] : [])];
  const url = new URL(
    parts.map(encodeURIComponent).join('/'),
    serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`,
  );
  // The credentials look at the address and set a header, nothing else.
  const headers = new Map([
    ['accept', '*/*'],
    ['content-type', 'application/json; charset=utf-8'],
    ['user-agent', 'CPOR-Assistant'],
    ['x-ms-conversation-id', conversation.id],
  ]);
  const signed = { url: url.href, headers } as unknown as Parameters<typeof credentials.signRequest>[0];
  await credentials.signRequest(signed);
  const body = { ...activity, from: known(from), recipient: known(recipient), conversation: known(conversation) };
  const answer = await exchange(url, Object.fromEntries(headers), Buffer.from(jsonWithCards(body)), posting);
  try {
    return (JSON.parse(answer) as { id?: string } | null)?.id;
  } catch {
    return undefined;
  }
}

/** One request and its whole answer. Redirects are none: the bot's token goes nowhere else. */
function exchange(
  url: URL,
  headers: Record<string, string>,
  body: Buffer,
  { agents, limits: { answerWithinMs, maxAnswerBytes }, tracing = NO_TRACING }: Posting,
): Promise<string> {
  const attributes = { 'http.request.method': 'POST' };
  return tracing.span(
    'Teams POST',
    { kind: 'client', attributes },
    () =>
      new Promise((resolve, reject) => {
        const isSecure = url.protocol === 'https:';
        const request = (isSecure ? https : http).request(url, {
          method: 'POST',
          agent: isSecure ? agents.https : agents.http,
          headers: { ...headers, 'content-length': body.length },
          // Node would look the brackets of an IPv6 address up as a name.
          host: literalAddress(url) ?? url.hostname,
        });
        const timer = setTimeout(
          () => fail(new TooLateError(`no whole answer within ${answerWithinMs} ms`)),
          answerWithinMs,
        );
        function fail(error: Error): void {
          clearTimeout(timer);
          request.destroy();
          reject(error);
        }
        request.on('error', fail);
        request.on('response', (response) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          response.on('error', fail);
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > maxAnswerBytes) fail(new Error('the answer is too large'));
            else chunks.push(chunk);
          });
          response.on('end', () => {
            clearTimeout(timer);
            const { statusCode = 0 } = response;
            tracing.annotate(statusAttributes(statusCode, 400));
            if (statusCode >= 200 && statusCode < 300) resolve(Buffer.concat(chunks).toString('utf8'));
            else reject(new AnswerError(response));
          });
        });
        request.end(body);
      }),
  );
}
