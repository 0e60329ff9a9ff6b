import assert from 'node:assert/strict';
import { plainSigns, visibleText } from '../../src/format/plain-signs.ts';

describe('plain signs', () => {
  it('are what can be seen, with the hyphens, quotes and blanks of a keyboard', () => {
    const marks = ['\u00ad', '\u200b', '\u200e', '\u200f', '\u202a', '\u2060', '\u2066', '\ufeff', '\u061c', '\u200d'];
    for (const mark of marks) assert.equal(plainSigns(`${mark}CL${mark}M-1${mark}`), 'CLM-1', JSON.stringify(mark));
    for (const hyphen of '‐‑‒–—―−﹣－') assert.equal(plainSigns(`CLM${hyphen}1`), 'CLM-1', hyphen);
    for (const quote of '‘’‚‛′´`＇') assert.equal(plainSigns(`O${quote}Brien`), "O'Brien", quote);
    for (const quote of '“”„‟″«»＂') assert.equal(plainSigns(`${quote}x`), '"x', quote);
    assert.equal(plainSigns('a\u00a0b\u202fc\u3000d'), 'a b c d');
  });

  it('leave letters, digits, line breaks and what shapes letters alone', () => {
    for (const text of ['CLM-1', '契約書', 'Übergabe\n2', '👩\u200d🚀', 'علی\u200cرضا', '𝟙', '①', '#17/a'])
      assert.equal(plainSigns(text), text);
    assert.equal(visibleText('“a–b’\u200b'), '“a–b’');
  });

  it('are made in no time, however long the text is (mocha’s timeout is the measure)', () => {
    plainSigns(`א${'\u200d'.repeat(500_000)}א`);
    for (const part of ['\u200d', '\u200b', 'x\u200d', '’', '\u200dא'])
      plainSigns(part.repeat(1_000_000 / part.length));
  });
});
