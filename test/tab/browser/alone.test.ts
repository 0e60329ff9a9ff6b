/** The tab in a browser by itself, in local mode: the table, its address, the keyboard, one claim beside it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { start } from '../../../src/app.ts';
import { parseConfig } from '../../../src/config.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import type { texts as englishTexts } from '../../../tab/texts/en.ts';
import { importRows, NOW, openWorld, type Row, type World } from '../../e2e/world.ts';
import { ENGINES } from '../../support/engines.ts';
import type { Person } from '../../support/teams.ts';
import { readsWell } from './layout.ts';
import { countAsks, heldScript, lacksNothing, liesWithin, looksOfRows, looksOn, watchedPage } from './looks.ts';

const MANY = 2_000;
type Texts = typeof englishTexts;
/** Longer than any room for them. */
const LONG = 'Wissenschaftliche-Gesellschaft-für-Verwaltungsrechtsfragen and Daughters International Holdings';

const manyRows: readonly Row[] = Array.from({ length: MANY }, (_, i) => ({
  claim: `CLM-${1000 + i}`,
  customer: i === 7 ? LONG : `Customer ${String(i).padStart(4, '0')}`,
  workload: i % 2 === 0 ? 'Teams' : 'Exchange Online',
  owner: i % 3 === 0 ? 'adelev@contoso.example' : i % 3 === 1 ? 'meganb@contoso.example' : '',
}));

