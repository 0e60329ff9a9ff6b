/** The page in languages that there are not: one 40 % longer than English, and one that is written from right to left. */
import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import sinon from 'sinon';
import { launchChromium } from '../../../scripts/chromium.ts';
import { texts as english } from '../../../tab/texts/en.ts';
import { exportOf, importRows, openWorld, type World } from '../../e2e/world.ts';
import { pdfOf } from '../../files/documents.ts';
import { longerText } from '../../support/longer.ts';
import type { Person } from '../../support/teams.ts';
import { type Change, changed, pseudoFile, turnedText } from '../pseudo-words.ts';
import { isMirrored, liesApart, readsWell, showsButtonsWhole } from './layout.ts';
import { liesWithin, watchedPage } from './looks.ts';

const DAY_MS = 86_400_000;
const OWNER = 'adelev@contoso.example';
/** Whose place it takes: what is fetched for that one is this one. */
const LANGUAGE = 'de';

const KINDS: Readonly<Record<string, { readonly change: Change; readonly isTurned: boolean }>> = {
  'a language that is 40 % longer': { change: longerText, isTurned: false },
  'a language from right to left': { change: turnedText, isTurned: true },
};

for (const [kind, { change, isTurned }] of Object.entries(KINDS))
  describe(`the tab in ${kind}`, () => {
    const words = changed(english, change);
    const file = pseudoFile(change);
    let browser: Browser;
    let world: World;
    let lead: Person;
    let page: Page;
    let complaints: string[];
    let days = 0;

    before(async () => {
      if (isTurned) sinon.stub(Intl.Locale.prototype, 'getTextInfo').returns({ direction: 'rtl' });
      [browser, world] = [
        await launchChromium(),
        await openWorld('sqlite', {
          env: { LEADS: 'isaiahl@contoso.example', NOW: '2020-06-14T16:00:00Z' },
          overrides: { realTime: () => new Date(Date.now() + days * DAY_MS) },
        }),
      ];
      lead = world.teams.person({ name: 'Isaiah Langer' });
      await importRows(lead, [
        { claim: 'CLM-1', customer: 'Adatum', owner: OWNER, workload: 'Teams', domain: 'adatum.example' },
        { claim: 'CLM-1', customer: 'Adatum', owner: OWNER, workload: 'Exchange Online', domain: 'adatum.example' },
        { claim: 'CLM-2', customer: 'Fabrikam', owner: 'Pradeep Gupta', workload: 'Teams' },
        { claim: 'CLM-3', customer: 'Tailspin Toys', workload: 'Teams' },
        { claim: 'CLM-4', customer: 'Wingtip', owner: 'isaiahl@contoso.example', workload: 'Teams' },
      ]);
      for (const name of ['Adele Vance', 'Pradeep Gupta']) await world.teams.person({ name }).chat.says('help');
      await lead.chat.says('Is there a fee for parrots?');
      const form = await lead.chat.says('open a ticket');
      await lead.chat.presses(
        form.card,
        'ticket.submit',
        { topic: 'poe', issue: 'poe-question', claims: 'CLM-1', description: 'How new is new enough?' },
        { index: 0 },
      );
      await lead.chat.says(`language ${LANGUAGE}`);
      for (days = 0; days < 2; days++) await world.app.tick('days of campaigns');
    });
    after(async () => {
      sinon.restore();
      await browser?.close();
      await world?.dispose();
    });
    afterEach(async () => {
      await page?.close();
      assert.deepEqual(complaints, []);
    });

    async function openPage(path: string, width: number): Promise<void> {
      complaints = [];
      page = await watchedPage(browser, complaints, { width, height: 800 });
      await page.route(`**/assets/${LANGUAGE}-*.js`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: file }),
      );
      const join = path.includes('?') ? '&' : '?';
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/${path}${join}locale=${LANGUAGE}`);
      await page.locator('aside select').selectOption('Isaiah Langer');
      // The line above the page is in the language that it began in.
      await page.reload();
      await page.locator('main:not([aria-busy])').waitFor();
      await page.locator('nav select').waitFor();
    }
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const panel = () => page.getByRole('dialog');

    /** @param name of the picture, which is left where `PICTURES` names a folder */
    async function looksRight(name: string, width: number): Promise<void> {
      await page.evaluate('document.fonts.ready');
      if (process.env.PICTURES !== undefined)
        await page.screenshot({ path: `${process.env.PICTURES}/${isTurned ? 'rtl' : 'longer'}-${name}-${width}.png` });
      assert.equal(await page.evaluate('document.documentElement.dir'), isTurned ? 'rtl' : 'ltr');
      await liesWithin(page, width);
      await readsWell(page);
      if (isTurned) await isMirrored(page);
    }

    for (const width of [320, 1280]) {
      it(`shows claims, one of them and what is done with several at ${width} pixels`, async () => {
        await openPage('', width);
        await page.getByRole('heading', { name: words.title, exact: true }).waitFor();
        await page.getByRole('table').getByRole('link', { name: 'Adatum' }).waitFor();
        if (width < 600) await button(words.filters).click();
        await looksRight('claims', width);
        await page.getByRole('table').getByRole('checkbox').nth(1).check();
        await button(words.choose.clear).waitFor();
        await looksRight('chosen', width);
        await page.getByRole('link', { name: 'Adatum' }).click();
        await panel().getByRole('heading', { name: words.panel.history }).waitFor();
        await looksRight('claim', width);
      });

      it(`shows tickets, one of them and the form of another at ${width} pixels`, async () => {
        await openPage('tickets', width);
        await page.getByRole('link', { name: 'T-1001' }).waitFor();
        await looksRight('tickets', width);
        await page.getByRole('link', { name: 'T-1001' }).click();
        await panel().getByRole('button', { name: words.tickets.actions['hand over'], exact: true }).click();
        await looksRight('ticket', width);
        await panel().getByRole('button', { name: words.panel.close, exact: true }).click();
        await openPage('tickets?ticket=new', width);
        await panel().getByRole('button', { name: words.tickets.form.submit, exact: true }).click();
        await panel().locator('[aria-invalid=true]').first().waitFor();
        await looksRight('new-ticket', width);
      });

      it(`shows the campaign and whom the notice reaches at ${width} pixels`, async () => {
        await openPage('campaign', width);
        await page.getByRole('row').filter({ hasText: 'Adele Vance' }).first().waitFor();
        await page.getByText('Is there a fee for parrots?').waitFor();
        await button(words.campaign.showTable).click();
        await button(words.questions.of(words.questions.open, 'Is there a fee for parrots?')).click();
        await looksRight('campaign', width);
        await button(words.campaign.share.title).click();
        await panel().getByRole('button', { name: words.campaign.share.check, exact: true }).click();
        await panel().getByRole('button', { name: words.campaign.share.send, exact: true }).waitFor();
        await looksRight('share', width);
      });

      it(`shows imports, a preview and what an undo does at ${width} pixels`, async () => {
        await openPage('imports', width);
        await page.getByRole('link', { name: 'export.csv', exact: true }).first().waitFor();
        await looksRight('imports', width);
        const bytes = exportOf([{ claim: `CLM-${width}` }, { claim: '', customer: 'Nobody' }]);
        const name = `export of everything ${width}.csv`;
        await page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/csv', buffer: bytes }]);
        await button(words.imports.import).waitFor();
        await looksRight('preview', width);
        await button(words.imports.import).click();
        await button(words.imports.undo).click();
        await page.getByText(words.imports.undoHint, { exact: true }).waitFor();
        await looksRight('undo', width);
      });

      it(`shows a document that is proposed for a claim at ${width} pixels`, async () => {
        await openPage('', width);
        await button(words.uploads.add).click();
        const buffer = pdfOf(['Statement of Work', 'for Adatum', 'Contact: it@adatum.example', String(width)]);
        const name = `a very long name of a document that somebody has scanned twice ${width}.pdf`;
        await panel()
          .locator('input[type=file]')
          .setInputFiles([{ name, mimeType: 'application/pdf', buffer }]);
        await panel().getByText(words.uploads.forClaim('Adatum · CLM-1')).waitFor();
        await looksRight('upload', width);
        await panel().getByRole('button').filter({ hasText: words.uploads.discard }).click();
        await panel().getByText(words.uploads.discarded).waitFor();
      });
    }

    it('is told from a page whose parts overlap, are cut off or stay where they were', async () => {
      await openPage('tickets', 320);
      const spoiled = async (css: string, look: (page: Page) => Promise<void>): Promise<void> => {
        // The page's policy takes no style that is written into it.
        await page.evaluate(`
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(${JSON.stringify(css)});
          document.adoptedStyleSheets = [sheet];`);
        await assert.rejects(look(page), { code: 'ERR_ASSERTION' }, css);
        await page.evaluate('document.adoptedStyleSheets = []');
      };
      await liesApart(page);
      await spoiled('nav a { margin-inline-end: -40px }', liesApart);
      await spoiled('main > :nth-child(2) { margin-top: -50px }', liesApart);
      await spoiled('main button { max-width: 60px; min-width: 0; overflow: hidden }', showsButtonsWhole);
      await spoiled('main { padding-left: 40px !important }', isMirrored);
    });
  });
