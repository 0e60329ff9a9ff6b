import assert from 'node:assert/strict';
import { fileProblems } from '../../src/files/texts.ts';
import { type Problem, problemText } from '../../src/problems/index.ts';

const says = (problem: Problem, locale = 'en-US') => problemText(fileProblems, problem, locale) ?? '';

describe('what is said of a file', () => {
  it('names the cap, as its setting counts megabytes', () => {
    const tooLarge = (maxBytes: number, locale?: string) =>
      says({ code: 'file.too-large', data: { maxBytes } }, locale);
    assert.match(tooLarge(50 * 2 ** 20), /^This file is larger than 50 MB, the most I can take\./);
    assert.match(tooLarge(1.5 * 2 ** 20), / 1\.5 MB,/);
    assert.match(tooLarge(1.5 * 2 ** 20, 'da'), / 1,5 MB,/);
    assert.match(tooLarge(2 ** 10), / 1 KB,/);
    assert.match(tooLarge(1000), / 1000 bytes,/);
  });

  it('says as what to save what can be saved as another kind', () => {
    const convertible = (kind: 'eml' | 'xlsb' | 'word-template') => says({ code: 'file.convertible', data: { kind } });
    assert.equal(
      convertible('eml'),
      'This is a saved e-mail under another name, which I cannot take. Please save it as .eml, and send the new file.',
    );
    assert.match(convertible('xlsb'), /binary workbook.* save it as \.xlsx,/);
    assert.match(convertible('word-template'), /a Word template.* save it as \.docx,/);
  });

  it('says what to send in place of what is not taken', () => {
    assert.match(
      says({ code: 'file.unsupported', data: { kind: 'rtf' } }),
      /^This is an RTF file under another name, .*Please send a PDF/,
    );
    assert.match(
      says({ code: 'file.unsupported-extension', data: { extension: 'heic' } }),
      /^This is a HEIC file, .*Please send a PDF/,
    );
  });

  it('writes numbers as the reader does', () => {
    assert.match(says({ code: 'sheet.open-quote', data: { line: 4_012 } }), /starts on line 4,012 does not end/);
    assert.match(says({ code: 'sheet.too-many-rows', data: { maxRows: 200_000 } }, 'da'), /more than 200\.000 rows/);
  });
});