for (const engine of ENGINES)
  describe(`the tab in a browser, on ${engine}`, () => {
    let browser: Browser;
    let world: World;
    let adele: Person;
    let page: Page;
    let complaints: string[];

    before(async () => {
      [browser, world] = [await launchChromium(), await openWorld(engine)];
      await importRows(world.teams.person({ name: 'Isaiah Langer' }), manyRows);
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

    async function openPage(
      query = '',
      viewport = { width: 1280, height: 800 },
      prepare: (page: Page) => Promise<unknown> = async () => undefined,
    ): Promise<void> {
      await page?.close();
      complaints = [];
      page = await watchedPage(browser, complaints, viewport);
      await prepare(page);
      await page.goto(`http://127.0.0.1:${world.app.port}/tab/${query}`);
      await page.getByText(/^[\d,]+ claims?$/).waitFor();
    }
    const table = () => page.getByRole('table');
    const link = (name: string) => table().getByRole('link', { name, exact: true });
    const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
    const focusOn = (text: string) => page.locator('a:focus', { hasText: text }).waitFor();
    const count = (text: string) => page.getByText(text, { exact: true }).waitFor();
    const param = (name: string) => new URL(page.url()).searchParams.get(name);

    it('says that nobody signs in, and shows the claims of whom one chooses to be', async () => {
      await page.getByText('Local: no sign-in.').waitFor();
      await page.getByLabel('You are').selectOption('Isaiah Langer');
      await page.getByLabel('Owner').selectOption('Mine');
      await page.getByText('No claim is yours.').waitFor();
      await page.getByRole('button', { name: 'Show all claims' }).click();
      await count('2,000 claims');
    });

    it('shows a long table by a few rows in the page, and says how long it is', async () => {
      assert.equal(await table().getAttribute('aria-rowcount'), String(MANY + 1));
      const rows = await table().getByRole('row').count();
      assert.ok(rows > 10 && rows < 60, String(rows));
      assert.deepEqual(await table().getByRole('columnheader').allInnerTexts(), [
        '',
        'Customer',
        'Claim ID',
        'Program',
        'Workloads',
        'Owner',
        'State',
      ]);
    });

    it('finds, filters and sorts, and keeps all of it in the address', async () => {
      await page.getByRole('searchbox', { name: 'Search claims' }).fill('customer 19');
      await count('100 claims');
      await page.getByLabel('Workload').selectOption('Teams');
      await count('50 claims');
      await page.getByLabel('Owner').selectOption('Without owner');
      await count('16 claims');
      await table().getByRole('button', { name: 'Claim ID' }).click();
      await table().getByRole('button', { name: 'Claim ID' }).click();
      await link('Customer 1994').waitFor();
      await table()
        .getByRole('columnheader', { name: 'Claim ID' })
        .and(page.locator('[aria-sort=descending]'))
        .waitFor();
      const found = ['text', 'workload', 'owner', 'sort', 'order'].map(param);
      assert.deepEqual(found, ['customer 19', 'teams', 'none', 'claim', 'down']);
      await page.reload();
      await count('16 claims');
      assert.equal(await table().getByRole('link').first().textContent(), 'Customer 1994');
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await count('2,000 claims');
      assert.equal(await page.getByRole('searchbox').inputValue(), '');
    });

    it('hands out what the filters leave as a file', async () => {
      await openPage('?text=customer 19&sort=claim');
      for (const [kind, begin] of [
        ['xlsx', 'PK'],
        ['csv', '\uFEFF"Claim ID"'],
      ] as const) {
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: `Download as .${kind}` }).click();
        const file = await download;
        assert.equal(file.suggestedFilename(), `claims-2020-06-16.${kind}`);
        const text = readFileSync(await file.path(), 'utf8');
        assert.ok(text.startsWith(begin), kind);
        if (kind === 'csv') assert.equal(text.trimEnd().split('\r\n').length, 101);
      }
    });

    it('says so where nothing matches, and what to do', async () => {
      await page.getByRole('searchbox').fill('nobody is called so');
      await page.getByText('No claim matches these filters.').waitFor();
      await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).last().click();
      await count('2,000 claims');
    });

    it('is one stop of the Tab key, within which the arrow keys lead through all of its rows', async () => {
      await table().getByRole('button', { name: 'State' }).focus();
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'Customer 0000');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await focused(), 'Customer 0002');
      await page.keyboard.press('End');
      await focusOn('Wissenschaft');
      await page.keyboard.press('PageUp');
      await focusOn('Customer 19');
      // It stays where it is while the rows around it are scrolled away.
      await page.mouse.move(600, 500);
      const before = await focused();
      await page.mouse.wheel(0, -100_000);
      await link('Customer 0000').waitFor();
      assert.equal(await focused(), before);
      await page.keyboard.press('Home');
      await focusOn('Customer 0000');
      await page.keyboard.press('Tab');
      assert.notEqual(await focused(), 'Customer 0001');
    });

    it('opens a claim beside the table, and goes back to its row', async () => {
      await link('Customer 0003').focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      await panel.getByRole('heading', { name: 'Customer 0003' }).waitFor();
      await panel.getByText('Claim CLM-1003 · OSU Microsoft 365 · Approved').waitFor();
      for (const name of ['Workloads', 'Documents', 'Tickets', 'Details', 'History'])
        await panel.getByRole('heading', { name, exact: true }).waitFor();
      assert.ok(param('claim'));
      await page.keyboard.press('Escape');
      await panel.waitFor({ state: 'detached' });
      await focusOn('Customer 0003');
      assert.equal(param('claim'), null);
      await page.goBack();
      await panel.getByRole('heading', { name: 'Customer 0003' }).waitFor();
      await panel.getByRole('button', { name: 'Close' }).click();
      await panel.waitFor({ state: 'detached' });
    });

    it('says of a claim that is not there that it cannot be found', async () => {
      await openPage('?claim=nowhere');
      const panel = page.getByRole('dialog');
      await panel.getByText('I cannot find this claim among yours.').waitFor();
      await panel.getByText(/^Reference: /).waitFor();
      await panel.getByRole('button', { name: 'Try again' }).waitFor();
      // The browser tells of each answer that is no success.
      complaints = complaints.filter((text) => !text.includes('404'));
    });

    it('shows what changes in the chat by the second time it asks', async () => {
      await page.getByRole('searchbox').fill('CLM-1002');
      await count('1 claim');
      await link('Customer 0002').click();
      const panel = page.getByRole('dialog');
      await panel.getByText('No documents yet.').waitFor();
      const said = await adele.chat.says('claim CLM-1002');
      await adele.chat.presses(said.card, 'I’ll take it');
      const asks = countAsks(page);
      await panel.getByText('Adele Vance took the claim').waitFor();
      assert.ok(asks() <= 2, String(asks()));
    });

    if (engine === 'mongodb')
      it('shows what changes by another instance by the second time it asks', async () => {
        const { teams, place } = world;
        const variables = { DATA_DIR: place.dataDir, MONGODB_URI: place.mongodbUri, PORT: '0', NUDGE_DAYS: 'off', NOW };
        const second = await start(parseConfig(variables), pino({ level: 'silent' }));
        teams.connectTo(`http://127.0.0.1:${second.port}/api/messages`);
        try {
          await page.getByRole('searchbox').fill('CLM-1005');
          await count('1 claim');
          await table().getByText('No owner').waitFor();
          const said = await adele.chat.says('claim CLM-1005');
          await adele.chat.presses(said.card, 'I’ll take it');
          const asks = countAsks(page);
          await table().getByText('You', { exact: true }).waitFor();
          assert.ok(asks() <= 2, String(asks()));
        } finally {
          teams.connectTo(`http://127.0.0.1:${world.app.port}/api/messages`);
          await second.stop();
        }
      });

    it('writes numbers and days as the person reads them', async () => {
      await world.teams.person({ name: 'Lynne Robbins', locale: 'de-DE' }).chat.says('help');
      await page.reload();
      await page.getByLabel('You are').selectOption('Lynne Robbins');
      await count('2.000 Claims');
      await count('Noch 14 Tage, bis zum 30. Juni 2020');
    });

    // How it looks does not hang on where its data lies.
    for (const language of engine === 'sqlite' ? LANGUAGES.filter((one) => one !== 'en') : [])
      it(`speaks ${language} with whoever reads it, and fits into 320 pixels`, async () => {
        const { texts }: { texts: Texts } = await import(`../../../tab/texts/${language}.ts`);
        const name = `Lynne of ${language}`;
        await world.teams.person({ name, locale: language }).chat.says('help');
        await openPage(`?locale=${language}`, { width: 320, height: 700 });
        await page.locator('aside select').selectOption(name);
        await page.getByRole('heading', { name: texts.title, exact: true }).waitFor();
        await page.waitForFunction(`document.documentElement.lang === '${language}'`);
        await page.getByRole('button', { name: texts.filters }).click();
        await liesWithin(page, 320);
        await readsWell(page);
        await link('Customer 0001').click();
        await page.getByRole('dialog').getByRole('heading', { name: texts.panel.history }).waitFor();
        await readsWell(page);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true);
        await page.getByRole('button', { name: texts.panel.close }).click();
        await page.getByRole('link', { name: texts.views.tickets }).click();
        await page.getByText(texts.tickets.empty.none).waitFor();
        await liesWithin(page, 320);
        await page.getByRole('button', { name: texts.tickets.open, exact: true }).click();
        await page.getByRole('dialog').getByText(texts.tickets.form.intro).waitFor();
        await readsWell(page);
      });

    if (engine === 'sqlite')
      it('begins no line in Japanese with a small kana or ー, wherever it ends', async () => {
        await openPage('?locale=ja', { width: 320, height: 700 });
        await page.evaluate(`
          document.documentElement.lang = 'ja';
          document.querySelector('#root').append(...Array.from({ length: 20 }, (_, i) =>
            Object.assign(document.createElement('p'), { textContent: 'あ'.repeat(i) + 'エクスポートファイルをチャットにドロップしてください。' })));`);
        await readsWell(page);
        await page.evaluate("document.documentElement.lang = 'en'");
        await assert.rejects(readsWell(page), /\| [ーャッィュ]/, 'by other rules they do');
      });

    it('speaks the language that is chosen in it, in the chat as well', async () => {
      await page.getByLabel('Language').selectOption('fr');
      await page.getByRole('heading', { name: 'Demandes', exact: true }).waitFor();
      assert.match((await adele.chat.says('help')).text, /Ce que je sais faire/);
      await page.locator('nav select').selectOption('client');
      await count('2,000 claims');
      assert.match((await adele.chat.says('help')).text, /What I can do/);
    });

    it('asks every few seconds whether anything has changed, rests while nobody looks, and asks at once when somebody does', async () => {
      const asked: string[] = [];
      await page.clock.install();
      page.on('request', (request) => {
        if (request.url().endsWith('/version')) asked.push(request.url());
      });
      await page.reload();
      await count('2,000 claims');
      const look = async (state: string): Promise<void> => {
        await page.evaluate(`
          Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
          document.dispatchEvent(new Event('visibilitychange'));`);
      };
      for (let time = 0; time < 3; time++) {
        let halfSeconds = 0;
        let isThere = false;
        const answered = page.waitForResponse('**/tab/api/version').then(() => {
          isThere = true;
        });
        // However long the machine takes to answer meanwhile.
        for (; !isThere; halfSeconds++) await page.clock.runFor(500);
        await answered;
        if (time > 0) assert.ok(halfSeconds >= 3, `it asks again after ${halfSeconds} half seconds`);
      }
      await look('hidden');
      const before = asked.length;
      await page.clock.runFor(60_000);
      assert.ok(asked.length <= before + 1);
      const answered = page.waitForResponse('**/tab/api/version');
      await look('visible');
      await answered;
    });

    it('says so while it cannot know whether anything has changed', async () => {
      await page.route('**/tab/api/version', (route) => route.abort());
      await page.getByText('2,000 claims · not up to date, trying again').waitFor();
      await page.unroute('**/tab/api/version');
      await count('2,000 claims');
      complaints = complaints.filter((text) => !text.includes('ERR_FAILED'));
    });

    it('asks for nothing but its HTML and its data when it is opened again', async () => {
      const url = page.url();
      // What comes last was there, too.
      await page.getByLabel('Language').waitFor();
      await page.goto('about:blank');
      await page.goto(url);
      await count('2,000 claims');
      const [kept, fetched] = await page.evaluate<[string[], string[]]>(`
        const all = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('http'));
        const of = (isKept) => all.filter(({ transferSize }) => (transferSize === 0) === isKept).map(({ name }) => new URL(name).pathname);
        [of(true), of(false)]`);
      assert.ok(kept.filter((path) => path.startsWith('/tab/assets/')).length >= 2, 'its scripts were kept');
      assert.deepEqual(
        fetched.filter((path) => !path.startsWith('/tab/api/')),
        [],
      );
    });

    it('says what went wrong under its reference, and tries again', async () => {
      let isDown = true;
      await page.route('**/tab/api/claims?*', (route) =>
        isDown
          ? route.fulfill({
              status: 403,
              contentType: 'application/problem+json',
              body: JSON.stringify({ title: 'Not today.', status: 403, code: 'x', reference: 'ab12cd34' }),
            })
          : route.continue(),
      );
      await page.reload();
      await page.getByText('Not today.').waitFor();
      await page.getByText('Reference: ab12cd34').waitFor();
      isDown = false;
      await page.getByRole('button', { name: 'Try again' }).click();
      await count('2,000 claims');
      complaints = complaints.filter((text) => !text.includes('403'));
    });

    for (const [width, theme] of looksOn(engine))
      it(`has its rows before its large script, fits into ${width} pixels, and lacks nothing that axe looks for, theme ${theme}`, async () => {
        const { promise, resolve: letCome } = Promise.withResolvers<void>();
        await openPage(`?theme=${theme}&sort=claim`, { width, height: 700 }, (opened) => heldScript(opened, promise));
        await page.locator('.first').getByRole('link', { name: 'Customer 0000' }).focus();
        const first = await looksOfRows(page);
        if (theme === 'default') await lacksNothing(page);
        letCome();
        await page.getByRole('button', { name: 'Add documents' }).waitFor();
        assert.ok(first.length > 30, 'rows were there before');
        assert.deepEqual(await looksOfRows(page), first);
        await focusOn('Customer 0000');
        await liesWithin(page, width);
        await lacksNothing(page);
        await link('Customer 0000').click();
        await page.getByRole('dialog').getByRole('heading', { name: 'History' }).waitFor();
        await lacksNothing(page);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true);
      });
  });
