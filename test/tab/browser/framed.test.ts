/** The tab in Teams: signed in by its token, in its colours, and told from where somebody was led. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext } from 'playwright-core';
import sinon from 'sinon';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import { offlineAuthentication } from '../../support/offline-auth.ts';
import { type Oidc, startOidc } from '../../support/oidc.ts';
import { type Person, TENANT } from '../../support/teams.ts';
import { APP_ID, type KeyServer, startKeyServer } from '../key-server.ts';
import { openTeamsFrame, type TeamsFrame, type TeamsFrameOptions } from './teams-frame.ts';

const engines = process.env.TEST_MONGODB_URI ? (['sqlite', 'mongodb'] as const) : (['sqlite'] as const);

for (const engine of engines)
  describe(`the tab in Teams, on ${engine}`, () => {
    let browser: Browser;
    let context: BrowserContext;
    let oidc: Oidc;
    let keys: KeyServer;
    let world: World;
    let adele: Person;
    /** What the page complained of. */
    let complaints: string[];

    before(async () => {
      // The SDK prints errors to the console.
      sinon.stub(console, 'error');
      [browser, oidc, keys] = [await launchChromium(), await startOidc(), await startKeyServer()];
      world = await openWorld(engine, {
        env: {
          MicrosoftAppId: APP_ID,
          MicrosoftAppPassword: 'not-used-offline',
          MicrosoftAppType: 'SingleTenant',
          MicrosoftAppTenantId: TENANT,
          LEADS: 'isaiahl@contoso.example',
          HOST: '127.0.0.1',
        },
        overrides: {
          authentication: offlineAuthentication(oidc, APP_ID),
          tokenKeys: { authority: keys.authority, askAgainMs: 0 },
        },
        teams: { bearer: oidc.bearer, bot: { appId: APP_ID } },
      });
      world.teams.connectTo(`${botUrl()}/api/messages`, {
        authorization: async () => `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl: world.teams.serviceUrl })}`,
      });
      const owner = 'adelev@contoso.example';
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), [
        { claim: 'CLM-1', customer: 'Adatum', owner },
        { claim: 'CLM-2', customer: 'Fabrikam', owner },
        { claim: 'CLM-3', customer: 'Tailspin Toys' },
        { claim: 'CLM-4', customer: 'Wingtip', owner: 'meganb@contoso.example' },
      ]);
      adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
    });
    after(async () => {
      sinon.restore();
      await browser?.close();
      await world?.dispose();
      await keys?.stop();
      await oidc?.stop();
    });
    beforeEach(async () => {
      complaints = [];
      context = await browser.newContext({ viewport: { width: 1024, height: 700 } });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('console', (message) => {
        // The list of Microsoft's hosts cannot be had here; teams-js has one of its own.
        if (message.type() === 'error' && !/res\.cdn\.office|ERR_FAILED/.test(message.text() + message.location().url))
          complaints.push(message.text());
      });
    });
    afterEach(() => context?.close());

    const botUrl = (): string => `http://127.0.0.1:${world.app.port}`;
    const tokenOf = (userId: string) => () => keys.token({ tenantId: TENANT, userId });
    const open = (options: Partial<TeamsFrameOptions> = {}): Promise<TeamsFrame> =>
      openTeamsFrame(context, { botUrl: botUrl(), token: tokenOf(adele.aadObjectId), ...options });
    const names = async ({ tab }: TeamsFrame): Promise<string[]> => {
      await tab.getByRole('table').getByRole('link').first().waitFor();
      return tab.getByRole('table').getByRole('link').allInnerTexts();
    };

    it('shows a member their own claims, tells Teams that it is there, and breaks no rule of its policy', async () => {
      const frame = await open();
      assert.deepEqual(await names(frame), ['Adatum', 'Fabrikam']);
      await frame.tab.getByText('2 claims').waitFor();
      const calls = await frame.calls();
      for (const call of ['initialize', 'getContext', 'authentication.getAuthToken', 'appInitialization.success'])
        assert.ok(calls.includes(call), call);
      assert.deepEqual(complaints, []);
    });

    it('has the colours of Teams, and changes them with it', async () => {
      const frame = await open({ theme: 'dark' });
      await names(frame);
      const ground = () => frame.tab.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const themes = [await ground()];
      for (const theme of ['contrast', 'default']) {
        await frame.setTheme(theme);
        await frame.tab.locator(`html[data-theme="${theme}"]`).waitFor();
        themes.push(await ground());
      }
      assert.deepEqual(themes, ['rgb(31, 31, 31)', 'rgb(0, 0, 0)', 'rgb(245, 245, 245)']);
    });

    it('opens the claim that a link of Teams leads to', async () => {
      const first = await open();
      const link = first.tab.getByRole('link', { name: 'Fabrikam' });
      const id = new URL((await link.getAttribute('href')) ?? '', 'https://x').searchParams.get('claim');
      await first.page.close();
      const { tab } = await open({ subPage: `claim/${id}` });
      await tab.getByRole('dialog').getByRole('heading', { name: 'Fabrikam' }).waitFor();
    });

    it('asks somebody whom the bot does not know to write to it, and tells Teams', async () => {
      const frame = await open({ token: tokenOf('aaaaaaaa-0000-4000-8000-00000000000f') });
      await frame.tab.getByText('I do not know you yet. Write “hello” to me in the chat').waitFor();
      await frame.tab.getByText(/^Reference: [\w-]{8}$/).waitFor();
      assert.ok((await frame.calls()).includes('appInitialization.failure'));
    });

    it('gets a new token where the one that it has is taken no more', async () => {
      let asked = 0;
      const frame = await open({
        async token() {
          asked++;
          return keys.token({ tenantId: TENANT, userId: adele.aadObjectId, expiresIn: asked === 1 ? -300 : 3600 });
        },
      });
      assert.deepEqual(await names(frame), ['Adatum', 'Fabrikam']);
      assert.ok(asked >= 2);
    });

    it('says so where Teams gives no token', async () => {
      const frame = await open({ token: async () => undefined });
      await frame.tab.getByText('Teams did not say who you are. Close this tab and open it again.').waitFor();
      await frame.tab.getByRole('button', { name: 'Try again' }).waitFor();
    });

    it('says so where it is opened outside of Teams, and asks neither its server nor Microsoft’s', async () => {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.goto(`${botUrl()}/tab/`);
      await page.getByText('Open this tab in Teams: there I know who you are.').waitFor();
      assert.deepEqual(
        asked.filter((url) => url.includes('/api/') || !url.startsWith(botUrl())),
        [],
      );
    });

    it('is shown by no other site', async () => {
      const { tab } = await open({ parent: 'https://evil.example/' });
      assert.equal(await tab.locator('#root').count(), 0);
      assert.match(complaints.join(), /frame-ancestors/);
    });
  });
