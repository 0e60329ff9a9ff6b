/** The tab in Teams: signed in by its token, in its colours, and told from where somebody was led. */

import assert from 'node:assert/strict';
import type { Browser, BrowserContext } from 'playwright-core';
import sinon from 'sinon';
import { launchChromium } from '../../../scripts/chromium.ts';
import type { texts as englishTexts } from '../../../tab/texts/en.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import { pdfOf } from '../../files/documents.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import { offlineAuthentication } from '../../support/offline-auth.ts';
import { type Oidc, startOidc } from '../../support/oidc.ts';
import { tasksHere } from '../../support/tasks-here.ts';
import { type Person, TENANT } from '../../support/teams.ts';
import { APP_ID, type KeyServer, startKeyServer } from '../key-server.ts';
import { heldScript } from './looks.ts';
import { openTeamsFrame, type TeamsFrame, type TeamsFrameOptions } from './teams-frame.ts';

for (const engine of BROWSER_ENGINES)
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
    /** Of the claim's record, as its row has it. */
    const idOf = async (customer: string): Promise<string> => {
      const { page, tab } = await open({ token: tokenOf(world.teams.person({ name: 'Isaiah Langer' }).aadObjectId) });
      const link = tab.getByRole('link', { name: customer });
      const id = new URL((await link.getAttribute('href')) ?? '', 'https://x').searchParams.get('claim') ?? '';
      await page.close();
      return id;
    };
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
      const { tab } = await open({ subPage: `claim/${await idOf('Fabrikam')}` });
      await tab.getByRole('dialog').getByRole('heading', { name: 'Fabrikam' }).waitFor();
    });

    it('opens what a card links to: the claim, also by the card of a search in the compose box, and of a list the view', async () => {
      const linkIn = (card: unknown): URL => {
        const [, url = ''] = /"title":"Open in the tab","url":"([^"]+)"/.exec(JSON.stringify(card)) ?? [];
        assert.ok(url.startsWith(`https://teams.microsoft.com/l/entity/${APP_ID}/claims`), url);
        return new URL(url);
      };
      assert.equal(linkIn((await adele.chat.says('what needs POE')).card).search, '');
      const link = linkIn((await adele.chat.says('claim CLM-2')).card);
      assert.equal(linkIn((await adele.chat.finds('CLM-2')).cards[0]).href, link.href);
      const context = JSON.parse(link.searchParams.get('context') ?? '');
      const { tab } = await open({ subPage: context.subEntityId });
      await tab.getByRole('dialog').getByRole('heading', { name: 'Fabrikam' }).waitFor();
    });

    it('shows the rows while its large script is still on the way, tells Teams, and opens what was pressed when it has come', async () => {
      const { promise, resolve: letCome } = Promise.withResolvers<void>();
      const frame = await open({ before: (page) => heldScript(page, promise) });
      assert.deepEqual(await names(frame), ['Adatum', 'Fabrikam']);
      await frame.tab.getByText('2 claims').waitFor();
      assert.ok((await frame.calls()).includes('appInitialization.success'));
      await frame.setTheme('dark');
      await frame.tab.locator('html[data-theme=dark]').waitFor();
      await frame.tab.getByRole('link', { name: 'Fabrikam' }).click();
      letCome();
      await frame.tab.getByRole('dialog').getByRole('heading', { name: 'Fabrikam' }).waitFor();
      const ink = frame.tab.evaluate<string>("getComputedStyle(document.querySelector('main')).color");
      assert.equal(await ink, 'rgb(255, 255, 255)');
    });

    it('closes what is open at the back button of Teams, goes its own steps back, and only then lets Teams go on', async () => {
      const frame = await open();
      await names(frame);
      const { tab } = frame;
      const panel = tab.getByRole('dialog');
      await tab.getByRole('link', { name: 'Fabrikam' }).click();
      await panel.getByRole('heading', { name: 'Fabrikam' }).waitFor();
      await frame.goBack();
      await panel.waitFor({ state: 'detached' });
      await tab.getByRole('button', { name: 'Add documents' }).click();
      await panel.waitFor();
      await frame.goBack();
      await panel.waitFor({ state: 'detached' });
      await tab.getByRole('link', { name: 'Tickets' }).click();
      await tab.getByRole('heading', { name: 'Tickets' }).waitFor();
      await frame.goBack();
      await tab.getByRole('heading', { name: 'Claims' }).waitFor();
      const left = frame.page.waitForFunction("window.calls.includes('navigateBack')");
      assert.ok(!(await frame.calls()).includes('navigateBack'));
      await frame.goBack();
      await left;
    });

    it('closes the claim that a link led to at the back button, and shows the list', async () => {
      const frame = await open({ subPage: `claim/${await idOf('Fabrikam')}` });
      const panel = frame.tab.getByRole('dialog');
      await panel.getByRole('heading', { name: 'Fabrikam' }).waitFor();
      await frame.goBack();
      await panel.waitFor({ state: 'detached' });
      const left = frame.page.waitForFunction("window.calls.includes('navigateBack')");
      await frame.goBack();
      await left;
    });

    it('says of a claim that a link leads to and that is not theirs that it is not among theirs', async () => {
      for (const id of [await idOf('Wingtip'), 'nowhere']) {
        const { page, tab } = await open({ subPage: `claim/${id}` });
        await tab.getByRole('dialog').getByText('I cannot find this claim among yours.').waitFor();
        await page.close();
      }
      complaints = complaints.filter((text) => !text.includes('404'));
    });

    it('stays with what one went on to, after a link led somewhere', async () => {
      const { tab } = await open({ subPage: `claim/${await idOf('Fabrikam')}` });
      const panel = tab.getByRole('dialog');
      await panel.getByRole('button', { name: 'Close' }).click();
      await tab.getByRole('link', { name: 'Tickets' }).click();
      await tab.getByRole('heading', { name: 'Tickets' }).waitFor();
      await tab.getByRole('link', { name: 'Claims' }).click();
      await tab.getByText('2 claims').waitFor();
      assert.equal(await panel.count(), 0);
    });

    it('leads from a claim to the chat with the bot, where the same can be asked for', async () => {
      const frame = await open({ subPage: `claim/${await idOf('Fabrikam')}` });
      await frame.tab.getByRole('dialog').getByRole('button', { name: 'Open in the chat' }).click();
      await frame.page.waitForFunction('window.links.length > 0');
      assert.deepEqual(await frame.links(), [
        `https://teams.microsoft.com/l/chat/0/0?users=28:${APP_ID}&message=claim%20CLM-2`,
      ]);
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

    for (const refusal of [
      'resourceRequiresConsent',
      'invalid_grant: AADSTS65001 consent_required',
      'resourceDisabled',
    ])
      it(`says whom to ask where Teams may not tell who somebody is: ${refusal}`, async () => {
        let isAllowed = false;
        const frame = await open({
          refusal,
          token: async () => (isAllowed ? tokenOf(adele.aadObjectId)() : undefined),
        });
        await frame.tab.getByText('Teams may not tell this app yet who you are.').waitFor();
        await frame.tab
          .getByText('Ask your administrator to grant consent for CPOR Assistant, then try again.')
          .waitFor();
        isAllowed = true;
        await frame.tab.getByRole('button', { name: 'Try again' }).click();
        assert.deepEqual(await names(frame), ['Adatum', 'Fabrikam']);
      });

    it('takes the colours of Teams while a claim stands open, and leaves it as it is', async () => {
      const frame = await open({ subPage: `claim/${await idOf('Fabrikam')}` });
      const panel = frame.tab.getByRole('dialog');
      await panel.getByRole('heading', { name: 'History' }).waitFor();
      const ground = () =>
        frame.tab.evaluate<string>("getComputedStyle(document.querySelector('[role=dialog]')).backgroundColor");
      const grounds = [await ground()];
      for (const theme of ['dark', 'contrast']) {
        await frame.setTheme(theme);
        await frame.tab.locator(`html[data-theme="${theme}"]`).waitFor();
        grounds.push(await ground());
        await panel.getByRole('heading', { name: 'Fabrikam' }).waitFor();
      }
      assert.deepEqual(grounds, ['rgb(255, 255, 255)', 'rgb(41, 41, 41)', 'rgb(0, 0, 0)']);
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.waitFor({ state: 'detached' });
    });

    it('sends a document with one’s token, and files it', async () => {
      using _reading = tasksHere();
      const { tab } = await open({ subPage: `claim/${await idOf('Fabrikam')}` });
      const panel = tab.getByRole('dialog');
      const bytes = pdfOf(['Statement of Work', 'for Fabrikam', 'We migrated 300 mailboxes to Microsoft Teams.']);
      await panel
        .locator('input[type=file]')
        .setInputFiles([{ name: 'fabrikam.pdf', mimeType: 'application/pdf', buffer: bytes }]);
      await panel.getByRole('button', { name: 'File POE', exact: true }).click();
      await panel.getByText(/^Filed fabrikam\.pdf for .* on claim CLM-2\./).waitFor();
    });

    for (const [locale, name, day, moment] of [
      ['de-DE', 'Lynne Robbins', '30. Juni 2020', /^\d\d\.\d\d\.\d{4}, \d\d:\d\d$/],
      ['ja-JP', 'Lidia Holloway', '2020年6月30日', /^\d{4}\/\d\d\/\d\d \d{1,2}:\d\d$/],
    ] as const)
      it(`writes days and times as somebody of ${locale} reads them`, async () => {
        const reader = world.teams.person({ name, locale, timeZone: 'Europe/Berlin' });
        const { texts }: { texts: typeof englishTexts } = await import(`../../../tab/texts/${locale.slice(0, 2)}.ts`);
        const form = await reader.chat.says('open a ticket');
        await reader.chat.presses(form.card, 'ticket.submit', {
          issue: 'other',
          claims: '',
          description: 'Who signs?',
        });
        const { tab } = await open({ token: tokenOf(reader.aadObjectId) });
        await tab.getByText(day).first().waitFor();
        await tab.getByRole('link', { name: texts.views.tickets, exact: true }).click();
        await tab.getByRole('link', { name: /^T-/ }).click();
        await tab.getByRole('dialog').getByText(moment).first().waitFor();
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
