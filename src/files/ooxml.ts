import { UserError } from '../errors.ts';
import type { ConvertibleKind } from '../problems/files.ts';
import { refuseActiveContent } from './active-content.ts';
import type { Bytes } from './bytes.ts';
import { type PartType, parseContentTypes } from './content-types.ts';
import { extensionOf } from './file-name.ts';
import { type FileKind, isExecutableExtension } from './kinds.ts';
import { openZip, type Zip, type ZipLimits } from './zip.ts';

type OoxmlKind = Extract<FileKind, 'docx' | 'xlsx' | 'pptx'>;

const MAX_CONTENT_TYPES_BYTES = 4 * 1024 * 1024;
const LIMITS: ZipLimits = {
  maxEntries: 10_000,
  // Far above what an honest document of the file cap unpacks to.
  maxTotalBytes: 2 * 1024 * 1024 * 1024,
  unambiguous: true,
  refusals: { damaged: 'file.damaged', encrypted: 'file.protected', tooLarge: 'file.zip-bomb' },
};

/** The list of content types, by its name in lower case. */
const CONTENT_TYPES = '[content_types].xml';

/** Content types of main parts (ECMA-376 part 1, 15.2), in lower case. */
const MAIN_PARTS: ReadonlyMap<string, OoxmlKind> = new Map([
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml', 'pptx'],
]);

/** Relatives without macros that Office saves as one of the three. */
const CONVERTIBLE: readonly (readonly [RegExp, ConvertibleKind])[] = [
  [/ms-excel\.sheet\.binary/, 'xlsb'],
  [/wordprocessingml\.template\.main/, 'word-template'],
  [/spreadsheetml\.template\.main/, 'excel-template'],
  [/presentationml\.(?:template|slideshow)\.main/, 'powerpoint-show'],
];

/** VBA, ActiveX controls and Excel 4.0 macro sheets, by the names of their parts and by content type. */
const MACRO_PARTS = /(?:^|\/)(?:vbaproject[^/]*\.bin$|vbadata\.xml$|activex|macrosheets\/)/;
const MACRO_TYPES = /macroenabled|macrosheet|vbaproject|vbadata|activex/;

/** Which Office document a zip file is. @throws UserError when it is damaged, contains macros, or is any other zip */
export async function ooxmlKind(file: Bytes): Promise<OoxmlKind> {
  using zip = await openZip(file, LIMITS);
  if (!zip.has(CONTENT_TYPES)) throw new UserError('file.unsupported', { kind: zipKind(zip) });
  const types = await readContentTypes(zip).catch((cause: unknown) => {
    throw new UserError('file.damaged', undefined, { cause });
  });
  refuseUnsafe(zip.names, types);
  await refuseActiveContent(zip);
  const kinds = new Set<OoxmlKind>();
  for (const { part, type } of types) {
    const kind = MAIN_PARTS.get(type);
    if (kind && (part === undefined || zip.has(part))) kinds.add(kind);
  }
  const [kind, another] = kinds;
  if (!kind) throw new UserError('file.unsupported', { kind: 'other-office' });
  if (another) throw new UserError('file.damaged');
  return kind;
}

function zipKind(zip: Zip): 'open-document' | 'zip' {
  return zip.has('mimetype') && zip.has('content.xml') ? 'open-document' : 'zip';
}

async function readContentTypes(zip: Zip): Promise<PartType[]> {
  if (zip.size(CONTENT_TYPES) > MAX_CONTENT_TYPES_BYTES) throw new Error('absurd content types');
  return parseContentTypes((await Array.fromAsync(zip.text(CONTENT_TYPES))).join(''));
}

function refuseUnsafe(names: readonly string[], types: readonly PartType[]): void {
  for (const [pattern, kind] of CONVERTIBLE) {
    if (types.some(({ type }) => pattern.test(type))) throw new UserError('file.convertible', { kind });
  }
  if (names.some((name) => MACRO_PARTS.test(name)) || types.some(({ type }) => MACRO_TYPES.test(type))) {
    throw new UserError('file.macros');
  }
  // Java archives and Android packages may dress up as documents, too.
  if (names.some((name) => /^(?:meta-inf\/manifest\.mf|androidmanifest\.xml)$/.test(name) || hidesProgram(name))) {
    throw new UserError('file.executable');
  }
}

/** Whether something in a document is a program by its name. OLE objects and printer settings are honest parts that end in ".bin". */
export function hidesProgram(name: string): boolean {
  const extension = extensionOf(name);
  return extension !== 'bin' && isExecutableExtension(extension);
}
