/**
 * `npm run cards [-- NAME…]`: every card, or those with these names, with each of its samples, light and dark, narrow and wide, as `gallery/index.html`
 * and as PNGs. `npm run cards -- --language de`: the cards of one story, as the bot draws them for people of that language; `--language longer`: in
 * English with words that are 40 % longer. `npm run cards -- nudge --language de`: those with these names, with German words and English data.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { languageOf } from '../src/language/language.ts';
import { drawnSamples } from '../test/cards/drawn.ts';
import { readSpoken } from '../test/cards/spoken.ts';
import { launchChromium, runScript } from './chromium.ts';
import { wrongBreaks } from './gallery/line-breaks.ts';
import { galleryPage, overflows } from './gallery/page.ts';

const root = resolve(import.meta.dirname, '..');
const gallery = join(root, 'gallery');

await runScript(async () => {
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  const { values, positionals } = parseArgs({ options: { language: { type: 'string' } }, allowPositionals: true });
  const { language } = values;
  const samples =
    language === undefined || positionals.length > 0
      ? drawnSamples(positionals, languageOf(language ?? 'en'))
      : await readSpoken(language);
  rmSync(gallery, { recursive: true, force: true });
  mkdirSync(gallery);
  const page = join(gallery, 'index.html');
  writeFileSync(page, galleryPage(samples, readFileSync(renderer, 'utf8')));

  const browser = await launchChromium();
  try {
    const tab = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    await tab.goto(pathToFileURL(page).href);
    const frames = await tab.locator('.frame').all();
    for (const frame of frames)
      await frame.screenshot({ path: join(gallery, `${await frame.getAttribute('id')}.png`) });
    errors.push(...(await tab.evaluate<string[]>(overflows)));
    errors.push(...(await tab.evaluate<string[]>(wrongBreaks('.frame'))));
    console.log(`${samples.length} cards, ${frames.length} pictures: ${page}`);
    if (errors.length > 0)
      throw new Error(`Cut off, wider than the card, or a line broken wrong:\n${errors.join('\n')}`);
  } finally {
    await browser.close();
  }
});
