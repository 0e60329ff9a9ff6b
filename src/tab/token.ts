/**
 * The token that Teams hands to the page, checked: signed by a key of its tenant, made by that tenant for this app, not expired, for somebody who
 * uses the app themselves. Names and addresses in it are not looked at: who somebody is, the bot's own record says.
 */
import {
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  type FetchImplementation,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { UserError } from '../errors.ts';
import type { Clock } from '../time/clock.ts';
import { createOutage } from '../time/outage.ts';
import { DAY_MS } from '../time/units.ts';

/** Whose token it is. */
export interface TokenOwner {
  /** Both in lower case. */
  readonly tenantId: string;
  readonly userId: string;
}

export interface TokenKeysOptions {
  /** The sign-in service, without a slash at the end. */
  readonly authority: string;
  /** A key that is not known is asked for, at most once in so many milliseconds. */
  readonly askAgainMs: number;
}

export const TOKEN_KEYS: TokenKeysOptions = { authority: 'https://login.microsoftonline.com', askAgainMs: 30_000 };

export interface TokenCheckOptions {
  /** Application id of the registration. */
  readonly appId: string;
  /** Directory ids of the tenants that are served, in lower case. */
  readonly tenants: readonly string[];
  readonly realTime: Clock;
  readonly keys: TokenKeysOptions;
}

/** What the manifest and the registration call the permission that the page asks for. */
const SCOPE = 'access_as_user';
const KEYS_WITHIN_MS = 5_000;
/** They are some 20 KB. */
const MOST_KEY_BYTES = 1024 * 1024;
/** So long, a service that could not be reached is not asked again. */
const AWAY_MS = 2_000;
/** Clocks differ. */
const TOLERANCE_SECONDS = 60;

export class TokenCheck {
  readonly #options: TokenCheckOptions;
  /** By tenant: there are no more of them than the bot serves. */
  readonly #keys = new Map<string, JWTVerifyGetKey>();

  constructor(options: TokenCheckOptions) {
    this.#options = options;
  }

  /** @throws UserError: it is not good, or the keys to check it by cannot be had */
  async ownerOf(token: string): Promise<TokenOwner> {
    try {
      const tenantId = this.#tenantOf(decodeJwt(token));
      const { payload } = await jwtVerify(token, this.#keysOf(tenantId), {
        algorithms: ['RS256'],
        issuer: [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`],
        requiredClaims: ['exp', 'aud'],
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: this.#options.realTime(),
      });
      return { tenantId, userId: this.#userOf(payload) };
    } catch (cause) {
      throw cause instanceof UserError ? cause : new UserError('tab.not-signed-in', undefined, { cause });
    }
  }

  /** Read before the signature is checked, to know whose keys to check it by: those of no other tenant will do. */
  #tenantOf({ tid }: JWTPayload): string {
    const tenantId = typeof tid === 'string' ? tid.toLowerCase() : '';
    if (!this.#options.tenants.includes(tenantId)) throw new BadTokenError('tenant');
    return tenantId;
  }

  #userOf({ aud, scp, oid }: JWTPayload): string {
    if (typeof aud !== 'string' || !isAudience(aud, this.#options.appId)) throw new BadTokenError('audience');
    // An app that signs in by itself has roles and no scope.
    if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE)) throw new BadTokenError('scope');
    if (typeof oid !== 'string' || oid === '') throw new BadTokenError('object id');
    return oid.toLowerCase();
  }

  #keysOf(tenantId: string): JWTVerifyGetKey {
    const known = this.#keys.get(tenantId);
    if (known !== undefined) return known;
    const { authority, askAgainMs } = this.#options.keys;
    const keys = keysAt(new URL(`${authority}/${tenantId}/discovery/v2.0/keys`), askAgainMs);
    this.#keys.set(tenantId, keys);
    return keys;
  }
}

/** What is wrong with a token beside what its library finds. No detail of it goes out. */
class BadTokenError extends Error {
  readonly code = 'bad-token';

  constructor(part: string) {
    super(`the token is not good: ${part}`);
  }
}

/** The app's id itself, or an application ID URI that ends with it: `api://cpor.contoso.com/…`, of a bot `api://cpor.contoso.com/botid-…`. */
function isAudience(audience: string, appId: string): boolean {
  const id = appId.toLowerCase();
  const [, last] = /^api:\/\/(?:[^/]+\/)?(?:botid-)?([^/]+)$/.exec(audience.toLowerCase()) ?? [];
  return audience.toLowerCase() === id || last === id;
}

/** Tells keys that cannot be had from a key that is not among them, which is the token's fault. Known keys serve while no others can be had. */
function keysAt(url: URL, askAgainMs: number): JWTVerifyGetKey {
  const outage = createOutage(AWAY_MS);
  const keys = createRemoteJWKSet(url, {
    timeoutDuration: KEYS_WITHIN_MS,
    cooldownDuration: askAgainMs,
    cacheMaxAge: DAY_MS,
    async [customFetch](...request) {
      if (outage.isOn) throw new UserError('tab.sign-in-away');
      return limitedFetch(...request);
    },
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (cause) {
      if (cause instanceof errors.JWKSNoMatchingKey || cause instanceof errors.JWKSMultipleMatchingKeys) throw cause;
      if (cause instanceof UserError) throw cause;
      outage.begin();
      throw new UserError('tab.sign-in-away', undefined, { cause });
    }
  };
}

/** An answer of no more bytes than keys have. @throws Error where it goes on */
async function limitedFetch(...request: Parameters<FetchImplementation>): Promise<Response> {
  const { body, status } = await fetch(...request);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_KEY_BYTES) throw new Error('the keys are too large');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status });
}
