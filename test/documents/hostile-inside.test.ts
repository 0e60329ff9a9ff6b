/** Small documents made to keep whoever looks into them busy: the bot looks into these itself. */
import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { refuseActiveDocument } from '../../src/documents/inside/active-document.ts';
import { SMALL_CONTENTS } from '../../src/documents/inside/look-inside.ts';
import type { DocumentKind } from '../../src/documents/kind.ts';
import { archive, compoundOf, officeWith, onePage, packageStream } from './acting.ts';
import { docx } from './made.ts';

const SMALL = 256 * 1024;
const UNPACKED = SMALL_CONTENTS.bytes;

function withinASecond(what: string, kind: DocumentKind, made: () => Buffer) {
  it(`is done in a second with ${what}`, async () => {
    const bytes = made();
    assert.ok(bytes.length <= SMALL, `${bytes.length} bytes`);
    const before = process.threadCpuUsage();
    // Refused or not: here it counts when.
    await refuseActiveDocument(bytes, kind, SMALL_CONTENTS).catch(() => undefined);
    const { user, system } = process.threadCpuUsage(before);
    const took = (user + system) / 1_000;
    assert.ok(took < 1_000, `${took} ms`);
  });
}

const many = (text: string, bytes = UNPACKED / 2) => text.repeat(Math.floor(bytes / text.length));
const sheet = (formula: string) =>
  officeWith('xlsx', { 'xl/worksheets/sheet1.xml': `<worksheet><f>${formula}</f></worksheet>` });
const catalog = (inside: string, ...more: readonly (string | ReturnType<typeof stream>)[]) =>
  onePage({ catalog: inside }, ...more);
const stream = (text: string, head = '<</Filter/FlateDecode>>') => ({ head, bytes: deflateSync(Buffer.from(text)) });

