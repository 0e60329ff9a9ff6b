/** Small documents of each kind, made from scratch, and what hostile hands may do to them. */
import CFB from 'cfb';
import { strToU8, zipSync } from 'fflate';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const MAIN_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document.main+xml`,
  xlsx: `${OFFICE}.spreadsheetml.sheet.main+xml`,
  pptx: `${OFFICE}.presentationml.presentation.main+xml`,
} as const;
const MAIN_PARTS = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' } as const;

export function zip(entries: Readonly<Record<string, string>>): Buffer {
  const files = Object.entries(entries).map(([name, content]) => [name, strToU8(content)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: '2020-06-16T00:00:00' }));
}

export function contentTypes(overrides: Readonly<Record<string, string>>, more = ''): string {
  const parts = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${parts.join('')}${more}</Types>`
  );
}

interface OfficeOptions {
  /** The main part's content type in place of the usual one. */
  readonly mainType?: string;
  /** More parts, by name. */
  readonly parts?: Readonly<Record<string, string>>;
  /** More tags for the content types. */
  readonly tags?: string;
  /** The whole list of content types in place of the usual one. */
  readonly types?: string;
}

export function office(kind: keyof typeof MAIN_TYPES, options: OfficeOptions = {}): Buffer {
  const main = MAIN_PARTS[kind];
  return zip({
    '[Content_Types].xml':
      options.types ?? contentTypes({ [main]: options.mainType ?? MAIN_TYPES[kind] }, options.tags),
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    [main]: '<main/>',
    ...options.parts,
  });
}

/** A compound file with these streams, each by its path. */
export function compound(...streams: readonly string[]): Buffer {
  const file = CFB.utils.cfb_new();
  for (const stream of streams) CFB.utils.cfb_add(file, stream, Buffer.alloc(5000, 7));
  return CFB.write(file, { type: 'buffer' });
}

/**
 * So large that the list of allocation tables goes on beyond the header, with the directory moved to the very end: to know that it ends
 * there, a reader needs the last table.
 */
export function largeCompound(): Buffer {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, '/A', Buffer.alloc(12 * 1024 * 1024, 7));
  CFB.utils.cfb_add(file, '/WordDocument', Buffer.alloc(5000, 7));
  const bytes: Buffer = CFB.write(file, { type: 'buffer' });
  const directory = 512 * (bytes.readUInt32LE(48) + 1);
  const moved = bytes.length / 512 - 1;
  const firstTable = bytes.readUInt32LE(76);
  bytes.writeUInt32LE(END_OF_CHAIN, 512 * (firstTable + 1) + moved * 4);
  bytes.writeUInt32LE(moved, 48);
  return Buffer.concat([bytes, bytes.subarray(directory, directory + 512)]);
}
const END_OF_CHAIN = 0xfffffffe;

/** A PDF of one page. @param lines in Latin letters */
export function pdfOf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const stream = `BT /F1 11 Tf 14 TL 60 780 Td\n${shown}\nET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>\nstream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${file}${xref}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

export const PDF = pdfOf(['Statement of work']);
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
export const JPG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64, 1),
  Buffer.from('ffd9', 'hex'),
]);
/** An image directory with one entry: 1 pixel wide. */
export const TIFF = Buffer.from(`49492a0008000000${'0100'}${'000103000100000001000000'}00000000`, 'hex');
export const TIFF_BIG_ENDIAN = Buffer.from(`4d4d002a00000008${'0001'}${'010000030000000100010000'}00000000`, 'hex');
export const MSG_STREAMS = ['/__nameid_version1.0/__substg1.0_00020102', '/__properties_version1.0'] as const;
