import assert from 'node:assert/strict';
import { chooseTables, findHeader } from '../../../src/claims/export-file/header.ts';
import type { RowSource } from '../../../src/files/sheet/sheet.ts';

const rows = (...lines: string[][]) => lines.map((cells, index) => ({ line: index + 1, cells }));
const sheet = (...lines: string[][]): RowSource => ({
  async *rows() {
    yield* rows(...lines);
  },
});

describe('finding the header', () => {
  it('looks below titles and blank rows', () => {
    const header = findHeader(
      rows(['Claims', ''], ['', ''], ['as of', '2020-06-01'], ['Claim ID', 'Customer', ''], ['1', 'Contoso', '']),
    );
    assert.equal(header?.line, 4);
    assert.deepEqual(
      header?.columns.map(({ header }) => header),
      ['Claim ID', 'Customer'],
    );
  });

  it('takes the first wide row where no name is known, and none where all is blank', () => {
    assert.equal(findHeader(rows(['My list'], ['Foo', 'Bar'], ['1', '2']))?.line, 2);
    assert.equal(findHeader(rows([''], [])), undefined);
  });

  it('knows a header by what a person mapped', () => {
    assert.equal(findHeader(rows(['a', 'b', 'c'], ['Nummer', 'Kunde']), new Map([['Nummer', 'claimId']]))?.line, 2);
  });

  it('takes all sheets with the header of an export', async () => {
    const notes = sheet(['Status', 'Customer'], ['x', 'y']);
    const first = sheet(['Claim ID', 'Customer', 'Status'], ['1', '2', '3']);
    const wider = sheet(['Claim ID', 'Customer', 'Status', 'Program', 'Workload']);
    const read = async (...sheets: RowSource[]) => (await chooseTables(sheets))?.tables.map((table) => table.sheet);
    assert.deepEqual(await read(notes, first, wider), [first, wider]);
    assert.deepEqual(await read(sheet(['']), sheet(['Colour']), notes), [notes]);
    assert.equal(await read(sheet()), undefined);
  });

  it('passes over a broken sheet, but says why when there is no other', async () => {
    const broken: RowSource = {
      // biome-ignore lint/correctness/useYield: it breaks before its first row
      async *rows() {
        throw new Error('broken');
      },
    };
    const good = sheet(['Claim ID', 'Customer', 'Status']);
    assert.equal((await chooseTables([broken, good]))?.tables[0].sheet, good);
    await assert.rejects(chooseTables([broken]), /broken/);
  });
});
