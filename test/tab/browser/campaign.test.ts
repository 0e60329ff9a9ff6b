/** The campaign in a browser: figures, who has not started, reminders, and claims given to somebody. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import type { Person } from '../../support/teams.ts';
import { lacksNothing, liesWithin, THEMES, WIDTHS, watchedPage } from './looks.ts';

const LONG = 'Wissenschaftliche-Gesellschaft-für-Verwaltungsrechtsfragen and Daughters International Holdings';

const engines = process.env.TEST_MONGODB_URI ? (['sqlite', 'mongodb'] as const) : (['sqlite'] as const);

for (const engine of engines)
  describe(`the campaign in a browser, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let page: Page;
    let complaints: string[];

    before(async () => {
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example' } }),
      ];
      const owner = 'adelev@contoso.example';
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), [
        { claim: 'CLM-1', customer: 'Adatum', owner, workload: 'Teams' },
        { claim: 'CLM-2', customer: 'Fabrikam', owner: 'meganb@contoso.example', workload: 'Teams' },
        { claim: 'CLM-3', customer: LONG, workload: 'Teams' },
        { claim: 'CLM-4', customer: 'Wingtip', workload: 'Exchange Online', program: 'OSA Dynamics 365' },
        { claim: 'CLM-5', customer: 'Tailspin', owner: 'nobody@contoso.example', workload: 'Teams' },
      ]);
      adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
    });
    after(async () => {
      await browser?.close();
      await world?.dispose();
    });
    afterEach(async () => {
      await page?.close();
      assert.deepEqual(complaints, []);
    });

    async function openPage(query = '', width = 1280, who = 'Isaiah Langer'): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/campaign${query}`);
      await page.getByLabel('You are').selectOption(who);
    }
    const row = (name: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });

    const numbers = (name: string) => row(name).getByRole('cell').allTextContents();

    it('tells members that it is for leads, and does not lead them there', async () => {
      await openPage('', 1280, 'Adele Vance');
      await page.getByText('The campaign as a whole is for leads.').waitFor();
      assert.equal(await page.getByRole('link', { name: 'Campaign' }).count(), 0);
    });

    it('says in numbers how the claims stand, in all and by what they are about', async () => {
      await openPage();
      await page.getByRole('heading', { name: '0 of 5 claims have POE' }).waitFor();
      await page.getByText('14 days left, until June 30, 2020').waitFor();
      assert.deepEqual(await numbers('OSA Dynamics 365'), ['1', '0', '0']);
      assert.deepEqual(await numbers('Exchange Online'), ['1', '0']);
      assert.deepEqual(await numbers('Adele Vance'), ['1', '0', '0']);
      await row('Adele Vance').getByText('Not reminded yet').waitFor();
      await row('nobody@contoso.example').getByText('Has not installed the bot').waitFor();
    });

    it('shows who cannot be reached, and keeps that in the address', async () => {
      await openPage();
      await page.getByLabel('Show', { exact: true }).selectOption('not reached');
      await row('Adele Vance').waitFor({ state: 'detached' });
      await row('nobody@contoso.example').waitFor();
      await page.reload();
      await page.getByText('Their reminders start as soon as they open the bot or write to it.').waitFor();
      await page.getByLabel('Show', { exact: true }).selectOption('not started');
      await row('Adele Vance').waitFor();
    });

    it('has somebody reminded, and all of them once', async () => {
      await openPage();
      await page.getByRole('button', { name: 'Remind Adele Vance' }).click();
      await page.getByText(/^Adele Vance gets a reminder/).waitFor();
      await page
        .getByText(/^(?:waiting to be sent|sent)$/)
        .last()
        .waitFor();
      await page.getByRole('button', { name: /^Remind all/ }).click();
      await page.getByText(/^I remind everybody with open claims/).waitFor();
      await page.getByRole('button', { name: /^Remind all/ }).click();
      await page.getByText('You asked for this before, so I do not start again.').waitFor();
    });

    it('gives claims to somebody, and names those that were not given', async () => {
      await openPage();
      await page.getByLabel('Give to').fill('Somebody Else');
      await page.getByLabel('Choose CLM-4').check();
      await page.getByRole('button', { name: 'Give 1 claim' }).click();
      await page.getByText('1 claim not given:').waitFor();
      await page.getByText(/^CLM-4: /).waitFor();
      complaints = complaints.filter((text) => !text.includes('400'));
      await page.getByLabel('Choose all that are shown').check();
      await page.getByLabel('Give to').fill('adelev@contoso.example');
      await page.getByRole('button', { name: 'Give 2 claims' }).click();
      await page.getByText('2 claims given to adelev@contoso.example.').waitFor();
      await page.getByText('Every open claim has an owner.').waitFor();
      await row('Adele Vance').getByRole('cell', { name: '3', exact: true }).waitFor();
      assert.match((await adele.chat.says('claim CLM-4')).text, /Wingtip/);
    });

    it('shares the notice, after a look at who gets it', async () => {
      await openPage();
      await page.getByRole('button', { name: 'Share the notice' }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('For whom').selectOption('Owners of claims for a customer');
      await panel.getByRole('button', { name: 'See who gets it' }).click();
      await panel.getByText('Enter the customer’s name, or one of their claim IDs.').waitFor();
      await panel.getByLabel('Customer, or a claim ID').fill('CLM-1');
      await panel.getByLabel('Your words above it, if you like').fill('Yours is next.');
      await panel.getByRole('button', { name: 'See who gets it' }).click();
      await panel.getByText('1 person will get it.').waitFor();
      await lacksNothing(page);
      await panel.getByRole('button', { name: 'Change' }).click();
      assert.equal(await panel.getByLabel('Customer, or a claim ID').inputValue(), 'CLM-1');
      await panel.getByRole('button', { name: 'See who gets it' }).click();
      await panel.getByRole('button', { name: 'Send' }).click();
      await panel.getByText('The notice is on its way.').waitFor();
      await page.keyboard.press('Escape');
      await page.locator('button:focus', { hasText: 'Share the notice' }).waitFor();
    });

    it('shows what changes in the chat within three seconds', async () => {
      await openPage();
      await page.getByText('No tickets yet.').waitFor();
      const form = await adele.chat.says('open a ticket');
      await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', claims: '', description: 'Why?' });
      const done = performance.now();
      await page.getByText('No tickets yet.').waitFor({ state: 'detached', timeout: 3_000 });
      assert.ok(performance.now() - done < 3_000);
    });

    for (const width of WIDTHS)
      for (const theme of THEMES)
        it(`fits into ${width} pixels and lacks nothing that axe looks for, theme ${theme}`, async () => {
          await openPage(`?theme=${theme}`, width);
          await row('Adele Vance').waitFor();
          await page
            .getByText(/Every open claim|Give to/)
            .first()
            .waitFor();
          await lacksNothing(page);
          await liesWithin(page, width);
        });
  });
