/** `npm run cards [-- NAME…]`: every card, or those with these names, with each of its samples, light and dark, narrow and wide, as `gallery/index.html` and as PNGs. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRenderer } from '../src/teams/render.ts';
import { wordsOf } from '../test/cards/words.ts';
import { launchChromium, runScript } from './chromium.ts';
import { galleryPage, overflows, type Sample } from './gallery/page.ts';

const root = resolve(import.meta.dirname, '..');
const cards = join(root, 'adaptive-cards');
const gallery = join(root, 'gallery');

/** @param names of templates; none: all */
function readSamples(names: readonly string[]): Sample[] {
  const render = createRenderer(cards);
  return readdirSync(cards)
    .filter((file) => file.endsWith('.sample.json'))
    .map((file) => file.replace(/\.sample\.json$/, ''))
    .filter((name) => names.length === 0 || names.includes(name.replace(/\..*$/, '')))
    .sort()
    .map((name) => {
      const data = JSON.parse(readFileSync(join(cards, `${name}.sample.json`), 'utf8'));
      const template = name.replace(/\..*$/, '');
      return { name, card: render({ template, words: wordsOf(template), data }) };
    });
}

await runScript(async () => {
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  const samples = readSamples(process.argv.slice(2));
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
    console.log(`${samples.length} cards, ${frames.length} pictures: ${page}`);
    if (errors.length > 0) throw new Error(`Cut off or wider than the card:\n${errors.join('\n')}`);
  } finally {
    await browser.close();
  }
});
