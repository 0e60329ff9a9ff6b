/** The SDK's authentication with what it leaves to us: refusals that are told from failures, and clients that send a request once. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  type ConnectorClient,
  ConnectorFactory,
} from 'botframework-connector';
import type { AppRegistration } from '../config.ts';
import { literalAddress } from '../files/address.ts';
import { TooLateError, within } from '../time/within.ts';
import { LimitedSigning, limitSignInAnswers, SIGN_IN_WITHIN_MS, SignInAwayError } from './sign-in.ts';

/** The token of a request was not good; no detail goes out. */
export class UnauthorizedError extends Error {
  readonly code = 'unauthorized';
}

/** As the SDK makes it from the configuration. In local mode there is no app id, and it authenticates nobody. */
export function sdkAuthentication(app: AppRegistration | undefined): BotFrameworkAuthentication {
  if (app !== undefined) limitSignInAnswers();
  return new ConfigurationBotFrameworkAuthentication(
    app === undefined
      ? {}
      : {
          MicrosoftAppId: app.id,
          MicrosoftAppType: app.type,
          MicrosoftAppTenantId: app.tenantId,
          ...(app.password !== undefined && { MicrosoftAppPassword: app.password }),
        },
  );
}

/** Longer than Teams takes on a bad day. */
const ANSWER_WITHIN_MS = 20_000;
/** An answer of the connector is a few KB. */
const MOST_ANSWER_BYTES = 1024 * 1024;

/**
 * Authenticates a request.
 * @throws UnauthorizedError for whatever is wrong with its token: the SDK throws other errors for a bad signature than for a missing one
 * @throws SignInAwayError where the keys to check it by cannot be had
 */
export async function authenticate(
  authentication: BotFrameworkAuthentication,
  ...request: Parameters<BotFrameworkAuthentication['authenticateRequest']>
): Promise<AuthenticateRequestResult> {
  try {
    return await within(SIGN_IN_WITHIN_MS, () => authentication.authenticateRequest(...request));
  } catch (error) {
    if (isKeyServiceProblem(error)) throw new SignInAwayError('the keys of tokens cannot be had', { cause: error });
    if (isTokenProblem(error)) throw new UnauthorizedError('the token of the request is not valid', { cause: error });
    throw error;
  }
}

/** A key server out of reach is no fault of the token. The SDK asks it by node-fetch. */
function isKeyServiceProblem(error: unknown): boolean {
  if (error instanceof TooLateError) return true;
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  const { name } = error as { name?: string };
  return name === 'FetchError' || name === 'AbortError';
}

function isTokenProblem(error: unknown): boolean {
  if (error instanceof AuthenticationError) return true;
  const { name, code } = error as { name?: string; code?: string };
  // From jsonwebtoken, with which the SDK verifies.
  return (
    name === 'JsonWebTokenError' ||
    name === 'TokenExpiredError' ||
    name === 'NotBeforeError' ||
    (code === undefined && name === 'SyntaxError')
  );
}

/** Of one answer of the connector: milliseconds until it is whole, and bytes. */
export interface AnswerLimits {
  readonly answerWithinMs: number;
  readonly maxAnswerBytes: number;
}

export interface SingleAttemptLimits extends AnswerLimits {
  /** Milliseconds until there is a token for a call. */
  readonly signInWithinMs: number;
}

/**
 * An authentication whose connector clients make a single attempt:
 * - they do not send a request again (docs/platform.md, trap 2: a POST whose answer was lost would be seen twice);
 * - they wait for its whole answer for a limited time and take a limited one, where the SDK would wait and read for ever;
 * - they keep nothing of what an answer that is no success says, but for its status: it may repeat what people wrote.
 */
