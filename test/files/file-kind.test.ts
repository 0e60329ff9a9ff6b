import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseActiveDocument } from '../../src/documents/inside/active-document.ts';
import { UserError } from '../../src/errors.ts';
import { fileKind } from '../../src/files/file-kind.ts';
import type { FileKind } from '../../src/files/kinds.ts';
import type { ConvertibleKind, FileProblems, UnsupportedKind } from '../../src/problems/files.ts';
import type { Problem } from '../../src/problems/index.ts';
import { encodedAs } from '../support/encodings.ts';
import { seeded } from '../support/random.ts';
import {
  compound,
  contentTypes,
  JPG,
  largeCompound,
  MAIN_TYPES,
  MSG_STREAMS,
  office,
  PDF,
  PNG,
  TIFF,
  TIFF_BIG_ENDIAN,
  zip,
} from './documents.ts';

const EMPTY: FileProblem = { code: 'file.empty', data: undefined };
const DAMAGED: FileProblem = { code: 'file.damaged', data: undefined };
const ZIP_BOMB: FileProblem = { code: 'file.zip-bomb', data: undefined };
const EXECUTABLE: FileProblem = { code: 'file.executable', data: undefined };
const MACROS: FileProblem = { code: 'file.macros', data: undefined };
const PROTECTED: FileProblem = { code: 'file.protected', data: undefined };
const UNKNOWN: FileProblem = { code: 'file.unknown', data: undefined };
const MARKUP: FileProblem = { code: 'file.markup', data: undefined };
const convertible = (kind: ConvertibleKind): FileProblem => ({ code: 'file.convertible', data: { kind } });
const unsupported = (kind: UnsupportedKind): FileProblem => ({ code: 'file.unsupported', data: { kind } });
const extension = (extension: string): FileProblem => ({ code: 'file.unsupported-extension', data: { extension } });

type FileProblem = Problem<keyof FileProblems>;

const OF_OTHER_LETTERS = {
  'windows-1250': 'Žilina, Ťažká a Žltá',
  'windows-1251': 'Газпром нефть, Ќ и Џ',
  macintosh: 'Société Générale à Zürich, Århus',
  shift_jis: '株式会社日立製作所',
  gb18030: '中国工商银行股份有限公司',
  big5: '台灣積體電路製造',
  'euc-kr': '삼성전자 주식회사',
};
const utf16le = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

const KINDS: ReadonlySet<FileKind> = new Set([
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'doc',
  'msg',
  'png',
  'jpg',
  'tiff',
  'txt',
  'csv',
  'html',
  'eml',
  'rtf',
] as const);

