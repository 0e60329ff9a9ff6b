/** Whose token it is, and that no other is taken. */
import assert from 'node:assert/strict';
import { UserError } from '../../src/errors.ts';
import { TokenCheck } from '../../src/tab/token.ts';
import { APP_ID, type KeyServer, startKeyServer, type TabTokenOptions } from './key-server.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const SECOND_TENANT = '33333333-3333-4333-8333-333333333333';
const FOREIGN = '44444444-4444-4444-8444-444444444444';
const ADELE = 'aaaaaaaa-0000-4000-8000-000000000001';

describe('a token of the tab', () => {
  let server: KeyServer;
  let check: TokenCheck;

  beforeEach(async () => {
    server = await startKeyServer();
    check = checkWith(0);
  });
  afterEach(() => server.stop());

  const checkWith = (askAgainMs: number): TokenCheck =>
    new TokenCheck({
      appId: APP_ID,
      tenants: [TENANT, SECOND_TENANT],
      realTime: () => new Date(),
      keys: { authority: server.authority, askAgainMs },
    });
  const token = (options: Partial<TabTokenOptions> = {}): Promise<string> =>
    server.token({ tenantId: TENANT, userId: ADELE, ...options });
  async function refusal(text: string): Promise<string> {
    const error = await check.ownerOf(text).then(
      () => assert.fail('it was taken'),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof UserError);
    return error.problem.code;
  }

  it('says who signed in, and where', async () => {
    assert.deepEqual(await check.ownerOf(await token()), { tenantId: TENANT, userId: ADELE });
    assert.deepEqual(await check.ownerOf(await token({ tenantId: SECOND_TENANT })), {
      tenantId: SECOND_TENANT,
      userId: ADELE,
    });
  });

  it('is read by its ids alone, in lower case', async () => {
    const claims = { tid: TENANT.toUpperCase(), oid: ADELE.toUpperCase(), upn: 'megan@contoso.example', name: 'Megan' };
    assert.deepEqual(await check.ownerOf(await token({ claims })), { tenantId: TENANT, userId: ADELE });
  });

  const good: Record<string, Record<string, unknown>> = {
    'of the older form': {
      iss: `https://sts.windows.net/${TENANT}/`,
      ver: '1.0',
      aud: `api://cpor.contoso.com/${APP_ID}`,
    },
    'for the application ID URI of a bot': { aud: `api://cpor.contoso.com/botid-${APP_ID}` },
    'for an application ID URI without a host': { aud: `api://${APP_ID}` },
    'for an application ID in capitals': { aud: APP_ID.toUpperCase() },
    'with more scopes': { scp: 'openid access_as_user profile' },
  };
  for (const [what, claims] of Object.entries(good))
    it(`is taken ${what}`, async () => {
      assert.equal((await check.ownerOf(await token({ claims }))).userId, ADELE);
    });

  const bad: Record<string, Partial<TabTokenOptions>> = {
    'signed by another than it says': { forged: true },
    'signed by the key of another tenant': { keyOf: SECOND_TENANT },
    'not signed': { alg: 'none' },
    'signed by the public key as if that were a secret': { alg: 'HS256' },
    'that has expired': { expiresIn: -120 },
    'that is not valid yet': { claims: { nbf: Math.floor(Date.now() / 1000) + 600 } },
    'without an expiry': { claims: { exp: undefined } },
    'of a tenant that is not served': { tenantId: FOREIGN },
    'without a tenant': { claims: { tid: undefined } },
    'of a served tenant, made by another': { claims: { iss: `https://login.microsoftonline.com/${FOREIGN}/v2.0` } },
    'made by the second tenant, said to be of the first': {
      tenantId: SECOND_TENANT,
      claims: { tid: TENANT },
    },
    'made by somebody else': { claims: { iss: 'https://issuer.example/' } },
    'without a maker': { claims: { iss: undefined } },
    'for another app': { claims: { aud: '99999999-9999-4999-8999-999999999999' } },
    'for an address that only holds the app id': { claims: { aud: `api://cpor.contoso.com/${APP_ID}/more` } },
    'for an address of another form': { claims: { aud: `https://cpor.contoso.com/${APP_ID}` } },
    'for several apps': { claims: { aud: [APP_ID, 'another'] } },
    'for nobody': { claims: { aud: undefined } },
    'without a scope': { claims: { scp: undefined, roles: ['access_as_user'] } },
    'with another scope': { claims: { scp: 'access_as_user_too' } },
    'without an object id': { claims: { oid: undefined } },
    'with an object id that is no text': { claims: { oid: { $ne: '' } } },
  };
  for (const [what, options] of Object.entries(bad))
    it(`is refused ${what}`, async () => {
      // The keys are known, so that nothing hangs on the order of requests.
      await check.ownerOf(await token());
      assert.equal(await refusal(await token(options)), 'tab.not-signed-in');
    });

  for (const text of ['', 'x', 'a.b.c', '..', `${'a'.repeat(10_000)}.b.c`, 'eyJhbGciOiJSUzI1NiJ9.e30.x'])
    it(`is refused where it is ${JSON.stringify(text.slice(0, 20))}`, async () => {
      assert.equal(await refusal(text), 'tab.not-signed-in');
    });

  it('is checked by keys that are asked for once', async () => {
    for (let i = 0; i < 3; i++) await check.ownerOf(await token());
    assert.deepEqual(server.requests, [`/${TENANT}/discovery/v2.0/keys`]);
  });

  it('has no keys asked for where its tenant is not served', async () => {
    await refusal(await token({ tenantId: FOREIGN }));
    assert.deepEqual(server.requests, []);
  });

  it('is taken with a key that is newer than those that are known', async () => {
    const before = await token();
    await check.ownerOf(before);
    await server.rotate();
    assert.equal((await check.ownerOf(await token())).userId, ADELE);
    assert.equal(await refusal(before), 'tab.not-signed-in');
  });

  it('with a key that nobody knows has the keys asked for no more often than every so often', async () => {
    check = checkWith(60_000);
    await check.ownerOf(await token());
    await server.rotate();
    for (let i = 0; i < 3; i++) assert.equal(await refusal(await token()), 'tab.not-signed-in');
    assert.equal(server.requests.length, 1);
  });

  for (const state of ['down', 'rubbish', 'endless'] as const)
    it(`cannot be checked where the keys are ${state}, which is no fault of its own`, async () => {
      server.state = state;
      assert.equal(await refusal(await token()), 'tab.sign-in-away');
      // And they are not asked for again at once.
      assert.equal(await refusal(await token()), 'tab.sign-in-away');
      assert.equal(server.requests.length, 1);
    });

  it('cannot be checked where nobody answers', async () => {
    const good = await token();
    await server.stop();
    assert.equal(await refusal(good), 'tab.sign-in-away');
  });

  it('is still checked by the known keys while others cannot be had', async () => {
    await check.ownerOf(await token());
    const known = await token();
    await server.rotate();
    server.state = 'down';
    assert.equal(await refusal(await token()), 'tab.sign-in-away');
    assert.equal((await check.ownerOf(known)).userId, ADELE);
  });
});
