/** The cards in each language, and in one that is 40 % longer, drawn by Chromium: nothing is cut off or wider than its card, and lines break as they may. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../scripts/chromium.ts';
import { wrongBreaks } from '../../../scripts/gallery/line-breaks.ts';
import { galleryPage, overflows, type Sample } from '../../../scripts/gallery/page.ts';
import { LANGUAGES } from '../../../src/language/language.ts';
import { knowledge } from '../../knowledge/loaded.ts';
import { drawnSamples } from '../drawn.ts';
import { readSpoken } from '../spoken.ts';

const RENDERER = readFileSync(
  createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'),
  'utf8',
);
/** Of phones and of panes that somebody drew narrow. A line that breaks well at one of them may break wrong at the next. */
const WIDTHS = [320, 340, 360, 375, 390, 410, 430];

describe('the cards in a browser', () => {
  let browser: Browser;
  let page: Page;

  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());
  afterEach(() => page?.close());

  async function draw(samples: readonly Sample[]): Promise<void> {
    page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    await page.setContent(galleryPage(samples, RENDERER));
    assert.ok((await page.locator('.frame').count()) >= samples.length * 4);
  }
  const asksOf = (script: string) => page.evaluate<string[]>(script);

  for (const language of [...LANGUAGES, 'longer'])
    it(`are whole in ${language}`, async () => {
      const samples = await readSpoken(language);
      assert.ok(samples.length > 30, String(samples.length));
      await draw(samples);
      assert.deepEqual(await asksOf(overflows), []);
      assert.deepEqual(await asksOf(wrongBreaks('.frame')), []);
    });

  for (const language of LANGUAGES)
    it(`have room for all of their words in ${language}`, async () => {
      await draw(drawnSamples([], language));
      assert.deepEqual(await asksOf(overflows), []);
      assert.deepEqual(await asksOf(wrongBreaks('.frame')), []);
    });

  it('begin no line in Japanese with what none begins with, however wide they are', async () => {
    await draw(await readSpoken('ja'));
    for (const width of WIDTHS) {
      await page.addStyleTag({ content: `.narrow .card { width: ${width}px; }` });
      assert.deepEqual(await asksOf(wrongBreaks('.frame')), [], `${width} px`);
    }
  });

  it('show the title of each topic whole on its button, in each language', async () => {
    const titles = knowledge.topics.flatMap(({ title, translations }) => [
      title,
      ...Object.values(translations).map((words) => words.title),
    ]);
    assert.ok(titles.length > 100);
    const actions = titles.map((title) => ({ type: 'Action.Submit', title }));
    // A card shows six at most.
    const sets = Array.from({ length: Math.ceil(actions.length / 6) }, (_, i) => ({
      type: 'ActionSet',
      actions: actions.slice(i * 6, i * 6 + 6),
    }));
    await draw([{ name: 'titles', card: { type: 'AdaptiveCard', version: '1.5', body: sets } }]);
    assert.equal(await page.locator('.light.narrow .ac-pushButton').count(), titles.length);
    assert.deepEqual(await asksOf(overflows), []);
  });

  it('are told from cards whose lines are broken wrong, or that are cut off', async () => {
    const run = (text: string) => ({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text }] });
    const sentences = Array.from({ length: 20 }, (_, i) =>
      run(`${'あ'.repeat(i)}「トピック\u200B」と入力するか\u200B、画像`),
    );
    const button = { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: 'W'.repeat(40) }] };
    await draw([{ name: 'wrong', card: { type: 'AdaptiveCard', version: '1.5', body: [...sentences, button] } }]);
    assert.match((await asksOf(wrongBreaks('.frame'))).join('\n'), /^wrong-light-narrow: .* \| [」、]/m);
    assert.match((await asksOf(overflows)).join('\n'), /^wrong-light-narrow: DIV "W+"/m);
  });
});
