/** What the log tells, in full and while everything goes wrong: never a secret, a token, what somebody wrote, or what a document says. */
import { strict as assert } from 'node:assert';
import { format } from 'node:util';
import { pino } from 'pino';
import sinon from 'sinon';
import { pdfOf } from '../files/documents.ts';
import { offlineAuthentication } from '../support/offline-auth.ts';
import { type Oidc, startOidc } from '../support/oidc.ts';
import { HelpDesk, SECRET } from './help-desk.ts';
import { engineUris, importRows, openWorld, type World } from './world.ts';

const APP_ID = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';
const PASSWORD = 'app-password-xyzzy';
const FILE_TOKEN = 'v1.ey-file-token-plugh';
const [QUESTION, REASON, INSIDE, CUSTOMER] = ['grue lantern', 'the troll took it', 'Frobozz Dungeon', 'Zorkmid Mills'];

for (const [title, uri] of engineUris())
  describe(`the log, ${title}`, () => {
    let oidc: Oidc;
    let helpDesk: HelpDesk;
    let world: World;
    const lines: string[] = [];
    const tokens: string[] = [];

    before(async () => {
      // The SDK prints to the console, which ends up in the same place.
      for (const name of ['error', 'warn', 'info', 'log'] as const)
        sinon.stub(console, name).callsFake((...args: unknown[]) => void lines.push(format(...args)));
      [oidc, helpDesk] = [await startOidc(), new HelpDesk()];
      await helpDesk.start();
      world = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', {
        log: pino({ level: 'trace' }, { write: (line) => void lines.push(line) }),
        env: {
          MicrosoftAppId: APP_ID,
          MicrosoftAppPassword: PASSWORD,
          MicrosoftAppType: 'SingleTenant',
          MicrosoftAppTenantId: TENANT,
          LEADS: 'isaiahl@contoso.example',
          HOST: '127.0.0.1',
          DESK_WEBHOOK_URL: helpDesk.url,
          DESK_WEBHOOK_SECRET: SECRET,
        },
        overrides: { authentication: offlineAuthentication(oidc, APP_ID), pause: async () => undefined },
        teams: { bearer: oidc.bearer, bot: { appId: APP_ID } },
      });
      await comeWith({});
    });
    after(async () => {
      await world?.dispose();
      await Promise.all([helpDesk?.stop(), oidc?.stop()]);
      sinon.restore();
    });

    /** From here on requests come with such a token. */
    async function comeWith(options: Parameters<Oidc['token']>[0] | object): Promise<void> {
      const { teams, app } = world;
      const token = await oidc.token({ aud: APP_ID, serviceUrl: teams.serviceUrl, ...options });
      tokens.push(token);
      teams.connectTo(`http://127.0.0.1:${app.port}/api/messages`, { authorization: () => `Bearer ${token}` });
    }

    it('names none of it, whatever comes in and whatever fails', async () => {
      const { teams } = world;
      const { chat } = teams.person({ name: 'Isaiah Langer' });
      await importRows(teams.person({ name: 'Isaiah Langer' }), [
        { claim: 'CLM-1', customer: CUSTOMER, owner: 'isaiahl@contoso.example' },
      ]);
      await chat.says(`what about the ${QUESTION}`);
      await chat.drops([{ name: 'CLM-1.pdf', bytes: pdfOf([`${INSIDE} for ${CUSTOMER}`]) }]);
      const url = `http://${teams.host}/nothing-here?tempauth=${FILE_TOKEN}`;
      await chat.drops([{ name: 'gone.pdf', url }]);
      const claim = await chat.says('claim CLM-1');
      teams.inject({ status: 500 }, { method: 'POST', times: 3 });
      await chat.presses(claim.card, 'Upload POE');
      await chat.says(`what about the ${QUESTION} again`);
      for (const mood of [{ status: 500 }, 'reset'] as const) {
        helpDesk.mood = () => mood;
        const form = await chat.says('open a ticket');
        await chat.presses(form.card, 'Submit ticket', { issue: 'other', claims: '', description: REASON });
        await world.app.outbox.idle();
      }
      for (const options of [{ key: 'forged' }, { expiresIn: -600 }, { alg: 'none' }] as const) {
        await comeWith(options);
        assert.equal((await chat.says(QUESTION)).status, 401);
      }

      for (const told of ['"level":30', '"level":50', 'TokenExpiredError'])
        assert.ok(
          lines.some((line) => line.includes(told)),
          told,
        );
      const secrets = [PASSWORD, SECRET, oidc.bearer, FILE_TOKEN, ...tokens, ...tokens.map(signatureOf)];
      const theirs = [QUESTION, REASON, INSIDE, CUSTOMER];
      for (const secret of [...secrets, ...theirs].filter((one) => one !== ''))
        assert.deepEqual(
          lines.filter((line) => line.includes(secret)),
          [],
          secret,
        );
    });
  });

function signatureOf(token: string): string {
  return token.split('.')[2] ?? '';
}