describe('looking into small documents made to last', () => {
  withinASecond('a formula of brackets', 'xlsx', () => sheet(`|${many('[')}`));
  withinASecond('a formula of letters', 'xlsx', () => sheet(`|${many('a')}`));
  withinASecond('a formula of quotation marks', 'xlsx', () => sheet(`|${many("a|'")}`));
  withinASecond('formulas', 'xlsx', () =>
    officeWith('xlsx', { 'xl/worksheets/sheet1.xml': `<w>${many("<f>a|'b[</f>")}</w>` }),
  );
  withinASecond('an element without an end', 'docx', () => docx('', { 'word/a.xml': `<w>${many('<f ')}` }));
  withinASecond('actions without an end', 'pptx', () =>
    officeWith('pptx', { 'ppt/slides/a.xml': `<w>${many(' action="')}` }),
  );
  withinASecond('fields in fields', 'docx', () =>
    docx(many('<w:fldChar w:fldCharType="begin"/><w:instrText> </w:instrText>', UNPACKED / 4)),
  );
  withinASecond('a field of blanks', 'docx', () => docx(`<w:instrText>${many(' ')}</w:instrText>`));
  withinASecond('a link of blanks', 'docx', () => docx(`<w:instrText>LINK a ${many(' ')}</w:instrText>`));
  withinASecond('a page of tags without an end', 'html', () => Buffer.from(`<p>${many('<a ', SMALL - 8)}`));
  withinASecond('a page of tags in tags', 'html', () => Buffer.from(`<p>${many('<a ', SMALL - 8)}>`));
  withinASecond('a page of values without an end', 'html', () =>
    Buffer.from(`<p>${many("<a b='", SMALL / 2)}${many('<a b="', SMALL / 2 - 8)}`),
  );
  withinASecond('a page of blanks', 'html', () =>
    Buffer.from(`<p>${many('<a b ', SMALL / 4)}${many(' ', SMALL / 2)}=`),
  );
  withinASecond('archives in archives', 'docx', () => {
    let inner = archive(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, 'x'])));
    for (let depth = 0; depth < 3; depth++)
      inner = archive(Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`${i}.zip`, inner])));
    return officeWith('docx', { 'word/a.bin': inner });
  });
  withinASecond('an archive that unpacks to much', 'docx', () =>
    officeWith('docx', { 'word/a.bin': archive({ 'a.txt': Buffer.alloc(64 * 1024 * 1024) }) }),
  );
  withinASecond('an old document of blanks', 'doc', () =>
    compoundOf({ '/WordDocument': Buffer.from(`\x13${many(' ', 200_000)}`), '/0Table': Buffer.alloc(8) }),
  );
  withinASecond('an old document of fields', 'doc', () =>
    compoundOf({ '/WordDocument': Buffer.from(many('\x13 \\ D\0D', 200_000), 'latin1'), '/0Table': Buffer.alloc(8) }),
  );
  withinASecond('streams that lie in the same bytes', 'msg', () => {
    const streams = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`/s${i}`, Buffer.alloc(8)]));
    const bytes = compoundOf({ ...streams, '/big': Buffer.alloc(100_000, 1) });
    // Each says to be as long as the long one, and to begin where it does.
    const big = bytes.indexOf(Buffer.from('big', 'utf16le'));
    for (
      let at = bytes.indexOf(Buffer.from('s\0', 'latin1'));
      at !== -1;
      at = bytes.indexOf(Buffer.from('s\0', 'latin1'), at + 2)
    )
      if (at % 128 === 0 && bytes[at + 66] === 2) bytes.copy(bytes, at + 116, big + 116, big + 124);
    return bytes;
  });
  withinASecond('packages without an end to their names', 'doc', () =>
    compoundOf({ '/\x01Ole10Native': packageStream('a'.repeat(60_000), Buffer.alloc(8)) }),
  );

  withinASecond('a PDF of the word obj', 'pdf', () => Buffer.from(`%PDF-1.7\n${many('obj', 250_000)}`));
  withinASecond('a PDF of comments', 'pdf', () => Buffer.from(`%PDF-1.7\n${many('%\nobj', 250_000)}`));
  withinASecond('a PDF of digits', 'pdf', () => Buffer.from(`%PDF-1.7\n${many('1 ', 250_000)}obj`));
  withinASecond('a PDF of open dictionaries', 'pdf', () => Buffer.from(`%PDF-1.7\n1 0 obj /AA${many('<<', 250_000)}`));
  withinASecond('a PDF of open strings', 'pdf', () => Buffer.from(`%PDF-1.7\n${many('1 0 obj</AA(', 250_000)}`));
  withinASecond('a PDF of names', 'pdf', () => Buffer.from(`%PDF-1.7\n1 0 obj ${many('/A', 250_000)}`));
  withinASecond('actions that branch', 'pdf', () =>
    catalog(
      '/OpenAction 4 0 R',
      ...Array.from({ length: 90 }, (_, i) => `<</S/GoTo/Next[${i + 5} 0 R ${i + 5} 0 R]>>`),
    ),
  );
  withinASecond('names in a ring', 'pdf', () =>
    catalog('/Names<</JavaScript 4 0 R>>', `<</Kids[4 0 R 5 0 R]>>`, '<</Kids[4 0 R]>>'),
  );
  withinASecond('many trees of the same names', 'pdf', () => {
    const trees = Array.from({ length: 3_000 }, () => '<</Kids 4 0 R>>');
    return catalog('/Names<</JavaScript 4 0 R>>', `[${trees.map((_, i) => `${i + 5} 0 R`).join(' ')}]`, ...trees);
  });
  withinASecond('a script of comments', 'pdf', () =>
    catalog('/Names<</JavaScript<</Names[(a)4 0 R]>>>>', '<</S/JavaScript/JS 5 0 R>>', stream(many('/*'))),
  );
  withinASecond('a script of functions', 'pdf', () =>
    catalog('/Names<</JavaScript<</Names[(a)4 0 R]>>>>', '<</S/JavaScript/JS 5 0 R>>', stream(many('function f(){}'))),
  );
  withinASecond('a script of blanks', 'pdf', () =>
    catalog('/Names<</JavaScript<</Names[(a)4 0 R]>>>>', '<</S/JavaScript/JS 5 0 R>>', stream(`var a ${many(' ')}`)),
  );
  withinASecond('a script at the start of letters', 'pdf', () =>
    catalog('/OpenAction 4 0 R', '<</S/JavaScript/JS 5 0 R>>', stream(`print(${many('a')}`)),
  );
  withinASecond('a stream that unpacks to much', 'pdf', () => {
    const bytes = deflateSync(Buffer.alloc(200 * 1024 * 1024));
    return catalog('/OpenAction 9 0 R', { head: '<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>', bytes });
  });
  withinASecond('objects that lie in the same place', 'pdf', () => {
    const heads = Array.from({ length: 100_000 }, (_, i) => `${i} 0`).join(' ');
    return catalog(
      '',
      stream(`${heads} <</AA<</O 1 0 R>>>>`, `<</Type/ObjStm/N 100000/First ${heads.length + 1}/Filter/FlateDecode>>`),
    );
  });
  withinASecond('a text of formulas', 'csv', () => Buffer.from(many(',"=a|', 250_000)));
  withinASecond('a text of quotation marks', 'csv', () => Buffer.from(`|,"=${many('""', 250_000)}`));
  withinASecond('an e-mail of parts', 'eml', () =>
    Buffer.from(
      `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${many('--b\r\n\r\n', 250_000)}`,
    ),
  );
  withinASecond('an RTF of fields', 'rtf', () => Buffer.from(`{\\rtf1${many('\\fldinst ', 250_000)}`));
  withinASecond('an RTF of objects', 'rtf', () => Buffer.from(`{\\rtf1${many('\\objdata d0cf11e0a1b11ae1', 250_000)}`));
});
