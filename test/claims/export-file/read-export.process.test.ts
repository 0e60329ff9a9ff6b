/** What the process that reads adds: summary and batches across processes, limits, and its end. What a file is read as is tried in `read-file.test.ts`. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { isExport, mayBeExport } from '../../../src/claims/export-file/columns.ts';
import {
  BATCH_SIZE,
  type ExportReading,
  readExport,
  sniffColumns,
} from '../../../src/claims/export-file/read-export.ts';
import { UserError } from '../../../src/errors.ts';
import { gather } from '../../support/gather.ts';
import { withProblem } from '../../support/problems.ts';
import { TempFiles } from '../../support/temp-files.ts';
import { buildXlsx, type Cell } from '../../support/xlsx.ts';

const HEADER = ['Claim ID', 'Customer', 'Status', 'Workload'];
const csv = (claims: number) =>
  [HEADER.join(','), ...Array.from({ length: claims }, (_, i) => `C-${i},Contoso ${i},Approved,Teams`)].join('\n');
const xlsx = (...rows: Cell[][]) => buildXlsx([{ rows: [HEADER, ...rows] }]);

async function claimIds(reading: ExportReading, skip?: number): Promise<string[]> {
  const batches = await gather(reading.batches(skip));
  assert.ok(batches.every((batch) => batch.length <= BATCH_SIZE));
  return batches.flat().map(({ fields }) => fields.claimId);
}

describe('reading an export', () => {
  let files: TempFiles;
  before(async () => {
    files = await TempFiles.create();
  });
  after(() => files[Symbol.asyncDispose]());

  it('sums a file up and hands out its claims', async () => {
    const reading = await readExport(
      await files.file(`Associations\n\n\nNumber;Claim ID;Kunde;Status\n1;A;Contoso;Approved\n2;;Fabrikam;\n3;B;;`),
    );
    assert.deepEqual(reading.summary, {
      format: 'csv',
      rows: 3,
      claims: 2,
      columns: [
        { header: 'Number', example: '1' },
        { header: 'Claim ID', field: 'claimId', example: 'A' },
        { header: 'Kunde', example: 'Contoso' },
        { header: 'Status', field: 'status', example: 'Approved' },
      ],
      bad: [{ line: 6, problem: { code: 'no-claim-id' } }],
      badCount: 1,
      ...{ hidden: [], hiddenCount: 0, doubts: [], doubtCount: 0 },
      customers: [],
      encoding: 'utf-8',
      ...{ sheets: [], otherSheets: [] },
    });
    assert.deepEqual(await claimIds(reading), ['A', 'B']);
    await reading.close();
  });

  it('reads again with what a person mapped', async () => {
    const path = await files.file('Nummer,Kunde,Status\nA,Contoso,Approved');
    const first = await readExport(path);
    assert.equal(first.summary.claims, 0);
    await first.close();
    const mapping = new Map([
      ['Nummer', 'claimId'] as const,
      ['Kunde', 'customerName'] as const,
      ['Status', 'ignore'] as const,
    ]);
    const second = await readExport(path, { mapping });
    const [batch] = await gather(second.batches());
    assert.deepEqual(batch?.[0]?.fields, { claimId: 'A', name: '', customerName: 'Contoso', program: '', status: '' });
    await second.close();
  });

  it('hands batches out again, from any claim on, in the same order', async () => {
    const path = await files.file(csv(1_003));
    const [one, two] = [await readExport(path), await readExport(path)];
    const all = await claimIds(one);
    assert.equal(all.length, 1_003);
    assert.deepEqual(await claimIds(one), all);
    assert.deepEqual(await claimIds(two, 751), all.slice(751));
    assert.deepEqual(await claimIds(two, 2_000), []);
    const [left, right] = await Promise.all([claimIds(two), claimIds(two, 500)]);
    assert.deepEqual([left, right], [all, all.slice(500)]);
    await Promise.all([one.close(), two.close()]);
  });

  it('reads 100,000 rows', async function () {
    this.timeout(60_000);
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `C-${i >> 1},Contoso ${i >> 1},Approved,${i % 2 ? 'Teams' : 'Yammer'}`,
    );
    const reading = await readExport(await files.file(`${HEADER.join(',')}\n${rows.join('\n')}`));
    assert.equal(reading.summary.rows, 100_000);
    assert.equal(reading.summary.badCount, 0);
    const ids = await claimIds(reading);
    assert.equal(new Set(ids).size, 50_000);
    assert.equal(ids.at(-1), 'C-49999');
    await reading.close();
  });

  it('passes on why a file is refused, and what was behind it', async () => {
    const path = await files.file(xlsx(['A', 'Contoso', 'Approved', 'Teams']).subarray(0, 100));
    await assert.rejects(readExport(path), (error: unknown) => {
      assert.ok(error instanceof UserError && error.cause instanceof Error);
      assert.deepEqual(error.problem, { code: 'sheet.damaged', data: undefined });
      return true;
    });
  });

  it('refuses more rows than it was told to read', async () => {
    const path = await files.file(csv(11));
    await assert.rejects(readExport(path, { maxRows: 10 }), withProblem('sheet.too-many-rows', { maxRows: 10 }));
    await (await readExport(path, { maxRows: 11 })).close();
  });

  it('gives up on a file that needs more memory or time than it may take', async () => {
    const path = await files.file(csv(150_000));
    await assert.rejects(readExport(path, { maxMemoryMiB: 16 }), withProblem('sheet.too-large'));
    await assert.rejects(readExport(path, { timeoutMs: 1 }), withProblem('sheet.too-slow'));
  }).timeout(30_000);

  it('can be called off before, during and after', async () => {
    const path = await files.file(csv(100_000));
    await assert.rejects(readExport(path, { signal: AbortSignal.abort(new Error('off')) }), /off/);
    const during = new AbortController();
    const reading = readExport(path, { signal: during.signal });
    during.abort(new Error('off'));
    await assert.rejects(reading, /off/);
    const after = new AbortController();
    const done = await readExport(path, { signal: after.signal });
    after.abort(new Error('off'));
    await assert.rejects(gather(done.batches()), /off/);
  }).timeout(20_000);

  it('hands out nothing once it is closed', async () => {
    const reading = await readExport(await files.file(csv(3)));
    await reading.close();
    await reading.close();
    await assert.rejects(gather(reading.batches()), /closed/);
  });

  it('passes on that a file is not there', async () => {
    await assert.rejects(readExport(`${files.dir}/nothing`), { code: 'ENOENT' });
  });
});

describe('sniffing whether a spreadsheet is an export', () => {
  let files: TempFiles;
  before(async () => {
    files = await TempFiles.create();
  });
  after(() => files[Symbol.asyncDispose]());

  it('gives the columns of an export', async () => {
    for (const content of [csv(2), csv(50_000), xlsx(['A', 'Contoso', 'x', 'y'])]) {
      const { columns } = await sniffColumns(await files.file(content));
      assert.deepEqual(
        columns.map(({ field }) => field),
        ['claimId', 'customerName', 'status', 'workload'],
      );
    }
  });

  it('gives nothing for any other file', async () => {
    const others = [
      'Name,Hours\nTeams,3',
      buildXlsx([{ rows: [['Hours', 'Status']] }]),
      'Dear customer,\nthank you',
      randomBytes(1_000),
    ];
    for (const content of others) {
      const { columns } = await sniffColumns(await files.file(content));
      assert.ok(!isExport(columns) && !mayBeExport(columns));
    }
  });
});
