/** Rows that are no claims: left out with their reason, each of them. */
import assert from 'node:assert/strict';
import { recogniseColumns } from '../../../src/claims/export-file/columns.ts';
import { Grouping } from '../../../src/claims/export-file/group.ts';

const HEADERS = ['Claim ID', 'Name', 'Customer', 'Domain', 'Program', 'Workload', 'Status', 'Owner'];
const claim = (id: string, over: Partial<Record<string, string>> = {}) =>
  HEADERS.map(
    (header) =>
      over[header] ??
      {
        'Claim ID': id,
        Name: 'FRP Migrated FRP',
        Customer: 'Contoso',
        Domain: 'contoso.example',
        Program: 'OSU Microsoft 365',
        Workload: 'Teams',
        Status: 'Approved',
      }[header] ??
      '',
  );

function group(headers: readonly string[], ...rows: (readonly string[])[]) {
  const grouping = new Grouping({ columns: recogniseColumns(headers) });
  for (const [index, cells] of rows.entries()) grouping.add({ line: index + 2, cells });
  const { importedClaims, ...grouped } = grouping.finish();
  return { ...grouped, ids: importedClaims().map(({ fields }) => fields.claimId) };
}
const problems = ({ bad }: { bad: readonly { line: number; problem: { code: string } }[] }) =>
  bad.map(({ line, problem }) => [line, problem.code]);

describe('a row that is no claim', () => {
  const remarks = [
    ['Total'],
    ['***END OF FILE***'],
    ['Applied filters:\nStatus is Approved'],
    ['Exported by Adele Vance on June 1, 2020'],
    ['Total', '', '', '', '', '', '12'],
    ['Total claims', '2', '', '', '', '', '', ''],
    ['Note: see the other sheet'],
    ['Confidential'],
    ['Page 1 of 3', '', 'Contoso internal'],
    ['---'],
  ];
  for (const remark of remarks)
    it(`is “${remark.filter((cell) => cell !== '').join(' · ')}”`, () => {
      const found = group(HEADERS, claim('CLM-1'), claim('CLM-2'), remark, claim('CLM-3'));
      assert.deepEqual(found.ids, ['CLM-1', 'CLM-2', 'CLM-3']);
      assert.deepEqual(problems(found), [[4, 'no-claim']]);
      assert.equal(found.rows, 4);
    });

  it('is told before the rows that follow it, in the order of the file', () => {
    const found = group(HEADERS, ['Totals so far'], claim('CLM-1'), claim(''), ['Total']);
    assert.deepEqual(problems(found), [
      [2, 'no-claim'],
      [4, 'no-claim-id'],
      [5, 'no-claim'],
    ]);
  });

  it('is one whose cells stand in other columns than they should', () => {
    const shifted = claim('CLM-2', { Domain: 'Ltd', Program: 'f.example', Workload: 'OSU M365' });
    const found = group(HEADERS, claim('CLM-1'), shifted);
    assert.deepEqual(found.ids, ['CLM-1']);
    assert.deepEqual(found.bad, [{ line: 3, problem: { code: 'shifted', field: 'program', value: 'f.example' } }]);
  });
});

