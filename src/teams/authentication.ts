/** The SDK's authentication with the two things that it leaves to us: clean refusals, and calls that are sent once. */
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

/** The SDK's own way from the configuration; in local mode there is no app id, and it authenticates nobody. */
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

/** Longer than Teams takes on a bad day; whoever sends then goes on. */
const ANSWER_WITHIN_MS = 20_000;

/**
 * Wraps an authentication:
 * - whatever is wrong with a token is an `UnauthorizedError` (the SDK answers 500 to a bad signature);
 * - its connector clients do not replay requests (PLATFORM, trap 2: a POST whose answer was lost would be seen twice);
 * - and wait for an answer so long and no longer: the SDK would wait for ever.
 */
export class CleanAuthentication extends BotFrameworkAuthentication {
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
    let result: AuthenticateRequestResult;
    try {
      result = await this.#inner.authenticateRequest(...args);
    } catch (error) {
      if (isTokenProblem(error)) throw new UnauthorizedError('the token of the request is not valid', { cause: error });
      throw error;
    }
    return {
      ...result,
      ...(result.connectorFactory && { connectorFactory: new SendOnce(result.connectorFactory, this.#answerWithinMs) }),
    };
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
    return new SendOnce(this.#inner.createConnectorFactory(...args), this.#answerWithinMs);
  }

  override createUserTokenClient(...args: Parameters<BotFrameworkAuthentication['createUserTokenClient']>) {
    return this.#inner.createUserTokenClient(...args);
  }
}

/** A key server out of reach is our trouble; everything else that goes wrong on the way is the token's. */
function isTokenProblem(error: unknown): boolean {
  if (error instanceof AuthenticationError) return true;
  const { name, code } = error as { name?: string; code?: string };
  // From jsonwebtoken, which the SDK verifies with.
  return (
    name === 'JsonWebTokenError' ||
    name === 'TokenExpiredError' ||
    name === 'NotBeforeError' ||
    (code === undefined && name === 'SyntaxError')
  );
}

/** As much of a client's pipeline as is used here. */
interface Pipeline {
  removePolicy(of: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: { timeout: number }, next: (request: object) => Promise<unknown>): Promise<unknown>;
  }): void;
}

class SendOnce extends ConnectorFactory {
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
