import assert from 'node:assert/strict';
import { numberFormat, serialOf, shownNumber, shownText } from '../../../src/files/sheet/number-format.ts';

const shown = (value: number, code: string) => shownNumber(value, numberFormat(170, code)).text;
const builtIn = (value: number, id: number) => shownNumber(value, numberFormat(id)).text;

describe('a number as Excel shows it', () => {
  it('has the zeros and the words of its format', () => {
    assert.equal(shown(1234, '0000000'), '0001234');
    assert.equal(shown(77, '"CLM-"0000'), 'CLM-0077');
    assert.equal(shown(77, '\\C\\L\\M\\-0000'), 'CLM-0077');
    assert.equal(shown(123456789, '000-00-0000'), '123-45-6789');
    assert.equal(shown(12, '[Red]00000'), '00012');
    assert.equal(shown(12, '[<100]"S-"00;"L-"0'), 'S-12');
    assert.equal(shown(-5, '0;"minus "0'), 'minus 5');
  });

  it('has nothing of what only fills the cell', () => {
    assert.equal(shown(5, '0_x').trim(), '5');
    assert.equal(shown(5, '*x0'), '5');
    assert.equal(shown(0, '0;;;@'), '');
  });

  it('keeps its digits where it has no format of its own, and where the format is none', () => {
    assert.equal(builtIn(123456789012, 0), '123456789012');
    assert.equal(shown(123456789012, 'General'), '123456789012');
    assert.equal(shown(77, 'no [format'), '77');
    assert.equal(builtIn(77, 4_000), '77');
    assert.equal(builtIn(0.1 + 0.2, 0), '0.3');
    assert.equal(builtIn(1e-11, 0), '1E-11');
  });

  it('is no amount: groups of thousands and empty decimals are not part of an ID', () => {
    assert.equal(builtIn(1234567, 3), '1234567');
    assert.equal(builtIn(1234567, 4), '1234567');
    assert.equal(builtIn(1234.5, 4), '1,234.50');
    assert.equal(shown(1234567, '_(* #,##0_)').trim(), '1234567');
  });

  it('says where digits are lost', () => {
    assert.deepEqual(shownNumber(1.2345678901234568e18), { text: '1.2345678901234568E+18', altered: 'rounded' });
    assert.deepEqual(shownNumber(1.2345678901234568e18, numberFormat(1)), {
      text: '1234567890123460000',
      altered: 'rounded',
    });
    assert.equal(shownNumber(999_999_999_999_999).altered, undefined);
  });

  it('is a date by its format, told as one', () => {
    assert.deepEqual(shownNumber(43891, numberFormat(16)), { text: '1-Mar', altered: 'date' });
    assert.equal(shown(43891, 'd\\-mmm'), '1-Mar');
    assert.equal(shown(43891, 'dd\\.mm\\.yyyy'), '01.03.2020');
    assert.equal(shown(43891, '[$-409]mmm\\-yy;@'), 'Mar-20');
    assert.equal(shown(43891, '"Due "0'), 'Due 43891');
    assert.equal(shownNumber(43891, numberFormat(170, '"Due day "0')).altered, undefined);
  });

  it('is a date of ISO 8601 where its look is the reader’s country’s', () => {
    assert.equal(builtIn(43891, 14), '2020-03-01');
    assert.equal(builtIn(43891.5, 22), '2020-03-01 12:00');
    assert.equal(shown(43891, '[$-F800]dddd, mmmm dd, yyyy'), '2020-03-01');
  });

  it('counts the days before March 1900 as Excel does, and those from 1904', () => {
    assert.deepEqual(
      [1, 59, 60, 61].map((day) => builtIn(day, 14)),
      ['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01'],
    );
    assert.equal(shownNumber(0, numberFormat(14), true).text, '1904-01-01');
  });

  it('is a time of day, or hours that add up', () => {
    assert.equal(builtIn(0.5, 20), '12:00');
    assert.equal(builtIn(0.75, 18), '6:00 PM');
    assert.equal(shown(1.5, '[hh]:mm'), '36:00');
    assert.equal(builtIn(1.25, 46), '30:00:00');
    assert.equal(shownNumber(1.5, numberFormat(170, '[h]:mm'), true).text, '36:00');
  });
});

describe('a text as Excel shows it', () => {
  it('has what its format adds, and nothing of what it hides', () => {
    const text = (value: string, code: string) => shownText(value, numberFormat(170, code));
    assert.equal(text('77', '"CLM-"@'), 'CLM-77');
    assert.equal(text('77', '@'), '77');
    assert.equal(text('77', '0000000'), '77');
    assert.equal(text('77', ';;;'), '');
  });
});

describe('a date of ISO 8601 as a number of days', () => {
  it('counts from where Excel does', () => {
    assert.equal(serialOf('2020-03-01'), 43891);
    assert.equal(serialOf('2020-03-01T12:00:00'), 43891.5);
    assert.equal(serialOf('2020-03-01T12:00:00Z'), 43891.5);
    assert.equal(serialOf('1900-02-28'), 59);
    assert.equal(serialOf('1899-12-31T00:00:00'), 0);
    assert.equal(serialOf('12:00:00.000'), 0.5);
    for (const text of ['March', '', 'T', 'PT1H', '2020-03']) assert.equal(serialOf(text), undefined, text);
  });
});
