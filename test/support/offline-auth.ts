/** The SDK's authentication wired to the local issuer: tokens of activities are validated in full, calls bear a fixed token. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Oidc } from './oidc.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** Credentials that need no login: each request is signed with the token given. */
export class FixedCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string;
  readonly #bearer: () => string;

  /** @param bearer throws where there is no token */
  constructor(appId: string, bearer: () => string) {
    super();
    this.#appId = appId;
    this.#bearer = bearer;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }

  override async createCredentials(): Promise<Credentials> {
    return {
      signRequest: async (request) => {
        request.headers.set('authorization', `Bearer ${this.#bearer()}`);
        return request;
      },
    };
  }
}

/** The settings that point the SDK's validation to the local issuer. Giving one drops the defaults of all others, so all are here. */
export function offlineSettings(oidc: Oidc): Record<string, string> {
  return {
    ToBotFromChannelOpenIdMetadataUrl: oidc.metadataUrl,
    ToBotFromChannelTokenIssuer: oidc.issuer,
    ToBotFromEmulatorOpenIdMetadataUrl: oidc.metadataUrl,
    ToChannelFromBotLoginUrl: oidc.tokenUrl,
    ToChannelFromBotOAuthScope: oidc.issuer,
    OAuthUrl: oidc.issuer,
  };
}

/** @param settings in place of the issuer's own @param bearer for the bot's calls; throws where there is none */
export function offlineAuthentication(
  oidc: Oidc,
  appId: string,
  { settings = {}, bearer = () => oidc.bearer }: { settings?: Record<string, string>; bearer?: () => string } = {},
): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    { ...offlineSettings(oidc), ...settings },
    new FixedCredentials(appId, bearer),
  );
}
