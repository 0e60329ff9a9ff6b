/** How a page is laid out, measured in it: what lies on what, what is cut off, and whether the other direction is its mirror. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { wrongBreaks } from '../../../scripts/gallery/line-breaks.ts';

/** Text and controls that can be seen, with their boxes. A dialog hides what is behind it. */
const SEEN = `
  const root = [...document.querySelectorAll('[role=dialog]')].at(-1) ?? document.querySelector('#root');
  const isSeen = (part) => part.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && part.closest('[data-unseen], [aria-hidden=true]:not(svg), [hidden]') === null
    && !/inset|rect/.test(getComputedStyle(part).clipPath + getComputedStyle(part).clip);
  /** What is left of it after all that scrolls or clips around it. */
  const within = (part, box) => {
    let { left, top, right, bottom } = box;
    for (let around = part; around !== null; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const clip = around.getBoundingClientRect();
      [left, top, right, bottom] = [Math.max(left, clip.left), Math.max(top, clip.top), Math.min(right, clip.right), Math.min(bottom, clip.bottom)];
    }
    return { left, top, right, bottom };
  };
  const range = document.createRange();
  const texts = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    const part = text.parentElement;
    if (text.data.trim() === '' || part.closest('option, select, script, style') || !isSeen(part)) continue;
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) texts.push({ part, said: text.data.trim().slice(0, 30), whole: box, box: within(part, box) });
  }
  const controls = [...root.querySelectorAll('button, select, input, textarea, svg')].filter(isSeen)
    .map((part) => ({ part, said: part.tagName + ' ' + (part.getAttribute('aria-label') ?? part.textContent).slice(0, 30), box: within(part, part.getBoundingClientRect()) }));
  const hasSize = ({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1;`;

/** In any language: nothing lies on anything else, buttons are whole, and lines begin and end as they may, in Japanese by its strict rules. */
export async function readsWell(page: Page): Promise<void> {
  await liesApart(page);
  await showsButtonsWhole(page);
  assert.deepEqual(await page.evaluate<string[]>(wrongBreaks('#root, [role=dialog]', true)), []);
}

/** Each two texts, and each two controls, have places of their own, and a text stands in a control or beside it. */
export async function liesApart(page: Page): Promise<void> {
  const found = await page.evaluate<string[]>(`(() => {
    ${SEEN}
    const all = [...texts, ...controls].filter(hasSize);
    const found = [];
    for (const [i, one] of all.entries())
      for (const other of all.slice(i + 1)) {
        if (one.part.contains(other.part) || other.part.contains(one.part)) continue;
        // A sign, or a choice that the browser draws, lies over its own place.
        if ([one, other].some(({ part }) => part.matches('[class*=Checkbox], [class*=Radio], [class*=Select], [class*=Checkbox] *, [class*=Radio] *, [class*=Select] *'))) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        if (wide > 1 && high > 2) found.push(one.said + ' | ' + other.said + ' ' + Math.round(wide) + 'x' + Math.round(high));
      }
    return found;
  })()`);
  assert.deepEqual(found, []);
}

/** A button shows all of its words. */
export async function showsButtonsWhole(page: Page): Promise<void> {
  const found = await page.evaluate<string[]>(`(() => {
    ${SEEN}
    const width = ({ left, right }) => right - left;
    return texts.flatMap(({ part, said, box, whole }) => {
      const button = part.closest('button, [role=button]');
      if (button === null) return [];
      const { left, right } = button.getBoundingClientRect();
      // As far as the page shows the button.
      const shown = within(button.parentElement, whole);
      return whole.left < left - 1 || whole.right > right + 1 || width(box) < width(shown) - 1 ? [said] : [];
    });
  })()`);
  assert.deepEqual(found, []);
}

/** Where each part stands, from the side where a line begins. */
const PLACES = (isMirrored: boolean) => `(() => {
  ${SEEN}
  const parts = root.querySelectorAll('a, button, select, input, textarea, h1, h2, h3, p, li, dt, dd, th, td, label, [role=cell], [role=columnheader], svg, [role=progressbar]');
  return [...parts].filter(isSeen).map((part) => {
    const { left, right, top } = part.getBoundingClientRect();
    const start = ${isMirrored ? 'window.innerWidth - right' : 'left'};
    return [part.tagName + ' ' + part.textContent.slice(0, 30), Math.round(start), Math.round(top)];
  });
})()`;

/** The page from right to left is the mirror of the same page from left to right. */
export async function isMirrored(page: Page): Promise<void> {
  const turn = async (direction: string): Promise<void> => {
    await page.evaluate(`document.documentElement.dir = '${direction}'`);
    await page.locator(`.fui-FluentProvider[dir=${direction}]`).first().waitFor();
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  };
  type Place = [part: string, start: number, top: number];
  const mirrored = await page.evaluate<Place[]>(PLACES(true));
  await turn('ltr');
  const plain = await page.evaluate<Place[]>(PLACES(false));
  await turn('rtl');
  assert.deepEqual(
    mirrored.map(([part]) => part),
    plain.map(([part]) => part),
  );
  const off = mirrored.flatMap(([part, start, top], i) => {
    const [, from = 0, at = 0] = plain[i] ?? [];
    return Math.abs(start - from) > 2 || Math.abs(top - at) > 2
      ? [`${part}: ${start}, ${top} in place of ${from}, ${at}`]
      : [];
  });
  assert.deepEqual(off, []);
}
