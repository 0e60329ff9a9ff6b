/** A real process whose disk takes nothing more. */
import { strict as assert } from 'node:assert';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, runChild } from '../support/child.ts';
import { startTeams, type Teams } from '../support/teams.ts';
import { pdf } from './world.ts';

/** Blocks of 512 bytes: about as much as an empty store has, and a little more. */
const MOST_BLOCKS = 1_900;

describe('a bot whose disk is full', () => {
  let dataDir: string;
  let teams: Teams;
  let child: Child;
  let url: string;

  before(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'cpor-full-'));
    teams = await startTeams();
    // No file of this process grows beyond it.
    const command = `ulimit -f ${MOST_BLOCKS}; exec "$0" src/main.ts`;
    child = runChild('/bin/sh', ['-c', command, process.execPath], {
      ...{ DATA_DIR: dataDir, PORT: '0', NUDGE_DAYS: 'off', LOG_LEVEL: 'info' },
      FILE_HOSTS: teams.host,
      LEADS: 'adelev@contoso.example',
    });
    await child.says(/"port":\d+.*listening/);
    url = `http://127.0.0.1:${/"port":(\d+)/.exec(child.stdout)?.[1]}`;
    teams.connectTo(`${url}/api/messages`);
  });
  after(async () => {
    child?.process.kill('SIGKILL');
    await teams?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  it('says of a file that there is no room for what it says of its records', async () => {
    const { chat } = teams.person({ name: 'Adele Vance' });
    const answer = await chat.drops([{ name: 'CLM-1.pdf', bytes: Buffer.concat([pdf('x'), randomBytes(1_000_000)]) }]);
    assert.equal(answer.status, 200);
    assert.match(answer.text, /I cannot get at my records just now[\s\S]*reference/);
    // One that there is room for is looked at.
    assert.match((await chat.drops([{ name: 'CLM-1.pdf', bytes: pdf('x') }])).text, /CLM-1\.pdf: /);
  });

  it('says so at /readyz and to people, and answers what the notice says', async () => {
    const { chat } = teams.person({ name: 'Adele Vance' });
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    // Each question is kept, until nothing is any more.
    for (let asked = 0; (await fetch(`${url}/readyz`)).status === 200; asked++) {
      assert.ok(asked < 2_000, 'the disk is never full');
      assert.match((await chat.says('Am I required to update any associations?')).text, /strongly recommended/);
    }
    const answer = await chat.says('Am I required to update any associations?');
    assert.deepEqual([answer.status, answer.replies.length], [200, 1]);
    assert.match(answer.text, /strongly recommended/);
    // Who is known stays who they are, also where a new language of theirs cannot be written down.
    const report = await chat.sends({ type: 'message', text: 'report', locale: 'en-GB' });
    assert.match(report.text, /Where the campaign stands/);
    const form = await chat.says('open a ticket');
    const asked = { issue: 'other', claims: '', description: 'Does the customer sign it?' };
    const submitted = await chat.presses(form.card, 'Submit ticket', asked);
    assert.match(submitted.text, /I cannot get at my records just now[\s\S]*reference/);
  });
});
