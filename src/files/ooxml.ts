import type { FileHandle } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { UserError } from '../errors.ts';
import { type PartType, parseContentTypes } from './content-types.ts';
import { extensionOf } from './file-name.ts';
import { type FileKindName, runsWhenOpened } from './kinds.ts';
import { intakeTexts } from './texts.ts';

type OoxmlKind = Extract<FileKindName, 'docx' | 'xlsx' | 'pptx'>;

const MAX_ENTRIES = 10_000;
const MAX_CONTENT_TYPES_BYTES = 4 * 1024 * 1024;
/** Far above what an honest document of the file cap unpacks to. */
const MAX_UNPACKED_BYTES = 2 * 1024 * 1024 * 1024;
const ZIP64_EXTRA_FIELD = 1;

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
export async function ooxmlKind(path: string, file: FileHandle): Promise<OoxmlKind> {
  try {
    const zip = await openPromise(path, { autoClose: false });
    try {
      return await kindOf(zip, file);
    } finally {
      zip.close();
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(intakeTexts.damaged, { cause });
  }
}

async function kindOf(zip: ZipFile, file: FileHandle): Promise<OoxmlKind> {
  const entries = await directoryOf(zip, file);
  const contentTypes = entries.get('[content_types].xml');
  if (!contentTypes) throw new UserError(intakeTexts.unsupported(otherZip(entries)));
  const types = await readContentTypes(zip, contentTypes);
  refuseUnsafe([...entries.keys()], types);
  const kinds = new Set<OoxmlKind>();
  for (const { part, type } of types) {
    const kind = MAIN_PARTS.get(type);
    if (kind && (part === undefined || entries.has(part))) kinds.add(kind);
  }
  const [kind, another] = kinds;
  if (!kind) throw new UserError(intakeTexts.unsupported('a kind of Office file'));
  if (another) throw new UserError(intakeTexts.damaged);
  return kind;
}

/** The parts by lower-case name (names in these packages do not tell case apart); doubles and the like make it "damaged". */
async function directoryOf(zip: ZipFile, file: FileHandle): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES) throw new Error('too many entries');
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    unpacked += entry.uncompressedSize;
    if (entries.has(name)) throw new Error('two entries of one name');
    if (entry.extraFields.some(({ id }) => id === ZIP64_EXTRA_FIELD)) throw new Error('zip64');
    if (unpacked > MAX_UNPACKED_BYTES) throw new Error('unpacks to an absurd size');
    if (entry.isEncrypted()) throw new UserError(intakeTexts.protected);
    entries.set(name, entry);
  }
  await assertDirectoryEnds(zip, file);
  return entries;
}

/** Behind the last entry counted the end record follows, not more entries for readers that do not count, and no zip64 record. */
async function assertDirectoryEnds(zip: ZipFile, file: FileHandle): Promise<void> {
  // The types have it as a boolean; it is the offset behind what was read.
  const { buffer } = await file.read(Buffer.alloc(4), 0, 4, Number(zip.readEntryCursor));
  if (buffer.toString('latin1') !== 'PK\x05\x06') throw new Error('the directory goes on behind its end');
}

function otherZip(entries: ReadonlyMap<string, Entry>): string {
  const isOpenDocument = entries.has('mimetype') && entries.has('content.xml');
  return isOpenDocument ? 'an OpenDocument file' : 'a zip file or a kind of one';
}

async function readContentTypes(zip: ZipFile, entry: Entry): Promise<PartType[]> {
  if (entry.uncompressedSize > MAX_CONTENT_TYPES_BYTES) throw new Error('absurd content types');
  // yauzl lets no more through than the directory says.
  return parseContentTypes(await text(await zip.openReadStreamPromise(entry)));
}

function refuseUnsafe(names: readonly string[], types: readonly PartType[]): void {
  for (const [pattern, what, as] of SAVE_AS) {
    if (types.some(({ type }) => pattern.test(type))) throw new UserError(intakeTexts.saveAs(what, as));
  }
  if (names.some((name) => MACRO_PARTS.test(name)) || types.some(({ type }) => MACRO_TYPES.test(type))) {
    throw new UserError(intakeTexts.macros);
  }
  // Java archives and Android packages may dress up as documents, too.
  if (names.some((name) => /^(?:meta-inf\/manifest\.mf|androidmanifest\.xml)$/.test(name) || hidesProgram(name))) {
    throw new UserError(intakeTexts.executable);
  }
}

/** OLE objects and printer settings are honest parts that end in ".bin". */
function hidesProgram(name: string): boolean {
  const extension = extensionOf(name);
  return extension !== 'bin' && runsWhenOpened(extension);
}
