/** Files that a check has to refuse, and why. */
import { crc32, deflateRawSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import CFB from 'cfb';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { SeededRandom } from '../../../../scripts/sample/random.ts';
import type { Refusal } from '../model.ts';
import { zipped } from '../render/zip.ts';

export interface BadFile {
  name: string;
  refused: Refusal;
  bytes: () => Promise<Uint8Array> | Uint8Array;
  why?: string;
  about: string;
}

/** Good files of some formats, which are then spoilt. */
export interface GoodFiles {
  pdf: Uint8Array;
  docx: Uint8Array;
  xlsx: Uint8Array;
  pptx: Uint8Array;
  png: Uint8Array;
  jpg: Uint8Array;
  html: Uint8Array;
  msg: Uint8Array;
}

const HUGE = 400 * 1024 * 1024;

export function badFiles(good: GoodFiles, seed: number): BadFile[] {
  const random = new SeededRandom(seed);
  const noise = (size: number) => Buffer.from(Array.from({ length: size }, () => random.below(256)));
  const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share));
  return [
    { name: 'empty.pdf', refused: 'empty', bytes: () => Buffer.alloc(0), about: 'no bytes' },
    { name: 'empty.docx', refused: 'empty', bytes: () => Buffer.alloc(0), about: 'no bytes' },
    { name: 'empty.png', refused: 'empty', bytes: () => Buffer.alloc(0), about: 'no bytes' },
    {
      name: 'blank.txt',
      refused: 'empty',
      bytes: () => Buffer.from('  \r\n\r\n\t\n'),
      about: 'blanks alone',
      why: 'A file of blanks and line ends says no more than one of no bytes.',
    },
    { name: 'cut.pdf', refused: 'damaged', bytes: () => cut(good.pdf, 0.55), about: 'the second half is missing' },
    {
      name: 'cut.docx',
      refused: 'damaged',
      bytes: () => cut(good.docx, 0.7),
      about: 'the directory of the archive is missing',
    },
    { name: 'cut.png', refused: 'damaged', bytes: () => cut(good.png, 0.2), about: 'a fifth of the picture' },
    {
      name: 'cut.msg',
      refused: 'damaged',
      bytes: () => cut(good.msg, 0.3),
      about: 'most sectors of the compound file are missing',
    },
    {
      name: 'header-only.pdf',
      refused: 'damaged',
      bytes: () => Buffer.concat([Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'), noise(9000)]),
      about: 'a head and noise',
    },
    {
      name: 'no-document.docx',
      refused: 'damaged',
      bytes: () => without(good.docx, 'word/document.xml'),
      about: 'the part with the text is missing',
    },
    {
      name: 'broken-part.xlsx',
      refused: 'damaged',
      bytes: () => flipped(good.xlsx),
      about: 'the compressed data of the parts is destroyed',
    },
    {
      name: 'locked.pdf',
      refused: 'password',
      bytes: () => lockedPdf('open-sesame'),
      about: 'a password is asked for opening',
    },
    {
      name: 'locked-40.pdf',
      refused: 'password',
      bytes: () => lockedPdf('1234'),
      about: 'another password is asked for opening',
    },
    {
      name: 'locked.docx',
      refused: 'password',
      bytes: () => encryptedOffice(noise(20_000)),
      about: 'an encrypted package',
    },
    {
      name: 'locked.xlsx',
      refused: 'password',
      bytes: () => encryptedOffice(noise(9_000)),
      about: 'an encrypted package',
    },
    {
      name: 'locked.pptx',
      refused: 'password',
      bytes: () => encryptedOffice(noise(30_000)),
      about: 'an encrypted package',
    },
    {
      name: 'thousand.pdf',
      refused: 'too-many-pages',
      bytes: () => manyPages(1000, false),
      about: '1,000 pages of text',
    },
    {
      name: 'blank-pages.pdf',
      refused: 'too-many-pages',
      bytes: () => manyPages(1500, true),
      about: '1,500 pages, nearly all blank',
    },
    { name: 'thousand.tif', refused: 'too-many-pages', bytes: () => manySheets(1000), about: '1,000 pages of fax' },
    {
      name: 'bomb.docx',
      refused: 'zip-bomb',
      bytes: () => stuffed(good.docx, 'word/document.xml'),
      about: 'the text unpacks to 400 MB',
    },
    {
      name: 'bomb.xlsx',
      refused: 'zip-bomb',
      bytes: () => stuffed(good.xlsx, 'xl/worksheets/sheet1.xml'),
      about: 'a sheet unpacks to 400 MB',
    },
    {
      name: 'bomb.pptx',
      refused: 'zip-bomb',
      bytes: () => stuffed(good.pptx, 'ppt/slides/slide1.xml'),
      about: 'a slide unpacks to 400 MB',
    },
    {
      name: 'bomb-claims-little.docx',
      refused: 'zip-bomb',
      bytes: () => liar(stuffed(good.docx, 'word/document.xml')),
      about: 'the archive claims 2,000 bytes, 400 MB come out',
    },
    {
      name: 'macros.docm',
      refused: 'macros',
      bytes: () => withMacros(good.docx, 'word'),
      about: 'a Word document with a VBA project',
    },
    {
      name: 'macros.xlsm',
      refused: 'macros',
      bytes: () => withMacros(good.xlsx, 'xl'),
      about: 'a workbook with a VBA project',
    },
    {
      name: 'macros.pptm',
      refused: 'macros',
      bytes: () => withMacros(good.pptx, 'ppt'),
      about: 'a deck with a VBA project',
    },
    {
      name: 'macros-hidden.docx',
      refused: 'macros',
      bytes: () => withMacros(good.docx, 'word'),
      about: 'a VBA project under the extension docx',
      why: 'What is inside counts: the macros are the graver of the two faults.',
    },
    { name: 'really-pdf.docx', refused: 'type-mismatch', bytes: () => good.pdf, about: 'a pdf named docx' },
    { name: 'really-docx.pdf', refused: 'type-mismatch', bytes: () => good.docx, about: 'a Word document named pdf' },
    { name: 'really-png.pdf', refused: 'type-mismatch', bytes: () => good.png, about: 'a picture named pdf' },
    { name: 'really-xlsx.docx', refused: 'type-mismatch', bytes: () => good.xlsx, about: 'a workbook named docx' },
    { name: 'really-jpg.msg', refused: 'type-mismatch', bytes: () => good.jpg, about: 'a picture named msg' },
    {
      name: 'really-exe.pdf',
      refused: 'type-mismatch',
      bytes: () => Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), noise(4000)]),
      about: 'a program named pdf',
    },
    {
      name: 'drawing.dwg',
      refused: 'unknown-type',
      bytes: () => Buffer.concat([Buffer.from('AC1032'), noise(3000)]),
      about: 'a drawing of a CAD program',
    },
    { name: 'data.bin', refused: 'unknown-type', bytes: () => noise(5000), about: 'noise' },
    {
      name: 'documents.zip',
      refused: 'unknown-type',
      bytes: () => zipped({ 'a.txt': 'see inside', 'b.txt': 'and here' }),
      about: 'a plain archive',
    },
    {
      name: 'clip.mp4',
      refused: 'unknown-type',
      bytes: () => Buffer.concat([Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41', 'latin1'), noise(4000)]),
      about: 'a film',
    },
  ];
}

