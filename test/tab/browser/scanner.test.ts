/** A document that waits for the virus scanner: seen on the page, and filed there once the scanner is back. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { exportOf, importRows, openWorld, type World } from '../../e2e/world.ts';
import { pdfOf } from '../../files/documents.ts';
import { type Clamd, startClamd } from '../../support/clamd.ts';
import { BROWSER_ENGINES } from '../../support/engines.ts';
import { tasksHere } from '../../support/tasks-here.ts';
import { watchedPage } from './looks.ts';

for (const engine of BROWSER_ENGINES)
  describe(`a document that waits for the virus scanner, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let clamd: Clamd;
    let page: Page;
    let reading: Disposable;
    /** How far the clock of waiting documents is ahead. */
    let aheadMs = 0;
    const complaints: string[] = [];

    before(async () => {
      reading = tasksHere();
      [browser, clamd] = [await launchChromium(), await startClamd()];
      world = await openWorld(engine, {
        env: { LEADS: 'isaiahl@contoso.example', CLAMD: `${clamd.host}:${clamd.port}` },
        overrides: { realTime: () => new Date(Date.now() + aheadMs) },
      });
      const row = { claim: 'CLM-1', customer: 'Fabrikam', workload: 'Teams', owner: 'adelev@contoso.example' };
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), [row]);
      await world.teams.person({ name: 'Adele Vance' }).chat.says('help');
    });
    after(async () => {
      await browser?.close();
      await world?.dispose();
      await clamd?.stop();
      reading?.[Symbol.dispose]();
    });

    it('is listed as waiting, comes by itself when the scanner is back, and is filed; an export is to be imported', async () => {
      page = await watchedPage(browser, complaints, { width: 390, height: 844 });
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/`);
      await page.getByLabel('You are').selectOption('Adele Vance');
      await page.getByRole('link', { name: 'Fabrikam' }).click();
      const panel = page.getByRole('dialog');
      await clamd.stop();
      await panel.locator('input[type=file]').setInputFiles([
        {
          name: 'later.pdf',
          mimeType: 'application/pdf',
          buffer: pdfOf(['Statement of Work', 'for Fabrikam', 'We migrated 300 mailboxes to Microsoft Teams.']),
        },
      ]);
      await panel.getByText('later.pdf', { exact: true }).waitFor();
      await panel
        .getByText('Waits for the virus scanner, which cannot be reached just now. It goes on by itself.')
        .waitFor();
      assert.equal(await panel.getByRole('button', { name: 'File POE', exact: true }).count(), 0);
      await clamd.start();
      aheadMs += 60_000;
      await world.app.tick('quarantine');
      await panel.getByRole('button', { name: 'File POE', exact: true }).click();
      await panel.getByText(/^Filed later\.pdf for Teams on claim CLM-1\./).waitFor();
      // A lead's export likewise.
      await clamd.stop();
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/imports`);
      await page.getByLabel('You are').selectOption('Isaiah Langer');
      await page
        .locator('input[type=file]')
        .setInputFiles([{ name: 'later.csv', mimeType: 'text/csv', buffer: exportOf([{ claim: 'CLM-2' }]) }]);
      await page.getByText(/^Waits for the virus scanner/).waitFor();
      assert.equal(await page.getByRole('link', { name: 'later.csv' }).count(), 0);
      await clamd.start();
      aheadMs += 60_000;
      await world.app.tick('quarantine');
      await page.getByRole('link', { name: 'later.csv' }).waitFor();
      assert.deepEqual(complaints, []);
    });
  });
