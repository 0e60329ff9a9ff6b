import { strict as assert } from 'node:assert';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTick } from 'node:timers/promises';
import { currentPerson, SAMPLE_TENANT_ID } from '../../scripts/sample/people.ts';
import { assertPortIsFree } from '../../scripts/start/ports.ts';
import type { PeopleBody } from '../../src/tab/api.ts';
import { type Child, type Env, ONE_SENTENCE, runNode } from '../support/child.ts';
import { freePort } from '../support/free-port.ts';
import { startTeams } from '../support/teams.ts';

describe('npm start', function () {
  this.timeout(60_000);
  let dir: string;
  let env: { [name: string]: string };
  let running: Child;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'start-'));
    env = await placeOf(join(dir, 'data'));
    running = await begun(env);
  });

  after(async () => {
    running.process.kill('SIGKILL');
    await running.ended;
    rmSync(dir, { recursive: true, force: true });
  });

  it('tells the three addresses and four things to try', () => {
    assert.match(running.stdout, new RegExp(`Chat with it: +http://127\\.0\\.0\\.1:${env.PLAYGROUND_PORT}`));
    assert.match(running.stdout, new RegExp(`The bot: +http://127\\.0\\.0\\.1:${env.PORT}`));
    assert.match(running.stdout, new RegExp(`Its tab: +http://127\\.0\\.0\\.1:${env.PORT}/tab/ `));
    assert.match(running.stdout, /1\. .*what needs POE[\s\S]*2\. [\s\S]*3\. [\s\S]*4\. /);
    assert.equal(running.stderr, '');
  });

  it('answers at both of them', async () => {
    assert.equal((await fetch(`http://127.0.0.1:${env.PORT}/readyz`)).status, 200);
    assert.equal((await fetch(`http://127.0.0.1:${env.PLAYGROUND_PORT}/_debug/ping`)).status, 200);
  });

  it('has the page of the tab, and the sample people to choose from', async () => {
    const page = await fetch(`http://127.0.0.1:${env.PORT}/tab/`);
    assert.match(await page.text(), /<script async type="module"/);
    const { people } = (await (await fetch(`http://127.0.0.1:${env.PORT}/tab/api/people`)).json()) as PeopleBody;
    assert.deepEqual(people.map(({ name }) => name).slice(0, 2), ['Adele Vance', 'Alex Wilber']);
  });

  it('has a list that is alive, two weeks before the deadline', async () => {
    assert.match(await whatNeedsPoe(env), /41 claims to collect[\s\S]*14 days left[\s\S]*7 claims have files here/);
  });

  it('takes a file of this machine through "npm run send-file"', async () => {
    const sent = await runNode(['scripts/send-file.ts', 'sample/export-for-import.csv'], env).ended;
    assert.deepEqual(sent, {
      code: 0,
      signal: null,
      stdout: 'The bot has export-for-import.csv. Look at the chat.\n',
      stderr: '',
    });
  });

  it('refuses a second process on the same folder', async () => {
    const { DATA_DIR = '' } = env;
    await refuses(await placeOf(DATA_DIR), /^Another process already works in DATA_DIR/);
  });

  it('refuses a taken port, naming its variable', async () => {
    const other = await placeOf(join(dir, 'other'));
    await refuses({ ...other, PORT: env.PORT }, /^Port \d+ is in use by another program\. .*set PORT/);
    await refuses(
      { ...other, PLAYGROUND_PORT: env.PLAYGROUND_PORT },
      /^Port \d+ is in use by another program\. .*set PLAYGROUND_PORT/,
    );
  });

  it('stops both on Ctrl-C', async () => {
    running.process.kill('SIGINT');
    const { code, stdout, stderr } = await running.ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /Stopped\.\n$/);
    await bothGone(env);
  });

  it('goes on with its data, and stops the other when one of them dies', async () => {
    running = await begun(env);
    assert.doesNotMatch(running.stdout, /sample data/);
    assert.match(await whatNeedsPoe(env), /41 claims to collect/);
    process.kill(childOf(running, /dist.main\.js/), 'SIGKILL');
    const { code, stderr } = await running.ended;
    assert.equal(code, 1);
    assert.match(stderr, /^The bot has ended by itself[^\n]+\n$/);
    await bothGone(env);
  });

  it('leaves nothing running when it is killed itself', async () => {
    running = await begun(env);
    running.process.kill('SIGKILL');
    await bothGone(env);
  });

  it('refuses a data folder that cannot be written to', async () => {
    writeFileSync(join(dir, 'file'), '');
    await refuses(await placeOf(join(dir, 'file', 'data')), /^DATA_DIR \(.*\) cannot be written to/);
  });

  it('refuses an old Node before anything else is loaded', async () => {
    const old = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
    const { code, stdout, stderr } = await runNode(['--import', `data:text/javascript,${old}`, 'scripts/start.mjs'])
      .ended;
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
    assert.match(stderr, ONE_SENTENCE);
    assert.match(stderr, /^CPOR Assistant runs on Node 24 or later, and this is Node 20\.20\.2/);
  });

  it('refuses a wrong setting, naming the variable', async () => {
    await refuses({ PLAYGROUND_PORT: 'many' }, /^PLAYGROUND_PORT expects a port/);
    await refuses({ NOW: 'tomorrow' }, /^NOW expects an ISO instant/);
  });
});

