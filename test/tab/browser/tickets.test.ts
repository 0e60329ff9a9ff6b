/** Tickets in a browser: opened, found, changed by each as far as they may; the chat and the page tell each other. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import type { Person } from '../../support/teams.ts';
import { countAsks, lacksNothing, liesWithin, looksOn, watchedPage } from './looks.ts';

const LONG = 'Wissenschaftliche-Gesellschaft-für-Verwaltungsrechtsfragen and Daughters International Holdings';

for (const engine of BROWSER_ENGINES)
  describe(`tickets in a browser, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let isaiah: Person;
    let page: Page;
    let complaints: string[];

    before(async () => {
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example' } }),
      ];
      isaiah = world.teams.person({ name: 'Isaiah Langer' });
      await importRows(isaiah, [
        { claim: 'CLM-1', customer: 'Adatum', owner: 'adelev@contoso.example' },
        { claim: 'CLM-2', customer: LONG, owner: 'adelev@contoso.example' },
      ]);
      adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
    });
    after(async () => {
      await browser?.close();
      await world?.dispose();
    });
    beforeEach(() => openPage());
    afterEach(async () => {
      await page?.close();
      assert.deepEqual(complaints, []);
    });

    async function openPage(query = '', width = 1280, who = 'Adele Vance'): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/tickets${query}`);
      await page.getByLabel('You are').selectOption(who);
      await page.getByText(/^\d+ tickets?$/).waitFor();
    }
    const panel = () => page.getByRole('dialog');
    const press = (name: string) => panel().getByRole('button', { name, exact: true }).click();
    const said = (text: string | RegExp) => panel().getByText(text).first().waitFor();

    it('says what a ticket is while there is none', async () => {
      await page.getByText('No tickets yet.').waitFor();
      assert.equal(await page.getByLabel('Opened by').count(), 0);
    });

    it('opens one with what is to be put right beside its field, and goes back to where one was', async () => {
      await page.getByRole('button', { name: 'Open a ticket' }).click();
      await press('Submit ticket');
      await said('Choose what it is about.');
      await panel().getByLabel('Issue').selectOption('Competing claim');
      await panel().getByLabel('Claim IDs').fill('CLM-1, 4711-X');
      await panel().getByLabel('What is it about?').fill('A rival claims it.\nWhat now?');
      await press('Submit ticket');
      await said('I do not know claim 4711-X among yours.');
      await press('Submit ticket');
      await said('T-1001 is open. No desk has been named yet, so it is with you and your leads.');
      await said('not known here');
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
      await page.locator('button:focus', { hasText: 'Open a ticket' }).waitFor();
      await page.getByText('1 ticket', { exact: true }).waitFor();
    });

    it('comments, has the words for Microsoft, and keeps the case number', async () => {
      await page.getByRole('link', { name: 'T-1001' }).click();
      await panel().getByLabel('Comment').fill('Any news?');
      await press('Send comment');
      await said('Adele Vance: Any news?');
      assert.equal(await panel().getByLabel('Comment').inputValue(), '');
      await press('Hand over');
      assert.match(await panel().getByLabel('Text', { exact: true }).inputValue(), /Claim IDs: CLM-1, 4711-X/);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await press('Copy title');
      await said('Title copied.');
      await panel().getByLabel('Case number from Partner Center').fill('1234');
      await press('Save case number');
      await said('Handed over to Microsoft');
      await said('Adele Vance handed it over to Microsoft, case 1234');
    });

    it('changes one, withdraws it and opens it again', async () => {
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/tickets?ticket=T-1001`);
      await press('Change');
      await panel().getByLabel('What is it about?').fill('Two rivals claim it.');
      await press('Save');
      await said('Two rivals claim it.');
      await press('Withdraw');
      await said('Withdrawn · From you');
      await press('Reopen');
      await said('Open · From you');
      // The button that was pressed is gone; the keyboard goes on in the panel.
      await page.keyboard.press('Escape');
      await panel().waitFor({ state: 'detached' });
    });

    it('lets a lead take and resolve it, and tells its requester in the chat', async () => {
      await openPage('?ticket=T-1001', 1280, 'Isaiah Langer');
      const heard = adele.chat.conversation.sent.length;
      await press('Take');
      await said('In progress · From Adele Vance');
      await world.app.outbox.idle();
      assert.match(JSON.stringify(adele.chat.conversation.sent.slice(heard).map(({ text }) => text)), /In progress/);
      assert.equal(await panel().getByRole('button', { name: 'Change' }).count(), 0);
      await press('Resolve');
      await said('Resolved · From Adele Vance');
      await press('Reopen');
      await said('In progress · From Adele Vance');
    });

    it('shows what is done in the chat by the second time it asks', async () => {
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/tickets?ticket=T-1001`);
      await said('Two rivals claim it.');
      const card = await adele.chat.says('ticket T-1001');
      await adele.chat.presses(card.card, 'Send comment', { comment: 'From the chat' });
      const asks = countAsks(page);
      await panel().getByText('From the chat').waitFor();
      assert.ok(asks() <= 2, String(asks()));
    });

    it('finds by words and state, and keeps both in the address', async () => {
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/tickets?ticket=new&claims=CLM-2&issue=disassociation`);
      await press('Submit ticket');
      await said('T-1002 is open.');
      await press('Withdraw');
      await said('Withdrawn · From you');
      await press('Close');
      await page.getByRole('searchbox').fill('adatum');
      await page.getByText('1 ticket', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByText('2 tickets').waitFor();
      await page.getByLabel('State').selectOption('Not closed');
      await page.getByText('1 ticket', { exact: true }).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('state'), 'unfinished');
      await page.reload();
      await page.getByText('1 ticket', { exact: true }).waitFor();
    });

    it('is linked with the claims, both ways', async () => {
      await page.getByRole('link', { name: 'T-1001' }).click();
      await panel().getByRole('link', { name: 'CLM-1' }).click();
      await panel().getByRole('heading', { name: 'Adatum' }).waitFor();
      await panel().getByRole('link', { name: 'T-1001' }).click();
      await said('Two rivals claim it.');
      await page.goBack();
      await panel().getByRole('link', { name: 'Open a ticket for this claim' }).click();
      assert.equal(await panel().getByLabel('Claim IDs').inputValue(), 'CLM-1');
    });

    it('says of a ticket that is not there that it cannot be found', async () => {
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/tickets?ticket=T-4711`);
      await said('I cannot find a ticket T-4711 among yours.');
      complaints = complaints.filter((text) => !text.includes('404'));
    });

    it('is worked by the keyboard alone', async () => {
      await page.getByRole('link', { name: 'T-1002' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.locator('a:focus', { hasText: 'T-1001' }).waitFor();
      await page.keyboard.press('Enter');
      await said('Two rivals claim it.');
      await page.keyboard.press('Escape');
      await page.locator('a:focus', { hasText: 'T-1001' }).waitFor();
    });

    for (const [width, theme] of looksOn(engine))
      it(`fits into ${width} pixels and lacks nothing that axe looks for, theme ${theme}`, async () => {
        await openPage(`?theme=${theme}`, width);
        await page.getByRole('link', { name: 'T-1001' }).waitFor();
        await liesWithin(page, width);
        await lacksNothing(page);
        await page.getByRole('link', { name: 'T-1001' }).click();
        await press('Hand over');
        await lacksNothing(page);
        await liesWithin(page, width);
        await press('Close');
        await page.getByRole('button', { name: 'Open a ticket' }).click();
        await press('Submit ticket');
        await said('Choose what it is about.');
        await lacksNothing(page);
        await liesWithin(page, width);
      });
  });
