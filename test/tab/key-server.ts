/**
 * Microsoft Entra ID on loopback, as far as the tab's tokens go: the keys of each tenant, which may rotate, be away or be rubbish; and tokens,
 * good ones and such as are wrong in one way. Claims after Microsoft's "Access token claims reference".
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';

export const APP_ID = '22222222-2222-4222-8222-222222222222';

export interface TabTokenOptions {
  readonly tenantId: string;
  readonly userId: string;
  /** In place of what a good token has; undefined: the token lacks it. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Seconds from now. */
  readonly expiresIn?: number;
  readonly alg?: 'RS256' | 'none' | 'HS256';
  /** Signed by a key that is not the one that it names. */
  readonly forged?: true;
  /** Signed by the key of this tenant. */
  readonly keyOf?: string;
}

export interface KeyServer {
  readonly authority: string;
  /** Paths asked for, in order. */
  readonly requests: readonly string[];
  /** `down`: an error; `rubbish`: no keys; `endless`: more and more of it. */
  state: 'up' | 'down' | 'rubbish' | 'endless';
  /** A new key in place of the one before. */
  rotate(): Promise<void>;
  token(options: TabTokenOptions): Promise<string>;
  stop(): Promise<void>;
}

interface Key {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** Made once in a process, whatever server has them: to make a pair takes longer than most tests. */
const PAIRS: Promise<Pick<Key, 'privateKey' | 'publicKey'>>[] = [];

export async function startKeyServer(): Promise<KeyServer> {
  /** By tenant. */
  const keys = new Map<string, Promise<Key>>();
  const requests: string[] = [];
  let count = 0;
  async function newKey(): Promise<Key> {
    const place = count++;
    PAIRS[place] ??= generateKeyPair('RS256', { extractable: true });
    return { id: `key-${place}`, ...(await PAIRS[place]) };
  }
  const other = await newKey();
  function keyOf(tenantId: string): Promise<Key> {
    const key = keys.get(tenantId) ?? newKey();
    keys.set(tenantId, key);
    return key;
  }
  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const server = createServer(async (request, response) => {
    const { url = '' } = request;
    requests.push(url);
    if (started.state === 'endless') {
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(64 * 1024)));
      };
      response.on('drain', more);
      more();
      return;
    }
    const [, tenantId] = /^\/([^/]+)\/discovery\/v2\.0\/keys$/.exec(url) ?? [];
    if (tenantId === undefined || started.state === 'down') answer(response, started.state === 'down' ? 500 : 404, {});
    else
      answer(
        response,
        200,
        started.state === 'rubbish' ? { not: 'keys' } : { keys: [await jwk(await keyOf(tenantId))] },
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  const started: KeyServer = {
    authority: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    state: 'up',
    async rotate() {
      for (const tenantId of keys.keys()) keys.set(tenantId, newKey());
      await Promise.all(keys.values());
    },
    async token({ tenantId, userId, claims = {}, expiresIn = 3600, alg = 'RS256', forged, keyOf: signer = tenantId }) {
      const now = Math.floor(Date.now() / 1000);
      const key = await keyOf(signer);
      const payload = {
        aud: APP_ID,
        iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
        iat: now - 60,
        nbf: now - 60,
        exp: now + expiresIn,
        oid: userId,
        tid: tenantId,
        scp: 'access_as_user',
        ver: '2.0',
        ...claims,
      };
      const header = { alg, kid: key.id, typ: 'JWT' };
      if (alg === 'none') return `${base64url(header)}.${base64url(payload)}.`;
      const signing = new SignJWT(payload).setProtectedHeader(header);
      if (alg === 'HS256') return signing.sign(new TextEncoder().encode(await exportSPKI(key.publicKey)));
      return signing.sign(forged ? other.privateKey : key.privateKey);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return started;
}

async function jwk({ id, publicKey }: Key): Promise<JWK> {
  return { ...(await exportJWK(publicKey)), kid: id, use: 'sig' };
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
