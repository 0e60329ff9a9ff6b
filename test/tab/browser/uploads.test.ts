/** Documents that are dropped on the page: on a claim, on a row, anywhere, or by the button; sent, read, chosen for and filed there. */
import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { importRows, openWorld, type World } from '../../e2e/world.ts';
import { pdfOf } from '../../files/documents.ts';
import { ENGINES } from '../../support/engines.ts';
import { tasksHere } from '../../support/tasks-here.ts';
import type { Person } from '../../support/teams.ts';
import { dropFiles, type TestFile, transferOf } from './drop.ts';
import { lacksNothing, liesWithin, looksOn, watchedPage } from './looks.ts';

const owner = 'adelev@contoso.example';
const CUSTOMERS = ['Fabrikam', 'Northwind', 'Alpine', 'Wingtip', 'Tailspin', 'Proseware'];

/** Names the customer by its domain. @param more makes other bytes of it */
function statementOfWork(customer: string, more = ''): Buffer {
  return pdfOf([
    'Statement of Work',
    `between Trey Research GmbH and ${customer}`,
    `Contact: it@${customer.toLowerCase()}.example`,
    'Trey Research migrated 300 mailboxes to Microsoft Teams.',
    more,
  ]);
}

/** What is there may be pressed at once, but for what goes by itself. */
const GOES_WITHIN_MS = 5_000;

