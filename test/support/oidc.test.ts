import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import sinon from 'sinon';
import { type SmallBot, startBot } from './bot.ts';
import { offlineAuthentication } from './offline-auth.ts';
import { type Oidc, startOidc, type TokenOptions } from './oidc.ts';
import { type Person, startTeams, type Teams } from './teams.ts';

const APP_ID = '22222222-2222-4222-8222-222222222222';

describe('the local token issuer, against the validation of the SDK', () => {
  let oidc: Oidc;
  let teams: Teams;
  let bot: SmallBot;
  let adele: Person;
  let authorization: string;

  before(async () => {
    // The SDK prints refused tokens' errors to the console.
    sinon.stub(console, 'error');
    oidc = await startOidc();
    teams = await startTeams({ bearer: oidc.bearer, bot: { appId: APP_ID } });
    bot = await startBot(offlineAuthentication(oidc, APP_ID), async (context) => {
      await context.sendActivity('welcome');
    });
    teams.connectTo(bot.endpoint, { authorization: () => authorization });
    adele = teams.person({ name: 'Adele Vance' });
  });

  after(async () => {
    sinon.restore();
    await bot.stop();
    await teams.stop();
    await oidc.stop();
  });

  async function statusWith(options: Partial<TokenOptions>): Promise<number> {
    authorization = `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl: teams.serviceUrl, ...options })}`;
    return (await adele.chat.says('hi')).status;
  }

  it('lets a good token in, and the bot answers with its own', async () => {
    assert.equal(await statusWith({}), 200);
    assert.equal(adele.chat.conversation.sent.at(-1)?.text, 'welcome');
    assert.equal(adele.chat.conversation.sent.at(-1)?.headers.authorization, `Bearer ${oidc.bearer}`);
    assert.deepEqual(oidc.requests, ['/.well-known/openidconfiguration', '/.well-known/keys']);
  });

  const refused: Record<string, Partial<TokenOptions>> = {
    expired: { expiresIn: -600 },
    'for another bot': { aud: '33333333-3333-4333-8333-333333333333' },
    'of another issuer': { iss: 'https://issuer.example' },
    'for another service': { serviceUrl: 'https://service.example/' },
    'signed with a key that is not published': { key: 'unknown' },
  };
  for (const [what, options] of Object.entries(refused)) {
    it(`has a token ${what} refused with 401`, async () => {
      assert.equal(await statusWith(options), 401);
    });
  }

  // botbuilder 4.23.3 lets errors of its token library through as 500; a bot has to make 401 of them.
  const unforeseen: Record<string, Partial<TokenOptions>> = {
    'with a forged signature': { key: 'forged' },
    'that is not valid yet': { notBefore: 3600 },
    'without a signature': { alg: 'none' },
    'signed with the public key as a secret': { alg: 'HS256' },
  };
  for (const [what, options] of Object.entries(unforeseen)) {
    it(`has a token ${what} refused, though the bare SDK says 500`, async () => {
      const before = adele.chat.conversation.mark;
      assert.equal(await statusWith(options), 500);
      assert.equal(adele.chat.conversation.mark, before);
    });
  }

  it('has a request without a token refused', async () => {
    authorization = '';
    assert.equal((await adele.chat.says('hi')).status, 401);
  });

  it('gives a bot its own token', async () => {
    const response = await fetch(oidc.tokenUrl, { method: 'POST' });
    assert.equal(((await response.json()) as { access_token: string }).access_token, oidc.bearer);
  });

  it('has calls of the bot without that token refused by the connector', async () => {
    assert.equal((await fetch(`${teams.serviceUrl}v3/conversations/x/members`)).status, 401);
  });
});
