import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { chooseSheet } from '../../../src/claims/export-file/header.ts';
import { WORKBOOK_LIMITS } from '../../../src/files/sheet/open-sheets.ts';
import type { SheetRow } from '../../../src/files/sheet/sheet.ts';
import { xlsxSheets } from '../../../src/files/sheet/sheet-xlsx.ts';
import { openZip } from '../../../src/files/zip.ts';
import { gather } from '../../support/gather.ts';
import { buildXlsx, type Sheet, type XlsxOptions } from '../../support/xlsx.ts';

async function rowsOf(sheets: Sheet[], options?: XlsxOptions): Promise<SheetRow[]> {
  const chosen = await chooseSheet(
    await xlsxSheets(await openZip(Buffer.from(buildXlsx(sheets, options)), WORKBOOK_LIMITS)),
  );
  return chosen === undefined ? [] : gather(chosen.sheet.rows());
}
const HEADER = ['Claim ID', 'Customer', 'Status'];
const lines = (rows: SheetRow[]) => rows.map(({ line, cells }) => [line, ...cells]);

const VARIANTS: Record<string, XlsxOptions> = {
  'shared strings': {},
  'inline strings': { strings: 'inline' },
  'a namespace prefix': { prefix: 'x' },
  'no addresses': { withoutReferences: true },
  'nothing compressed': { level: 0 },
};

describe('reading .xlsx', () => {
  for (const [name, options] of Object.entries(VARIANTS)) {
    it(`reads a workbook with ${name}`, async () => {
      const rows = await rowsOf(
        [{ rows: [HEADER, ['A', 'Contoso & <Söhne>', 'Approved'], ['00123', null, ' x ']] }],
        options,
      );
      assert.deepEqual(lines(rows), [
        [1, ...HEADER],
        [2, 'A', 'Contoso & <Söhne>', 'Approved'],
        [3, '00123', '', 'x'],
      ]);
    });
  }

  it('shows values as they are meant', async () => {
    const date = new Date(Date.UTC(2020, 5, 30));
    const rows = await rowsOf([
      {
        rows: [
          HEADER,
          [123456789012, true, date],
          [{ formula: 'A1', value: 'CLM-1' }, { formula: '1+1', value: 2 }, { formula: 'A9' }],
          [{ formula: 'B1', error: '#REF!' }, { error: '#N/A' }, { rich: ['Con', 'toso'] }],
          [0.1, 'a_x000D_b', new Date(date.getTime() + 45_000_000)],
          [123456789012345680000, -5, '=1+1'],
        ],
      },
    ]);
    assert.deepEqual(lines(rows).slice(1), [
      [2, '123456789012', 'TRUE', '2020-06-30'],
      [3, 'CLM-1', '2', ''],
      [4, '#REF!', '#N/A', 'Contoso'],
      [5, '0.1', 'a\nb', '2020-06-30 12:30'],
      [6, '1.2345678901234568E+20', '-5', '=1+1'],
    ]);
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const rows = await rowsOf([{ rows: [HEADER, ['A', new Date(Date.UTC(2020, 0, 2)), '']] }], { date1904: true });
    assert.equal(rows[1]?.cells[1], '2020-01-02');
  });

  it('counts the rows that Excel shows, absent ones and a merged title too', async () => {
    const rows = await rowsOf([
      { rows: [['Associations'], undefined, [], HEADER, undefined, ['A', 'Contoso', 'x']], merges: ['A1:C1'] },
    ]);
    assert.deepEqual(
      rows.map(({ line }) => line),
      [1, 3, 4, 6],
    );
  });

  it('takes the first sheet with the header of an export, a visible one before a hidden one', async () => {
    const sheets = (hidden: boolean): Sheet[] => [
      { name: 'Notes', rows: [['Read me'], ['Status', 'Customer']] },
      { name: 'Old', rows: [HEADER, ['old', '', '']], hidden },
      { name: 'New', rows: [HEADER, ['new', '', '']] },
    ];
    assert.equal((await rowsOf(sheets(false)))[1]?.cells[0], 'old');
    assert.equal((await rowsOf(sheets(true)))[1]?.cells[0], 'new');
    assert.equal((await rowsOf(sheets(true).slice(0, 2)))[1]?.cells[0], 'old');
  });

  it('reads cells far to the right and rows with strange numbers without wasting room', async () => {
    const sheet =
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="x"><c r="A1" t="str"><v>Claim ID</v></c></row>' +
      '<row r="-5"><c r="XFD2"><v>1</v></c><c r="B2" t="s"><v>999</v></c></row></sheetData></worksheet>';
    assert.deepEqual(lines(await rowsOf([{ rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } })), [
      [1, 'Claim ID'],
      [2, '', ''],
    ]);
  });

  it("expands no entities of a document's own", async () => {
    const sheet =
      '<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>';
    await assert.rejects(rowsOf([{ rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } }), /entity/);
  });
});
