/** The SDK's authentication with what it leaves to us: refusals that are told from failures, and clients that send a request once. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { AppRegistration } from '../config.ts';
import { NO_TRACING, type Tracing } from '../telemetry/tracing.ts';
import { TooLateError, within } from '../time/within.ts';
import { type AnswerLimits, SingleAttemptConnectorFactory } from './connector-factory.ts';
import { appOf, KeptClients } from './kept-clients.ts';
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
  /** Of what is sent by its clients, or under their credentials. */
  readonly limits: AnswerLimits;
  /** Watches the same. */
  readonly tracing: Tracing;
  readonly #inner: BotFrameworkAuthentication;
  readonly #signing: LimitedSigning;
  readonly #connectors = new KeptClients<ConnectorClient>();
  readonly #userTokens = new KeptClients<UserTokenClient>();

  constructor(
    inner: BotFrameworkAuthentication,
    { signInWithinMs, ...limits }: Partial<SingleAttemptLimits> = {},
    tracing: Tracing = NO_TRACING,
  ) {
    super();
    this.#inner = inner;
    this.tracing = tracing;
    this.limits = { answerWithinMs: ANSWER_WITHIN_MS, maxAnswerBytes: MOST_ANSWER_BYTES, ...limits };
    this.#signing = new LimitedSigning(signInWithinMs);
  }

  override async authenticateRequest(
    ...args: Parameters<BotFrameworkAuthentication['authenticateRequest']>
  ): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(...args);
    const { connectorFactory: factory, claimsIdentity } = result;
    return { ...result, ...(factory && { connectorFactory: this.#singleAttempt(factory, claimsIdentity) }) };
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

  override createConnectorFactory(claimsIdentity: ClaimsIdentity): ConnectorFactory {
    return this.#singleAttempt(this.#inner.createConnectorFactory(claimsIdentity), claimsIdentity);
  }

  /** Nobody here asks for tokens of users, but the SDK wants a client in each turn. */
  override createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#userTokens.get([appOf(claimsIdentity)], () => this.#inner.createUserTokenClient(claimsIdentity));
  }

  #singleAttempt(inner: ConnectorFactory, identity: ClaimsIdentity): ConnectorFactory {
    const { limits, tracing } = this;
    const app = appOf(identity);
    return new SingleAttemptConnectorFactory({
      ...{ inner, limits, tracing, app },
      signing: this.#signing,
      kept: this.#connectors,
    });
  }
}
