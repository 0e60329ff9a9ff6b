/**
 * The Bot Framework's token issuer on loopback: OpenID metadata, signing keys with their endorsements, tokens good and bad,
 * and the endpoint where a bot gets the token for its own calls.
 * Claims after Microsoft's "Authenticate requests from the Bot Connector service to your bot": `iss`, `aud` (the bot's app id),
 * `serviceurl` (equal to the activity's), `exp`, `nbf`; the key's `endorsements` name the channel.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';

/** Who issues tokens of the Bot Framework's channels, everywhere in the public cloud. */
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'good-key';

export interface TokenOptions {
  /** The bot's app id. */
  readonly aud: string;
  /** Has to equal the activity's `serviceUrl`. */
  readonly serviceUrl: string;
  readonly iss?: string;
  /** Seconds from now, 3,600 when not given; negative: expired (validators tolerate 300). */
  readonly expiresIn?: number;
  /** Seconds from now until it is valid. */
  readonly notBefore?: number;
  /**
   * - `good`: published
   * - `unknown`: names a key that is not published
   * - `forged`: names the published key, signed with another
   */
  readonly key?: 'good' | 'unknown' | 'forged';
  /** `none`: not signed at all; `HS256`: signed with the public key as if it were a shared secret. */
  readonly alg?: 'RS256' | 'none' | 'HS256';
}

export interface Oidc {
  readonly metadataUrl: string;
  readonly issuer: string;
  /** Where a bot asks for its own token (`POST`, client credentials); answers `bearer`. */
  readonly tokenUrl: string;
  /** The token that bots get, to be expected by the connector. */
  readonly bearer: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** A token as the channel sends it, or one that is wrong in the ways asked for. */
  token(options: TokenOptions): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the issuer on a free loopback port. The keys are new in each run. */
export async function startOidc(): Promise<Oidc> {
  const good = await generateKeyPair('RS256', { extractable: true });
  const other = await generateKeyPair('RS256');
  const jwk: JWK = { ...(await exportJWK(good.publicKey)), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  const publicKey = await exportSPKI(good.publicKey);
  const bearer = `bot-token-${crypto.randomUUID()}`;
  const requests: string[] = [];

  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push(path);
    const documents: Record<string, object> = {
      '/.well-known/openidconfiguration': {
        issuer: ISSUER,
        jwks_uri: `${origin}/.well-known/keys`,
        id_token_signing_alg_values_supported: ['RS256'],
      },
      '/.well-known/keys': { keys: [{ ...jwk, endorsements: ['msteams', 'm365extensions', 'webchat', 'directline'] }] },
      '/oauth2/v2.0/token': { token_type: 'Bearer', expires_in: 3600, access_token: bearer },
    };
    const found = documents[path];
    // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    metadataUrl: `${origin}/.well-known/openidconfiguration`,
    issuer: ISSUER,
    tokenUrl: `${origin}/oauth2/v2.0/token`,
    bearer,
    requests,
    token: (options) => sign(options, { good: good.privateKey, other: other.privateKey, publicKey }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Keys {
  readonly good: CryptoKey;
  readonly other: CryptoKey;
  /** PEM. */
  readonly publicKey: string;
}

async function sign(options: TokenOptions, keys: Keys): Promise<string> {
  const { aud, serviceUrl, iss = ISSUER, expiresIn = 3600, notBefore = -60, key = 'good', alg = 'RS256' } = options;
  const now = Math.floor(Date.now() / 1000);
  const claims = { serviceurl: serviceUrl, aud, iss, nbf: now + notBefore, exp: now + expiresIn };
  const header = { alg, kid: key === 'unknown' ? 'unknown-key' : KEY_ID, typ: 'JWT' };
  if (alg === 'none') return `${base64url(header)}.${base64url(claims)}.`;
  const signer = new SignJWT(claims).setProtectedHeader(header);
  if (alg === 'HS256') return signer.sign(new TextEncoder().encode(keys.publicKey));
  return signer.sign(key === 'forged' ? keys.other : keys.good);
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
