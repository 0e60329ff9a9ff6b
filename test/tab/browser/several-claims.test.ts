/** Several rows of the table at once: chosen by mouse and by keyboard, and worked on in one press; what became of each is said. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import type { Person } from '../../support/teams.ts';
import { lacksNothing, liesWithin, looksOn, watchedPage } from './looks.ts';

const owner = 'adelev@contoso.example';

for (const engine of BROWSER_ENGINES)
  describe(`several claims at once, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let isaiah: Person;
    let page: Page;
    let complaints: string[];
    // How long the table is does not hang on where its rows lie; ten thousand take their time to be imported.
    const MANY = engine === 'sqlite' ? 10_000 : 2_000;
    const name = (n: number) => `Customer ${String(n).padStart(5, '0')}`;

    before(async function () {
      this.timeout(180_000);
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example' } }),
      ];
      isaiah = world.teams.person({ name: 'Isaiah Langer' });
      await importRows(
        isaiah,
        Array.from({ length: MANY }, (_, n) => ({
          claim: `SEV-${n}`,
          customer: name(n),
          workload: n % 2 === 0 ? 'Teams' : 'Exchange Online',
          ...(n >= 20 && { owner }),
        })),
      );
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

    async function openPage(who = 'Adele Vance', query = '', width = 1280, theme = 'default'): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/?owner=all&theme=${theme}${query}`);
      await page.getByLabel('You are').selectOption(who);
      await page.getByText(/^[\d,]+ claims?$/).waitFor();
      await table().getByRole('link').first().waitFor();
    }
    const table = () => page.getByRole('table');
    const box = (n: number) => table().getByRole('checkbox', { name: `Choose ${name(n)}` });
    const link = (n: number) => table().getByRole('link', { name: name(n) });
    const bar = () => page.getByRole('region', { name: 'The chosen claims' });
    const press = (title: string) => bar().getByRole('button', { name: title, exact: true }).click();
    const chosen = (n: number) =>
      bar()
        .getByText(`${n} claim${n === 1 ? '' : 's'} chosen`, { exact: true })
        .waitFor();
    const noneChosen = () =>
      bar()
        .getByText(/chosen$/)
        .waitFor({ state: 'detached' });
    const said = (text: string | RegExp) => bar().getByText(text).waitFor();

    it('are chosen by mouse, one by one and all between two, and let go again', async () => {
      await box(1).check();
      await chosen(1);
      await box(4).click({ modifiers: ['Shift'] });
      await chosen(4);
      await link(6).click({ modifiers: ['Shift'] });
      await chosen(6);
      await box(3).uncheck();
      await chosen(5);
      assert.equal(await page.getByRole('dialog').count(), 0);
      await table().getByRole('checkbox', { name: 'Choose all that are loaded' }).click();
      await chosen(100);
      await press('Choose none');
      await noneChosen();
      assert.equal(await box(1).isChecked(), false);
    });

    it('are chosen far down the table as at its beginning, and a range says what it has left out on the way', async () => {
      await box(1).check();
      await link(0).focus();
      await page.keyboard.press('End');
      const last = MANY - 1;
      await box(last).click({ modifiers: ['Shift'] });
      await said(/^[\d,]+ claims in between are not loaded, and were left out\./);
      await press('Choose none');
      await noneChosen();
      await box(last).check();
      await chosen(1);
      await link(last).focus();
      await page.keyboard.press('Shift+ArrowUp');
      await chosen(2);
      await page.keyboard.press('Escape');
      await noneChosen();
      await page.keyboard.press('Control+a');
      await box(last - 2)
        .and(page.locator(':checked'))
        .waitFor();
    });

    it('are not chosen from a row of the list before to one of this list', async () => {
      await box(6).check();
      await chosen(1);
      await page.getByRole('searchbox').fill('customer 0002');
      await page.getByText('10 claims', { exact: true }).waitFor();
      await box(22).click({ modifiers: ['Shift'] });
      await chosen(1);
      await box(24).click({ modifiers: ['Shift'] });
      await chosen(3);
      await press('Choose none');
      await noneChosen();
      await box(27).click({ modifiers: ['Shift'] });
      await chosen(1);
    });

    it('are chosen and taken by keyboard alone', async () => {
      await link(0).focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Space');
      await chosen(1);
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await chosen(3);
      await page.keyboard.press('Shift+ArrowUp');
      await chosen(2);
      await page.keyboard.press('Control+a');
      await chosen(100);
      await page.keyboard.press('Escape');
      await noneChosen();
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+ArrowUp');
      await chosen(2);
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement?.textContent'), 'I’ll take them');
      await page.keyboard.press('Enter');
      await said('Done for 2 claims.');
      await table()
        .getByRole('row', { name: name(1) })
        .getByText('You', { exact: true })
        .waitFor();
      assert.equal(await page.evaluate('document.activeElement?.getAttribute("aria-label")'), 'The chosen claims');
      assert.match((await adele.chat.says('claim SEV-1')).text, /SEV-1/);
    });

    it('leave the keyboard where it goes on when a form is closed, and when nothing is chosen any more', async () => {
      await openPage('Isaiah Langer');
      await box(1).check();
      for (const [title, close] of [
        ['Assign', 'Escape'],
        ['Mark', 'Cancel'],
        ['Remove', 'Keep them'],
      ] as const) {
        await press(title);
        await bar().locator('form').locator(':focus').waitFor();
        if (close === 'Escape') await page.keyboard.press(close);
        else await press(close);
        await page.locator('section:focus').and(bar()).waitFor();
      }
      await page.keyboard.press('Escape');
      await noneChosen();
      await link(1).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Space');
      await press('Choose none');
      await link(1).and(page.locator(':focus')).waitFor();
    });

    it('keep the reason that somebody composes with Escape', async () => {
      await openPage('Isaiah Langer');
      await box(1).check();
      await press('Remove');
      const why = bar().getByLabel('Why are they to be removed?');
      await why.fill('sold');
      await why.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
      assert.equal(await why.inputValue(), 'sold');
      await page.keyboard.press('Escape');
      await why.waitFor({ state: 'detached' });
    });

    it('are given to somebody by a lead, who chooses whom a name means', async () => {
      await openPage('Isaiah Langer');
      await box(5).check();
      await box(6).check();
      await press('Assign');
      await bar().getByLabel('Who is to get it?').fill('Adele');
      await page.keyboard.press('Enter');
      await said('Names are not unique. Who is meant?');
      await press(`Adele Vance (${owner})`);
      await said('Done for 2 claims.');
      await noneChosen();
      await table()
        .getByRole('row', { name: name(6) })
        .getByText('Adele Vance')
        .waitFor();
    });

    it('are not given to whom was meant for others', async () => {
      await openPage('Isaiah Langer');
      const person = bar().getByRole('button', { name: `Adele Vance (${owner})` });
      const assign = async () => {
        await bar().getByLabel('Who is to get it?').fill('Adele');
        await page.keyboard.press('Enter');
        await person.waitFor();
      };
      await box(7).check();
      await press('Assign');
      await assign();
      await press('Cancel');
      await press('Assign');
      await bar().getByLabel('Who is to get it?').waitFor();
      assert.equal(await person.count(), 0);
      await assign();
      await box(11).check();
      await person.waitFor({ state: 'detached' });
    });

    it('stay chosen where they were chosen while a press was under way', async () => {
      await openPage('Isaiah Langer');
      const held = Promise.withResolvers<void>();
      await page.route('**/claims/actions', async (route) => {
        await held.promise;
        await route.continue();
      });
      await box(7).check();
      await press('I’ll take them');
      await bar().getByRole('progressbar').waitFor();
      await box(11).check();
      await chosen(2);
      held.resolve();
      await said('Done for 1 claim.');
      await chosen(1);
      assert.equal(await box(11).isChecked(), true);
    });

    it('are marked where they have the workload; those that do not are named, and stay chosen', async () => {
      await openPage('Isaiah Langer');
      for (const n of [8, 9, 10]) await box(n).check();
      await press('Mark');
      await bar().getByLabel('Workload').selectOption('Teams');
      await bar().getByLabel('Mark as').selectOption('No longer engaged');
      await bar().getByRole('button', { name: 'Mark', exact: true }).first().click();
      await said('Done for 2 claims.');
      await said('SEV-9: It does not have this workload.');
      await chosen(1);
      assert.equal(await box(9).isChecked(), true);
      assert.match((await isaiah.chat.says('claim SEV-10')).text, /Not engaged/);
    });

    it('are removed with a reason, found among those that were removed, and brought back', async () => {
      await openPage('Isaiah Langer');
      await box(12).check();
      await box(13).check();
      await press('Remove');
      await bar().getByLabel('Why are they to be removed?').fill('sold');
      await press('Remove claims');
      await said('Done for 2 claims.');
      await page.getByText(`${(MANY - 2).toLocaleString('en')} claims`, { exact: true }).waitFor();
      await page.getByLabel('State').selectOption('Removed');
      await page.getByText('2 claims', { exact: true }).waitFor();
      await table().getByRole('checkbox', { name: 'Choose all that are loaded' }).click();
      await press('Bring back');
      await page.getByText('No claim matches these filters.').waitFor();
      assert.match((await isaiah.chat.says('claim SEV-12')).text, /SEV-12/);
    });

    it('have one ticket', async () => {
      await box(14).check();
      await box(15).check();
      await press('Open a ticket');
      const panel = page.getByRole('dialog');
      assert.equal(await panel.getByLabel('Claim IDs').inputValue(), 'SEV-14, SEV-15');
    });

    it('stay chosen while they are scrolled away and others change, and are let go when they vanish', async () => {
      await box(16).check();
      await box(17).check();
      await link(17).focus();
      await page.keyboard.press('End');
      await link(MANY - 1).waitFor();
      await isaiah.chat.says(`assign SEV-18 to ${owner}`);
      await chosen(2);
      // It is another's now, and no more to be seen.
      await isaiah.chat.says('assign SEV-17 to meganb@contoso.example');
      await chosen(1);
      await page.keyboard.press('Home');
      assert.equal(await box(16).isChecked(), true);
      await page.getByRole('searchbox').fill('customer 0002');
      await page.getByText('10 claims', { exact: true }).waitFor();
      await noneChosen();
    });

    it('are done once where the answer was lost', async () => {
      let isFirst = true;
      const keys: string[] = [];
      await page.route('**/claims/actions', async (route) => {
        keys.push((route.request().postDataJSON() as { idempotencyKey: string }).idempotencyKey);
        if (!isFirst) return route.continue();
        isFirst = false;
        await route.fetch();
        return route.abort();
      });
      await box(3).check();
      await box(4).check();
      await press('I’ll take them');
      await said('Done for 2 claims.');
      assert.deepEqual([keys.length, new Set(keys).size], [2, 1]);
      complaints = [];
    });

    it('are scrolled through at the price of the rows that come into view', async () => {
      await openPage('Isaiah Langer');
      await table().getByRole('checkbox', { name: 'Choose all that are loaded' }).click();
      await chosen(100);
      const steps = 30;
      const drawn = await page.evaluate<number>(`new Promise((done) => {
        const box = document.querySelector('[role=table] [role=rowgroup]:last-child');
        let rows = 0;
        let left = ${steps};
        const added = new MutationObserver((changes) => {
          for (const { addedNodes } of changes)
            for (const node of addedNodes) if (node.matches?.('[role=row]')) rows++;
        });
        added.observe(box, { childList: true, subtree: true });
        const step = () => {
          if (left-- === 0) return done(rows);
          box.scrollTop += 400;
          requestAnimationFrame(() => requestAnimationFrame(step));
        };
        step();
      })`);
      // Some ten rows are as high as a step.
      assert.ok(drawn > 5 * steps && drawn < 15 * steps, `${drawn} rows in ${steps} steps`);
      await chosen(100);
      const rows = await table().getByRole('row').count();
      assert.ok(rows < 60, String(rows));
    });

    for (const [width, theme] of looksOn(engine))
      it(`lack nothing that axe looks for at ${width} pixels, a form open, theme ${theme}`, async () => {
        await openPage('Isaiah Langer', '', width, theme);
        await box(0).check();
        await box(1).check();
        await press('Mark');
        await lacksNothing(page);
        await liesWithin(page, width);
        await press('Remove');
        await lacksNothing(page);
        await liesWithin(page, width);
      });
  });
