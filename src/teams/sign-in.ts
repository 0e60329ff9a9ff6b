/** The services that sign the bot in and whose keys prove the tokens of requests: Microsoft's, reached by the SDK without a limit of its own. */
import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import { createOutage } from '../time/outage.ts';
import { TooLateError, within } from '../time/within.ts';

/** There is no token for calls to Teams, or nothing to check the tokens of requests by. No request to Teams was made. */
export class SignInAwayError extends Error {
  readonly code = 'sign-in-away';
}

/** For all that a token takes: up to three answers. */
export const SIGN_IN_WITHIN_MS = 8_000;
/** So long, a token that did not come in time is not asked for again. */
const AWAY_MS = 2_000;

/** What signs requests; the SDK's credentials. */
interface Signer<R> {
  signRequest(request: R): Promise<R>;
}

/** Signs within a limit. @throws SignInAwayError from its `signRequest` */
export class LimitedSigning {
  readonly #withinMs: number;
  readonly #outage = createOutage(AWAY_MS);

  constructor(withinMs = SIGN_IN_WITHIN_MS) {
    this.#withinMs = withinMs;
  }

  limit<R>(credentials: Signer<R>): Signer<R> {
    return {
      signRequest: async (request) => {
        if (this.#outage.isOn) throw new SignInAwayError('no token for calls to Teams came in time a moment ago');
        try {
          return await within(this.#withinMs, () => credentials.signRequest(request));
        } catch (cause) {
          // A failure that comes at once keeps nobody waiting.
          if (cause instanceof TooLateError) this.#outage.begin();
          throw new SignInAwayError('there is no token for calls to Teams', { cause });
        }
      },
    };
  }
}

/** Milliseconds from a connection's first to its last byte, and bytes that come in over it. */
export interface ConnectionLimits {
  readonly withinMs: number;
  readonly maxBytes: number;
  /** How often both are looked at. */
  readonly everyMs: number;
}

/** An answer is a few KB, the keys some 50. */
const SIGN_IN_LIMITS: ConnectionLimits = { withinMs: 5_000, maxBytes: 1024 * 1024, everyMs: 250 };

let areLimited = false;

/**
 * Limits every answer of the sign-in services. The SDK and its libraries take no agent for these calls, and ask Node's global ones; nobody else
 * here does. Each connection is for one answer, so the limits on it are those of the answer. Safe to repeat.
 */
export function limitSignInAnswers(): void {
  if (areLimited) return;
  const { proxyEnv } = https.globalAgent.options;
  http.globalAgent = oneAnswerAgent(http.Agent, SIGN_IN_LIMITS, proxyEnv);
  https.globalAgent = oneAnswerAgent(https.Agent, SIGN_IN_LIMITS, proxyEnv);
  areLimited = true;
}

/** What Node calls to make a connection; its types leave it out. */
interface Connecting {
  createConnection(options: object, callback?: (...result: unknown[]) => void): Socket;
}

/**
 * No class of its own: Node makes another agent of a global one's class for each request that wants none.
 * @param proxyEnv where a proxy is named, as Node reads it with NODE_USE_ENV_PROXY=1
 */
export function oneAnswerAgent<A extends http.Agent>(
  Kind: new (options: http.AgentOptions) => A,
  limits: ConnectionLimits,
  proxyEnv?: http.AgentOptions['proxyEnv'],
): A {
  const agent = new Kind({ keepAlive: false, proxyEnv });
  const connecting = agent as unknown as Connecting;
  const createConnection = connecting.createConnection.bind(agent);
  connecting.createConnection = (options, callback) => limited(createConnection(options, callback), limits);
  return agent;
}

function limited(socket: Socket, { withinMs, maxBytes, everyMs }: ConnectionLimits): Socket {
  const endsAt = performance.now() + withinMs;
  const timer = setInterval(() => {
    if (performance.now() >= endsAt) socket.destroy(new Error('no whole answer in time'));
    else if (socket.bytesRead > maxBytes) socket.destroy(new Error('the answer is too large'));
  }, everyMs).unref();
  socket.once('close', () => clearInterval(timer));
  return socket;
}
