import assert from 'node:assert/strict';
import { chooseTables } from '../../../src/claims/export-file/header.ts';
import { decodeText } from '../../../src/files/decode-text.ts';
import { CELL_LENGTH, type SheetRow } from '../../../src/files/sheet/sheet.ts';
import { csvSheets } from '../../../src/files/sheet/sheet-csv.ts';
import { ENCODINGS } from '../../support/encodings.ts';
import { gather } from '../../support/gather.ts';
import { withProblem } from '../../support/problems.ts';

/** The rows of a text, read by the delimiter under which its header shows. */
async function rowsOf(text: string): Promise<SheetRow[]> {
  const chosen = await chooseTables(csvSheets(text), { ways: true });
  return chosen === undefined ? [] : gather(chosen.tables[0].sheet.rows());
}
const lines = (rows: SheetRow[]) => rows.map(({ line, cells }) => [line, ...cells]);

describe('reading delimited text', () => {
  for (const [encoding, encode] of Object.entries(ENCODINGS)) {
    for (const [name, d] of Object.entries({ comma: ',', semicolon: ';', tab: '\t', bar: '|' })) {
      it(`reads ${encoding} with ${name}`, async () => {
        const text = `Claim ID${d}Customer${d}Status\r\nA${d}"Café ""Zoë""${d} Ltd"${d}Approved\r\nB${d}Müller${d}\r\n`;
        assert.deepEqual(lines(await rowsOf((await decodeText(encode(text)))?.text ?? '')), [
          [1, 'Claim ID', 'Customer', 'Status'],
          [2, 'A', cellWith(d), 'Approved'],
          [3, 'B', 'Müller', ''],
        ]);
      });
    }
  }
  const cellWith = (delimiter: string) => `Café "Zoë"${delimiter === '\t' ? ' ' : delimiter} Ltd`;

  it('counts lines as an editor does, also within quotes, with any line break', async () => {
    for (const eol of ['\n', '\r\n', '\r']) {
      const text = ['Claim ID,Customer,Status', 'A,"Contoso', '', 'Ltd",Approved', '', 'B,Fabrikam,x'].join(eol);
      assert.deepEqual(
        lines(await rowsOf(text)),
        [
          [1, 'Claim ID', 'Customer', 'Status'],
          [2, 'A', 'Contoso\n\nLtd', 'Approved'],
          [5, ''],
          [6, 'B', 'Fabrikam', 'x'],
        ],
        JSON.stringify(eol),
      );
    }
  });

  it('follows the line in which Excel names the delimiter', async () => {
    assert.deepEqual(lines(await rowsOf('sep=!\nClaim ID!Customer\nA!x,y')), [
      [1, ''],
      [2, 'Claim ID', 'Customer'],
      [3, 'A', 'x,y'],
    ]);
  });

  it('is not misled by delimiters in a title above the header', async () => {
    const rows = await rowsOf(
      'Claims, as of June 16, 2020, all programs, all regions\n\nClaim ID;Customer;Status\nA;Contoso, Ltd;Approved',
    );
    assert.deepEqual(rows.at(-1), { line: 4, cells: ['A', 'Contoso, Ltd', 'Approved'] });
  });

  it('keeps quotation marks within cells and cells that look like formulas', async () => {
    assert.deepEqual((await rowsOf('Claim ID,Customer,Status\n=1+1,Contoso "CT" Ltd,@x\n-1,+2,007')).slice(1), [
      { line: 2, cells: ['=1+1', 'Contoso "CT" Ltd', '@x'] },
      { line: 3, cells: ['-1', '+2', '007'] },
    ]);
  });

  it('cleans and caps cells', async () => {
    const [, row] = await rowsOf(
      `Claim ID,Customer,Status\n\u00a0A\u0007\u200b ,"Con\u00a0toso\ud800",${'x'.repeat(5_000)}`,
    );
    assert.deepEqual(row?.cells.slice(0, 2), ['A', 'Con toso\ufffd']);
    assert.equal(row?.cells[2]?.length, CELL_LENGTH + 1);
  });

  it('names the line of a quotation mark that is never closed', async () => {
    const text = `Claim ID,Customer,Status\nA,"a\nb",x\nB,"Fabrikam,x\n${'C,Contoso,x\n'.repeat(30)}`;
    await assert.rejects(rowsOf(text), withProblem('sheet.open-quote', { line: 4 }));
    await assert.rejects(rowsOf(text + 'y'.repeat(2_000_000)), withProblem('sheet.open-quote', { line: 4 }));
  });

  it('reads rows of more characters than a chunk, with pairs of surrogates at its edge', async () => {
    const wide = '😀'.repeat(900);
    const text = `Claim ID,Customer,Status\n${Array.from({ length: 200 }, (_, i) => `${i},${'x'.repeat(i)}${wide},y`).join('\n')}`;
    const rows = await rowsOf(text);
    assert.equal(rows.length, 201);
    assert.ok(rows.slice(1).every(({ cells }, i) => cells[1] === `${'x'.repeat(i)}${wide}`));
  });

  it('knows bytes that are no text', async () => {
    assert.equal(await decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3)), undefined);
    assert.equal(await decodeText(Buffer.from('a\u0001\u0002\u0003b')), undefined);
  });

  it('decodes the start of a file whose last character is cut', async () => {
    assert.equal((await decodeText(Buffer.from('Café').subarray(0, 4), { partial: true }))?.text, 'Caf');
  });
});
