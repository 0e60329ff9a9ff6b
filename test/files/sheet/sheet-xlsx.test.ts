import assert from 'node:assert/strict';
import { strToU8 } from 'fflate';
import { chooseTables } from '../../../src/claims/export-file/header.ts';
import { WORKBOOK_LIMITS } from '../../../src/files/sheet/open-sheets.ts';
import type { SheetRow } from '../../../src/files/sheet/sheet.ts';
import { xlsxSheets } from '../../../src/files/sheet/sheet-xlsx.ts';
import { openZip } from '../../../src/files/zip.ts';
import { gather } from '../../support/gather.ts';
import { buildXlsx, type Sheet, type XlsxOptions } from '../../support/xlsx.ts';

async function rowsOf(sheets: Sheet[], options?: XlsxOptions): Promise<SheetRow[]> {
  const chosen = await chooseTables(
    await xlsxSheets(await openZip(Buffer.from(buildXlsx(sheets, options)), WORKBOOK_LIMITS)),
  );
  return chosen === undefined ? [] : gather(chosen.tables[0].sheet.rows());
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
      [5, '0.1', 'a\nb', '2020-06-30'],
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

  describe('finds the parts of a package', () => {
    const rows = [HEADER, ['PN-1', 'Contoso', 'Approved']];
    const packages: Record<string, XlsxOptions> = {
      'by their names in another case': {
        move: (name) => (name.endsWith('sharedStrings.xml') ? 'XL/SharedStrings.xml' : name),
      },
      'where the workbook has another name': { workbook: 'xl/workbook22.xml' },
      'at its root': { workbook: 'workbook.xml' },
      'in a folder of another name': { workbook: 'spread/sheets/book.xml' },
      'parted by backslashes': { move: (name) => (name.startsWith('xl/') ? name.replaceAll('/', '\\') : name) },
      'in UTF-16 with a byte order mark': {
        encode: (xml) => Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'),
      },
      'in UTF-16 without one': { encode: (xml) => Buffer.from(xml, 'utf16le') },
      'in UTF-16 the other way round': { encode: (xml) => Buffer.from(`\ufeff${xml}`, 'utf16le').swap16() },
      'in the encoding that they declare': {
        encode: (xml) => Buffer.from(xml.replace('UTF-8', 'ISO-8859-1'), 'latin1'),
      },
    };
    for (const [name, options] of Object.entries(packages))
      it(name, async () => {
        assert.deepEqual(lines(await rowsOf([{ rows: [...rows, ['PN-2', 'Söhne', 'x']] }], options)), [
          [1, ...HEADER],
          [2, 'PN-1', 'Contoso', 'Approved'],
          [3, 'PN-2', 'Söhne', 'x'],
        ]);
      });

    it('and not by names that only look like it', async () => {
      const relations =
        '<Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="worksheets/sheet1.xml"/></Relationships>';
      const bytes = buildXlsx([{ rows }], { parts: { 'xl/_rels/workbook.xml.rels': strToU8(relations) } });
      assert.deepEqual(await xlsxSheets(await openZip(Buffer.from(bytes), WORKBOOK_LIMITS)), []);
    });
  });

  it('shows cells by their formats, whatever the format of a condition is called', async () => {
    const rows = await rowsOf([
      {
        rows: [
          HEADER,
          [
            { value: 1234, format: '0000000' },
            { value: 77, format: '"CLM-"0000' },
            { value: 'x', format: '"CLM-"@' },
          ],
          [
            { value: 43891, format: 'd\\-mmm' },
            { value: 0.5, format: 20 },
            { value: 1.5, format: '[hh]:mm' },
          ],
        ],
      },
    ]);
    assert.deepEqual(lines(rows).slice(1), [
      [2, '0001234', 'CLM-0077', 'CLM-x'],
      [3, '1-Mar', '12:00', '36:00'],
    ]);
    assert.deepEqual(rows[2]?.altered, new Map([0, 1, 2].map((column) => [column, 'date'])));
  });

  it('reads dates written as such, and the text of a cell alone where a value stands beside it', async () => {
    const rows = await rowsOf([
      {
        rows: [
          HEADER,
          [
            { attributes: 't="d"', xml: '<v>2020-03-01T00:00:00</v>' },
            { attributes: 't="d" s="1"', xml: '<v>2020-03-01</v>' },
            { attributes: 't="inlineStr"', xml: '<is><r><t>Con</t></r><r><t>toso</t></r></is><v>0</v>' },
          ],
        ],
      },
    ]);
    assert.deepEqual(lines(rows)[1], [2, '2020-03-01T00:00:00', '2020-03-01', 'Contoso']);
    assert.deepEqual(
      [...(rows[1]?.altered ?? [])],
      [
        [0, 'date'],
        [1, 'date'],
      ],
    );
  });

  it('counts from 1904 by the workbook’s own word, not by an extension’s of the same name', async () => {
    const properties = '<workbookPr date1904="1"/>';
    const extension = '<extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>';
    const workbook =
      `<workbook xmlns="m" xmlns:r="r">${properties}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets>` +
      extension;
    const rows = await rowsOf([{ rows: [HEADER, [new Date(Date.UTC(2020, 0, 2)), '', '']] }], {
      date1904: true,
      parts: { 'xl/workbook.xml': strToU8(workbook) },
    });
    assert.equal(rows[1]?.cells[0], '2020-01-02');
  });

  it('lets merged cells hold for all of their rows, and for no other', async () => {
    const rows = await rowsOf([
      {
        rows: [
          HEADER,
          ['MG-1', 'Contoso', 'Teams'],
          [null, null, 'Yammer'],
          [null, 'Own', 'Intune'],
          [null, null, 'Skype'],
          [{ value: 43891, format: 16 }, 'Fabrikam', 'a'],
          [null, null, 'b'],
        ],
        merges: ['A2:A4', 'B2:B3', 'A6:A7', 'C2:D2', 'Z1:Z999'],
      },
    ]);
    assert.deepEqual(lines(rows).slice(1), [
      [2, 'MG-1', 'Contoso', 'Teams'],
      [3, 'MG-1', 'Contoso', 'Yammer'],
      [4, 'MG-1', 'Own', 'Intune'],
      [5, '', '', 'Skype'],
      [6, '1-Mar', 'Fabrikam', 'a'],
      [7, '1-Mar', '', 'b'],
    ]);
    assert.equal(rows.at(-1)?.altered?.get(0), 'date');
  });

  it('goes by the addresses of cells, whatever their case', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="a1" t="str"><v>Claim ID</v></c><c r="d1" t="str"><v>Status</v></c></row></sheetData></worksheet>';
    assert.deepEqual(lines(await rowsOf([{ rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } })), [
      [1, 'Claim ID', '', '', 'Status'],
    ]);
  });

  it('tells rows that Excel hides', async () => {
    const rows = await rowsOf([{ rows: [HEADER, ['A', 'x', 'y'], ['B', 'x', 'y']], hiddenLines: [3] }]);
    assert.deepEqual(
      rows.map(({ hidden }) => hidden),
      [undefined, undefined, true],
    );
  });

  it('takes no row of a control that floats over the sheet for one of the sheet', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Claim ID</v></c></row></sheetData>' +
      '<controls><control><anchor><from><xdr:col>1</xdr:col><xdr:row>7</xdr:row></from></anchor></control></controls></worksheet>';
    assert.deepEqual(lines(await rowsOf([{ rows: [] }], { parts: { 'xl/worksheets/sheet1.xml': strToU8(sheet) } })), [
      [1, 'Claim ID'],
    ]);
  });
});
