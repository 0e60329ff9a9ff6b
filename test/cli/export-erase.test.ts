import { strict as assert } from 'node:assert';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { openCore } from '../../src/core.ts';
import { Drafts } from '../../src/poe/drafts.ts';
import { type Env, runNode } from '../support/child.ts';
import { eachUri, leavePlace, newPlace, type Place } from '../support/engines.ts';
import { TENANT } from '../support/teams.ts';

const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const NAMED = 'what Adele uploaded';

describe('npm run export and npm run erase', function () {
  this.timeout(60_000);

  eachUri((uri) => {
    let place: Place;
    let env: Env;
    let folder: string;

    before(async () => {
      place = await newPlace(uri);
      folder = await mkdtemp(join(tmpdir(), 'cpor-export-'));
      env = { DATA_DIR: place.dataDir, ...(place.mongodbUri !== undefined && { MONGODB_URI: place.mongodbUri }) };
      await keepSomething(env);
    });
    after(async () => {
      await rm(folder, { recursive: true, force: true });
      await leavePlace(place);
    });

    const run = (command: string, ...args: string[]) => runNode([`src/cli/${command}.ts`, ...args], env).ended;

    it('write all that is kept of a tenant, and of no other, into a folder of its own', async () => {
      const to = join(folder, 'whole');
      const { code, stdout, stderr } = await run('export', '--tenant', TENANT.toUpperCase(), '--to', to);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /3 documents and 1 file of 19 bytes in all\.\n$/);
      const whole = JSON.parse(await readFile(join(to, 'export.json'), 'utf8'));
      assert.deepEqual([whole.tenantId, whole.documents.people, whole.documents.poe_drafts], [TENANT, 2, 1]);
      const people = await readFile(join(to, 'records', 'people.jsonl'), 'utf8');
      const names = people
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).name);
      assert.deepEqual(names.sort(), ['Adele Vance', 'Alex Wilber']);
      const [file = ''] = await readdir(join(to, 'files'));
      assert.equal(await readFile(join(to, 'files', file), 'utf8'), NAMED);
    });

    it('do not write into a folder where something is', async () => {
      await writeFile(join(folder, 'mine.txt'), 'mine');
      const { code, stderr } = await run('export', '--tenant', TENANT, '--to', folder);
      assert.deepEqual([code, stderr], [1, 'The folder is not empty. Name a new one.\n']);
    });

    it('say what of a person would go, and change nothing', async () => {
      const { code, stdout } = await run('erase', '--person', 'adele', '--dry-run');
      assert.equal(code, 0);
      assert.equal(
        stdout,
        'poe_drafts: 1 document removed\npeople: 1 document removed\nThis would be done. Nothing was changed.\n',
      );
      assert.equal((await run('erase', '--person', 'adele', '--dry-run')).stdout, stdout);
    });

    it('remove a person, in whatever tenant they are, and nobody else', async () => {
      assert.match((await run('erase', '--person', 'adele')).stdout, /people: 1 document removed\n$/);
      assert.equal((await run('erase', '--person', 'adele')).stdout, 'Nothing is kept.\n');
      assert.equal((await run('erase', '--person', 'alex', '--dry-run')).stdout.includes('people: 1 document'), true);
    });

    it('do not remove a tenant that is served', async () => {
      const { code, stderr } = await runNode(['src/cli/erase.ts', '--tenant', TENANT], {
        ...env,
        ALLOWED_TENANTS: TENANT,
      }).ended;
      assert.equal(code, 1);
      assert.match(stderr, /Take it out of ALLOWED_TENANTS/);
    });

    it('remove a tenant with its files, and no other', async () => {
      const { stdout } = await run('erase', '--tenant', TENANT);
      assert.match(stdout, /people: 1 document removed\n(?:.*\n)*1 file of 19 bytes in all removed\n$/);
      assert.equal((await run('erase', '--tenant', TENANT)).stdout, 'Nothing is kept.\n');
      assert.match((await run('erase', '--tenant', OTHER_TENANT, '--dry-run')).stdout, /people: 1 document removed/);
    });
  });

  it('want to know what, in one sentence', async () => {
    const place = await newPlace(undefined);
    try {
      for (const [command, args] of [
        ['export', ['--tenant', TENANT]],
        ['erase', []],
        ['erase', ['--tenant', TENANT, '--person', 'adele']],
      ] as const) {
        const { code, stdout, stderr } = await runNode([`src/cli/${command}.ts`, ...args], { DATA_DIR: place.dataDir })
          .ended;
        assert.deepEqual([code, stdout], [1, '']);
        assert.match(stderr, /^Usage: [^\n]+\n$/);
      }
    } finally {
      await leavePlace(place);
    }
  });
});

/** Adele with an upload, and Alex; and somebody in another tenant. */
async function keepSomething(env: Env): Promise<void> {
  const core = await openCore(parseConfig(env));
  try {
    const drafts = new Drafts(core.store);
    await core.store.setUp();
    await core.people.recordSighting({ tenantId: TENANT, userId: 'adele', name: 'Adele Vance' });
    await core.people.recordSighting({ tenantId: TENANT, userId: 'alex', name: 'Alex Wilber' });
    await core.people.recordSighting({ tenantId: OTHER_TENANT, userId: 'lee', name: 'Lee Gu' });
    const file = await core.vault.put(TENANT, pieces(NAMED), 1_000);
    await drafts.open({
      _id: 'draft',
      tenantId: TENANT,
      userId: 'adele',
      files: [{ ...file, name: 'a.txt', kind: 'txt' }],
      candidates: [],
      state: 'open',
      openKey: 'k',
      expireAt: new Date(Date.now() + 86_400_000).toISOString(),
    });
  } finally {
    await core.store.close();
  }
}

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