for (const engine of ENGINES)
  describe(`documents dropped on the page, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let page: Page;
    let complaints: string[];
    let reading: Disposable;

    before(async () => {
      reading = tasksHere();
      [browser, world] = [
        await launchChromium(),
        await openWorld(engine, { env: { LEADS: 'isaiahl@contoso.example', MAX_FILE_MB: '1' } }),
      ];
      await importRows(
        world.teams.person({ name: 'Isaiah Langer' }),
        CUSTOMERS.flatMap((customer, n) => {
          const row = { claim: `UPL-${n}`, customer, domain: `${customer.toLowerCase()}.example`, owner };
          return [
            { ...row, workload: 'Teams' },
            { ...row, workload: 'Intune' },
          ];
        }),
      );
      adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
    });
    after(async () => {
      await browser?.close();
      await world?.dispose();
      reading?.[Symbol.dispose]();
    });
    beforeEach(() => openPage());
    afterEach(async () => {
      // What one test leaves is not the next one's.
      if (await panel().isHidden())
        await page.getByRole('button', { name: /^Add documents|^Documents to file/ }).click();
      for (let left = await discards().count(); left > 0; left = await discards().count()) {
        // It may go by itself meanwhile.
        const one = await discards()
          .first()
          .elementHandle({ timeout: GOES_WITHIN_MS })
          .catch(() => null);
        await one?.click({ timeout: GOES_WITHIN_MS }).catch(() => undefined);
        await one?.waitForElementState('hidden');
      }
      await page?.close();
      assert.deepEqual(complaints, []);
    });
    const discards = () => panel().getByRole('button', { name: /^Discard:|^Dismiss:/ });

    async function openPage(query = '', width = 1280): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/${query}`);
      await page.getByLabel('You are').selectOption('Adele Vance');
      await page.getByText('6 claims', { exact: true }).waitFor();
    }
    const panel = () => page.getByRole('dialog');
    const press = (title: string | RegExp) => panel().getByRole('button', { name: title, exact: true }).click();
    const row = (customer: string) => page.getByRole('row', { name: customer });
    const openUploads = () => page.getByRole('button', { name: /^Add documents|^Documents to file/ }).click();
    const payload = ({ name, bytes }: TestFile) => ({ name, mimeType: 'application/pdf', buffer: bytes });
    const choose = (...files: readonly TestFile[]) =>
      panel().locator('input[type=file]').setInputFiles(files.map(payload));

    const drop = (onto: Locator, ...files: readonly TestFile[]) => dropFiles(onto, files);

    it('are proposed for the claim that they name, and filed by keyboard', async () => {
      await openUploads();
      await panel().getByText('Nothing waits to be filed.').waitFor();
      await choose({ name: 'scan.pdf', bytes: statementOfWork('Fabrikam') });
      await panel().getByText('For Fabrikam · UPL-0').waitFor();
      await panel()
        .getByText('Proposed because the customer’s domain or directory ID stands in the document.')
        .waitFor();
      assert.equal(await panel().getByRole('checkbox', { name: 'Teams' }).isChecked(), true);
      assert.equal(await panel().getByRole('checkbox', { name: 'Intune' }).isChecked(), false);
      await panel().getByText('There is no signature of the customer.').waitFor();
      await panel().getByLabel('Why it is filed all the same').fill('the signed copy follows');
      await panel().getByRole('button', { name: 'File POE' }).focus();
      await page.keyboard.press('Enter');
      await panel()
        .getByText(/^Filed scan\.pdf for Teams on claim UPL-0\./)
        .waitFor();
      await page.keyboard.press('Escape');
      await row('Fabrikam').getByRole('link').click();
      await panel().getByText('Filed all the same: “the signed copy follows”').waitFor();
      assert.match((await adele.chat.says('claim UPL-0')).text, /scan\.pdf, filed by Adele Vance/);
      await page.keyboard.press('Escape');
    });

    it('are for the claim that they are dropped on: its row, or its panel', async () => {
      await drop(row('Alpine'), { name: 'on a row.pdf', bytes: pdfOf(['A letter']) });
      await panel().getByText('For Alpine · UPL-2').waitFor();
      await panel().getByText('Proposed because you dropped it on this claim.').waitFor();
      await page.keyboard.press('Escape');
      await row('Wingtip').getByRole('link').click();
      await panel().getByRole('heading', { name: 'Wingtip' }).waitFor();
      await drop(panel(), { name: 'on its panel.pdf', bytes: pdfOf(['Another letter']) });
      await panel().getByText('For Wingtip · UPL-3').waitFor();
      await page.keyboard.press('Escape');
      // Back to the claim that stood open.
      await panel().getByRole('heading', { name: 'Wingtip' }).waitFor();
      await page.keyboard.press('Escape');
    });

    it('say where they would go while they are dragged', async () => {
      const transfer = await transferOf(page, [{ name: 'x.pdf', bytes: Buffer.alloc(0) }]);
      const over = (onto: Locator, type: string) =>
        onto.dispatchEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
      await over(row('Alpine'), 'dragover');
      await page.getByText('Drop to file as POE for Alpine').waitFor();
      await over(page.locator('h1'), 'dragover');
      await page.getByText('Drop to file as POE. On a claim, it is proposed for that one.').waitFor();
      await over(page.locator('html'), 'dragleave');
      await page.getByText('Drop to file as POE.').waitFor({ state: 'detached' });
    });

    it('come several at once, each for its own claim, and one press files those beyond doubt', async () => {
      await drop(
        page.locator('main'),
        { name: 'work.pdf', bytes: statementOfWork('Northwind') },
        { name: 'more work.pdf', bytes: statementOfWork('Northwind', 'page 2') },
        { name: 'tailspin.pdf', bytes: statementOfWork('Tailspin') },
        { name: 'setup.pdf', bytes: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]) },
        { name: 'letter.pdf', bytes: pdfOf(['A letter to nobody']) },
      );
      await panel().getByText('work.pdf and more work.pdf').waitFor();
      await panel().getByText('For Northwind · UPL-1').waitFor();
      await panel().getByText('For Tailspin · UPL-4').waitFor();
      await panel()
        .getByRole('alert')
        .getByText(/program/)
        .waitFor();
      await press('File the 2 clear ones');
      await panel()
        .getByText(/^Filed tailspin\.pdf for Teams on claim UPL-4\./)
        .waitFor();
      await panel()
        .getByText(/^Filed 2 files for Teams on claim UPL-1\./)
        .waitFor();
      await panel().getByText('letter.pdf', { exact: true }).waitFor();
      complaints = complaints.filter((text) => !text.includes('400'));
    });

    it('go to another claim that is searched for, with its own workloads', async () => {
      await openUploads();
      await choose({ name: 'letter.pdf', bytes: pdfOf(['A letter about something']) });
      await panel().getByLabel('Or another claim').fill('proseware');
      await page.keyboard.press('Enter');
      const chosen = panel().getByLabel('Claim', { exact: true }).locator('option:checked');
      await chosen.filter({ hasText: 'Proseware' }).waitFor({ state: 'attached' });
      await panel().getByRole('checkbox', { name: 'Intune' }).waitFor();
      for (const name of ['Teams', 'Intune'])
        if (await panel().getByRole('checkbox', { name }).isChecked())
          await panel().getByRole('checkbox', { name }).click();
      await press('File POE');
      await panel().getByText('Choose at least one workload.').waitFor();
      await panel().getByRole('checkbox', { name: 'Intune' }).click();
      await press('File POE');
      await panel()
        .getByText(/^Filed letter\.pdf for Intune on claim UPL-5\./)
        .waitFor();
    });

    it('show how far they are, and stop when they are cancelled', async () => {
      await openUploads();
      const held = Promise.withResolvers<void>();
      await page.route('**/tab/api/uploads?*', async (route) => {
        await held.promise;
        return route.continue();
      });
      await choose(
        { name: 'first.pdf', bytes: statementOfWork('Fabrikam', 'first') },
        { name: 'second.pdf', bytes: statementOfWork('Fabrikam', 'second') },
      );
      await panel().getByRole('progressbar', { name: 'Progress of first.pdf' }).waitFor();
      await panel()
        .getByText(/^Waits its turn/)
        .waitFor();
      await press('Cancel: second.pdf');
      await press('Cancel: first.pdf');
      await panel().getByText('Nothing waits to be filed.').waitFor();
      held.resolve();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.reload();
      await page.getByRole('button', { name: 'Add documents' }).waitFor();
    });

    it('are not sent where they are too large', async () => {
      const asked = page.waitForResponse('**/tab/api/uploads');
      await page.reload();
      await asked;
      await openUploads();
      await choose({ name: 'large.pdf', bytes: Buffer.alloc(1024 * 1024 + 1) });
      await panel().getByText('This file is too large to be taken here.').waitFor();
    });

    it('are still there after the page was closed', async () => {
      await openUploads();
      await choose({ name: 'kept.pdf', bytes: statementOfWork('Fabrikam', 'kept') });
      await panel().getByText('For Fabrikam · UPL-0').waitFor();
      await openPage();
      await page.getByRole('button', { name: 'Documents to file (1)' }).click();
      await panel().getByText('kept.pdf').waitFor();
      await press('Discard: kept.pdf');
      await panel().getByText('Discarded. Nothing was filed.').waitFor();
      await discards().waitFor({ state: 'detached' });
    });

    it('leave no card in the chat', async () => {
      const before = adele.chat.conversation.sent.length;
      await openUploads();
      await choose({ name: 'quiet.pdf', bytes: statementOfWork('Wingtip', 'quiet') });
      await press('File POE');
      await panel()
        .getByText(/^Filed quiet\.pdf/)
        .waitFor();
      assert.equal(adele.chat.conversation.sent.length, before);
    });

    for (const [width, theme] of looksOn(engine))
      it(`lack nothing that axe looks for at ${width} pixels, theme ${theme}`, async () => {
        await openPage(`?theme=${theme}`, width);
        await openUploads();
        const name = `a very long name of a document that somebody has scanned twice ${theme}.pdf`;
        await choose(
          { name, bytes: statementOfWork('Proseware', `${theme} ${width}`) },
          { name: 'empty.pdf', bytes: Buffer.alloc(0) },
        );
        await panel().getByRole('button', { name: 'File POE' }).waitFor();
        await panel().getByRole('alert').waitFor();
        await lacksNothing(page);
        await liesWithin(page, width);
        complaints = complaints.filter((text) => !text.includes('400'));
      });
  });
