import assert from 'node:assert/strict';
import { itemsThatFit, jsonBytes, shorten } from '../../src/format/shorten.ts';

describe('a text that is shortened', () => {
  it('stays as it is where it fits', () => {
    for (const text of ['', 'Contoso', '東京商事', '👩‍🚀', '"quoted"'])
      assert.equal(shorten(text, jsonBytes(text)), text);
  });

  it('fits its bytes otherwise, ends with an ellipsis and is cut through no character', () => {
    for (const part of ['a', '"', '\u0001', 'é', '東', '🚀', '\ud800', ' x']) {
      for (const max of [3, 10, 57, 200]) {
        const short = shorten(part.repeat(2_000), max);
        assert.ok(jsonBytes(short) <= max, `${part} ${max}`);
        assert.ok(short.endsWith('…'));
        assert.equal(short.replace('…', '').isWellFormed(), part.isWellFormed() || short === '…');
      }
    }
    assert.equal(shorten('Contoso Retail', 11), 'Contoso…');
    // What people see as one, of several parts.
    const family = '👩‍👩‍👧‍👦';
    for (const [text, max, short] of [
      ['Andre\u0301 Meyer', 10, 'Andre\u0301…'],
      ['Andre\u0301 Meyer', 9, 'Andr…'],
      ['abce\u0301', 4, 'abc'],
      [family.repeat(3), 60, `${family}${family}…`],
      [family.repeat(3), 52, `${family}…`],
      ['\u1100\u1161\u11a8\u1112\u1161', 13, '\u1100\u1161\u11a8…'],
    ] as const)
      assert.equal(shorten(text, max, short === 'abc' ? '' : '…'), short, text);
    assert.equal(shorten('abcdef', 3, ''), 'abc');
  });
});

describe('a list that has to fit', () => {
  it('keeps the first items that do', () => {
    assert.deepEqual(itemsThatFit(['aa', 'bb', 'cc'], 6), ['aa', 'bb']);
    assert.deepEqual(itemsThatFit([], 0), []);
    assert.deepEqual(itemsThatFit([{ a: '東' }], 11), []);
  });
});
