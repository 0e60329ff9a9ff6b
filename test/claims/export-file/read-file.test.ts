/** What a file is read as, by its bytes, and why another is refused. In this process: `read-export.process.test.ts` has the one of its own. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { isExport } from '../../../src/claims/export-file/columns.ts';
import { readColumns, readFile } from '../../../src/claims/export-file/read-file.ts';
import type { FileProblems } from '../../../src/problems/files.ts';
import { compound } from '../../files/documents.ts';
import { withProblem } from '../../support/problems.ts';
import { TempFiles } from '../../support/temp-files.ts';
import { buildXlsx, type Cell } from '../../support/xlsx.ts';

const HEADER = ['Claim ID', 'Customer', 'Status', 'Workload'];
const csv = (claims: number) =>
  [HEADER.join(','), ...Array.from({ length: claims }, (_, i) => `C-${i},Contoso ${i},Approved,Teams`)].join('\n');
const xlsx = (...rows: Cell[][]) => buildXlsx([{ rows: [HEADER, ...rows] }]);
const read = (path: string) => readFile(path, { mapping: new Map(), maxRows: 200_000 });

describe('a file that is read as an export', () => {
  let files: TempFiles;
  before(async () => {
    files = await TempFiles.create();
  });
  after(() => files[Symbol.asyncDispose]());

  it('reads a claim ID that Excel holds as a number with all its digits', async () => {
    const { summary, importedClaims } = await read(
      await files.file(
        xlsx([123456789012, 'Contoso', 'Approved', 'Teams'], ['000123', 'Contoso', 'Approved', 'Teams']),
      ),
    );
    assert.equal(summary.format, 'xlsx');
    assert.deepEqual(
      importedClaims(0, 2).map(({ fields }) => fields.claimId),
      ['123456789012', '000123'],
    );
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
      await assert.rejects(read(path), withProblem(code));
      if (code !== 'sheet.only-header') assert.equal(await readColumns(path).then(isExport, () => false), false);
    }
  });

  it('says that a truncated workbook is damaged, wherever it was cut', async () => {
    const whole = xlsx(['A', 'Contoso', 'Approved', 'Teams']);
    for (const length of [4, 100, whole.length >> 1, whole.length - 30]) {
      await assert.rejects(read(await files.file(whole.subarray(0, length))), withProblem('sheet.damaged'));
    }
    const sheet = buildXlsx([{ rows: [] }], {
      parts: { 'xl/worksheets/sheet1.xml': strToU8('<worksheet><sheetData><row>') },
    });
    await assert.rejects(read(await files.file(sheet)), withProblem('sheet.damaged'));
  });

  it('refuses a ZIP bomb before unpacking it', async () => {
    const path = await files.file(
      buildXlsx([{ rows: [HEADER] }], { parts: { 'xl/sharedStrings.xml': new Uint8Array(50_000_000) } }),
    );
    await assert.rejects(read(path), withProblem('sheet.too-large'));
  });

  it('stops unpacking where an entry is larger than it declares', async () => {
    const bytes = Buffer.from(
      buildXlsx([{ rows: [HEADER, ...Array.from({ length: 2_000 }, (_, i) => [i, 'Contoso', 'x', 'y'])] }]),
    );
    await assert.rejects(
      read(await files.file(declaring(bytes, 'xl/worksheets/sheet1.xml', 1_000))),
      withProblem('sheet.damaged'),
    );
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
