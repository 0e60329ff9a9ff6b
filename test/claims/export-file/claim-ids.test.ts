import assert from 'node:assert/strict';
import { doubtfulId, idShape, isClosingLine, lostId } from '../../../src/claims/export-file/claim-ids.ts';

describe('a claim ID that Excel has changed', () => {
  const dates = [
    ...[
      '1-Mar',
      '01-Mar',
      'Mar-01',
      'Mar-20',
      '1-Mar-20',
      '1-Mar-2020',
      'March 2020',
      '01. Mrz',
      '1. Mär',
      'Mai 20',
      'Okt 12',
      '01-mars',
      '12-mar',
      '1-Sept',
    ],
    ...[
      '01.03.2020',
      '1.3.2020',
      '01/03/2020',
      '3/1/2020',
      '2020-03-01',
      '2020/3/1',
      '01-03-2020',
      '01.03.2020 00:00',
      '2020-03-01 00:00:00',
      '3/1/2020 12:00 AM',
    ],
  ];
  for (const id of dates) it(`is a date: ${id}`, () => assert.equal(lostId(id), 'date'));

  it('is a number without its digits', () => {
    for (const id of ['1.23E+15', '1,23E+15', '1E+20', '-1.5E+12', '1.23457e+11'])
      assert.equal(lostId(id), 'digits', id);
  });

  it('is none that merely looks a little like it', () => {
    const ids = [
      ...[
        'CLM-1',
        'MARCH-1001',
        'Mar',
        'Market-01',
        'A-Mar-01',
        '1001',
        '2020',
        '0012345',
        '1-2',
        '12-05',
        '1.2.3',
        '99.99.2020',
        '45/45/2020',
      ],
      ...['3E8', '1E5', 'E+15', '2020-2021', '2020-13-45', '1-Marc', 'Decision 3', '123456789012'],
    ];
    for (const id of ids) assert.equal(lostId(id), undefined, id);
  });
});

describe('a claim ID that may have been changed', () => {
  it('is one that looks like a date, as people number things, too', () => {
    for (const id of ['MAR-01', '01.03.20', '3/1/20', 'DEC-12', 'Set-01', 'Out-12']) {
      assert.equal(lostId(id), undefined, id);
      assert.equal(doubtfulId(id), 'date', id);
    }
  });

  it('is one of many digits that ends in zeros behind the fifteenth', () => {
    assert.equal(doubtfulId('1234567890123450000'), 'digits');
    assert.equal(doubtfulId('1234567890123456789'), undefined);
    assert.equal(doubtfulId('1000'), undefined);
    assert.equal(doubtfulId('CLM-1'), undefined);
  });
});

describe('how IDs are built', () => {
  it('is the same for IDs of one export', () => {
    assert.equal(idShape('CLM-1001'), idShape('CLM-7'));
    assert.equal(idShape('4f9a'), idShape('1234'));
    assert.equal(idShape('3f2504e0-4f89-11d3-9a0c-0305e82c3301'), idShape('{00000000-0000-0000-0000-000000000000}'));
    assert.notEqual(idShape('CLM-1001'), idShape('Total'));
    assert.notEqual(idShape('CLM-1001'), idShape('Page 1 of 3'));
  });
});

describe('the last lines of a report', () => {
  it('are known by their words, or because they have none', () => {
    const closing = [
      ...[
        'Total',
        'TOTAL:',
        'Total claims: 12',
        'Grand Total',
        'Subtotal',
        'Sub-total',
        'Summe',
        'Gesamtsumme',
        'Count',
        'Итого',
        '合計',
        '总计',
      ],
      ...[
        '***END OF FILE***',
        '--- end of report ---',
        'Applied filters:',
        '***',
        '---',
        '(3 rows affected)',
        'Exported on June 1, 2020',
      ],
    ];
    for (const text of closing) assert.ok(isClosingLine(text), text);
    for (const text of ['CLM-1', 'TOTALLY-1', 'SUMMIT-4', 'COUNTY-7', 'ENDOR-1']) assert.ok(!isClosingLine(text), text);
  });
});
