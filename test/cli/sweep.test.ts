import { strict as assert } from 'node:assert';
import { parseConfig } from '../../src/config.ts';
import { openCore } from '../../src/core.ts';
import { Drafts } from '../../src/poe/drafts.ts';
import { type Env, ONE_SENTENCE, runNode } from '../support/child.ts';
import { eachUri, leavePlace, newPlace, type Place } from '../support/engines.ts';
import { TENANT } from '../support/teams.ts';

const CLI = 'src/cli/sweep.ts';
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const DAY_MS = 86_400_000;

describe('npm run sweep', function () {
  this.timeout(60_000);

  eachUri((uri) => {
    let place: Place;
    let env: Env;

    beforeEach(async () => {
      place = await newPlace(uri);
      env = {
        DATA_DIR: place.dataDir,
        ...(place.mongodbUri !== undefined && { MONGODB_URI: place.mongodbUri }),
      };
    });
    afterEach(() => leavePlace(place));

    /** What lies in the tenant's vault, put two days ago: one file that a draft names, and one that nothing does. */
    async function leaveFiles(): Promise<void> {
      const core = await openCore(parseConfig(env), { realTime: () => new Date(Date.now() - 2 * DAY_MS) });
      try {
        const drafts = new Drafts(core.store);
        await core.store.setUp();
        const [named] = await Promise.all(
          ['named', 'left over'].map((text) => core.vault.put(TENANT, pieces(text), 1_000)),
        );
        assert.ok(named);
        await drafts.open({
          _id: 'draft',
          tenantId: TENANT,
          userId: 'adele',
          files: [{ ...named, name: 'a.txt', kind: 'txt' }],
          candidates: [],
          state: 'open',
          openKey: 'k',
          expireAt: new Date(Date.now() + DAY_MS).toISOString(),
        });
      } finally {
        await core.store.close();
      }
    }

    const swept = async (...args: string[]) => {
      const { code, stdout, stderr } = await runNode([CLI, ...args], env).ended;
      assert.deepEqual([code, stderr], [0, '']);
      return stdout;
    };

    it('says what would be removed, then removes just that, of that tenant', async () => {
      await leaveFiles();
      const would = `Tenant ${TENANT}: 1 file of 9 bytes in all would be removed: nothing names them.\n`;
      assert.equal(await swept('--dry-run'), would);
      assert.equal(await swept('--dry-run', '--tenant', TENANT.toUpperCase()), would);
      assert.equal(await swept('--tenant', OTHER_TENANT), 'No file is left over.\n');
      assert.equal(await swept(), `Tenant ${TENANT}: 1 file of 9 bytes in all removed, since nothing named them.\n`);
      assert.equal(await swept(), 'No file is left over.\n');
    });
  });

  it('refuses what it does not know, in one sentence', async () => {
    for (const [args, sentence] of [
      [['--tenant', 'contoso'], ONE_SENTENCE],
      [['--now'], /^Usage: [^\n]+\n$/],
      [['x'], /^Usage: [^\n]+\n$/],
    ] as const) {
      const place = await newPlace(undefined);
      try {
        const { code, stdout, stderr } = await runNode([CLI, ...args], { DATA_DIR: place.dataDir }).ended;
        assert.deepEqual([code, stdout], [1, '']);
        assert.match(stderr, sentence);
      } finally {
        await leavePlace(place);
      }
    }
  });
});

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
