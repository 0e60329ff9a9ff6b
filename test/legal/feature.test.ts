import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { listen } from '../../src/http/server.ts';
import { createLegal } from '../../src/legal/feature.ts';

describe('the privacy page and the terms', () => {
  const log = pino({ level: 'silent' });
  let server: Awaited<ReturnType<typeof listen>>;
  let dir: string;

  const serve = async (legalDir?: string) => {
    const { routes = [] } = createLegal(legalDir);
    server = await listen({ routes, log, host: '127.0.0.1', port: 0, localMode: false });
  };
  const page = (name: string) => fetch(`http://127.0.0.1:${server.port}/${name}`);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'legal-'));
  });
  afterEach(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });

  it('are those of the project until an operator writes their own', async () => {
    await serve();
    for (const [name, heading] of [
      ['privacy', 'Privacy'],
      ['terms', 'Terms of use'],
    ] as const) {
      const answer = await page(name);
      const html = await answer.text();
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'text/html; charset=utf-8']);
      assert.match(html, new RegExp(`<title>${heading}</title>.*<h1>${heading}</h1>`, 's'));
    }
  });

  it('show an edit at once, and a page that is not there as none', async () => {
    await serve(dir);
    assert.equal((await page('privacy')).status, 404);
    await writeFile(join(dir, 'privacy.md'), '# Data at Contoso\n\nAsk **us**.');
    assert.match(await (await page('privacy')).text(), /<h1>Data at Contoso<\/h1>\n<p>Ask <strong>us<\/strong>\.<\/p>/);
    await writeFile(join(dir, 'privacy.md'), '# Another');
    assert.match(await (await page('privacy')).text(), /<h1>Another<\/h1>/);
    assert.equal((await page('terms')).status, 404);
  });

  it('run nothing and fetch nothing, whatever is written there', async () => {
    await serve(dir);
    const hostile = [
      '# A <script>alert(1)</script> title',
      '<img src=x onerror=alert(1)>',
      '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x)',
      '![p](https://elsewhere.example/p.png)',
      '[good](https://contoso.example/)',
    ].join('\n\n');
    await writeFile(join(dir, 'terms.md'), hostile);
    const answer = await page('terms');
    const html = await answer.text();
    assert.doesNotMatch(html, /<script|<img|href="(?!https:)/i);
    assert.match(html, /<a href="https:\/\/contoso\.example\/">good<\/a>/);
    const [, style = ''] = /<style>(.*)<\/style>/.exec(html) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.ok(policy.startsWith(`default-src 'none'; style-src 'sha256-${hash}';`), policy);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  });
});
