import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isInCampaign, sampleClaims } from '../../../scripts/sample/claims.ts';
import { samplePeople } from '../../../scripts/sample/people.ts';
import { sampleProgress } from '../../../scripts/sample/progress.ts';
import { SAMPLE_DIR, sampleFiles } from '../../../scripts/sample/write.ts';
import { readExport } from '../../../src/claims/export-file/read-export.ts';
import { rowProblemText } from '../../../src/claims/import/texts.ts';
import { fileKind } from '../../../src/files/file-kind.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(name, SAMPLE_DIR));

describe('the sample data', () => {
  it('is written anew the same: run "npm run sample" after a change', () => {
    assert.deepEqual(readdirSync(SAMPLE_DIR).sort(), [...sampleFiles().keys()].sort());
    for (const [name, bytes] of sampleFiles()) assert.ok(readFileSync(pathOf(name)).equals(bytes), name);
  });

  it('has 60 claims over the three programs, most of them in the campaign', () => {
    const claims = sampleClaims();
    assert.equal(claims.length, 60);
    assert.equal(new Set(claims.map(({ claimId }) => claimId)).size, 60);
    assert.deepEqual([...new Set(claims.map(({ program }) => program))].sort(), [
      'OSA Sell',
      'OSU Business Applications',
      'OSU Microsoft 365',
    ]);
    assert.equal(claims.filter(isInCampaign).length, 52);
  });

  it('gives each of the five people some, and leaves some to nobody', () => {
    const owners = new Set(sampleClaims().map(({ owner }) => owner));
    assert.deepEqual(owners, new Set([...samplePeople, undefined]));
  });

  it('is invented: all domains end in .example', () => {
    for (const { domain } of sampleClaims()) assert.match(domain, /^[a-z0-9]+\.example$/);
  });

  it('reads as an export without a bad row', async () => {
    const reading = await readExport(pathOf('associations.csv'), { mapping: new Map() });
    const { claims, badCount, columns } = reading.summary;
    await reading.close();
    assert.deepEqual({ claims, badCount }, { claims: 60, badCount: 0 });
    assert.deepEqual(
      columns.filter(({ field }) => field === undefined),
      [],
    );
  });

  it('has an export to try with: two bad rows and a column that nobody knows', async () => {
    const reading = await readExport(pathOf('export-for-import.csv'), { mapping: new Map() });
    const { bad, columns } = reading.summary;
    await reading.close();
    assert.deepEqual(
      bad.map(({ problem }) => rowProblemText(problem, 'en-US')),
      ['no claim ID', 'customer differs from line 2 (Northwind Traders)'],
    );
    assert.deepEqual(
      columns.filter(({ field }) => field === undefined).map(({ header }) => header),
      ['Region'],
    );
  });

  it('has a document that passes as a PDF', async () => {
    const name = [...sampleFiles().keys()].find((one) => one.endsWith('.pdf')) ?? '';
    assert.equal(await fileKind(pathOf(name), name), 'pdf');
  });

  it('lets people have worked before the campaign clock starts, on weekdays', () => {
    for (const { at } of sampleProgress(sampleClaims())) {
      assert.ok(at < new Date('2020-06-15T00:00:00Z'));
      assert.ok(at.getUTCDay() % 6 !== 0);
    }
  });
});