describe('the kind of a file', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kind-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const kindOf = async (bytes: Buffer | string, name = 'file') => {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return fileKind(path, name);
  };
  const takes = (what: string, kind: FileKind, bytes: Buffer | string, name?: string) =>
    it(`takes ${what}`, async () => {
      assert.equal(await kindOf(bytes, name), kind);
      // None of these acts.
      await refuseActiveDocument(Buffer.from(bytes as Buffer), kind);
    });
  const refuses = (what: string, problem: FileProblem, bytes: Buffer | string, name?: string) =>
    it(`refuses ${what}`, async () => {
      await assert.rejects(kindOf(bytes, name), (error) => {
        assert.ok(error instanceof UserError, String(error));
        assert.deepEqual(error.problem, problem);
        return true;
      });
    });

  describe('by the bytes, whatever the name', () => {
    takes('a PDF', 'pdf', PDF);
    takes('a PDF behind blanks and a byte order mark', 'pdf', Buffer.concat([Buffer.from('\ufeff\r\n  '), PDF]));
    takes('a PDF named as text', 'pdf', PDF, 'poe.txt');
    takes('a Word document', 'docx', office('docx'));
    takes('an Excel workbook', 'xlsx', office('xlsx'), 'export.zip');
    takes('a PowerPoint presentation', 'pptx', office('pptx'));
    takes('an old Word document', 'doc', compound('/WordDocument', '/1Table', '/ObjectPool/_1/Workbook'));
    takes('an old Word document of many megabytes', 'doc', largeCompound());
    takes('an Outlook message', 'msg', compound(...MSG_STREAMS));
    takes('a PNG picture', 'png', PNG, 'picture.pdf');
    takes('a JPEG picture', 'jpg', JPG);
    takes('a TIFF picture', 'tiff', TIFF);
    takes('a TIFF picture the other way round', 'tiff', TIFF_BIG_ENDIAN);
    takes('plain text', 'txt', 'Customer: Contoso\r\n\tDone.\n', 'poe.txt');
    takes('text in UTF-8 with a byte order mark', 'txt', '\ufeffÜbergabe 契約');
    takes('text in UTF-16, either way round', 'txt', utf16le('Übergabe'));
    takes('text in UTF-16, the other way round', 'txt', utf16le('Übergabe').swap16());
    takes('text in Windows-1252', 'txt', Buffer.from('Le contrat \x93sign\xe9\x94, 100 \x80', 'latin1'));
    takes('Windows-1252 that shows late', 'txt', Buffer.from(`${'abc '.repeat(20_000)}\xe9\xe8`, 'latin1'));
    takes('a letter of UTF-8 across the pieces that are read', 'txt', `${'x'.repeat(64 * 1024 - 1)}é${'y'.repeat(9)}`);
    for (const [encoding, name] of Object.entries(OF_OTHER_LETTERS)) {
      takes(`text in ${encoding}`, 'csv', encodedAs(encoding, `Claim ID,Customer\r\nA-1,${name}\r\n`), 'export.csv');
      takes(
        `text that turns out to be ${encoding} late`,
        'csv',
        encodedAs(encoding, `${'A-1,x\n'.repeat(2_000)}${name}`),
        'a.csv',
      );
    }
    takes('text that begins like a bitmap', 'txt', 'BMW Group, statement of work');
    takes('a web page', 'html', '<!-- saved --><!DOCTYPE html><p>Done.', 'poe.html');
    takes('a web page in UTF-16', 'html', utf16le('<html><p>hi'), 'poe.HTM');
    takes('RTF', 'rtf', '{\\rtf1\\ansi hello}', 'poe.rtf');
    takes('RTF named as Word', 'rtf', '{\\rtf1\\ansi hello}', 'poe.doc');
    takes('RTF with any bytes', 'rtf', Buffer.from('{\\rtf1\\ansi{\\pict\\bin3 \x00\x01\xff}}', 'latin1'), 'poe.doc');
    takes('a saved e-mail', 'eml', 'From: a@contoso.com\r\nMIME-Version: 1.0\r\n\r\nHi', 'mail.eml');
    takes('a saved e-mail by its name', 'eml', 'From: a@contoso.com\r\n\r\nHi', 'mail.eml');
    takes('a mail with any bytes', 'eml', Buffer.from('Received: from a\n\n\x00\x01', 'latin1'), 'mail.eml');
    takes('text with angle brackets', 'txt', 'Adele Vance <adelev@contoso.com> wrote: a < b');

    takes(
      'a PDF of a version that nobody knows',
      'pdf',
      Buffer.from(PDF.toString('latin1').replace('1.4', 'a.4'), 'latin1'),
    );
    for (const [what, before] of [
      ['a byte order mark', '\ufeff'],
      ['the head of a web server’s answer', 'HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n'],
      ['a print job’s', '\x1b%-12345X@PJL JOB\r\n@PJL ENTER LANGUAGE=PDF\r\n'],
      ['binary bytes', '\x01\x02junk\0'],
      ['1,024 bytes', 'x'.repeat(1024)],
    ] as const) {
      takes(`a PDF behind ${what}`, 'pdf', Buffer.concat([Buffer.from(before), PDF]));
      takes(`a Word document behind ${what}`, 'docx', Buffer.concat([Buffer.from(before), office('docx')]));
      takes(
        `an old Word document behind ${what}`,
        'doc',
        Buffer.concat([Buffer.from(before), compound('/WordDocument')]),
      );
    }
    for (const [what, behind] of [
      ['NULs', Buffer.alloc(3000)],
      ['a line', Buffer.from('\r\n')],
      ['a mail’s end', Buffer.from('\r\n--boundary--\r\n')],
      ['as many bytes as a comment may have', Buffer.alloc(65_535, 'x')],
    ] as const) {
      takes(`a PDF before ${what}`, 'pdf', Buffer.concat([PDF, behind]));
      for (const kind of ['docx', 'xlsx', 'pptx'] as const)
        takes(`${kind} before ${what}`, kind, Buffer.concat([office(kind), behind]));
      takes(`an old Word document before ${what}`, 'doc', Buffer.concat([compound('/WordDocument'), behind]));
      takes(`a PNG picture before ${what}`, 'png', Buffer.concat([PNG, behind]));
    }
    takes(
      'a document with foreign bytes on both sides',
      'pptx',
      Buffer.concat([Buffer.from('\ufeff\r\n'), office('pptx'), Buffer.alloc(512)]),
    );
    takes('text before NULs', 'txt', `Statement of work\r\n${'\0'.repeat(500)}`);
    takes('a TIFF picture whose directory lies at its end', 'tiff', tiff(60_000));
    takes('a TIFF picture of the other byte order whose directory lies at its end', 'tiff', tiff(60_000, 'MM'));
    takes('text in UTF-16 without a byte order mark', 'txt', Buffer.from('Übergabe an Contoso\r\nerledigt', 'utf16le'));
    takes(
      'CSV in UTF-16 without one, the other way round',
      'csv',
      Buffer.from('a;b\r\nclaim;customer', 'utf16le').swap16(),
      'a.csv',
    );
    takes('text with one stray control character', 'txt', 'hello\x0bworld');
    takes('long text with some', 'txt', `${'page of text '.repeat(100)}\x1e${'more of it '.repeat(100)}\x07`);
    takes(
      'a note with a colon in each line',
      'txt',
      'Customer: Contoso\r\nReceived: 12 May\r\nX-ray: none\r\nMessage-ID: 7\r\n',
    );
    takes('text that begins with angle brackets', 'txt', '<b>Contoso</b>, <head office>, is in <body>berlin');
    takes('text with a tag further down', 'txt', 'hello\n<SCRIPT src=x></SCRIPT> and <head office>', 'poe.txt');
    takes(
      'CSV with tags in its cells',
      'csv',
      'Claim ID,Customer\r\nCLM-1,<head office>\r\nCLM-2,<b>Contoso</b>',
      'a.csv',
    );
    takes(
      'text that tells of files',
      'txt',
      'A PDF begins with\n%PDF-1.4\nand RTF with {\\rtf1. MIME-Version: 1.0\nMIME-Version: 1.0\n',
    );
    takes(
      'the text of a mail, as people copy it',
      'txt',
      'From: Adele\r\nSent: Monday\r\nTo: Megan\r\nSubject: Done\r\n\r\nWe migrated it.',
    );

    takes('text with such a name as a CSV file', 'csv', 'a;b\n1;2\n', 'Export.CSV');
  });

  describe('that is no document', () => {
    refuses('an empty file', EMPTY, '');
    refuses('a Windows program named as PDF', EXECUTABLE, Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'poe.pdf');
    refuses('a program that is a PDF further on', EXECUTABLE, Buffer.concat([Buffer.from('MZ  '), PDF]));
    refuses('a Linux program', EXECUTABLE, Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'poe.docx');
    refuses('a Mac program', EXECUTABLE, Buffer.from('cffaedfe07000001', 'hex'));
    refuses('a Java class', EXECUTABLE, Buffer.from('cafebabe00000034', 'hex'));
    refuses('a Windows shortcut', EXECUTABLE, Buffer.from('4c0000000114020000000000c000000000000046', 'hex'));
    refuses('a script that says so', EXECUTABLE, '#!/bin/sh\nrm -rf /\n', 'poe.txt');
    for (const extension of ['bat', 'cmd', 'ps1', 'js', 'vbs', 'wsf', 'reg', 'hta', 'BAT', 'bat. .']) {
      refuses(`text named .${extension}`, EXECUTABLE, 'hello\r\n', `poe.${extension}`);
    }
    refuses('a PDF named .hta, which would run', EXECUTABLE, PDF, 'poe.hta');
    refuses('a name that hides its end', EXECUTABLE, PDF, 'poe\u202Efdp.exe');
    refuses('a batch file named as text', EXECUTABLE, '@echo off\r\ndel *\r\n', 'poe.txt');
    refuses('too many foreign bytes before a PDF', UNKNOWN, Buffer.concat([Buffer.alloc(1025), PDF]));
    refuses('a page before a PDF', MARKUP, Buffer.concat([Buffer.from('<html><script>x</script>'), PDF]), 'poe.pdf');
    refuses('a script before a PDF', EXECUTABLE, Buffer.concat([Buffer.from('@echo off\r\ndel *\r\n'), PDF]));
    refuses('HTML named as text', MARKUP, '  <!DOCTYPE html><p>hi', 'poe.txt');
    refuses('a piece of HTML', MARKUP, '\n<table class=x><tr><td>1</td></tr></table>', 'poe.xls');
    refuses('HTML in UTF-16', MARKUP, utf16le('<html><p>hi').swap16(), 'poe.txt');
    refuses('SVG', MARKUP, '<svg xmlns="http://www.w3.org/2000/svg"/>', 'poe.svg');
    refuses('XML', MARKUP, '\ufeff<?xml version="1.0"?><a/>');
    refuses('RTF under another name', unsupported('rtf'), '{\\rtf1\\ansi hello}', 'poe.pdf');
    refuses('a drawing named as a page', MARKUP, '<svg xmlns="http://www.w3.org/2000/svg"/>', 'poe.html');
    refuses('a page with what mails bring along', MARKUP, 'Page: 1\r\n\r\n<p>hi', 'poe.mht');
    refuses('a calendar item', unsupported('calendar'), 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n');
    refuses('a saved e-mail', convertible('eml'), 'From: a@contoso.com\r\nMIME-Version: 1.0\r\n\r\nHi');
    refuses(
      'a mail as it lies on a server',
      convertible('eml'),
      `Return-Path: <a@contoso.com>\r\nDelivered-To: b@contoso.com\r\n\r\nGr\xfc\xdfe`,
    );
    refuses(
      'a mail of a mailbox, with any bytes',
      convertible('eml'),
      Buffer.from('From a@contoso.com Tue Jun 16\nSubject: x\n\ty\nReceived: from a\n\n\x00\x01', 'latin1'),
    );
    refuses('GIF', extension('gif'), Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'));
    refuses('HEIC', extension('heic'), Buffer.from('000000186674797068656963000000006d696631686569630000', 'hex'));
    refuses('7z', extension('7z'), Buffer.from('377abcaf271c0004000000000000', 'hex'));
    refuses('random bytes', UNKNOWN, randomBytes(1, 2000));
    refuses('text with many control characters', UNKNOWN, 'hello\x1b[2J\x07world');
    refuses('text with a NUL inside', UNKNOWN, 'hello\0world');
    refuses('text that turns binary late', UNKNOWN, `${'abc '.repeat(30_000)}\0\x01`);
    refuses('half of a UTF-16 text', UNKNOWN, utf16le('ab').subarray(0, 5));
    refuses('a PNG that does not go on as one', UNKNOWN, Buffer.from('89504e470d0a1a0a00000000', 'hex'));
  });

  describe('of Office packages', () => {
    refuses(
      'one with macros named .docx',
      MACROS,
      office('docx', { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
      'a.docx',
    );
    refuses(
      'a macro template',
      MACROS,
      office('docx', { mainType: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml' }),
    );
    refuses(
      'a macro workbook',
      MACROS,
      office('xlsx', { mainType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
    );
    refuses(
      'a macro presentation',
      MACROS,
      office('pptx', { mainType: 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml' }),
    );
    for (const part of [
      'word/vbaProject.bin',
      'WORD/VBAPROJECT.BIN',
      'x/vbaProject2.bin',
      'word\\vbaData.xml',
      'word/activeX/activeX1.xml',
      'xl/macrosheets/sheet1.xml',
    ]) {
      refuses(`one with a part ${part}`, MACROS, office('docx', { parts: { [part]: 'x' } }));
    }
    refuses(
      'VBA under another name',
      MACROS,
      office('docx', {
        tags: '<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
        parts: { 'word/x.bin': 'x' },
      }),
    );
    refuses(
      'a macro workbook embedded in it',
      MACROS,
      office('docx', {
        tags: '<Default Extension="xlsm" ContentType="application/vnd.ms-excel.sheet.macroEnabled.12"/>',
      }),
    );
    refuses(
      'a binary workbook',
      convertible('xlsb'),
      office('xlsx', { mainType: 'application/vnd.ms-excel.sheet.binary.macroEnabled.main' }),
    );
    refuses(
      'a template',
      convertible('word-template'),
      office('docx', { mainType: MAIN_TYPES.docx.replace('document.main', 'template.main') }),
    );
    refuses(
      'a show',
      convertible('powerpoint-show'),
      office('pptx', { mainType: MAIN_TYPES.pptx.replace('presentation.main', 'slideshow.main') }),
    );
    refuses('a program inside', EXECUTABLE, office('docx', { parts: { 'word/embeddings/setup.exe': 'x' } }));
    refuses(
      'a Java archive dressed up',
      EXECUTABLE,
      office('docx', { parts: { 'META-INF/MANIFEST.MF': 'x', 'A.class': 'x' } }),
    );
    refuses('any other zip', unsupported('zip'), zip({ 'a.txt': 'x' }), 'a.docx');
    refuses('an empty zip', unsupported('zip'), zip({}));
    refuses(
      'an OpenDocument file',
      unsupported('open-document'),
      zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    );
    refuses(
      'a kind of Office file that is unknown',
      unsupported('other-office'),
      office('docx', { mainType: 'application/vnd.ms-visio.drawing.main+xml' }),
    );
    refuses(
      'a main part that is not there',
      unsupported('other-office'),
      office('docx', { types: contentTypes({ 'word/other.xml': MAIN_TYPES.docx }) }),
    );
    refuses(
      'two main parts of two kinds',
      DAMAGED,
      office('docx', {
        tags: `<Override PartName="/xl/workbook.xml" ContentType="${MAIN_TYPES.xlsx}"/>`,
        parts: { 'xl/workbook.xml': 'x' },
      }),
    );
    for (const [what, tags] of [
      ['a comment', '<!-- x -->'],
      ['text', 'x'],
      ['a bracket in quotes', '<Override a=">" ContentType="application/vnd.ms-office.vbaProject"/>'],
      ['a value in disguise', '<Override PartName="/x" ContentType="application/vnd.ms-office.vba&#80;roject"/>'],
      ['one attribute twice', '<Override ContentType="a/b" ContentType="application/vnd.ms-office.vbaProject"/>'],
      ['an attribute without quotes', '<Override ContentType=application/vnd.ms-office.vbaProject />'],
      ['an absurd tag', `<Override ${' '.repeat(5000)} ContentType="application/vnd.ms-office.vbaProject"/>`],
    ] as const) {
      refuses(`content types with ${what}`, DAMAGED, office('docx', { tags }));
    }
    it('does not take a decoy in another attribute for the content type', async () => {
      const decoy = `<Override Note="ContentType='${MAIN_TYPES.docx}'" PartName="/word/document.xml" ContentType="a/b"/>`;
      await assert.rejects(kindOf(office('docx', { types: contentTypes({}, decoy) })), {
        problem: unsupported('other-office'),
      });
    });
    refuses(
      'content types in UTF-16',
      DAMAGED,
      office('docx', { types: utf16le(contentTypes({})).toString('latin1') }),
    );
    refuses('a document that is cut short', DAMAGED, office('docx').subarray(0, -30));
    refuses('only the beginning of one', DAMAGED, office('docx').subarray(0, 40));
    refuses('two parts of one name', DAMAGED, office('docx', { parts: { 'word/Document.xml': 'x' } }));
    refuses('a part outside of the package', DAMAGED, office('docx', { parts: { '../evil.xml': 'x' } }));
    refuses(
      'an absurd number of parts',
      ZIP_BOMB,
      zip(Object.fromEntries(Array.from({ length: 10_001 }, (_, n) => [`${n}`, '']))),
    );
    refuses('absurd content types', DAMAGED, office('docx', { types: ' '.repeat(5 * 1024 * 1024) }));
    refuses(
      'a directory longer than its end record says',
      DAMAGED,
      patched(office('docx'), (bytes) => {
        const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
        bytes.writeUInt16LE(2, end + 8);
        bytes.writeUInt16LE(2, end + 10);
      }),
    );
    refuses(
      'an encrypted part',
      PROTECTED,
      patched(office('docx'), (bytes) => {
        bytes.writeUInt16LE(1, bytes.indexOf('PK\x01\x02', 0, 'latin1') + 8);
      }),
    );
    refuses(
      'what unpacks to an absurd size',
      ZIP_BOMB,
      patched(office('docx'), (bytes) => {
        bytes.writeUInt32LE(0xfffffff0, bytes.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
      }),
    );
    refuses('zip64', DAMAGED, zip64(office('docx')));
  });

  describe('of compound files', () => {
    refuses('a protected document', PROTECTED, compound('/EncryptedPackage', '/EncryptionInfo'), 'poe.docx');
    refuses('macros in Word', MACROS, compound('/WordDocument', '/Macros/VBA/dir'));
    refuses(
      'macros in an embedded object',
      MACROS,
      compound('/WordDocument', '/ObjectPool/_1/_VBA_PROJECT_CUR/VBA/dir'),
    );
    refuses('an old workbook', convertible('xls'), compound('/Workbook'));
    refuses('an older workbook', convertible('xls'), compound('/Book'));
    refuses('an old presentation', convertible('ppt'), compound('/PowerPoint Document'));
    refuses('a document that is a workbook, too', convertible('xls'), compound('/WordDocument', '/Workbook'));
    refuses('a Word stream that is not at the top', UNKNOWN, compound('/x/WordDocument'));
    refuses('anything else, such as an installer', UNKNOWN, compound('/!Property', '/!File'));
    refuses('only the beginning of one', DAMAGED, compound('/WordDocument').subarray(0, 600));
    refuses('only the header of one', DAMAGED, compound('/WordDocument').subarray(0, 12));
    refuses(
      'an unknown version',
      DAMAGED,
      patched(compound('/WordDocument'), (bytes) => bytes.writeUInt16LE(9, 26)),
    );
    refuses(
      'a directory that goes in circles',
      DAMAGED,
      patched(compound('/WordDocument'), (bytes) => {
        const directory = bytes.readUInt32LE(48);
        bytes.writeUInt32LE(directory, 512 * (bytes.readUInt32LE(76) + 1) + directory * 4);
      }),
    );
    refuses(
      'a tree that goes in circles',
      DAMAGED,
      patched(compound('/WordDocument'), (bytes) => {
        const entry = 512 * (bytes.readUInt32LE(48) + 1) + 128;
        bytes.writeUInt32LE(1, entry + 72);
      }),
    );

    it('takes what drives a careless reader of sector chains out of memory', async () => {
      // The second stream begins within the first one, whose chain bites its own tail; the directory is sound.
      const bytes = compound('/WordDocument', '/x');
      const directory = 512 * (bytes.readUInt32LE(48) + 1);
      const start = bytes.readUInt32LE(directory + 128 + 116);
      bytes.writeUInt32LE(start + 1, 512 * (bytes.readUInt32LE(76) + 1) + (start + 3) * 4);
      bytes.writeUInt32LE(start + 2, directory + 256 + 116);
      assert.equal(await kindOf(bytes), 'doc');
    });
  });

  it('is a kind or a refusal for whatever becomes of a file, never a crash', async () => {
    const originals = [
      PDF,
      office('docx'),
      office('xlsx', { parts: { 'xl/worksheets/sheet1.xml': '<sheet/>' } }),
      compound('/WordDocument', '/ObjectPool/_1/x'),
      compound(...MSG_STREAMS),
      PNG,
      TIFF,
      Buffer.from('Übergabe an Contoso\n'),
      utf16le('Übergabe'),
    ];
    const random = seeded(20_200_616);
    let taken = 0;
    for (let round = 0; round < 900; round++) {
      const bytes = mutated(originals[round % originals.length] ?? PDF, random);
      try {
        assert.ok(KINDS.has(await kindOf(bytes)));
        taken++;
      } catch (error) {
        assert.ok(error instanceof UserError, `round ${round}: ${error}`);
      }
    }
    assert.ok(taken > 100 && taken < 800, `${taken} taken`);
  }).timeout(20_000);
});

/** With its image directory that far from the start. */
function tiff(distance: number, order: 'II' | 'MM' = 'II'): Buffer {
  const original = order === 'II' ? TIFF : TIFF_BIG_ENDIAN;
  const head = Buffer.from(original.subarray(0, 8));
  if (order === 'II') head.writeUInt32LE(distance, 4);
  else head.writeUInt32BE(distance, 4);
  return Buffer.concat([head, Buffer.alloc(distance - 8, 0x55), original.subarray(8)]);
}

function patched(bytes: Buffer, change: (bytes: Buffer) => unknown): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

/** Puts a zip64 end record and its locator before the end record, as writers of zip64 do. */
function zip64(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const record = Buffer.alloc(56);
  record.write('PK\x06\x06', 'latin1');
  record.writeBigUInt64LE(44n, 4);
  for (const offset of [24, 32]) record.writeBigUInt64LE(BigInt(bytes.readUInt16LE(end + 10)), offset);
  record.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 12)), 40);
  record.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 16)), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 'latin1');
  locator.writeBigUInt64LE(BigInt(end), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([bytes.subarray(0, end), record, locator, bytes.subarray(end)]);
}

function randomBytes(seed: number, length: number): Buffer {
  const random = seeded(seed);
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)));
}

/** A few bytes changed, a stretch taken out, doubled, or cut off at the end. */
function mutated(original: Buffer, random: () => number): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  const bytes = Buffer.from(original);
  for (let change = below(6); change >= 0; change--) bytes[below(bytes.length)] = below(3) ? below(256) : 0xff;
  const from = below(bytes.length);
  const to = from + below(bytes.length - from);
  switch (below(5)) {
    case 0:
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    case 1:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 2:
      return bytes.subarray(0, from);
    default:
      return bytes;
  }
}
