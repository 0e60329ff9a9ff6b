/** What a browser fetches before the page is there: little enough for a phone on a slow network. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PAGE } from '../../scripts/page.ts';

/** Packed by gzip. */
const MOST_BYTES = 163 * 1024;
/** What runs while the rest is on its way comes in a few packets. */
const MOST_FIRST_BYTES = 7 * 1024;

const read = (name: string): Buffer => readFileSync(join(PAGE, name));

/** The scripts of the HTML that run in any case, and what they cannot begin without: `import` at its head, not `import()`. */
function firstScripts(): Set<string> {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const code = read(`assets/${name}`).toString();
    for (const [, other] of code.matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)) visit(other ?? '');
  };
  for (const [, name] of read('index.html')
    .toString()
    .matchAll(/(?:src|rel="modulepreload" href)="\.\/assets\/([\w.-]+\.js)"(?! data-in)/g))
    visit(name ?? '');
  return found;
}

describe('the built page', () => {
  it('is there: “npm run build” makes it', () => {
    assert.ok(existsSync(join(PAGE, 'index.html')));
  });

  it('has little to fetch before it begins', () => {
    const scripts = [...firstScripts()];
    const bytes = scripts.map((name) => read(`assets/${name}.gz`).length).reduce((a, b) => a + b, 0);
    assert.ok(scripts.length > 0 && bytes > 50 * 1024, 'the scripts were found');
    assert.ok(bytes <= MOST_BYTES, `${scripts.join(', ')}: ${(bytes / 1024).toFixed(1)} KB`);
  });

  it('begins with a small script that needs no other, and runs as soon as it has come', () => {
    const [, name] =
      /<script async type="module" crossorigin src="\.\/assets\/(index-[\w-]+\.js)"/.exec(
        read('index.html').toString(),
      ) ?? [];
    assert.ok(name !== undefined, 'it is named in the HTML');
    assert.ok(read(`assets/${name}.gz`).length <= MOST_FIRST_BYTES, `${read(`assets/${name}.gz`).length} bytes`);
    assert.doesNotMatch(read(`assets/${name}`).toString(), /(?:\bfrom|\bimport)\s*["']\.\//);
  });

  it('fetches the script of Teams and the panel only where they are wanted', () => {
    const first = [...firstScripts()].map((name) => read(`assets/${name}`).toString());
    assert.ok(first.every((code) => !code.includes('res.cdn.office.net') && !code.includes('OverlayDrawer')));
  });

  it('has the script of Teams fetched beside the first one, in Teams', () => {
    assert.match(
      read('index.html').toString(),
      /<link rel="modulepreload" href="\.\/assets\/teams-[\w-]+\.js" data-in="teams"/,
    );
  });

  it('has each script packed beside it', () => {
    for (const name of firstScripts()) {
      const code = read(`assets/${name}`);
      assert.deepEqual(gunzipSync(read(`assets/${name}.gz`)), code);
      assert.deepEqual(brotliDecompressSync(read(`assets/${name}.br`)), code);
    }
  });

  it('asks for nothing by an absolute address, so that it works below any path', () => {
    const html = read('index.html').toString();
    assert.doesNotMatch(html, /(?:src|href)="\//);
    assert.doesNotMatch(html, /<script(?![^>]* nonce="__NONCE__")/);
    assert.doesNotMatch(html, / style=| on\w+=/);
  });
});
