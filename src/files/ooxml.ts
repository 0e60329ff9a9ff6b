import { UserError } from '../errors.ts';
import { type PartType, parseContentTypes } from './content-types.ts';
import { extensionOf } from './file-name.ts';
import { type FileKindName, runsWhenOpened } from './kinds.ts';
import { fileTexts } from './texts.ts';
import { openZip, type Zip, type ZipLimits } from './zip.ts';

type OoxmlKind = Extract<FileKindName, 'docx' | 'xlsx' | 'pptx'>;

const MAX_CONTENT_TYPES_BYTES = 4 * 1024 * 1024;
const LIMITS: ZipLimits = {
  maxEntries: 10_000,
  // Far above what an honest document of the file cap unpacks to.
  maxTotalBytes: 2 * 1024 * 1024 * 1024,
  unambiguous: true,
  refusals: { damaged: fileTexts.damaged, encrypted: fileTexts.protected, tooLarge: fileTexts.damaged },
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
const SAVE_AS: readonly (readonly [RegExp, string, string])[] = [
  [/ms-excel\.sheet\.binary/, 'a binary workbook (.xlsb)', '.xlsx'],
  [/wordprocessingml\.template\.main/, 'a Word template', '.docx'],
  [/spreadsheetml\.template\.main/, 'an Excel template', '.xlsx'],
  [/presentationml\.(?:template|slideshow)\.main/, 'a PowerPoint template or show', '.pptx'],
];

/** VBA, ActiveX controls and Excel 4.0 macro sheets, by the names of their parts and by content type. */
const MACRO_PARTS = /(?:^|\/)(?:vbaproject[^/]*\.bin$|vbadata\.xml$|activex|macrosheets\/)/;
const MACRO_TYPES = /macroenabled|macrosheet|vbaproject|vbadata|activex/;

/** Which Office document a zip file is; a UserError when it is damaged, carries macros, or is any other zip. */
export async function ooxmlKind(path: string): Promise<OoxmlKind> {
  using zip = await openZip(path, LIMITS);
  if (!zip.has(CONTENT_TYPES)) throw new UserError(fileTexts.unsupported(otherZip(zip)));
  const types = await readContentTypes(zip).catch((cause: unknown) => {
    throw new UserError(fileTexts.damaged, { cause });
  });
  refuseUnsafe(zip.names, types);
  const kinds = new Set<OoxmlKind>();
  for (const { part, type } of types) {
    const kind = MAIN_PARTS.get(type);
    if (kind && (part === undefined || zip.has(part))) kinds.add(kind);
  }
  const [kind, another] = kinds;
  if (!kind) throw new UserError(fileTexts.unsupported('a kind of Office file'));
  if (another) throw new UserError(fileTexts.damaged);
  return kind;
}

function otherZip(zip: Zip): string {
  const isOpenDocument = zip.has('mimetype') && zip.has('content.xml');
  return isOpenDocument ? 'an OpenDocument file' : 'a zip file or a kind of one';
}

async function readContentTypes(zip: Zip): Promise<PartType[]> {
  if (zip.size(CONTENT_TYPES) > MAX_CONTENT_TYPES_BYTES) throw new Error('absurd content types');
  return parseContentTypes((await Array.fromAsync(zip.text(CONTENT_TYPES))).join(''));
}

function refuseUnsafe(names: readonly string[], types: readonly PartType[]): void {
  for (const [pattern, what, as] of SAVE_AS) {
    if (types.some(({ type }) => pattern.test(type))) throw new UserError(fileTexts.saveAs(what, as));
  }
  if (names.some((name) => MACRO_PARTS.test(name)) || types.some(({ type }) => MACRO_TYPES.test(type))) {
    throw new UserError(fileTexts.macros);
  }
  // Java archives and Android packages may dress up as documents, too.
  if (names.some((name) => /^(?:meta-inf\/manifest\.mf|androidmanifest\.xml)$/.test(name) || hidesProgram(name))) {
    throw new UserError(fileTexts.executable);
  }
}

/** OLE objects and printer settings are honest parts that end in ".bin". */
function hidesProgram(name: string): boolean {
  const extension = extensionOf(name);
  return extension !== 'bin' && runsWhenOpened(extension);
}