describe('a row that is a claim all the same', () => {
  it('has only an ID that is built as the others are', () => {
    assert.deepEqual(group(HEADERS, claim('CLM-1'), ['CLM-22']).ids, ['CLM-1', 'CLM-22']);
    assert.deepEqual(group(HEADERS, ['CLM-22'], claim('CLM-1')).ids, ['CLM-1', 'CLM-22']);
  });

  it('stands in a file of little more than IDs', () => {
    assert.deepEqual(group(HEADERS, ['CLM-1'], ['CLM-2'], ['Total']).ids, ['CLM-1', 'CLM-2']);
    assert.deepEqual(group(['Claim ID', 'Status', 'Owner'], ['ALPHA'], ['BETA'], ['Total']).ids, ['ALPHA', 'BETA']);
  });

  it('has one odd cell', () => {
    const odd = claim('CLM-1', { Customer: 'Booking.com', Name: 'booking.com', Owner: 'adele@contoso.example' });
    assert.deepEqual(group(HEADERS, odd).ids, ['CLM-1']);
    assert.deepEqual(group(HEADERS, claim('CLM-1', { Workload: 'OSU M365' })).ids, ['CLM-1']);
  });

  it('is odd as nearly all of a long file are', () => {
    const rows = Array.from({ length: 30 }, (_, i) => claim(`CLM-${i}`, { Workload: 'OSU M365', Program: 'approved' }));
    assert.equal(group(HEADERS, ...rows).ids.length, 30);
    assert.equal(group(HEADERS, ...rows.slice(0, 5)).ids.length, 0);
  });

  it('is full, whatever its ID reads like', () => {
    assert.deepEqual(group(HEADERS, claim('CLM-1'), claim('the second one of Contoso')).ids, [
      'CLM-1',
      'the second one of Contoso',
    ]);
  });

  it('has an ID of several words as others have', () => {
    assert.deepEqual(group(HEADERS, claim('Claim number one of 2'), claim('Claim number one of 3')).ids, [
      'Claim number one of 2',
      'Claim number one of 3',
    ]);
  });
});

describe('an ID that cannot be trusted', () => {
  it('is left out where Excel has made a date or a short number of it', () => {
    const found = group(HEADERS, claim('1-Mar'), claim('1.23E+15'), claim('CLM-1'));
    assert.deepEqual(found.bad, [
      { line: 2, problem: { code: 'date-id', claimId: '1-Mar' } },
      { line: 3, problem: { code: 'lost-digits', claimId: '1.23E+15' } },
    ]);
  });

  it('is left out where the cell holds a date, whatever it shows', () => {
    const grouping = new Grouping({ columns: recogniseColumns(HEADERS) });
    grouping.add({ line: 2, cells: claim('CLM-5'), altered: new Map([[0, 'date']]) });
    grouping.add({ line: 3, cells: claim('CLM-6'), altered: new Map([[6, 'date']]) });
    grouping.add({ line: 4, cells: claim('12345678901234500'), altered: new Map([[0, 'rounded']]) });
    const { bad, claims } = grouping.finish();
    assert.deepEqual(
      bad.map(({ problem }) => problem.code),
      ['date-id', 'lost-digits'],
    );
    assert.equal(claims, 1);
  });

  it('is taken with a warning where it may be meant so', () => {
    const found = group(HEADERS, claim('MAR-01'), claim('CLM-1'));
    assert.deepEqual(found.ids, ['MAR-01', 'CLM-1']);
    assert.deepEqual(found.doubts, [{ line: 2, claimId: 'MAR-01', why: 'date' }]);
    assert.equal(found.doubtCount, 1);
  });

  it('is plain without what programs put around it', () => {
    const ids = ['="0012345"', "'0012346", '\u200eCLM\u201011', 'CLM\u00ad-12\u2060', '“CLM–13”', "'CLM-14'"];
    assert.deepEqual(group(HEADERS, ...ids.map((id) => claim(id))).ids, [
      '0012345',
      '0012346',
      'CLM-11',
      'CLM-12',
      'CLM-13',
      'CLM-14',
    ]);
  });
});

describe('rows that Excel hides', () => {
  const rows = [claim('CLM-1'), claim('CLM-2'), claim('CLM-3')];
  function hiding(withoutHidden: boolean) {
    const grouping = new Grouping({ columns: recogniseColumns(HEADERS) }, { withoutHidden });
    for (const [index, cells] of rows.entries())
      grouping.add({ line: index + 2, cells, ...(index > 0 && { hidden: true }) });
    return grouping.finish();
  }

  it('are taken, counted and named', () => {
    const { claims, hidden, hiddenCount } = hiding(false);
    assert.deepEqual(
      { claims, hidden, hiddenCount },
      { claims: 3, hidden: [{ line: 3 }, { line: 4 }], hiddenCount: 2 },
    );
  });

  it('are left out where a person says so, and counted all the same', () => {
    const { claims, hiddenCount, rows: all } = hiding(true);
    assert.deepEqual({ claims, hiddenCount, all }, { claims: 1, hiddenCount: 2, all: 3 });
  });
});
