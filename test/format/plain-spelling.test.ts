import assert from 'node:assert/strict';
import { plainSpelling } from '../../src/format/plain-spelling.ts';

describe('an ID as it is meant', () => {
  const spellings: Record<string, readonly string[]> = {
    '0012345': [
      '0012345',
      '="0012345"',
      "'0012345",
      "'0012345'",
      '"0012345"',
      '“0012345”',
      '\u200e0012345\u200b',
      ' 0012345\u00a0',
      '\ufeff0012345',
    ],
    'CLM-7': [
      'CLM-7',
      'CLM\u20117',
      'CLM–7',
      'CLM—7',
      'CLM−7',
      '‘CLM-7’',
      'C\u00adLM-7',
      'CLM\u2060-\u20607',
      '=“CLM–7”',
      '«CLM-7»',
    ],
    'A "B" 1': ['="A ""B"" 1"', 'A “B” 1', 'A  "B"\n1'],
    "O'Hara 1": ['O’Hara 1', 'O`Hara 1'],
  };
  for (const [meant, all] of Object.entries(spellings))
    for (const spelling of all)
      it(`of ${JSON.stringify(spelling)} is ${meant}`, () => assert.equal(plainSpelling(spelling), meant));

  it('is nothing where nothing can be seen', () => {
    for (const text of ['', '\u200b', '\u00ad \ufeff']) assert.equal(plainSpelling(text), '');
  });

  it('keeps a sign that stands alone', () => {
    for (const text of ["'", '"', '=""', '-']) assert.notEqual(plainSpelling(text), '');
  });
});
