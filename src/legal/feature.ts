/** The pages that the manifest links to: what happens to people's data, and on which terms the bot is used. An operator writes them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Feature, Route } from '../feature.ts';
import { legalPage, STYLE } from './page.ts';

const LEGAL_DIR = join(import.meta.dirname, '..', '..', 'docs', 'legal');
const PAGES = ['privacy', 'terms'] as const;
const HEADERS = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

/** @param legalDir where both texts are, as markdown by the names of the pages */
export function createLegal(legalDir = LEGAL_DIR): Feature {
  return { name: 'legal', problems: {}, presses: {}, routes: PAGES.map((page) => route(page, legalDir)) };
}

/** Read at each request, so that an edit needs no restart. */
function route(page: (typeof PAGES)[number], legalDir: string): Route {
  return {
    method: 'GET',
    path: `/${page}`,
    async handle() {
      const text = await readFile(join(legalDir, `${page}.md`), 'utf8').catch(() => undefined);
      if (text === undefined) return { status: 404, body: 'not found', type: 'text/plain; charset=utf-8' };
      return { status: 200, type: 'text/html; charset=utf-8', body: legalPage(text), headers: HEADERS };
    },
  };
}