function without(bytes: Uint8Array, part: string): Uint8Array {
  const { [part]: _, ...rest } = unzipSync(bytes);
  return zipped(rest);
}

/** Every byte of the packed parts is inverted; heads and directory stand. */
function flipped(bytes: Uint8Array): Uint8Array {
  const out = Buffer.from(bytes);
  const directory = out.readUInt32LE(out.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  for (let at = 0; at < directory; ) {
    const start = at + 30 + out.readUInt16LE(at + 26) + out.readUInt16LE(at + 28);
    const end = start + out.readUInt32LE(at + 18);
    for (let byte = start; byte < end; byte += 1) out[byte] = (out[byte] ?? 0) ^ 0xff;
    at = end;
  }
  return out;
}

async function lockedPdf(userPassword: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.addPage().drawText('Confidential', { font: await pdf.embedFont(StandardFonts.Helvetica), x: 50, y: 700 });
  pdf.encrypt({ userPassword, ownerPassword: `${userPassword}-owner` });
  return pdf.save({ useObjectStreams: false });
}

/** What Office writes for a document with a password: a compound file with two streams (MS-OFFCRYPTO). */
function encryptedOffice(body: Buffer): Uint8Array {
  const file = CFB.utils.cfb_new();
  const info =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><encryption xmlns="http://schemas.microsoft.com/office/2006/encryption"><keyData saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"/></encryption>';
  CFB.utils.cfb_add(
    file,
    '/EncryptionInfo',
    Buffer.concat([Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), Buffer.from(info)]),
  );
  CFB.utils.cfb_add(file, '/EncryptedPackage', body);
  return CFB.write(file, { type: 'buffer' }) as Buffer;
}

