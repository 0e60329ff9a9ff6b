/** Imports on the page: an export is dropped, previewed, mapped, imported, listed and undone there. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { exportOf, importRows, openWorld, type Row, type World } from '../../e2e/world.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import { tasksHere } from '../../support/tasks-here.ts';
import type { Person } from '../../support/teams.ts';
import { dropFiles } from './drop.ts';
import { lacksNothing, liesWithin, looksOn, watchedPage } from './looks.ts';

const LONG = 'Wissenschaftliche-Gesellschaft-für-Verwaltungsrechtsfragen and Daughters International Holdings';
const file = (name: string, bytes: Buffer) => ({ name, bytes });
const rows = (n: number, mark: string): Row[] =>
  Array.from({ length: n }, (_, i) => ({ claim: `${mark}-${i}`, customer: `${mark} ${i}`, workload: 'Teams' }));

/** Everything that a preview can ask about: rows that are left out, letters in doubt, columns that nobody knows. */
function doubtful(mark: string): Buffer {
  const lines = [
    'Claim ID;Customer Name;Workload;Freeform text of the sales department, second edition;Seller',
    `${mark}-1;${LONG};Teams;blue;Somebody`,
    ...Array.from({ length: 12 }, () => ';Nobody at all;Teams;red;'),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}

for (const engine of BROWSER_ENGINES)
  describe(`imports on the page, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let isaiah: Person;
    let page: Page;
    let complaints: string[];
    let reading: Disposable;

    before(async () => {
      reading = tasksHere();
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example', MAX_FILE_MB: '1' } }),
      ];
      isaiah = world.teams.person({ name: 'Isaiah Langer' });
      await isaiah.chat.says('help');
      await world.teams.person({ name: 'Adele Vance' }).chat.says('help');
    });
    after(async () => {
      await browser?.close();
      await world?.dispose();
      reading?.[Symbol.dispose]();
    });
    afterEach(async () => {
      await page?.close();
      assert.deepEqual(complaints, []);
    });

    async function openPage(path = 'imports', width = 1280, who = 'Isaiah Langer'): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/${path}`);
      await page.getByLabel('You are').selectOption(who);
      if (who === 'Isaiah Langer') await page.getByRole('link', { name: 'Imports', exact: true }).waitFor();
      await page.locator('main:not([aria-busy])').waitFor();
    }
    const press = (name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();
    const heading = (name: string) => page.getByRole('heading', { name, exact: true }).waitFor();
    const figure = (name: string) =>
      page.getByRole('main').locator('dl > div').filter({ hasText: name }).locator('dd').textContent();
    const choose = (one: { readonly name: string; readonly bytes: Buffer }) =>
      page.locator('input[type=file]').setInputFiles([{ name: one.name, mimeType: 'text/csv', buffer: one.bytes }]);

    it('are led to where nothing has been imported yet', async () => {
      await openPage('');
      await page.getByText('No associations have been imported yet.').waitFor();
      await press('Go to imports');
      await page.getByText('Nothing was imported in the last 30 days').waitFor();
      await page.getByRole('link', { name: 'Imports', exact: true }).and(page.locator('[aria-current=page]')).waitFor();
    });

    it('are previewed, imported, listed and undone, by keyboard', async () => {
      await openPage();
      const before = isaiah.chat.conversation.sent.length;
      await choose(file('June.csv', exportOf([...rows(3, 'JUN'), { claim: '', customer: 'Nobody' }])));
      await heading('Import June.csv');
      assert.deepEqual([await figure('New'), await figure('Rows left out')], ['3', '1']);
      await page.getByText('Line 5: no claim ID').waitFor();
      await page.getByRole('button', { name: 'Import', exact: true }).focus();
      await page.keyboard.press('Enter');
      await heading('Imported June.csv');
      await page.locator('h2:focus', { hasText: 'Imported June.csv' }).waitFor();
      assert.equal(await figure('New'), '3');
      await page.getByRole('link', { name: 'All imports' }).click();
      await page.getByText('3 new, 0 changed, 0 same').waitFor();
      await page.getByText(/^Isaiah Langer · /).waitFor();
      await page.getByRole('link', { name: 'Claims', exact: true }).click();
      await page.getByText('3 claims', { exact: true }).waitFor();
      await page.getByRole('link', { name: 'Imports', exact: true }).click();
      await page.getByRole('link', { name: 'Undo the import of June.csv' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('h2:focus', { hasText: 'Undo the import of June.csv' }).waitFor();
      await page.getByText('Gone', { exact: true }).waitFor();
      assert.deepEqual(
        [await figure('Gone'), await figure('As before'), await figure('Something stays')],
        ['3', '0', '0'],
      );
      await press('Keep it');
      await heading('Imported June.csv');
      await press('Undo this import');
      await page
        .getByRole('button', { name: 'Undo this import' })
        .and(page.locator(':not([aria-disabled=true])'))
        .click();
      await heading('Undone: June.csv');
      await page.getByText(/^Undone by Isaiah Langer on /).waitFor();
      assert.equal(await figure('Gone'), '3');
      // What is shown here is told in no chat, too.
      assert.equal(isaiah.chat.conversation.sent.length, before);
    });

    it('ask what columns hold and which letters are meant, and show the preview again', async () => {
      await openPage();
      const text = 'Mark;Customer Name;Program;Workload\r\nCOL-1;Gesellschaft für Häuser und Gärten;OSU;Teams\r\n';
      await choose(file('columns.csv', Buffer.from(text, 'latin1')));
      await page.getByText(/^No column holds claim IDs\./).waitFor();
      assert.equal(
        await page.getByRole('button', { name: 'Import', exact: true }).getAttribute('aria-disabled'),
        'true',
      );
      await page.getByLabel('Mark').selectOption('Claim ID');
      await page.getByLabel('Encoding').selectOption('Cyrillic (Windows-1251)');
      await press('Preview again');
      await page.getByText('Customers, as they were read: Gesellschaft fьr Hдuser und Gдrten').waitFor();
      assert.equal(await figure('New'), '1');
      await page.getByLabel('Encoding').selectOption('Western European (Windows-1252)');
      await press('Import');
      await page.getByText(/^You chose something else, so this is what would change now\./).waitFor();
      await page.getByText('Customers, as they were read: Gesellschaft für Häuser und Gärten').waitFor();
      await press('Import');
      await heading('Imported columns.csv');
      await press('Show claims');
      await page.getByText('Gesellschaft für Häuser und Gärten').waitFor();
    });

    it('wait for a decision, also when the page was closed, and are not made then', async () => {
      await openPage();
      await choose(file('later.csv', exportOf(rows(2, 'LAT'))));
      await heading('Import later.csv');
      await openPage();
      await heading('Waiting for your decision');
      await page.getByRole('link', { name: 'later.csv' }).click();
      await press('Do not import');
      await heading('Not imported: later.csv');
      await press('Import another');
      await page.getByRole('link', { name: 'later.csv' }).waitFor({ state: 'detached' });
    });

    it('show how far they are, and go on when the page is closed', async () => {
      await openPage();
      await choose(file('large.csv', exportOf(rows(3_000, 'BIG'))));
      await heading('Import large.csv');
      await press('Import');
      await heading('Importing large.csv');
      await page.getByText(/^[\d,]+ of 3,000 claims$/).waitFor();
      await page.getByRole('progressbar', { name: 'Progress of large.csv' }).waitFor();
      await openPage();
      await page.getByRole('link', { name: 'large.csv', exact: true }).waitFor();
      await page.getByText('3,000 new, 0 changed, 0 same', { exact: true }).waitFor({ timeout: 30_000 });
    });

    it('are those of the chat, too', async () => {
      await importRows(isaiah, rows(1, 'CHA'), 'from the chat.csv');
      await openPage();
      await page.getByRole('link', { name: 'from the chat.csv', exact: true }).click();
      await heading('Imported from the chat.csv');
    });

    for (const [name, path] of [
      ['the claims', ''],
      ['the campaign', 'campaign'],
      ['the tickets', 'tickets'],
    ] as const)
      it(`begin where an export is dropped on ${name}`, async () => {
        await openPage(path);
        await dropFiles(page.locator('main'), [file(`on ${path}.csv`, exportOf(rows(1, `DROP${path}`)))]);
        await heading(`Import on ${path}.csv`);
      });

    it('begin with the file as POE after all', async () => {
      await openPage();
      await dropFiles(page.locator('main'), [file('work.csv', exportOf(rows(1, 'POE')))]);
      await heading('Import work.csv');
      await press('File as POE');
      await heading('Its file is now among the documents to file.');
      await press('Go to claims');
      await press(/^Documents to file/);
      await page.getByRole('dialog').getByText('work.csv').first().waitFor();
    });

    it('say why they are not filed as POE, also where they were started elsewhere meanwhile', async () => {
      await openPage();
      await choose(file('both.csv', exportOf(rows(1, 'BOTH'))));
      await heading('Import both.csv');
      await page.route('**/as-poe', async (route) => {
        const asked = route.request();
        const url = asked.url().replace(/as-poe$/, 'start');
        await page.request.post(url, { headers: await asked.allHeaders(), data: { choices: {} } });
        return route.continue();
      });
      await press('File as POE');
      await heading('Imported both.csv');
      await page.getByRole('alert').getByText('This import is no longer open.').waitFor();
      await page.unrouteAll();
      complaints = complaints.filter((text) => !text.includes('400'));
    });

    it('say what is wrong with a file that is none, and stop being sent when that is wished', async () => {
      await openPage();
      await choose(file('colours.csv', Buffer.from('Name,Colour\r\nA,red\r\n')));
      await page
        .getByRole('alert')
        .getByText(/^This is not the export of customer associations\. Of its columns I know “Name” only\./)
        .waitFor();
      await press('Dismiss: colours.csv');
      await choose(file('huge.csv', Buffer.alloc(1024 * 1024 + 1, 'a')));
      await page.getByText('This file is too large to be taken here.').waitFor();
      await press('Dismiss: huge.csv');
      const held = Promise.withResolvers<void>();
      await page.route('**/tab/api/imports?*', async (route) => {
        await held.promise;
        return route.continue();
      });
      await choose(file('slow.csv', exportOf(rows(1, 'SLO'))));
      await page.getByRole('progressbar', { name: 'Progress of slow.csv' }).waitFor();
      await press('Cancel: slow.csv');
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      held.resolve();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      complaints = complaints.filter((text) => !text.includes('400'));
    });

    it('are nothing for members, who are not led there', async () => {
      await openPage('imports', 1280, 'Adele Vance');
      await page.getByText('Imports are for leads.').waitFor();
      assert.equal(await page.getByRole('link', { name: 'Imports' }).count(), 0);
    });

    for (const [width, theme] of looksOn(engine))
      it(`fit into ${width} pixels and lack nothing that axe looks for, theme ${theme}`, async () => {
        await openPage(`imports?theme=${theme}`, width);
        await page.getByRole('link', { name: 'June.csv', exact: true }).waitFor();
        await lacksNothing(page);
        await liesWithin(page, width);
        await choose(file(`export ${theme} ${width} of everything.csv`, doubtful(`AXE-${theme}-${width}`)));
        await page.getByLabel('Encoding').waitFor();
        await lacksNothing(page);
        await liesWithin(page, width);
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await press('Undo this import');
        await page.getByText('Gone', { exact: true }).waitFor();
        await lacksNothing(page);
        await liesWithin(page, width);
      });
  });
