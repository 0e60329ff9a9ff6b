/** How the page goes out: each HTML with a nonce of its own, files as they were built, and nothing that is no part of it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { openTab, type TabServer } from './tab-server.ts';

const SCRIPT = 'console.log("the page");'.repeat(50);
const HTML =
  '<meta name="csp-nonce" content="__NONCE__"><meta name="mode" content="__MODE__"><style nonce="__NONCE__"><b class="__THEME__"><link rel="modulepreload" data-in="teams">';

describe('the page', () => {
  let folder: string;
  let tab: TabServer;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cpor-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), HTML);
    writeFileSync(join(folder, 'assets/page-abc.js'), SCRIPT);
    writeFileSync(join(folder, 'assets/page-abc.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'assets/page-abc.js.gz'), gzipSync(SCRIPT));
    writeFileSync(join(folder, 'assets/notes.txt'), 'not for others');
    tab = await openTab('teams', undefined, { pageDir: folder });
  });
  after(async () => {
    await tab?.dispose();
    rmSync(folder, { recursive: true });
  });

  /** `fetch` would tidy the address up and unpack the body. */
  async function get(path: string, headers: Record<string, string> = {}) {
    const asked = httpRequest({ port: new URL(tab.url).port, path, headers, agent: false });
    asked.end();
    const [response] = await once(asked, 'response');
    const body = await buffer(response);
    return { status: response.statusCode as number, headers: response.headers as Record<string, string>, body };
  }

  it('has a nonce in each answer that no other has, in its text and in its policy', async () => {
    const answers = [await get('/tab/'), await get('/tab/')];
    const nonces = answers.map(({ headers, body }) => {
      const [, nonce] = /style-src 'self' 'nonce-([\w-]{22})'/.exec(headers['content-security-policy'] ?? '') ?? [];
      assert.equal(
        body.toString(),
        HTML.replaceAll('__NONCE__', nonce ?? 'none')
          .replace('__MODE__', 'teams')
          .replace('__THEME__', ''),
      );
      return nonce;
    });
    assert.equal(new Set(nonces).size, 2);
  });

  it('has the colours that Teams names, and of an unknown name none', async () => {
    for (const [theme, named] of Object.entries({ dark: 'dark', contrast: 'contrast', '%22%3E%3Cscript%3E': '' }))
      assert.match((await get(`/tab/?theme=${theme}`)).body.toString(), new RegExp(`<b class="${named}">`));
  });

  it('may be shown by Teams and the Microsoft 365 app, run its own scripts and ask its own server, and no more', async () => {
    const { headers } = await get('/tab/');
    const policy = headers['content-security-policy']?.replace(/'nonce-[^']*'/, "'nonce-…'").split('; ');
    assert.deepEqual(policy, [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self' 'nonce-…'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      "connect-src 'self' https://res.cdn.office.net",
      'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.microsoft365.com https://*.office.com',
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ]);
    assert.equal(headers['cache-control'], 'no-cache');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'no-referrer');
    assert.equal(headers['x-frame-options'], undefined);
    assert.equal(headers['set-cookie'], undefined);
    assert.equal(headers['content-type'], 'text/html; charset=utf-8');
  });

  it('may be framed by itself in local mode, for trying it out', async () => {
    const local = await openTab('local', undefined, { pageDir: folder });
    try {
      const response = await fetch(`${local.url}/tab/`);
      assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors 'self' https:/);
      const html = await response.text();
      assert.match(html, /content="local"/);
      assert.doesNotMatch(html, /modulepreload/);
    } finally {
      await local.dispose();
    }
  });

  it('is there under each of its own addresses, and led to from others', async () => {
    for (const path of ['/tab/', '/tab/?claim=x', '/tab/tickets', '/tab/index.html'])
      assert.deepEqual([(await get(path)).status, path], [200, path]);
    for (const [path, location] of Object.entries({
      '/tab': 'tab/',
      '/tab?theme=dark&claim=a%20b': 'tab/?theme=dark&claim=a+b',
      '/tab/claims/x': '../',
      '/tab/a/b/c?d=e': '../../?d=e',
      '/tab//evil.example/x': '../../',
    }))
      assert.deepEqual([(await get(path)).status, (await get(path)).headers.location], [307, location], path);
  });

  it('sends its files packed as somebody takes them, to be kept for good', async () => {
    const path = '/tab/assets/page-abc.js';
    const plain = await get(path);
    assert.equal(plain.body.toString(), SCRIPT);
    assert.equal(plain.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
    assert.equal(plain.headers.vary, 'Accept-Encoding');
    const brotli = await get(path, { 'accept-encoding': 'gzip, deflate, br' });
    assert.deepEqual(
      [brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).toString()],
      ['br', SCRIPT],
    );
    const gzip = await get(path, { 'accept-encoding': 'gzip;q=1.0, deflate' });
    assert.deepEqual([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()], ['gzip', SCRIPT]);
  });

  for (const path of [
    '/tab/assets/',
    '/tab/assets/gone.js',
    '/tab/assets/notes.txt',
    '/tab/assets/page-abc.js.br',
    '/tab/assets/../../package.json',
    '/tab/assets/..%2f..%2fpackage.json',
    '/tab/assets/__proto__',
  ])
    it(`has nothing at ${path}`, async () => {
      assert.equal((await get(path)).status, 404);
    });

  it('says so where it was not built', async () => {
    const unbuilt = await openTab('teams', undefined);
    try {
      const response = await fetch(`${unbuilt.url}/tab/`);
      assert.deepEqual(
        [response.status, await response.text()],
        [503, 'The page of the tab has not been built. Run “npm run build”, and start the bot again.'],
      );
    } finally {
      await unbuilt.dispose();
    }
  });
});
