/** Tests that a document names: a file in signs of code, a colon, and titles in quotation marks. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
export const NAMED = /`(test\/[^`]+\.test\.ts)`:((?: “[^”]+”,?)+)/g;

/** @returns how many are named, and those that are not there */
export function namedTests(document: string): { readonly count: number; readonly missing: readonly string[] } {
  const missing: string[] = [];
  let count = 0;
  for (const [, path = '', titles = ''] of document.matchAll(NAMED)) {
    const source = readFileSync(join(ROOT, path), 'utf8').replaceAll("\\'", "'");
    for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) {
      count++;
      if (!isTitleIn(source, title)) missing.push(`${path}: ${title}`);
    }
  }
  return { count, missing };
}

export function readDocument(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** As it stands there, quoted one way or another. */
function isTitleIn(source: string, title: string): boolean {
  return ['it', 'describe'].some((call) =>
    ["'", '"', '`'].some((quote) => source.includes(`${call}(${quote}${title}${quote}`)),
  );
}