async function manyPages(count: number, blank: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= count; page += 1) {
    const sheet = pdf.addPage();
    if (!blank || page === 1)
      sheet.drawText(`Page ${page} of the operations manual`, { font, size: 11, x: 60, y: 740 });
  }
  return pdf.save();
}

async function manySheets(count: number): Promise<Uint8Array> {
  const [width, height] = [120, 160];
  const sheet = Buffer.alloc(width * height * count, 255);
  return sharp(sheet, { raw: { width, height: height * count, channels: 1, pageHeight: height } })
    .tiff({ compression: 'lzw' })
    .toBuffer();
}

/** A part is replaced by one that unpacks to 400 MB. Built by hand, so that the 400 MB need not be held twice. */
function stuffed(bytes: Uint8Array, part: string): Uint8Array {
  const parts = unzipSync(bytes);
  const small = zipped({ ...parts, [part]: 'PLACE' }, 0);
  const out = Buffer.from(small);
  const at = out.indexOf(Buffer.from('PLACE'));
  const head = out.lastIndexOf(Buffer.from('PK\x03\x04', 'latin1'), at);
  if (bomb === undefined) {
    const unpacked = Buffer.alloc(HUGE, ' ');
    bomb = deflateRawSync(unpacked, { level: 9 });
    bombSum = crc32(unpacked);
  }
  const grown = Buffer.concat([out.subarray(0, at), bomb, out.subarray(at + 5)]);
  const set = (offset: number, from: number) => {
    grown.writeUInt16LE(8, offset + from);
    grown.writeUInt32LE(bombSum, offset + from + 6);
    grown.writeUInt32LE(bomb?.length ?? 0, offset + from + 10);
    grown.writeUInt32LE(HUGE, offset + from + 14);
  };
  set(head, 8);
  const by = bomb.length - 5;
  const end = grown.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const directory = grown.readUInt32LE(end + 16) + by;
  grown.writeUInt32LE(directory, end + 16);
  for (let entry = directory; entry < end; ) {
    const offset = grown.readUInt32LE(entry + 42);
    if (offset > head) grown.writeUInt32LE(offset + by, entry + 42);
    if (offset === head) set(entry, 10);
    entry += 46 + grown.readUInt16LE(entry + 28) + grown.readUInt16LE(entry + 30) + grown.readUInt16LE(entry + 32);
  }
  return grown;
}
let bomb: Buffer | undefined;
let bombSum = 0;

/** Every size of 400 MB in the heads becomes 2,000. */
function liar(bytes: Uint8Array): Uint8Array {
  const out = Buffer.from(bytes);
  const huge = Buffer.alloc(4);
  huge.writeUInt32LE(HUGE);
  for (let at = out.indexOf(huge); at !== -1; at = out.indexOf(huge, at + 4)) out.writeUInt32LE(2000, at);
  return out;
}

function withMacros(bytes: Uint8Array, folder: 'word' | 'xl' | 'ppt'): Uint8Array {
  const parts = unzipSync(bytes);
  const project = CFB.utils.cfb_new();
  CFB.utils.cfb_add(project, '/VBA/dir', Buffer.from('01a2b0'));
  CFB.utils.cfb_add(
    project,
    '/VBA/ThisDocument',
    Buffer.from('Attribute VB_Name = "ThisDocument"\r\nSub AutoOpen()\r\nEnd Sub\r\n'),
  );
  CFB.utils.cfb_add(project, '/PROJECT', Buffer.from('ID="{00000000-0000-0000-0000-000000000000}"\r\n'));
  const types = Buffer.from(parts['[Content_Types].xml'] ?? '').toString();
  const macro = { word: 'word.document', xl: 'excel.sheet', ppt: 'powerpoint.presentation' }[folder];
  const main =
    /application\/vnd\.openxmlformats-officedocument\.(?:wordprocessingml\.document|spreadsheetml\.sheet|presentationml\.presentation)\.main\+xml/g;
  return zipped({
    ...parts,
    [`${folder}/vbaProject.bin`]: CFB.write(project, { type: 'buffer' }) as Buffer,
    '[Content_Types].xml': types
      .replaceAll(main, `application/vnd.ms-${macro}.macroEnabled.main+xml`)
      .replace('</Types>', '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'),
  });
}
