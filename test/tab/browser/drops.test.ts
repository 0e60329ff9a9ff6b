/** Files that are dropped on any view, on several chosen claims, or on a ticket; and tickets that did not arrive somewhere, sent again. */
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
/** As many claims as a file can go to at once. */
const MANY = Array.from({ length: 20 }, (_, n) => n + 10);

for (const engine of BROWSER_ENGINES)
  describe(`files dropped on any view, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let isaiah: Person;
    let page: Page;
    let complaints: string[];
    let reading: Disposable;

    before(async () => {
      reading = tasksHere();
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example' } }),
      ];
      isaiah = world.teams.person({ name: 'Isaiah Langer' });
      await importRows(isaiah, [
        ...[0, 1, 2].map((n) => ({ claim: `DRP-${n}`, customer: `Customer ${n}`, owner, workload: 'Teams' })),
        ...MANY.map((n) => ({ claim: `OTH-${n}`, customer: `Other ${n}`, owner, workload: 'Teams' })),
      ]);
      adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
      const form = await adele.chat.says('open a ticket');
      await adele.chat.presses(form.card, 'Submit ticket', {
        issue: 'other',
        claims: 'DRP-0',
        description: 'What now?',
      });
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

    async function openPage(path: string, who = 'Adele Vance', width = 1280, theme = 'default'): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/${path}${path.includes('?') ? '&' : '?'}theme=${theme}`);
      await page.getByLabel('You are').selectOption(who);
    }
    const panel = () => page.getByRole('dialog');
    const press = (title: string) => panel().getByRole('button', { name: title, exact: true }).click();

    /** As a desktop drops a file: it is made in the page. @param last the last thing that happens */
    async function drop(
      onto: ReturnType<Page['locator']>,
      name: string,
      last: 'dragover' | 'drop' = 'drop',
    ): Promise<void> {
      const dataTransfer = await page.evaluateHandle(`(() => {
        const data = new DataTransfer();
        const bytes = Uint8Array.from(atob('${pdf(name).toString('base64')}'), (sign) => sign.charCodeAt(0));
        data.items.add(new File([bytes], '${name}'));
        return data;
      })()`);
      for (const type of last === 'drop' ? ['dragenter', 'dragover', 'drop'] : ['dragenter', 'dragover'])
        await onto.dispatchEvent(type, { dataTransfer, bubbles: true, cancelable: true });
    }
    async function discardAll(): Promise<void> {
      for (let left = await discards().count(); left > 0; left--) {
        await discards().first().click();
        await discards()
          .nth(left - 1)
          .waitFor({ state: 'detached' });
      }
    }
    const discards = () => panel().getByRole('button', { name: /^Discard:/ });

    for (const [view, path, who] of [
      ['tickets', 'tickets', 'Adele Vance'],
      ['campaign', 'campaign', 'Isaiah Langer'],
    ] as const)
      it(`go on from the view of the ${view} as from the claims`, async () => {
        await openPage(path, who);
        // The heading stands there before anything listens.
        await page.getByRole('button', { name: 'Add documents' }).waitFor();
        await drop(page.locator('main'), `${view}.pdf`, 'dragover');
        await page.getByText('Drop to file as POE. On a claim, it is proposed for that one.').waitFor();
        await drop(page.locator('main'), `${view}.pdf`);
        await panel().getByText('To file', { exact: true }).waitFor();
        await panel().getByText(`${view}.pdf`, { exact: true }).waitFor();
        await discardAll();
        await page.keyboard.press('Escape');
        await panel().waitFor({ state: 'detached' });
        await page.locator('button:focus', { hasText: 'Add documents' }).waitFor();
      });

    it('are proposed for each of the chosen claims where they are dropped on one of them', async () => {
      await openPage('');
      for (const n of [0, 2]) await page.getByRole('checkbox', { name: `Choose Customer ${n}` }).check();
      const row = page.getByRole('row', { name: 'Customer 2' });
      await drop(row, 'both.pdf', 'dragover');
      await page.getByText('Drop to file as POE for the 2 claims that are chosen').waitFor();
      await drop(row, 'both.pdf');
      await panel().getByText('For Customer 0 · DRP-0').waitFor();
      await panel().getByText('For Customer 2 · DRP-2').waitFor();
      await discardAll();
    });

    it('are chosen for several claims by the button, too', async () => {
      await openPage('');
      for (const n of [1, 2]) await page.getByRole('checkbox', { name: `Choose Customer ${n}` }).check();
      const bar = page.getByRole('region', { name: 'The chosen claims' });
      const file = { name: 'button.pdf', mimeType: 'application/pdf', buffer: pdf('button') };
      await bar.locator('input[type=file]').setInputFiles(file);
      await panel().getByText('For Customer 1 · DRP-1').waitFor();
      await panel().getByText('For Customer 2 · DRP-2').waitFor();
      await discardAll();
    });

    it('are one upload for each claim, however many files and claims there are', async () => {
      await openPage('?text=Other');
      await page.getByText('20 claims', { exact: true }).waitFor();
      await page.getByRole('checkbox', { name: 'Choose all that are loaded' }).click();
      const bar = page.getByRole('region', { name: 'The chosen claims' });
      const names = [1, 2, 3, 4, 5, 6].map((n) => `many ${n}.pdf`);
      await bar
        .locator('input[type=file]')
        .setInputFiles(names.map((name) => ({ name, mimeType: 'application/pdf', buffer: pdf(name) })));
      const all = panel().getByText(/^many 1\.pdf, .*many 6\.pdf$/);
      await all.nth(MANY.length - 1).waitFor({ timeout: 30_000 });
      await discards().nth(MANY.length).waitFor({ state: 'detached' });
      await discardAll();
    });

    it('are shown to whoever was somebody else meanwhile, in local mode', async () => {
      await openPage('tickets');
      for (const who of ['Isaiah Langer', 'Adele Vance']) {
        await page.getByLabel('You are').selectOption(who);
        await page.getByRole('button', { name: /^Add documents|^Documents to file/ }).waitFor();
      }
      await drop(page.locator('main'), 'again.pdf');
      await panel().getByText('again.pdf', { exact: true }).waitFor();
      await discards().first().waitFor();
      await discardAll();
    });

    it('are refused before they are sent where too many claims are chosen', async () => {
      await openPage('');
      await page.getByText('23 claims', { exact: true }).waitFor();
      await page.getByRole('checkbox', { name: 'Choose all that are loaded' }).click();
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') sent.push(request.url());
      });
      const bar = page.getByRole('region', { name: 'The chosen claims' });
      const file = { name: 'too-many.pdf', mimeType: 'application/pdf', buffer: pdf('too many') };
      await bar.locator('input[type=file]').setInputFiles(file);
      await panel().getByText('A file can go to up to 20 claims at a time. Choose fewer, then add it again.').waitFor();
      assert.deepEqual(sent, []);
      await press('Dismiss: too-many.pdf');
    });

    it('are added to the ticket that they are dropped on, and are handed out to its lead', async () => {
      await openPage('tickets?ticket=T-1001');
      await panel().getByText('No files yet. Drop one here to add it.').waitFor();
      await drop(panel(), 'dropped.pdf', 'dragover');
      await page.getByText('Drop to add to T-1001').waitFor();
      await drop(panel(), 'dropped.pdf');
      await panel().getByRole('button', { name: 'Download: dropped.pdf' }).waitFor();
      await panel().getByText('Adele Vance added dropped.pdf').waitFor();
      const file = { name: 'Größe.pdf', mimeType: 'application/pdf', buffer: pdf('Größe') };
      await panel().locator('input[type=file]').setInputFiles(file);
      await panel().getByRole('button', { name: 'Download: Größe.pdf' }).waitFor();
      assert.match((await adele.chat.says('ticket T-1001')).text, /Größe\.pdf/);
      await openPage('tickets?ticket=T-1001', 'Isaiah Langer');
      assert.equal(await panel().getByRole('button', { name: 'Add files' }).count(), 0);
      const saved = page.waitForEvent('download');
      await press('Download: Größe.pdf');
      const download = await saved;
      assert.equal(download.suggestedFilename(), 'Größe.pdf');
      assert.deepEqual(await readFile(await download.path()), pdf('Größe'));
    });

    it('say at the ticket why they were refused', async () => {
      await openPage('tickets?ticket=T-1001');
      const file = { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ\u0090\u0000') };
      await panel().locator('input[type=file]').setInputFiles(file);
      await panel()
        .getByRole('alert')
        .getByText(/program|script/)
        .waitFor();
      await press('Dismiss: setup.exe');
      await panel().getByText('setup.exe').waitFor({ state: 'detached' });
      complaints = complaints.filter((text) => !text.includes('400'));
    });

    describe('and tickets that did not arrive', () => {
      before(async () => {
        const desk = world.teams.channel('Desk');
        await isaiah.in(desk).mentions('desk here');
        await world.app.outbox.idle();
        for (const n of [1, 2]) {
          const url = new RegExp(RegExp.escape(encodeURIComponent(desk.place.id)));
          const fault = world.teams.inject({ status: 403 }, { url, method: 'POST' });
          const form = await adele.chat.says('open a ticket');
          await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', description: `It is lost ${n}` });
          await fault.reached;
          await world.app.outbox.idle();
          fault.release();
        }
      });

      for (const [width, theme] of looksOn(engine))
        it(`lack nothing that axe looks for at ${width} pixels, theme ${theme}`, async () => {
          await openPage('tickets', 'Isaiah Langer', width, theme);
          await page.getByText('2 tickets were not delivered everywhere').waitFor();
          await lacksNothing(page);
          await liesWithin(page, width);
          await openPage('tickets?ticket=T-1002', 'Isaiah Langer', width, theme);
          await panel().getByRole('button', { name: 'Send again' }).waitFor();
          await lacksNothing(page);
          await liesWithin(page, width);
        });

      it('are shown to leads, found by themselves, and sent again, one by one and all at once', async () => {
        await openPage('tickets');
        await page.getByRole('link', { name: 'T-1002' }).waitFor();
        assert.equal(await page.getByText(/not delivered/i).count(), 0);
        await openPage('tickets', 'Isaiah Langer');
        await page.getByRole('row', { name: 'T-1002' }).getByText('Open · not delivered').waitFor();
        assert.equal(
          await page.evaluate('document.activeElement?.tagName'),
          'BODY',
          'nothing takes the focus by itself',
        );
        await page.getByRole('button', { name: 'Show them' }).click();
        await page.getByText('2 tickets', { exact: true }).waitFor();
        await page.getByRole('link', { name: 'T-1002' }).click();
        await panel().getByText('The desk’s channel: The bot is not allowed to write there.').waitFor();
        await panel().getByRole('button', { name: 'Send again' }).focus();
        await page.keyboard.press('Enter');
        await panel().getByText('It is on its way again.').waitFor();
        await page.keyboard.press('Escape');
        await page.getByText('1 ticket was not delivered everywhere').waitFor();
        await page.getByRole('button', { name: 'Send all again' }).click();
        await page.getByText('1 ticket is on its way again.').waitFor();
        await page.locator(':focus', { hasText: '1 ticket is on its way again.' }).waitFor();
        await world.app.outbox.idle();
        assert.match((await isaiah.chat.says('undelivered')).text, /All tickets were delivered/);
      });
    });
  });
