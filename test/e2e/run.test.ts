import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, type Env, ONE_SENTENCE, runChild, runNode } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { REROUTE, startMicrosoft } from '../support/microsoft.ts';
import { startTeams, TENANT, type Teams } from '../support/teams.ts';
import { importRows, pdf } from './world.ts';

const APP_ID = '22222222-2222-4222-8222-222222222222';

describe('npm run bot', function () {
  this.timeout(60_000);
  let dir: string;

  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'run-'));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  const bot = (env: Env = {}): Child => runNode(['src/main.ts'], { DATA_DIR: join(dir, 'data'), PORT: '0', ...env });

  const wrong: readonly [what: string, env: Env, sentence: RegExp][] = [
    ['a port that is none', { PORT: 'many' }, /^PORT expects/],
    ['a secret without an app', { MicrosoftAppPassword: 'x' }, /^MicrosoftAppPassword is set without MicrosoftAppId/],
    ['a file host that is none', { FILE_HOSTS: 'https://files.example/' }, /^FILE_HOSTS: /],
    [
      'a database that is not there',
      { MONGODB_URI: 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200' },
      /^MONGODB_URI: no usable MongoDB at 127\.0\.0\.1:1/,
    ],
  ];
  for (const [what, env, sentence] of wrong) {
    it(`refuses ${what} in one sentence`, async () => {
      const { code, stdout, stderr } = await bot(env).ended;
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
      assert.match(stderr, ONE_SENTENCE);
      assert.match(stderr, sentence);
    });
  }

  it('refuses an old Node before anything native is loaded', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
    const { code, stderr } = await runNode(['--import', `data:text/javascript,${old}`, 'src/main.ts']).ended;
    assert.equal(code, 1);
    assert.match(stderr, /^CPOR Assistant runs on Node 24 or later, and this is Node 20\.20\.2\.[^\n]*\n$/);
  });

  it('refuses a taken port', async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    try {
      const { code, stderr } = await bot({ PORT: String(port) }).ended;
      assert.equal(code, 1);
      assert.equal(stderr, `Port ${port} is in use by another program. Stop it, or set PORT to a free one.\n`);
    } finally {
      other.close();
    }
  });

  it('starts without waiting for the checks of its configuration, and logs what they find', async () => {
    const microsoft = await startMicrosoft(TENANT);
    microsoft.refusal = 'AADSTS7000222';
    const app = { MicrosoftAppId: APP_ID, MicrosoftAppTenantId: TENANT, MicrosoftAppType: 'SingleTenant' };
    const child = runNode(['--import', REROUTE, 'src/main.ts'], {
      ...{ ...app, MicrosoftAppPassword: 'a-secret-that-nobody-sees', LEADS: 'isaiahl@contoso.example' },
      ...{ DATA_DIR: join(dir, 'registered'), PORT: '0', HOST: '127.0.0.1', REROUTE: microsoft.reroute },
    });
    try {
      await child.says(/"msg":"The client secret has expired\. \(AADSTS7000222\)"/);
      await child.says(/"check":"Leads","state":"warning"/);
      child.process.kill('SIGTERM');
      const { code, stdout } = await child.ended;
      assert.equal(code, 0);
      const lines = stdout.trim().split('\n');
      const found = lines.filter((line) => line.includes('"check"'));
      assert.match(lines[0] ?? '', /"msg":"listening"/);
      assert.ok(found.every((line) => line.includes('"level":40')));
      assert.ok(!stdout.includes('nobody-sees'));
    } finally {
      child.process.kill('SIGKILL');
      await microsoft.stop();
    }
  });

  describe('while it runs', () => {
    let teams: Teams;
    let running: Child;
    let port: number;

    before(async () => {
      teams = await startTeams();
      // What most accounts have: files that everybody may read.
      const umask = process.umask(0o022);
      running = bot({ FILE_HOSTS: teams.host });
      process.umask(umask);
      port = await portOf(running);
      teams.connectTo(`http://127.0.0.1:${port}/api/messages`);
    });
    after(async () => {
      running.process.kill('SIGKILL');
      await running.ended;
      await teams.stop();
    });

    it('says that local mode authenticates nobody and is for this machine only', () => {
      assert.match(running.stdout, /"host":"127\.0\.0\.1".*local mode: nobody is authenticated/);
    });

    it('answers health and readiness', async () => {
      const health = await fetch(`http://127.0.0.1:${port}/healthz`);
      assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }]);
      const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
      assert.deepEqual([ready.status, await ready.json()], [200, { status: 'ready', store: 'sqlite' }]);
    });

    it('has no sample data', async () => {
      const adele = teams.person({ name: 'Adele Vance' });
      assert.match((await adele.chat.says('what needs POE')).text, /No associations have been imported yet/);
    });

    it('keeps its data, documents too, from the other accounts of this machine', async () => {
      const lead = teams.person({ name: 'Isaiah Langer' });
      await importRows(lead, [{ claim: 'CLM-1' }]);
      const form = await lead.chat.drops([{ name: 'CLM-1.pdf', bytes: pdf('secret') }]);
      assert.match((await lead.chat.presses(form.card, 'File POE')).text, /filed by/);
      const data = join(dir, 'data');
      const held = readdirSync(data, { recursive: true, encoding: 'utf8' });
      assert.ok(held.length > 4, held.join());
      const open = ['.', ...held].filter((path) => (statSync(join(data, path)).mode & 0o077) !== 0);
      assert.deepEqual(open, []);
    });

    it('finishes the turn in flight on SIGTERM, takes no new one, and exits with 0', async () => {
      const adele = teams.person({ name: 'Adele Vance' });
      // Opened and never used: it does not hold the stop up.
      const silent = connect(port, '127.0.0.1').on('error', () => undefined);
      await once(silent, 'connect');
      const held = teams.inject({ hold: true }, { method: 'POST', url: /\/activities/ });
      const answered = adele.chat.says('help');
      await held.reached;
      running.process.kill('SIGTERM');
      await running.says(/"msg":"stopping"/);
      await assert.rejects(fetch(`http://127.0.0.1:${port}/healthz`));
      assert.equal(running.process.exitCode, null);
      held.release();
      const { status, text } = await answered;
      assert.equal(status, 200);
      assert.match(text, /What I can do/);
      assert.deepEqual((await running.ended).code, 0);
    });

    it('goes on with the same folder after that', async () => {
      const next = bot();
      await portOf(next);
      next.process.kill('SIGINT');
      const { code, stderr } = await next.ended;
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    });
  });

  it('stops, all of it, when npm is told to', async () => {
    const npm = runChild('npm', ['run', 'bot'], { DATA_DIR: join(dir, 'npm'), PORT: '0' });
    const port = await portOf(npm);
    npm.process.kill('SIGTERM');
    await npm.says(/"msg":"stopping"/, 5_000).finally(() => npm.process.kill('SIGKILL'));
    await npm.ended;
    await assert.rejects(fetch(`http://127.0.0.1:${port}/healthz`));
  });
});

/** Waits until it listens. */
async function portOf(child: Child): Promise<number> {
  await child.says(/"port":\d+.*listening/);
  return Number(/"port":(\d+)/.exec(child.stdout)?.[1]);
}
