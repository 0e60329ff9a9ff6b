/** `npm run icons`: draws the two icons that Teams asks for from `manifest/icon.svg`. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launchChromium, runScript } from './chromium.ts';

const dir = resolve(import.meta.dirname, '../manifest');

const icons = [
  { file: 'color.png', size: 192, viewBox: '0 0 192 192', css: '' },
  // White on transparent; without its ground the mark may fill the icon.
  { file: 'outline.png', size: 32, viewBox: '46 44 104 104', css: '#ground { display: none; }' },
];

await runScript(async () => {
  const svg = readFileSync(join(dir, 'icon.svg'), 'utf8');
  const browser = await launchChromium();
  try {
    for (const { file, size, viewBox, css } of icons) {
      const tab = await browser.newPage({ viewport: { width: size, height: size } });
      const sized = svg.replace(
        /width="192" height="192" viewBox="[^"]*"/,
        `width="${size}" height="${size}" viewBox="${viewBox}"`,
      );
      await tab.setContent(`<style>body { margin: 0; } svg { display: block; } ${css}</style>${sized}`);
      await tab.screenshot({ path: join(dir, file), omitBackground: true });
      await tab.close();
    }
  } finally {
    await browser.close();
  }
});
