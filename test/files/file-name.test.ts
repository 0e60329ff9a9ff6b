import assert from 'node:assert/strict';
import { extensionOf, safeLabel } from '../../src/files/file-name.ts';
import { cpuMs } from '../support/cpu-ms.ts';

describe('the label of a file', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['keeps an ordinary name', 'Statement of work (final).pdf', 'Statement of work (final).pdf'],
    ['keeps other scripts', 'Übersicht 契約書.docx', 'Übersicht 契約書.docx'],
    ['cuts a path', '../../etc/passwd', 'passwd'],
    ['cuts a Windows path', 'C:\\Users\\x\\poe.pdf', 'poe.pdf'],
    ['cuts a path that ends in nothing', 'folder/poe.pdf/', 'poe.pdf'],
    ['removes what turns the direction of writing', 'invoice\u202Efdp.exe', 'invoicefdp.exe'],
    ['removes isolates and marks', 'a\u2066b\u2069\u200E\u061C.pdf', 'ab.pdf'],
    ['removes control characters', 'a\0b\x1b[31m\x7f\u0085c.pdf', 'ab[31mc.pdf'],
    ['removes what cannot be seen', 'a\u200Bb\uFEFF\u00AD.pdf', 'ab.pdf'],
    ['removes half a surrogate pair', 'a\uD83Db.pdf', 'ab.pdf'],
    ['makes line breaks and runs of blanks one blank', 'a\r\nb\u00A0\u2003\tc.pdf', 'a b c.pdf'],
    ['drops dots and blanks at the end, as Windows does', 'run.bat. . ', 'run.bat'],
    ['says "file" for nothing', '', 'file'],
    ['says "file" for blanks', ' \u3000\n', 'file'],
    ['says "file" for a parent folder', '../..', 'file'],
    ['says "file" for what cannot be seen', '\u200B\u202E', 'file'],
  ];
  for (const [what, name, label] of cases) {
    it(what, () => assert.equal(safeLabel(name), label));
  }

  it('is at most 120 long and keeps the extension', () => {
    const label = safeLabel(`${'long '.repeat(100)}.pdf`);
    assert.equal(label.length, 120);
    assert.match(label, /….pdf$/);
    assert.equal(safeLabel('x'.repeat(120)), 'x'.repeat(120));
    assert.ok(safeLabel(`a.${'x'.repeat(300)}`).length <= 120);
  });

  it('does not cut an emoji in half', () => {
    for (const lead of ['', 'x']) assert.ok(safeLabel(`${lead}${'😀'.repeat(100)}.pdf`).isWellFormed());
  });

  it('takes a very long name without delay', () => {
    const name = `${'. '.repeat(500_000)}x`;
    assert.ok(cpuMs(() => safeLabel(name)) < 500);
  });

  it('stays as it is when made a label again', () => {
    for (const [, name] of cases) assert.equal(safeLabel(safeLabel(name)), safeLabel(name));
  });
});

describe('the extension of a name', () => {
  for (const [name, extension] of [
    ['a.PDF', 'pdf'],
    ['a.tar.gz', 'gz'],
    ['a', ''],
    ['a.', ''],
    ['run.bat. .', 'bat'],
    ['a.\u202Eexe', 'exe'],
    ['folder.d/file', ''],
  ] as const) {
    it(`of ${JSON.stringify(name)} is "${extension}"`, () => assert.equal(extensionOf(name), extension));
  }
});
