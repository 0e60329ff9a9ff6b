/** The campaign in a browser: figures, who has not started, reminders, and claims given to somebody. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import type { Person } from '../../support/teams.ts';
import { countAsks, lacksNothing, liesWithin, looksOn, watchedPage } from './looks.ts';

const DAY_MS = 86_400_000;
const LONG = 'Wissenschaftliche-Gesellschaft-für-Verwaltungsrechtsfragen and Daughters International Holdings';

for (const engine of BROWSER_ENGINES)
  describe(`the campaign in a browser, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let pradeep: Person;
    let page: Page;
    let complaints: string[];
    let days = 0;

    before(async () => {
      [browser, world] = [
        await launchChromium(),
        // Two days are kept before the one that is looked at.
        await openWorld(engine, {
          env: { LEADS: 'isaiahl@contoso.example', NOW: '2020-06-14T16:00:00Z' },
          overrides: { realTime: () => new Date(Date.now() + days * DAY_MS) },
        }),
      ];
      const owner = 'adelev@contoso.example';
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), [
        { claim: 'CLM-1', customer: 'Adatum', owner, workload: 'Teams' },
        { claim: 'CLM-2', customer: 'Fabrikam', owner: 'Pradeep Gupta', workload: 'Teams' },
        { claim: 'CLM-3', customer: LONG, workload: 'Teams' },
        { claim: 'CLM-4', customer: 'Wingtip', workload: 'Exchange Online', program: 'OSA Dynamics 365' },
        { claim: 'CLM-5', customer: 'Tailspin', owner: 'nobody@contoso.example', workload: 'Teams' },
      ]);
      adele = world.teams.person({ name: 'Adele Vance' });
      pradeep = world.teams.person({ name: 'Pradeep Gupta' });
      for (const { chat } of [adele, pradeep]) await chat.says('help');
      for (const question of ['Is there a fee for parrots?', 'is there a fee for parrots', 'Who feeds the dragon?'])
        await adele.chat.says(question);
      for (days = 0; days < 2; days++) await world.app.tick('days of campaigns');
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
      await page.getByLabel('Show', { exact: true }).first().selectOption('not reached');
      await row('Adele Vance').waitFor({ state: 'detached' });
      await row('nobody@contoso.example').waitFor();
      await page.reload();
      await page.getByText('Their reminders start as soon as they open the bot or write to it.').waitFor();
      await page.getByLabel('Show', { exact: true }).first().selectOption('not started');
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

    it('gives claims to somebody, keeps those chosen that were not given, and says whom a name alone means', async () => {
      await openPage();
      await page.getByLabel('Give to').fill('Somebody Else');
      await page.getByLabel('Choose CLM-4').check();
      await page.getByRole('button', { name: 'Give 1 claim' }).click();
      await page
        .getByText(/Somebody Else/)
        .first()
        .waitFor();
      assert.equal(await page.getByLabel('Choose CLM-4').isChecked(), true);
      complaints = complaints.filter((text) => !text.includes('400'));
      await page.getByLabel('Choose all that are shown').check();
      await page.getByLabel('Give to').fill('adelev@contoso.example');
      await page.getByRole('button', { name: 'Give 2 claims' }).click();
      await page.getByText('Done for 2 claims.').waitFor();
      await page.getByText('Every open claim has an owner.').waitFor();
      await row('Adele Vance').getByRole('cell', { name: '3', exact: true }).waitFor();
      assert.match((await adele.chat.says('claim CLM-4')).text, /Wingtip/);
      const isHis = async (): Promise<boolean> => /Owner\s+You/.test((await pradeep.chat.says('claim CLM-2')).text);
      const who = page.getByRole('button', { name: /^Pradeep Gupta is / });
      assert.equal(await isHis(), false);
      await who.click();
      await page.locator('p:focus', { hasText: /^Claims of Pradeep Gupta are with .+ from now on\.$/ }).waitFor();
      await page.getByText('Every owner of an open claim is known by their address, or was confirmed.').waitFor();
      assert.equal(await isHis(), true);
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.locator('p:focus', { hasText: 'It is open again whom this name means.' }).waitFor();
      await who.waitFor();
      assert.equal(await isHis(), false);
    });

    it('draws how the claims stood day by day, and has the numbers as a table', async () => {
      await openPage();
      await page
        .getByRole('img', { name: 'On Jun 14, 2020, 0 of 5 claims had POE. On Jun 16, 2020, 0 of 5 had.' })
        .waitFor();
      const toggle = page.getByRole('button', { name: 'Show as a table' });
      assert.equal(await toggle.getAttribute('aria-expanded'), 'false');
      await toggle.click();
      const table = page.getByRole('region', { name: 'Over time' });
      assert.deepEqual(await table.getByRole('rowheader').allInnerTexts(), [
        'Jun 16, 2020',
        'Jun 15, 2020',
        'Jun 14, 2020',
      ]);
      assert.deepEqual(await table.getByRole('row').nth(3).getByRole('cell').allInnerTexts(), ['5', '0', '0']);
      await page.getByRole('button', { name: 'Hide the table' }).click();
      await table.waitFor({ state: 'detached' });
    });

    it('hands out each of its lists as a file', async () => {
      await openPage();
      await page.getByText('fee for parrots').first().waitFor();
      for (const [list, name] of [
        ['Over time', 'claims-over-time'],
        ['By program', 'claims-by-program'],
        ['By workload', 'claims-by-workload'],
        ['By owner', 'claims-by-owner'],
        ['Questions without an answer', 'questions'],
      ] as const)
        for (const kind of ['xlsx', 'csv']) {
          const [file] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('button', { name: `${list}: download as .${kind}` }).click(),
          ]);
          assert.equal(file.suggestedFilename(), `${name}-2020-06-16.${kind}`);
        }
    });

    it('gives a question the topic that answers it, and says so in the chat from then on', async () => {
      await openPage();
      const open = page.getByRole('button', { name: 'Open: is there a fee for parrots' });
      await page.getByText(/^Asked 2 times, last on /).waitFor();
      await open.click();
      await page.getByText('Also asked as “Is there a fee for parrots?”').waitFor();
      await page.getByRole('button', { name: 'Answer with this topic' }).click();
      await page.getByText('First choose the topic that answers it.').waitFor();
      await lacksNothing(page);
      await page.getByLabel('Topic that answers it').selectOption('What the notice is about');
      await page.getByRole('button', { name: 'Answer with this topic' }).click();
      await page.getByText('“What the notice is about” answers this question now.').waitFor();
      await page.getByRole('button', { name: /: is there a fee for parrots$/ }).waitFor({ state: 'detached' });
      await page.locator('p:focus', { hasText: 'answers this question now' }).waitFor();
      assert.match((await adele.chat.says('Is there a fee for parrots?')).text, /^The notice announces/);
    });

    it('dismisses a question, and takes that back', async () => {
      await openPage();
      await page.getByRole('button', { name: 'Open: Who feeds the dragon?' }).click();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await page.getByText(/^Dismissed\. It stays out of the list/).waitFor();
      await page.getByRole('button', { name: 'Close: Who feeds the dragon?' }).waitFor({ state: 'detached' });
      await page.getByLabel('Show', { exact: true }).last().selectOption('decided');
      await page.getByText(/^Dismissed on /).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Open: Who feeds the dragon?' }).click();
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.getByText('This question is open again.').waitFor();
    });

    it('shows a question that is asked in the chat without being asked to', async () => {
      await openPage();
      await page.getByText('Who feeds the dragon?').waitFor();
      await adele.chat.says('Which colour has the invisible unicorn?');
      await page.getByText('Which colour has the invisible unicorn?').waitFor();
      assert.equal(
        await page.evaluate('document.activeElement?.closest("main") === null'),
        true,
        'nothing takes the focus by itself',
      );
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

    it('shows what changes in the chat by the second time it asks', async () => {
      await openPage();
      await page.getByText('No tickets yet.').waitFor();
      const form = await adele.chat.says('open a ticket');
      await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', claims: '', description: 'Why?' });
      const asks = countAsks(page);
      await page.getByText('No tickets yet.').waitFor({ state: 'detached' });
      assert.ok(asks() <= 2, String(asks()));
    });

    for (const [width, theme] of looksOn(engine))
      it(`fits into ${width} pixels and lacks nothing that axe looks for, theme ${theme}`, async () => {
        await openPage(`?theme=${theme}`, width);
        await row('Adele Vance').waitFor();
        await page
          .getByText(/Every open claim|Give to/)
          .first()
          .waitFor();
        await page.getByRole('button', { name: /^Pradeep Gupta is / }).waitFor();
        await page.getByRole('button', { name: 'Show as a table' }).click();
        await page.getByRole('button', { name: 'Open: Who feeds the dragon?' }).click();
        await lacksNothing(page);
        await liesWithin(page, width);
      });
  });
