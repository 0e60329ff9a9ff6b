import { strict as assert } from 'node:assert';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { SAMPLE_TENANT_ID as TENANT } from '../../scripts/sample/people.ts';
import { start } from '../../src/app.ts';
import { createClaims } from '../../src/claims/feature.ts';
import { parseConfig } from '../../src/config.ts';
import { openCore } from '../../src/core.ts';
import { type Child, type End, type Env, ONE_SENTENCE, runChild, runNode } from '../support/child.ts';
import { eachUri, leavePlace, newPlace, type Place } from '../support/engines.ts';

const CLI = 'src/cli/import.ts';
const SAMPLE = 'sample/associations.csv';
/** Large enough to be caught in the middle. */
const MANY = 6_000;

describe('npm run import', function () {
  this.timeout(60_000);

  eachUri((uri) => {
    let place: Place;
    let env: { [name: string]: string };

    beforeEach(async () => {
      place = await newPlace(uri);
      env = { DATA_DIR: place.dataDir, ...(place.mongodbUri && { MONGODB_URI: place.mongodbUri }) };
    });
    afterEach(() => leavePlace(place));

    it('imports a file, and finds nothing new in the same file again', async () => {
      assert.deepEqual(await importing(SAMPLE, env).ended, {
        code: 0,
        signal: null,
        stdout: '121 rows, 60 claims\nThe import of associations.csv is done: 60 new, 0 changed.\n',
        stderr: '',
      });
      const again = await importing(SAMPLE, env).ended;
      assert.equal(again.code, 0);
      assert.match(again.stdout, /Nothing is new or changed/);
      assert.equal(await imported(env), 60);
    });

    it('tells the rows and columns that it leaves out', async () => {
      const { code, stdout } = await importing('sample/export-for-import.csv', env).ended;
      assert.equal(code, 0);
      assert.match(stdout, /Columns not recognised and left out: Region\nLine 15: no claim ID\nLine 16: customer/);
    });

    it('is interrupted by Ctrl-C, and the bot goes on with it', async () => {
      const child = importing(manyClaims(place), env);
      await child.says(/6,000 rows, 6,000 claims/);
      child.process.kill('SIGINT');
      const { code, stdout, stderr } = await child.ended;
      assert.equal(code, 1);
      assert.equal(stderr, 'The import was interrupted. It resumes when the bot starts.\n');
      assert.doesNotMatch(stdout, /is done/);
      assert.ok((await imported(env)) < MANY);

      const log = loggedLines();
      const app = await start(parseConfig({ ...env, PORT: '0' }), log.logger);
      await log.finished;
      await app.stop();
      assert.equal(await imported(env), MANY);
    });
  });

  describe('refuses in one sentence', () => {
    let place: Place;
    let env: { [name: string]: string };

    before(async () => {
      place = await newPlace(undefined);
      env = { DATA_DIR: place.dataDir };
    });
    after(() => leavePlace(place));

    const refuses = async (child: Child, sentence: RegExp): Promise<void> => {
      const { code, stdout, stderr }: End = await child.ended;
      assert.deepEqual({ code, stdout: stdout.replace(/^\d+ rows.*\n/, '') }, { code: 1, stdout: '' });
      assert.match(stderr, sentence);
      assert.match(stderr, /^[^\n]+\n$/);
    };

    it('a call without file or tenant, with how to call it', async () => {
      await refuses(runNode([CLI], env), /^Usage: npm run import/);
      await refuses(runNode([CLI, SAMPLE], env), /^Usage: npm run import/);
      await refuses(runNode([CLI, SAMPLE, '--tenants', TENANT], env), /^Usage: npm run import/);
    });

    it('a tenant that is no directory id, or not served', async () => {
      await refuses(runNode([CLI, SAMPLE, '--tenant', 'contoso'], env), /^--tenant expects .* a GUID\.$/m);
      const served = { ...env, ALLOWED_TENANTS: '0c0f0000-0000-4000-8000-000000000009' };
      await refuses(importing(SAMPLE, served), /^--tenant is none of the tenants .* ALLOWED_TENANTS\.$/m);
    });

    it('a file that is not there, is none, or is no spreadsheet', async () => {
      await refuses(importing('sample/nowhere.csv', env), /^There is no file .*nowhere\.csv\.$/m);
      await refuses(importing('sample', env), /sample is not a file\.$/m);
      await refuses(importing('manifest/color.png', env), /^This file is not a spreadsheet\./);
    });

    it('a file over the limit', async () => {
      const small = { ...env, MAX_FILE_MB: '0.001' };
      await refuses(importing(SAMPLE, small), /^associations\.csv is larger than MAX_FILE_MB allows\./);
    });

    it('a file without claim IDs, which the chat can map', async () => {
      const path = join(place.dataDir, 'unnamed.csv');
      writeFileSync(path, 'What,Customer,Status\nC-1,Fabrikam,Approved\n');
      const { code, stderr } = await importing(path, env).ended;
      assert.equal(code, 1);
      assert.match(stderr, ONE_SENTENCE);
      assert.match(stderr, /^No column of this file holds claim IDs\./);
    });

    it('a store that the bot has open', async () => {
      const app = await start(parseConfig({ ...env, PORT: '0' }), pino({ level: 'silent' }));
      try {
        await refuses(importing(SAMPLE, env), /^Another process already works in DATA_DIR/);
      } finally {
        await app.stop();
      }
    });
  });

  it('draws a bar on a terminal', async function () {
    // Debian's own way to give a program a terminal; systems without it skip this.
    if (!existsSync('/usr/bin/script')) return this.skip();
    const place = await newPlace(undefined);
    try {
      const command = `'${process.execPath}' ${CLI} ${SAMPLE} --tenant ${TENANT}`;
      const { code, stdout } = await runChild('script', ['-qec', command, '/dev/null'], { DATA_DIR: place.dataDir })
        .ended;
      assert.equal(code, 0);
      assert.match(stdout, /\r█{10} 100% \r\nThe import of associations\.csv is done/);
    } finally {
      await leavePlace(place);
    }
  });
});

function importing(path: string, env: Env): Child {
  return runNode([CLI, path, '--tenant', TENANT], env);
}

/** How many claims the store holds. */
async function imported(env: Env): Promise<number> {
  const core = await openCore(parseConfig(env));
  try {
    await core.store.setUp();
    return await createClaims(core).repository.count(TENANT, {});
  } finally {
    await core.store.close();
  }
}

function manyClaims({ dataDir }: Place): string {
  const path = join(dataDir, 'many.csv');
  const rows = Array.from({ length: MANY }, (_, i) => `C-${i},Fabrikam ${i} FRP Migrated FRP,Fabrikam,Teams,Approved`);
  writeFileSync(path, ['Claim ID,Claim name,Customer,Workload,Status', ...rows, ''].join('\n'));
  return path;
}

/** A log, and a promise that is kept when it tells of an import's end. */
function loggedLines(): { logger: pino.Logger; finished: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stream = new Writable({
    write(chunk, _encoding, done) {
      if (String(chunk).includes('import finished')) resolve();
      done();
    },
  });
  return { logger: pino({ level: 'info' }, stream), finished: promise };
}
