import assert from 'node:assert/strict';
import { recogniseColumns } from '../../../src/claims/export-file/columns.ts';
import { Grouping } from '../../../src/claims/export-file/group.ts';

const HEADERS = ['Claim ID', 'Claim name', 'Customer', 'Program', 'Workload', 'Status', 'Owner', 'Subscription ID'];

/** Groups rows whose first one stands on line 2. */
function group(headers: string[], ...rows: string[][]) {
  const grouping = new Grouping({ columns: recogniseColumns(headers) });
  for (const [index, cells] of rows.entries()) grouping.add({ line: index + 2, cells });
  const grouped = grouping.finish();
  return { ...grouped, importedClaims: grouped.importedClaims() };
}
const row = (claimId: string, workload: string, over: Partial<Record<string, string>> = {}) =>
  HEADERS.map(
    (header) =>
      over[header] ??
      {
        'Claim ID': claimId,
        'Claim name': 'FRP Migrated FRP',
        Customer: 'Contoso',
        Program: 'OSU M365',
        Workload: workload,
        Status: 'Approved',
      }[header] ??
      '',
  );
const differs = (field: string, line: number, value: string) => ({ code: 'differs', field, line, value });
const workloadNames = (claim: { workloads: readonly { name: string }[] } | undefined) =>
  claim?.workloads.map(({ name }) => name);

