import { strict as assert } from 'node:assert';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdf, pdfLines } from '../documents/made.ts';
import { type End, runNode } from '../support/child.ts';

const CLAIM = [
  '--customer',
  'Trey Research',
  '--domain',
  'treyresearch.example',
  '--workload',
  'Microsoft Teams',
  '--workload',
  'Yammer',
  '--partner',
  'Contoso Consulting',
  '--today',
  '2020-06-16',
];
const GOOD = [
  'Partner company: Contoso Consulting Ltd',
  'Customer company: Trey Research',
  'Customer domain: treyresearch.example',
  'We set up 40 channels in Microsoft Teams and trained 300 users of Yammer.',
  'Customer acknowledgment',
  'Name: Jane Doe',
  'Signature: /s/ Jane Doe',
  'Date: June 2, 2020',
];

describe('npm run poe-check', function () {
  this.timeout(60_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'poe-check-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const check = async (bytes: Buffer | string, ...more: readonly string[]): Promise<End> => {
    const path = join(folder, 'poe.pdf');
    await writeFile(path, bytes);
    return runNode(['src/cli/poe-check.ts', path, ...CLAIM, ...more]).ended;
  };

  it('says of each finding what it is and on which words it rests, and ends with 0 where nothing lacks', async () => {
    const { code, stdout } = await check(pdf(pdfLines(GOOD)), '--json');
    const { refused, findings, evidence } = JSON.parse(stdout);
    assert.equal(refused, null);
    assert.deepEqual(findings, {
      partner: 'ok',
      customer: 'ok',
      tenantOrDomain: 'ok',
      workloads: { 'Microsoft Teams': 'ok', Yammer: 'ok' },
      signature: 'ok',
      date: 'ok',
      activities: 'ok',
    });
    assert.deepEqual(
      evidence.find(({ finding }: { finding: string }) => finding === 'date'),
      { finding: 'date', state: 'ok', words: 'June 2, 2020', page: 1 },
    );
    assert.equal(code, 0);
  });

  it('ends with 1 where something lacks, and says it in lines for people', async () => {
    const { code, stdout } = await check(pdf(pdfLines(GOOD.slice(0, -2))));
    assert.match(stdout, /^signature +missing/m);
    assert.match(stdout, /^workloads\.Yammer +ok +“.*Yammer.*” \(page 1\)$/m);
    assert.equal(code, 1);
  });

  it('ends with 2 where the file is refused, and names the reason', async () => {
    const { code, stdout } = await check('just words', '--json');
    const { refused, findings } = JSON.parse(stdout);
    assert.deepEqual({ refused, findings, code }, { refused: 'type-mismatch', findings: null, code: 2 });
  });

  it('ends with 2 and its usage where it is not told enough', async () => {
    const { code, stderr } = await runNode(['src/cli/poe-check.ts', 'poe.pdf', '--json']).ended;
    assert.match(stderr, /^Usage: npm run --silent poe-check/);
    assert.equal(code, 2);
  });
});
