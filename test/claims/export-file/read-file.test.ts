/** What a file is read as, by its bytes, and why another is refused. In this process: `read-export.process.test.ts` has the one of its own. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { isExport } from '../../../src/claims/export-file/columns.ts';
import { readColumns, readFile } from '../../../src/claims/export-file/read-file.ts';
import type { FileProblems } from '../../../src/problems/files.ts';
import { compound } from '../../files/documents.ts';
import { encodedAs } from '../../support/encodings.ts';
import { withProblem } from '../../support/problems.ts';
import { TempFiles } from '../../support/temp-files.ts';
import { buildXlsx, type Cell, type Sheet } from '../../support/xlsx.ts';

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

  it('makes no claim of an ID that a stray mark has drawn together with the cell behind it', async () => {
    // Their width is that of the remarks, so that no row speaks against it.
    const lines = [
      'Claim ID,Customer,Status,Workload',
      'CLM-1000001,Contoso A,Approved,Teams,',
      '"CLM-1000002,"Line one\nline two B",Approved,Teams,',
      'Total,,,',
      'Total,,,',
    ];
    const { summary, importedClaims } = await read(await files.file(lines.join('\r\n')));
    assert.deepEqual(importedClaims(0, 9), []);
    assert.deepEqual(
      summary.bad.map(({ line }) => line),
      [2, 3, 4, 5, 6],
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

  describe('of several sheets', () => {
    const summaryOf = async (...sheets: Sheet[]) => {
      const { summary, importedClaims } = await read(await files.file(buildXlsx(sheets)));
      return { ...summary, ids: importedClaims().map(({ fields }) => fields.claimId) };
    };
    const EMEA: Sheet = { name: 'EMEA', rows: [HEADER, ['A', 'Contoso', 'Approved', 'Teams'], ['', 'x', '', '']] };

    it('is read as a whole, each by its own header, and what is no export is named', async () => {
      const apac: Sheet = {
        name: 'APAC',
        rows: [
          ['As of June 1'],
          [],
          ['Workload', 'Region', 'Claim ID', 'Status', 'Customer'],
          ['Yammer', 'JP', 'B', 'Approved', 'Fabrikam'],
          ['', '', 'A', '', 'Other'],
        ],
      };
      const found = await summaryOf(
        { name: 'Read me', rows: [['Ask Adele']] },
        EMEA,
        { name: 'Blank', rows: [] },
        apac,
      );
      assert.deepEqual(found.ids, ['A', 'B']);
      assert.deepEqual([found.sheets, found.otherSheets], [['EMEA', 'APAC'], ['Read me']]);
      assert.deepEqual(
        found.columns.map(({ header, example }) => [header, example]),
        [
          ['Claim ID', 'A'],
          ['Customer', 'Contoso'],
          ['Status', 'Approved'],
          ['Workload', 'Teams'],
          ['Region', 'JP'],
        ],
      );
      assert.deepEqual(found.bad, [
        { line: 3, sheet: 'EMEA', problem: { code: 'no-claim-id' } },
        {
          line: 5,
          sheet: 'APAC',
          problem: { code: 'differs', field: 'customerName', line: 2, sheet: 'EMEA', value: 'Contoso' },
        },
      ]);
    });

    it('leaves hidden ones out where another is an export, and names them', async () => {
      const hidden: Sheet = { name: 'Old', hidden: true, rows: [HEADER, ['OLD', 'Contoso', 'Approved', 'Teams']] };
      const found = await summaryOf(hidden, EMEA);
      assert.deepEqual([found.ids, found.sheets, found.otherSheets], [['A'], ['EMEA'], ['Old']]);
      assert.deepEqual((await summaryOf(hidden)).ids, ['OLD']);
    });

    it('names none where there is but one', async () => {
      const { sheets, otherSheets, bad } = await summaryOf(EMEA, { name: 'Blank', rows: [] });
      assert.deepEqual([sheets, otherSheets, bad[0]?.sheet], [[], [], undefined]);
    });
  });

  it('finds a header below many lines of a report', async () => {
    const text = [
      ...Array.from({ length: 150 }, (_, i) => `Filter ${i};is set`),
      'Claim ID;Customer;Status',
      'A;Contoso;Approved',
    ];
    const { summary, importedClaims } = await read(await files.file(text.join('\n')));
    assert.deepEqual([summary.rows, importedClaims()[0]?.line], [1, 152]);
  });

  it('reads on below a header of other columns, by that one', async () => {
    const { summary, importedClaims } = await read(
      await files.file(
        'Claim ID,Customer,Status\nA,Contoso,Approved\nClaim ID,Customer,Status\nStatus,Claim ID,Owner,Customer\nApproved,B,Adele,Fabrikam',
      ),
    );
    assert.deepEqual(
      importedClaims().map(({ fields }) => [fields.claimId, fields.customerName, fields.status]),
      [
        ['A', 'Contoso', 'Approved'],
        ['B', 'Fabrikam', 'Approved'],
      ],
    );
    assert.deepEqual([summary.rows, summary.badCount], [2, 0]);
  });

  it('lets merged cells make one claim of several rows', async () => {
    const rows = [
      HEADER,
      ['MG-1', 'Contoso', 'Approved', 'Teams'],
      [null, null, null, 'Yammer'],
      [null, null, null, 'Intune'],
    ];
    const { importedClaims } = await read(await files.file(buildXlsx([{ rows, merges: ['A2:A4', 'B2:B4'] }])));
    assert.deepEqual(
      importedClaims().map(({ workloads }) => workloads.map(({ name }) => name)),
      [['Teams', 'Yammer', 'Intune']],
    );
  });

  it('leaves out an ID that is a date or has lost digits, and reads one by its number format', async () => {
    const ids: Cell[] = [
      { value: 1234, format: '0000000' },
      { value: 77, format: '"CLM-"0000' },
      { value: 43891, format: 'd\\-mmm' },
      1.23e15,
      { value: 1.2345678901234568e17, format: '0' },
    ];
    const { summary, importedClaims } = await read(
      await files.file(xlsx(...ids.map((id) => [id, 'Contoso', 'Approved', 'Teams']))),
    );
    assert.deepEqual(
      importedClaims().map(({ fields }) => fields.claimId),
      ['0001234', 'CLM-0077'],
    );
    assert.deepEqual(
      summary.bad.map(({ problem }) => problem),
      [
        { code: 'date-id', claimId: '1-Mar' },
        { code: 'lost-digits', claimId: '1.23E+15' },
        { code: 'lost-digits', claimId: '123456789012346000' },
      ],
    );
  });

  it('reads a workbook behind and before foreign bytes, and a text that begins with an angle bracket', async () => {
    const bytes = xlsx(['A', 'Contoso', 'Approved', 'Teams']);
    const around = Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), bytes, Buffer.from('\r\n--end--')]);
    const marked = `<head office>;;;\n${HEADER.join(';')}\nA;Contoso;Approved;Teams`;
    for (const content of [around, marked]) assert.equal((await read(await files.file(content))).summary.claims, 1);
  });

  it('says in which encoding a text was read, with two names to see it by, and reads another where it is told', async () => {
    const rows = [
      'A,Contoso,Approved,Teams',
      'B,Kovács Kft.,Approved,Teams',
      'C,Žilina a.s.,Approved,Teams',
      'D,Česká spořitelna,Approved,x',
    ];
    const path = await files.file(encodedAs('windows-1250', [HEADER.join(','), ...rows].join('\n')));
    const { summary } = await read(path);
    assert.deepEqual([summary.encoding, summary.customers], ['windows-1250', ['Kovács Kft.', 'Žilina a.s.']]);
    const other = await readFile(path, { mapping: new Map(), maxRows: 10, encoding: 'windows-1252' });
    assert.deepEqual([other.summary.encoding, other.summary.customers[1]], ['windows-1252', 'Žilina a.s.']);
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