describe('grouping rows into claims', () => {
  it('makes one claim of the rows of a claim, in the order of first rows', () => {
    const { importedClaims, badCount, rows } = group(
      HEADERS,
      row('B', 'Teams'),
      row('A', 'Teams'),
      row(' b', 'Exchange Online'),
      row('B', 'teams'),
    );
    assert.deepEqual({ rows, badCount }, { rows: 4, badCount: 0 });
    assert.deepEqual(importedClaims, [
      {
        fields: {
          claimId: 'B',
          name: 'FRP Migrated FRP',
          customerName: 'Contoso',
          program: 'OSU Microsoft 365',
          status: 'Approved',
        },
        workloads: [
          { key: 'teams', name: 'Teams' },
          { key: 'exchange-online', name: 'Exchange Online' },
        ],
        line: 2,
      },
      {
        fields: {
          claimId: 'A',
          name: 'FRP Migrated FRP',
          customerName: 'Contoso',
          program: 'OSU Microsoft 365',
          status: 'Approved',
        },
        workloads: [{ key: 'teams', name: 'Teams' }],
        line: 3,
      },
    ]);
  });

  it('keeps what the first row says and reports a row that contradicts it', () => {
    const { importedClaims, bad } = group(
      HEADERS,
      row('A', 'Teams', { Owner: 'adelev@contoso.com' }),
      row('A', 'Yammer', { Customer: 'Fabrikam' }),
      row('A', 'Yammer', { Program: 'OSA Sell' }),
      row('A', 'Yammer', { Status: 'Rejected' }),
      row('A', 'Yammer', { Owner: 'Alex Wilber' }),
      row('A', 'Yammer', { 'Claim name': 'Other' }),
      row('A', 'Skype', { Customer: ' CONTOSO', Program: 'OSU - Microsoft 365', Owner: 'ADELEV@contoso.com' }),
    );
    assert.deepEqual(bad, [
      { line: 3, problem: differs('customerName', 2, 'Contoso') },
      { line: 4, problem: differs('program', 2, 'OSU M365') },
      { line: 5, problem: differs('status', 2, 'Approved') },
      { line: 6, problem: differs('owner', 2, 'adelev@contoso.com') },
      { line: 7, problem: differs('claimName', 2, 'FRP Migrated FRP') },
    ]);
    assert.deepEqual(workloadNames(importedClaims[0]), ['Teams', 'Skype']);
  });

  it('fills from later rows what the first left blank, and names the line it came from', () => {
    const { importedClaims, bad } = group(
      HEADERS,
      row('A', 'Teams', { Customer: '' }),
      row('A', 'Teams', { Owner: 'Adele Vance' }),
      row('A', 'Teams', { Customer: 'Fabrikam' }),
      row('A', 'Teams', { Owner: 'Alex Wilber' }),
    );
    assert.equal(importedClaims[0]?.fields.customerName, 'Contoso');
    assert.deepEqual(importedClaims[0]?.fields.owner, { key: 'name:adele vance', label: 'Adele Vance' });
    assert.deepEqual(bad, [
      { line: 4, problem: differs('customerName', 3, 'Contoso') },
      { line: 5, problem: differs('owner', 3, 'Adele Vance') },
    ]);
  });

  it('reports rows that cannot be taken', () => {
    const { importedClaims, bad, rows } = group(
      HEADERS,
      row('', 'Teams'),
      row('A', '#REF!'),
      row('1.23457E+11', 'Teams'),
      row('x'.repeat(101), 'Teams'),
      row('A', 'Teams', { Customer: 'x'.repeat(2_001) }),
      [...row('A', 'Teams'), '', 'more'],
      row('A', 'x'.repeat(201)),
      row('A', Array.from({ length: 101 }, (_, i) => `Workload ${i}`).join(';')),
    );
    assert.deepEqual(importedClaims, []);
    assert.equal(rows, 8);
    assert.deepEqual(
      bad.map(({ problem }) => problem),
      [
        { code: 'no-claim-id' },
        { code: 'formula-error', field: 'workload', cell: '#REF!' },
        { code: 'lost-digits', claimId: '1.23457E+11' },
        { code: 'too-long', field: 'claimId', most: 100 },
        { code: 'too-long', field: 'customerName', most: 2_000 },
        { code: 'more-cells-than-header' },
        { code: 'too-long', field: 'workload', most: 200 },
        { code: 'too-many-workloads', most: 100 },
      ],
    );
  });

  it('does not mind what stands in columns it does not keep', () => {
    const { badCount } = group(
      ['Claim ID', 'Comments', 'Colour'],
      ['A', 'x'.repeat(2_001), '#N/A'],
      ['B'],
      ['C', '', '', '', ''],
    );
    assert.equal(badCount, 0);
  });

  it('keeps the first 50 bad rows and counts all', () => {
    const { bad, badCount } = group(HEADERS, ...Array.from({ length: 60 }, () => row('', 'Teams')));
    assert.equal(bad.length, 50);
    assert.equal(badCount, 60);
  });

  it('passes over blank rows and repeated headers', () => {
    assert.equal(
      group(
        HEADERS,
        row('A', 'Teams'),
        HEADERS.map(() => ''),
        [],
        HEADERS,
        row('B', 'Teams'),
      ).rows,
      2,
    );
  });

  it('tells workloads of several subscriptions in one claim apart', () => {
    const { importedClaims } = group(
      HEADERS,
      row('A', 'Dynamics 365', { 'Subscription ID': 'S-1' }),
      row('A', 'Dynamics 365', { 'Subscription ID': 's-1' }),
      row('A', 'Dynamics 365', { 'Subscription ID': 'S-2' }),
      row('B', 'Dynamics 365'),
      row('B', 'Dynamics 365', { 'Subscription ID': 'S-3' }),
    );
    assert.deepEqual(importedClaims[0]?.workloads, [
      { key: 'dynamics-365', name: 'Dynamics 365', subscriptionId: 'S-1' },
      { key: 'dynamics-365-s-2', name: 'Dynamics 365', subscriptionId: 'S-2' },
    ]);
    assert.deepEqual(importedClaims[1]?.workloads, [
      { key: 'dynamics-365', name: 'Dynamics 365', subscriptionId: 'S-3' },
    ]);
  });

  it('names one workload after the solution area or the program where none is given', () => {
    const area = group(
      ['Claim ID', 'Solution area', 'Program'],
      ['A', 'Modern Work', 'OSA'],
      ['B', '', 'osa sell'],
      ['C'],
    );
    assert.deepEqual(area.importedClaims.map(workloadNames), [['Modern Work'], ['OSA Sell'], ['Whole claim']]);
    const later = group(HEADERS, row('A', ''), row('A', 'Teams'));
    assert.deepEqual(workloadNames(later.importedClaims[0]), ['Teams']);
  });

  it('only counts rows while no column is the claim ID', () => {
    const { rows, claims, badCount } = group(['Nummer', 'Customer'], ['A', 'Contoso'], ['B', 'Fabrikam']);
    assert.deepEqual({ rows, claims, badCount }, { rows: 2, claims: 0, badCount: 0 });
  });

  it('takes names that programs treat specially for data', () => {
    const { importedClaims } = group(
      ['Claim ID', 'Customer', 'Workload'],
      ['__proto__', '=cmd|calc', 'constructor'],
      ['toString', '@SUM(A1)', '-1+1'],
    );
    assert.deepEqual(
      importedClaims.map(({ fields }) => [fields.claimId, fields.customerName]),
      [
        ['__proto__', '=cmd|calc'],
        ['toString', '@SUM(A1)'],
      ],
    );
  });
});