/** A place of its own: folder and ports. */
async function placeOf(dataDir: string): Promise<{ [name: string]: string }> {
  const [port, playground, file] = [await freePort(), await freePort(), await freePort()];
  return {
    DATA_DIR: dataDir,
    PORT: String(port),
    PLAYGROUND_PORT: String(playground),
    SEND_FILE_PORT: String(file),
  };
}

async function begun(env: Env): Promise<Child> {
  const child = runNode(['scripts/start.mjs'], env);
  await child.says(/Ctrl-C stops both/);
  return child;
}

async function refuses(env: Env, sentence: RegExp): Promise<void> {
  const { code, stdout, stderr } = await runNode(['scripts/start.mjs'], env).ended;
  assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
  assert.match(stderr, ONE_SENTENCE);
  assert.match(stderr, sentence);
}

/** The list as the person at the Playground sees it, asked by the stand-in for Teams. */
async function whatNeedsPoe({ PORT }: Env): Promise<string> {
  const teams = await startTeams();
  try {
    teams.connectTo(`http://127.0.0.1:${PORT}/api/messages`);
    const alex = teams.person({ ...currentPerson, tenantId: SAMPLE_TENANT_ID });
    return (await alex.chat.says('what needs POE')).text;
  } finally {
    await teams.stop();
  }
}

/** Resolves when nothing holds the two ports any more; the test's time limit is the limit. */
async function bothGone({ PORT, PLAYGROUND_PORT }: Env): Promise<void> {
  for (const port of [PORT, PLAYGROUND_PORT]) while (!(await isFree(Number(port)))) await nextTick();
}

function isFree(port: number): Promise<boolean> {
  return assertPortIsFree('port', port).then(
    () => true,
    () => false,
  );
}

/** The id of a process that `parent` started, by its command line; from Linux' own table, as slim machines have no `ps`. */
function childOf(parent: Child, command: RegExp): number {
  const found = readdirSync('/proc').find((id) => {
    if (!/^\d+$/.test(id)) return false;
    try {
      const isChild = new RegExp(`^PPid:\\s+${parent.process.pid}$`, 'm').test(
        readFileSync(`/proc/${id}/status`, 'utf8'),
      );
      return isChild && command.test(readFileSync(`/proc/${id}/cmdline`, 'utf8'));
    } catch {
      return false;
    }
  });
  assert.ok(found, 'the process is there');
  return Number(found);
}
