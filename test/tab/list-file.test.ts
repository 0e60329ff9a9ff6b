/** Lists as files: what a spreadsheet reads of them is what the table shows, and none of it acts. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import { csvFile } from '../../src/tab/list-file/csv.ts';
import type { ListCell } from '../../src/tab/list-file/list-file.ts';
import { xlsxFile } from '../../src/tab/list-file/xlsx.ts';
import { claimRecord, workload } from '../claims/fixtures.ts';
import { eachUri } from '../support/engines.ts';
import { addressOf, TENANT } from '../support/features.ts';
import { listedRows, sheetOf } from './sheets.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const columns = [
  { title: 'A & B', width: 10 },
  { title: 'When', width: 12 },
];
async function* rowsOf(...some: (readonly ListCell[])[][]) {
  yield* some;
}

describe('a list as a file', () => {
  it('is read by a spreadsheet as it was written', async () => {
    const rows = [
      ['<Müller> & "Söhne"\n ', { day: '2020-06-30' }],
      ['', -1.5],
    ] as const;
    const sheet = sheetOf(await xlsxFile({ columns, rows: rowsOf([rows[0]], [rows[1]]) }, 'A < B'));
    assert.equal(sheet.A1?.v, 'A & B');
    assert.equal(sheet.A2?.v, '<Müller> & "Söhne"\n ');
    assert.deepEqual([sheet.B2?.t, sheet.B2?.v], ['n', 44_012]);
    assert.deepEqual([sheet.B3?.t, sheet.B3?.v], ['n', -1.5]);
    assert.deepEqual([sheet['!ref'], sheet['!autofilter']?.ref], ['A1:B3', 'A1:B3']);
  });

  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =cmd|calc', '=HYPERLINK("http://x")'])
    it(`holds ${JSON.stringify(text)} as a text`, async () => {
      const rows = () => rowsOf([[text, 'x']]);
      const cell = sheetOf(await xlsxFile({ columns, rows: rows() }, 'x')).A2;
      assert.deepEqual([cell?.t, cell?.f], ['s', undefined]);
      const csv = (await csvFile({ columns, rows: rows() })).toString();
      assert.match(csv, /\r\n"'/);
    });

  it('leaves out what XML does not take, and keeps what is longer than a cell short', async () => {
    const text = `a\u0000\u0008\uD800b\uFFFE${'x'.repeat(40_000)}`;
    const value = String(sheetOf(await xlsxFile({ columns, rows: rowsOf([[text, '']]) }, 'x')).A2?.v);
    assert.ok(value.startsWith('a\uFFFDbx') && value.length <= 32_767);
  });

  it('is a .csv with a mark, quotes and the line ends of Windows', async () => {
    const rows = rowsOf([['a "b", c', { day: '2020-06-30' }]]);
    assert.equal(
      (await csvFile({ columns, rows })).toString(),
      '\uFEFF"A & B","When"\r\n"a ""b"", c","2020-06-30"\r\n',
    );
  });
});

describe('the claims as a file', () => {
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let isaiah: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri, { env: { NOW: '2020-06-16T16:00:00Z', TIME_ZONE: 'UTC' } });
      adele = await tab.person('Adele Vance');
      isaiah = await tab.person('Isaiah Langer');
      const ownedBy = (name: string) => ({ owner: { key: `upn:${addressOf(name)}`, label: name } });
      await tab.claims.repository.addNew(TENANT, [
        claimRecord({ claimId: 'CLM-1', customerName: '=HYPERLINK("x")', ...ownedBy('Adele Vance') }, [
          workload('Teams'),
          workload('Intune'),
        ]),
        claimRecord({ claimId: 'CLM-2', ...ownedBy('Megan Bowen') }),
      ]);
      await tab.claims.repository.addNew(
        TENANT,
        Array.from({ length: 700 }, (_, i) => claimRecord({ claimId: `MANY-${i}` })),
      );
    });
    afterEach(() => tab?.dispose());

    const get = async (person: Person, path: string) => tab.get(path, await tab.as(person));
    const rowsIn = (person: Person, path: string) => listedRows(tab, person, path);

    it('are those that somebody may see, whole', async () => {
      const own = await rowsIn(adele, 'claims.xlsx');
      const [claimId, customer, , , , owner, state, toCollect] = own[1] ?? [];
      assert.deepEqual(
        [claimId, customer, owner, state, toCollect],
        ['CLM-1', '=HYPERLINK("x")', 'Adele Vance', 'To collect', 'Teams, Intune'],
      );
      assert.equal(own.length, 2);
      assert.equal((await rowsIn(adele, 'claims.xlsx?owner=all')).length, 702);
      assert.equal((await rowsIn(isaiah, 'claims.xlsx')).length, 703);
    });

    it('keep to the filters of the table', async () => {
      assert.equal((await rowsIn(isaiah, 'claims.xlsx?text=many-69')).length, 12);
      assert.equal((await rowsIn(isaiah, 'claims.xlsx?state=done')).length, 1);
      const response = await get(isaiah, 'claims.csv?state=lost');
      assert.deepEqual([response.status, (await problemIn(response)).code], [400, 'tab.bad-query']);
      assert.equal((await tab.get('claims.csv')).status, 401);
    });

    it('come as a file with the day in its name', async () => {
      const response = await get(adele, 'claims.csv');
      assert.equal(response.headers.get('content-disposition'), 'attachment; filename="claims-2020-06-16.csv"');
      assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.match(await response.text(), /"CLM-1","'=HYPERLINK\(""x""\)"/);
    });
  });
});
