/** Quotation marks in delimited text that do not stand where they should: each row is read as it was meant, or told. */
import assert from 'node:assert/strict';
import { chooseTables } from '../../../src/claims/export-file/header.ts';
import type { SheetRow } from '../../../src/files/sheet/sheet.ts';
import { csvSheets } from '../../../src/files/sheet/sheet-csv.ts';
import { gather } from '../../support/gather.ts';

const HEADER = 'Claim ID,Customer,Domain,Status,Owner';

async function rowsOf(text: string): Promise<SheetRow[]> {
  const chosen = await chooseTables(csvSheets(text), { ways: true });
  return chosen === undefined ? [] : gather(chosen.tables[0].sheet.rows());
}

/** Line, cells, and how the row was misread; of the rows below the header. */
const read = async (...records: string[]) =>
  (await rowsOf([HEADER, ...records].join('\n')))
    .slice(1)
    .map(({ line, cells, misread }) => [line, ...cells, ...(misread ? [misread] : [])]);

describe('quotation marks that do not stand where they should', () => {
  it('open a cell behind blanks, and close it before blanks', async () => {
    const meant = [[2, 'A-1', 'Contoso, Ltd', 'c.example', 'Approved', '']];
    assert.deepEqual(await read('A-1, "Contoso, Ltd", c.example, Approved, '), meant);
    assert.deepEqual(await read('A-1,"Contoso, Ltd" ,c.example,Approved,'), meant);
  });

  it('are text within a cell, also where nobody doubled them', async () => {
    assert.deepEqual(await read('A-1,"Bellows "Best" Ltd, Inc",b.example,Approved,'), [
      [2, 'A-1', 'Bellows "Best" Ltd, Inc', 'b.example', 'Approved', ''],
    ]);
    assert.deepEqual(await read('A-1,Screens 24",b.example,Approved,x', 'A-2,"A ""CT"" Ltd",c.example,Approved,y'), [
      [2, 'A-1', 'Screens 24"', 'b.example', 'Approved', 'x'],
      [3, 'A-2', 'A "CT" Ltd', 'c.example', 'Approved', 'y'],
    ]);
  });

  it('are taken off a line that was quoted as a whole', async () => {
    const records = [
      'A-1,Plain,p.example,Approved,',
      '"A-2,""Contoso, Ltd"",c.example,Approved,"',
      '"A-3,x,x.example,Approved,",,,,',
    ];
    assert.deepEqual(await read(...records), [
      [2, 'A-1', 'Plain', 'p.example', 'Approved', ''],
      [3, 'A-2', 'Contoso, Ltd', 'c.example', 'Approved', ''],
      [4, 'A-3', 'x', 'x.example', 'Approved', ''],
    ]);
  });

  it('are taken off all lines where all were quoted so', async () => {
    const all = [HEADER, 'A-1,Plain,p.example,Approved,'].map((line) => `"${line}"`).join('\n');
    assert.deepEqual(
      (await rowsOf(all)).map(({ cells }) => cells),
      [HEADER.split(','), ['A-1', 'Plain', 'p.example', 'Approved', '']],
    );
  });

  it('keep a remark with a comma in it whole', async () => {
    assert.deepEqual(await read('A-1,Plain,p.example,Approved,', '"Note: June, July"'), [
      [2, 'A-1', 'Plain', 'p.example', 'Approved', ''],
      [3, 'Note: June, July'],
    ]);
  });

  it('give back the lines that they have swallowed, and only the one that they stand in is doubtful', async () => {
    const records = [
      'A-1,"Contoso,c.example,Approved,',
      'A-2,Fabrikam,f.example,Approved,',
      'A-3,The "X" Co,x.example,Approved,',
    ];
    assert.deepEqual(await read(...records), [
      [2, 'A-1', '"Contoso', 'c.example', 'Approved', '', 'quotes'],
      [3, 'A-2', 'Fabrikam', 'f.example', 'Approved', ''],
      [4, 'A-3', 'The "X" Co', 'x.example', 'Approved', ''],
    ]);
  });

  it('make doubtful what can be read in several ways', async () => {
    assert.deepEqual(
      (await read('A-1,"The "Best", Inc",b.example,Approved,', 'A-2,x,x.example,Approved,')).map((row) => row.at(-1)),
      ['quotes', ''],
    );
  });

  it('keep an address of several lines in its cell', async () => {
    assert.deepEqual(await read('A-1,"Contoso\nMain Street 1, Berlin",c.example,Approved,x'), [
      [2, 'A-1', 'Contoso\nMain Street 1, Berlin', 'c.example', 'Approved', 'x'],
    ]);
  });

  it('are no part of a text that they keep from becoming a number', async () => {
    const rows = await rowsOf('Claim ID,Customer,Status\n="0012345",="Contoso, ""CT""",Approved\n"=""0012346""",x,y');
    assert.deepEqual(
      rows.slice(1).map(({ cells }) => cells),
      [
        ['0012345', 'Contoso, "CT"', 'Approved'],
        ['0012346', 'x', 'y'],
      ],
    );
  });
});

describe('a record of more cells than all others', () => {
  it('is told', async () => {
    assert.deepEqual(await read('A-1,Contoso,c.example,Approved,x', 'A-2,Fabrikam, Ltd,f.example,Approved,'), [
      [2, 'A-1', 'Contoso', 'c.example', 'Approved', 'x'],
      [3, 'A-2', 'Fabrikam', 'Ltd', 'f.example', 'Approved', '', 'cells'],
    ]);
  });

  it('is none where every record ends with a blank cell, or some leave their last ones off', async () => {
    const records = [
      'A-1,Contoso,c.example,Approved,x,',
      'A-2,Fabrikam,f.example,Approved,,',
      'A-3,x,y.example,Approved',
    ];
    assert.ok((await rowsOf([HEADER, ...records].join('\n'))).every(({ misread }) => misread === undefined));
  });
});
