/** What every view of the page is held to, in each width and theme. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WIDTHS = [320, 768, 1280] as const;
export const THEMES = ['default', 'dark', 'contrast'] as const;

/** Each width with each theme. How the page looks does not hang on where its data lies: on one engine. */
export function looksOn(engine: string): [width: (typeof WIDTHS)[number], theme: (typeof THEMES)[number]][] {
  if (engine !== 'sqlite') return [];
  return WIDTHS.flatMap((width) => THEMES.map((theme): [typeof width, typeof theme] => [width, theme]));
}

/** A new page without movement. What goes wrong in it is kept in `complaints`, which a test holds to be empty at its end. */
export async function watchedPage(
  browser: Browser,
  complaints: string[],
  viewport: { readonly width: number; readonly height: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  // What does not come by then does not come; the test says where it waited.
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
}

/**
 * Begins to count how often the page asks whether anything has changed, which it does about every two seconds. What is there by the
 * second time is there within three seconds, however slow the machine is.
 */
export function countAsks(page: Page): () => number {
  let asks = 0;
  page.on('request', (request) => {
    if (/\/tab\/api\/version/.test(request.url())) asks++;
  });
  return () => asks;
}

/** The large script of a page comes no sooner than this: until then the page is what the small one draws. */
export function heldScript(page: Page, until: Promise<unknown>): Promise<unknown> {
  return page.route('**/assets/main-*.js', async (route) => {
    await until;
    await route.fallback();
  });
}

/** The links of the parts, the heading and the first rows of the table, each with its text, its place and its colour. */
export function looksOfRows(page: Page): Promise<string[]> {
  const rows = [2, 3, 4, 5, 6, 7].map((n) => `[role=row][aria-rowindex="${n}"]`);
  const parts = rows.flatMap((row) => [row, `${row} a`, `${row} [role=cell]:not(:first-child)`]);
  return page.evaluate<string[]>(`
    [...document.querySelectorAll(${JSON.stringify(`nav a, h1, h1 + span, [role=table], ${parts.join()}`)})].map((part) => {
      const { left, top, width, height } = part.getBoundingClientRect();
      const text = part.matches('[role=table]') ? '' : part.textContent;
      return [text, ...[left, top, width, height].map(Math.round), getComputedStyle(part).color].join(' ');
    })`);
}

/** Each cell and control lies inside the window, as far as it can be seen; axe does not see what is cut off. A link in a cell ends where that does. */
export async function liesWithin(page: Page, width: number): Promise<void> {
  const outside = await page.evaluate<string[]>(`
    [...document.querySelectorAll('[role=cell], [role=columnheader], td, th, select, input, textarea, button, a:not([role=cell] a), h1, h2, h3')]
      .filter((part) => part.closest('[aria-rowindex="1"], [data-unseen]') === null || ${width} >= 480)
      .map((part) => ({ text: part.textContent, box: part.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.left < 0 || box.right > ${width}))
      .map(({ text }) => text)`);
  assert.deepEqual(outside, []);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'), true);
}

export async function lacksNothing(page: Page): Promise<void> {
  await page.evaluate(AXE);
  // Marks that Fluent sets for the focus; Microsoft's own Accessibility Insights leaves them out, too.
  const violations = await page.evaluate<string[]>(`
    axe.run({ exclude: [['[data-tabster-dummy]']] }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`);
  assert.deepEqual(violations, []);
}