export class SingleAttemptAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #limits: AnswerLimits;
  readonly #signing: LimitedSigning;

  constructor(inner: BotFrameworkAuthentication, { signInWithinMs, ...limits }: Partial<SingleAttemptLimits> = {}) {
    super();
    this.#inner = inner;
    this.#limits = { answerWithinMs: ANSWER_WITHIN_MS, maxAnswerBytes: MOST_ANSWER_BYTES, ...limits };
    this.#signing = new LimitedSigning(signInWithinMs);
  }

  override async authenticateRequest(
    ...args: Parameters<BotFrameworkAuthentication['authenticateRequest']>
  ): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(...args);
    const { connectorFactory } = result;
    return { ...result, ...(connectorFactory && { connectorFactory: this.#singleAttempt(connectorFactory) }) };
  }

  override authenticateChannelRequest(...args: Parameters<BotFrameworkAuthentication['authenticateChannelRequest']>) {
    return this.#inner.authenticateChannelRequest(...args);
  }

  override authenticateStreamingRequest(
    ...args: Parameters<BotFrameworkAuthentication['authenticateStreamingRequest']>
  ) {
    return this.#inner.authenticateStreamingRequest(...args);
  }

  override createBotFrameworkClient() {
    return this.#inner.createBotFrameworkClient();
  }

  override createConnectorFactory(
    ...args: Parameters<BotFrameworkAuthentication['createConnectorFactory']>
  ): ConnectorFactory {
    return this.#singleAttempt(this.#inner.createConnectorFactory(...args));
  }

  override createUserTokenClient(...args: Parameters<BotFrameworkAuthentication['createUserTokenClient']>) {
    return this.#inner.createUserTokenClient(...args);
  }

  #singleAttempt(factory: ConnectorFactory): ConnectorFactory {
    return new SingleAttemptConnectorFactory(factory, this.#limits, this.#signing);
  }
}

/** The part of a client's pipeline that is used here. */
interface Pipeline {
  removePolicy(of: { name: string }): unknown;
  addPolicy(policy: { name: string; sendRequest: SendRequest }, options: { phase: 'Sign' }): void;
}

type SendRequest = (request: PipelineRequest, next: (request: PipelineRequest) => Promise<Answer>) => Promise<Answer>;

interface PipelineRequest {
  readonly url: string;
  requestOverrides?: { readonly hostname?: string };
  abortSignal?: AbortSignal;
  onDownloadProgress?: (progress: { readonly loadedBytes: number }) => void;
}

interface Answer {
  readonly status: number;
  bodyAsText?: string | null;
}

class SingleAttemptConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #limits: AnswerLimits;
  readonly #signing: LimitedSigning;

  constructor(inner: ConnectorFactory, limits: AnswerLimits, signing: LimitedSigning) {
    super();
    this.#inner = inner;
    this.#limits = limits;
    this.#signing = signing;
  }

  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const connector = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    // The connector is where the activity says: the bot's token goes nowhere else.
    pipeline.removePolicy({ name: 'redirectPolicy' });
    // In the last phase, so that it sees one exchange as it is, before the SDK reads the answer.
    const limits = { name: 'limits', sendRequest: limitedBy(this.#limits) };
    pipeline.addPolicy(limits, { phase: 'Sign' });
    Object.assign(connector, { credentials: this.#signing.limit(connector.credentials) });
    return connector;
  }
}

/** The SDK's own limit of time ends with the headers of an answer, and it has none of size. */
function limitedBy({ answerWithinMs, maxAnswerBytes }: AnswerLimits): SendRequest {
  return async (request, next) => {
    const tooLarge = new AbortController();
    const address = literalAddress(new URL(request.url));
    // The SDK would look the brackets of an IPv6 address up as a name.
    if (address !== undefined) request.requestOverrides = { ...request.requestOverrides, hostname: address };
    const answer = await within(answerWithinMs, (signal) => {
      request.abortSignal = AbortSignal.any([signal, tooLarge.signal]);
      request.onDownloadProgress = ({ loadedBytes }) => {
        if (loadedBytes <= maxAnswerBytes) return;
        tooLarge.abort();
        throw new Error('the answer is too large');
      };
      return next(request);
    });
    if (answer.status >= 400) answer.bodyAsText = JSON.stringify({ error: { message: `status ${answer.status}` } });
    return answer;
  };
}
