/** What is done with a claim in its panel: by keyboard, with what came of it said, and seen in the chat. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, pdf, type World } from '../../e2e/world.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import { tasksHere } from '../../support/tasks-here.ts';
import type { Person } from '../../support/teams.ts';
import { lacksNothing, liesWithin, looksOn, watchedPage } from './looks.ts';

const owner = 'adelev@contoso.example';

for (const engine of BROWSER_ENGINES)
  describe(`a claim in the panel, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let page: Page;
    let complaints: string[];
    const name = (n: number) => `Customer ${n}`;

    before(async () => {
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example' } }),
      ];
      const rows = Array.from({ length: 8 }, (_, n) => ({ claim: `ACT-${n}`, customer: name(n), workload: 'Teams' }));
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), [
        ...rows.map((row, n) => (n === 0 ? row : { ...row, owner })),
        { claim: 'ACT-2', customer: name(2), workload: 'Exchange Online', owner },
      ]);
      adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
      using _reading = tasksHere();
      const dropped = await adele.chat.drops([{ name: 'Größe ACT-2.pdf', bytes: pdf('two') }]);
      await adele.chat.presses(dropped.card, 'File POE', { workloads: ['teams', 'exchange-online'] });
    });
    after(async () => {
      await browser?.close();
      await world?.dispose();
    });
    afterEach(async () => {
      await page?.close();
      assert.deepEqual(complaints, []);
    });

    async function openClaim(n: number, who = 'Adele Vance', width = 1280, theme = 'default'): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/?theme=${theme}&owner=all&text=ACT-${n}`);
      await page.getByLabel('You are').selectOption(who);
      await page
        .getByRole('table')
        .getByRole('link', { name: name(n) })
        .click();
      await panel()
        .getByRole('heading', { name: name(n) })
        .waitFor();
    }
    const panel = () => page.getByRole('dialog');
    const press = (title: string | RegExp) => panel().getByRole('button', { name: title, exact: true }).click();
    const said = (text: string) => panel().getByRole('status').getByText(text).waitFor();
    const focused = () => page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? ''");

    it('is marked by keyboard, and unmarked by the same button', async () => {
      await openClaim(1);
      await panel().getByRole('button', { name: 'Was already there: Teams' }).focus();
      await page.keyboard.press('Enter');
      await said('Teams is confirmed in Partner Center.');
      await panel().getByText('Adele Vance confirmed Teams in Partner Center').waitFor();
      assert.equal(await focused(), 'Undo confirmation: Teams');
      await page.keyboard.press('Enter');
      await said('The confirmation of Teams is taken back.');
      await press('No longer engaged: Teams');
      await said('Teams is marked as no longer engaged.');
      await press('Engaged again: Teams');
      await said('Teams is marked as engaged again.');
      assert.match((await adele.chat.says('claim ACT-1')).text, /Teams\s+To collect/);
      await page.keyboard.press('Escape');
      // Roles are found in what a screen reader sees alone.
      await page.getByRole('row', { name: name(1) }).waitFor();
    });

    it('is taken, and then can be worked on', async () => {
      await openClaim(0);
      await panel().getByText('Nobody owns this claim yet.').waitFor();
      assert.equal(await panel().getByRole('button', { name: /Teams/ }).count(), 0);
      await press('I’ll take it');
      await said('This claim is yours now.');
      await panel().getByRole('button', { name: 'Was already there: Teams' }).waitFor();
      // The button is gone: whoever works by keyboard goes on from what is said.
      assert.equal(await page.evaluate('document.activeElement?.getAttribute("role")'), 'status');
    });

    it('hands its documents out under their names', async () => {
      await openClaim(2);
      const saved = page.waitForEvent('download');
      await press('Download: Größe ACT-2.pdf');
      const file = await saved;
      assert.equal(file.suggestedFilename(), 'Größe ACT-2.pdf');
      assert.deepEqual(await readFile(await file.path()), pdf('two'));
    });

    it('loses a document from one workload, with a reason', async () => {
      await openClaim(2);
      await press('Withdraw: Größe ACT-2.pdf');
      assert.equal(await page.evaluate('document.activeElement?.tagName'), 'TEXTAREA');
      await press('Withdraw');
      await panel().getByText('Write a few words here first.').waitFor();
      await panel().getByLabel('Why is it to be withdrawn?').fill('not about Teams');
      await panel().getByRole('checkbox', { name: 'Exchange Online' }).click();
      await press('Withdraw');
      await said('The document is withdrawn.');
      await panel()
        .getByText(/^Withdrawn by Adele Vance on .*: not about Teams$/)
        .waitFor();
      await panel().getByRole('button', { name: 'Confirmed in Partner Center: Exchange Online' }).waitFor();
      await panel().getByRole('button', { name: 'Was already there: Teams' }).waitFor();
    });

    it('is given to whom a lead chooses among those of a name', async () => {
      await openClaim(3, 'Isaiah Langer');
      await press('Assign');
      await panel().getByLabel('Who is to get it?').fill('Adele');
      await page.keyboard.press('Enter');
      await panel().getByText('Names are not unique. Who is meant?').waitFor();
      await press(`Adele Vance (${owner})`);
      await said('This claim was already with Adele Vance.');
      await press('Assign');
      await panel().getByLabel('Who is to get it?').fill('nobody at all');
      await page.keyboard.press('Enter');
      await panel()
        .getByText(/I know nobody|I do not know|cannot find/)
        .waitFor();
      complaints = complaints.filter((text) => !text.includes('400'));
    });

    it('is removed with a reason and brought back by a lead, and leaves the table meanwhile', async () => {
      await openClaim(4, 'Isaiah Langer');
      await press('Remove');
      await panel().getByLabel('Why is it to be removed?').fill('sold');
      await press('Remove claim');
      await said('This claim is removed.');
      await page.getByText('No claim matches these filters.').waitFor();
      assert.match((await adele.chat.says('claim ACT-4')).text, /cannot find/);
      await press('Bring back');
      await said('This claim is back');
      await page.getByText('1 claim', { exact: true }).waitFor();
    });

    it('says what was refused, and why', async () => {
      await openClaim(5);
      // A lead gives it away in the chat while it stands open.
      await page.route('**/tab/api/version', (route) => route.abort());
      await world.teams.person({ name: 'Isaiah Langer' }).chat.says('assign ACT-5 to meganb@contoso.example');
      await press('No longer engaged: Teams');
      await panel().getByText('I cannot find this claim among yours.').waitFor();
      await page.unroute('**/tab/api/version');
      complaints = [];
    });

    it('is sent again under its key where the answer was lost, and is done once', async () => {
      await openClaim(6);
      let isFirst = true;
      const keys: string[] = [];
      await page.route('**/actions', async (route) => {
        keys.push((route.request().postDataJSON() as { idempotencyKey: string }).idempotencyKey);
        if (!isFirst) return route.continue();
        isFirst = false;
        await route.fetch();
        return route.abort();
      });
      await press('Was already there: Teams');
      await said('Teams is confirmed in Partner Center.');
      assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
      assert.equal(await panel().getByText('Adele Vance confirmed Teams in Partner Center').count(), 1);
      complaints = [];
    });

    for (const [width, theme] of looksOn(engine))
      it(`lacks nothing that axe looks for at ${width} pixels, its forms open, theme ${theme}`, async () => {
        await openClaim(2, 'Isaiah Langer', width, theme);
        await press('Remove');
        await press('Withdraw: Größe ACT-2.pdf');
        await lacksNothing(page);
        await liesWithin(page, width);
      });
  });
