/**
 * Hands out the page: its HTML with a nonce of its own each time, its files as they were built. All addresses in it are relative, so that
 * a proxy may put the bot below any path of its own.
 */
import { randomBytes } from 'node:crypto';
import type { Route, RouteAnswer, RouteRequest } from '../feature.ts';
import { directionOf, type Language, languageOf } from '../language/language.ts';
import { browserLocale } from './browser-locale.ts';
import { PACKINGS, type PageFile, type PageFiles } from './page-files.ts';

export interface PageOptions {
  /** Undefined: it was not built. */
  readonly page: PageFiles | undefined;
  /** Said then. */
  readonly unbuilt: (locale: string) => string;
  /** What it begins with, before its script has come. */
  readonly heading: (locale: string) => string;
  readonly localMode: boolean;
}

/** Where the page is: `/tab/`, and one name below it, from where the relative addresses lead to the same files. */
const PLACE = /^\/tab\/[^/]*$/;
const FILES = /^\/tab\/(assets\/.*)$/;
/** Fetched beside the first script, where Teams is asked who somebody is. */
const IN_TEAMS = /<link[^>]* data-in="teams"[^>]*>/g;
/** As Teams names them in the address: the first thing that is seen has its colours. */
const THEMES: readonly string[] = ['default', 'dark', 'contrast'];
const YEAR_SECONDS = 31_536_000;
/** Microsoft's list of what shows tabs, of Teams and of the Microsoft 365 app, which shows personal tabs too. */
const FRAMES = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
];
const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } as const;

export function pageRoutes(options: PageOptions): Route[] {
  return [
    { method: 'GET', path: '/tab', handle: async ({ query }) => moved('tab/', query) },
    { method: 'GET', path: '/tab/*', handle: async (request) => pageAnswer(options, request) },
  ];
}

function pageAnswer(options: PageOptions, request: RouteRequest): RouteAnswer {
  const { page, unbuilt } = options;
  if (page === undefined) return text(503, unbuilt(browserLocale(request)));
  const { path, query } = request;
  const [, name] = FILES.exec(path) ?? [];
  if (name !== undefined) {
    const file = page.files.get(name);
    return file === undefined ? text(404, 'not found') : fileAnswer(file, request.header('accept-encoding'));
  }
  if (PLACE.test(path))
    return html(
      page.html,
      options,
      query.get('theme') ?? '',
      languageOf(query.get('locale') ?? browserLocale(request)),
    );
  // Deeper down the relative addresses would lead nowhere.
  return moved('../'.repeat(path.split('/').length - 3), query);
}

function fileAnswer({ type, bytes, packed }: PageFile, accepted: string): RouteAnswer {
  const takes = accepted.split(',').map((one) => one.trim().split(';')[0]);
  const packing = PACKINGS.find(({ encoding }) => packed[encoding] !== undefined && takes.includes(encoding))?.encoding;
  return {
    status: 200,
    type,
    body: (packing && packed[packing]) ?? bytes,
    headers: {
      ...HEADERS,
      'Cross-Origin-Resource-Policy': 'same-origin',
      // Their names change with what is in them.
      'Cache-Control': `public, max-age=${YEAR_SECONDS}, immutable`,
      Vary: 'Accept-Encoding',
      ...(packing && { 'Content-Encoding': packing }),
    },
  };
}

function html(template: string, { localMode, heading }: PageOptions, theme: string, language: Language): RouteAnswer {
  const nonce = randomBytes(16).toString('base64url');
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: (localMode ? template.replace(IN_TEAMS, '') : template)
      .replaceAll('__NONCE__', nonce)
      .replaceAll('__MODE__', localMode ? 'local' : 'teams')
      .replaceAll('__THEME__', THEMES.includes(theme) ? theme : '')
      .replace('lang="en"', `lang="${language}" dir="${directionOf(language)}"`)
      .replaceAll('__HEADING__', heading(language)),
    headers: {
      ...HEADERS,
      'Cache-Control': 'no-cache',
      Vary: 'Accept-Language',
      'Content-Security-Policy': policy(nonce, localMode),
    },
  };
}

/** Fluent's styles are written by its script, for which the nonce stands; teams-js asks once which hosts are Teams. */
function policy(nonce: string, localMode: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self' https://res.cdn.office.net",
    `frame-ancestors ${[...(localMode ? ["'self'"] : []), ...FRAMES].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

function moved(to: string, query: URLSearchParams): RouteAnswer {
  const location = query.size === 0 ? to : `${to}?${query}`;
  return { status: 307, headers: { ...HEADERS, Location: location } };
}

function text(status: number, body: string): RouteAnswer {
  return { status, body, type: 'text/plain; charset=utf-8', headers: { ...HEADERS, 'Cache-Control': 'no-store' } };
}
