import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import {
  BATCH_SIZE,
  type ExportReading,
  readExport,
  sniffExport,
} from '../../../src/claims/export-file/read-export.ts';
import type { FileProblems } from '../../../src/problems/files.ts';
import { compound } from '../../files/documents.ts';
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

  it('tells the facts of a file and hands out its claims', async () => {
    const reading = await readExport(
      await files.file(`Associations\n\n\nNumber;Claim ID;Kunde;Status\n1;A;Contoso;Approved\n2;;Fabrikam;\n3;B;;`),
    );
    assert.deepEqual(reading.facts, {
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
    });
    assert.deepEqual(await claimIds(reading), ['A', 'B']);
    await reading.close();
  });

  it('reads again with what a person mapped', async () => {
    const path = await files.file('Nummer,Kunde,Status\nA,Contoso,Approved');
    const first = await readExport(path);
    assert.equal(first.facts.claims, 0);
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

  it('reads a claim ID that Excel holds as a number with all its digits', async () => {
    const reading = await readExport(
      await files.file(
        xlsx([123456789012, 'Contoso', 'Approved', 'Teams'], ['000123', 'Contoso', 'Approved', 'Teams']),
      ),
    );
    assert.equal(reading.facts.format, 'xlsx');
    assert.deepEqual(await claimIds(reading), ['123456789012', '000123']);
    await reading.close();
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
    assert.equal(reading.facts.rows, 100_000);
    assert.equal(reading.facts.badCount, 0);
    const ids = await claimIds(reading);
    assert.equal(new Set(ids).size, 50_000);
    assert.equal(ids.at(-1), 'C-49999');
    await reading.close();
  });

  it('goes by the bytes of a file and says what it is instead', async () => {
    const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)]);
    const cases: [string | Uint8Array, keyof FileProblems][] = [
      ['', 'sheet.empty'],
      ['\n \n', 'sheet.empty'],
      ['Foo,Bar\n1,2', 'sheet.no-header'],
      [`${HEADER.join(',')}\n\n`, 'sheet.only-header'],
      [xlsx(), 'sheet.only-header'],
      [buildXlsx([{ rows: [] }]), 'sheet.empty'],
      [cfb, 'sheet.old-excel'],
      [Buffer.concat([cfb, Buffer.from('EncryptedPackage', 'utf16le')]), 'sheet.encrypted'],
      [compound('/Workbook'), 'sheet.old-excel'],
      [compound('/EncryptedPackage', '/EncryptionInfo'), 'sheet.encrypted'],
      ['<html><table><tr><td>Claim ID', 'sheet.markup'],
      ['%PDF-1.7 Claim ID', 'sheet.not-a-spreadsheet'],
      [randomBytes(5_000), 'sheet.not-a-spreadsheet'],
      [zipSync({ 'word/document.xml': strToU8('<w/>') }), 'sheet.other-zip'],
      [zipSync({ 'xl/workbook.bin': strToU8('x') }), 'sheet.binary-excel'],
      [csv(3).replaceAll('\n', '\0'), 'sheet.not-a-spreadsheet'],
    ];
    for (const [content, code] of cases) {
      const path = await files.file(content);
      await assert.rejects(readExport(path), withProblem(code));
      if (code !== 'sheet.only-header') assert.equal(await sniffExport(path), undefined);
    }
  }).timeout(60_000);

  it('says that a truncated workbook is damaged, wherever it was cut', async () => {
    const whole = xlsx(['A', 'Contoso', 'Approved', 'Teams']);
    for (const length of [4, 100, whole.length >> 1, whole.length - 30]) {
      await assert.rejects(readExport(await files.file(whole.subarray(0, length))), withProblem('sheet.damaged'));
    }
    const sheet = buildXlsx([{ rows: [] }], {
      parts: { 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row>') },
    });
    await assert.rejects(readExport(await files.file(sheet)), withProblem('sheet.damaged'));
  });

  it('refuses a ZIP bomb before unpacking it', async () => {
    const path = await files.file(
      buildXlsx([{ rows: [HEADER] }], { parts: { 'xl/sharedStrings.xml': new Uint8Array(50_000_000) } }),
    );
    await assert.rejects(readExport(path), withProblem('sheet.too-large'));
  });

  it('stops unpacking where an entry is larger than it declares', async () => {
    const bytes = Buffer.from(
      buildXlsx([{ rows: [HEADER, ...Array.from({ length: 2_000 }, (_, i) => [i, 'Contoso', 'x', 'y'])] }]),
    );
    await assert.rejects(
      readExport(await files.file(declaring(bytes, 'xl/worksheets/sheet1.xml', 1_000))),
      withProblem('sheet.damaged'),
    );
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
      const columns = await sniffExport(await files.file(content));
      assert.deepEqual(
        columns?.map(({ field }) => field),
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
    for (const content of others) assert.equal(await sniffExport(await files.file(content)), undefined);
  });
});

/** The same ZIP with another uncompressed size in an entry's headers (APPNOTE 4.3.7 and 4.3.12). */
function declaring(zip: Buffer, name: string, size: number): Buffer {
  const changed = Buffer.from(zip);
  for (const [signature, nameAt, sizeAt] of [
    ['PK\x03\x04', 30, 22],
    ['PK\x01\x02', 46, 24],
  ] as const) {
    for (let at = changed.indexOf(signature, 0, 'latin1'); at >= 0; at = changed.indexOf(signature, at + 4, 'latin1')) {
      if (changed.toString('latin1', at + nameAt, at + nameAt + name.length) === name)
        changed.writeUInt32LE(size, at + sizeAt);
    }
  }
  return changed;
}
