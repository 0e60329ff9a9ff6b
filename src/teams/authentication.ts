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

/** The token of a request was not good; no detail goes out. */
export class UnauthorizedError extends Error {
  readonly code = 'unauthorized';
}

/** As the SDK makes it from the configuration. In local mode there is no app id, and it authenticates nobody. */
export function sdkAuthentication(app: AppRegistration | undefined): BotFrameworkAuthentication {
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

/**
 * Authenticates a request.
 * @throws UnauthorizedError for whatever is wrong with its token: the SDK throws other errors for a bad signature than for a missing one
 */
export async function authenticate(
  authentication: BotFrameworkAuthentication,
  ...request: Parameters<BotFrameworkAuthentication['authenticateRequest']>
): Promise<AuthenticateRequestResult> {
  try {
    return await authentication.authenticateRequest(...request);
  } catch (error) {
    if (isTokenProblem(error)) throw new UnauthorizedError('the token of the request is not valid', { cause: error });
    throw error;
  }
}

/** A key server out of reach is our trouble; everything else that goes wrong on the way is the token's. */
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

/**
 * An authentication whose connector clients make a single attempt:
 * - they do not send a request again (docs/platform.md, trap 2: a POST whose answer was lost would be seen twice);
 * - they wait for its answer for a limited time, where the SDK would wait for ever.
 */
export class SingleAttemptAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #answerWithinMs: number;

  constructor(inner: BotFrameworkAuthentication, answerWithinMs = ANSWER_WITHIN_MS) {
    super();
    this.#inner = inner;
    this.#answerWithinMs = answerWithinMs;
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
    return new SingleAttemptConnectorFactory(factory, this.#answerWithinMs);
  }
}

/** The part of a client's pipeline that is used here. */
interface Pipeline {
  removePolicy(of: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: { timeout: number }, next: (request: object) => Promise<unknown>): Promise<unknown>;
  }): void;
}

class SingleAttemptConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #answerWithinMs: number;

  constructor(inner: ConnectorFactory, answerWithinMs: number) {
    super();
    this.#inner = inner;
    this.#answerWithinMs = answerWithinMs;
  }

  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const connector = await this.#inner.create(serviceUrl, audience);
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    pipeline.addPolicy({
      name: 'answerWithin',
      sendRequest: (request, next) => {
        request.timeout = this.#answerWithinMs;
        return next(request);
      },
    });
    return connector;
  }
}
