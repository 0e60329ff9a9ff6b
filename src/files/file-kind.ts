import { open } from 'node:fs/promises';
import { fileTypeFromBuffer, fileTypeFromFile } from 'file-type';
import { UserError } from '../errors.ts';
import { type Bytes, bytesOf, partOf } from './bytes.ts';
import { compoundKind } from './compound.ts';
import { isCompoundFile } from './compound-directory.ts';
import { extensionOf } from './file-name.ts';
import { type FileKind, isExecutableExtension, isProgram } from './kinds.ts';
import { ooxmlKind } from './ooxml.ts';
import { isPdf, isPdfWithin, refuseLockedPdf } from './pdf.ts';
import { assertNoRefusedText, assertPlainText, looksLikeText, markedText } from './plain-text.ts';

export type { FileKind } from './kinds.ts';

/** From the start of a file, as many as file-type asks for. */
const HEAD_BYTES = 4100;
/** What mail, web and print servers put before a document; readers of PDF look as far. */
const MOST_FOREIGN = 1024;

/** PNG, JPEG and TIFF. */
const PICTURE = /^(?:\x89PNG|\xff\xd8\xff|II[*+]\0|MM\0[*+])/;

/** A zip file with entries, and one without. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06'];
const PDF = '%PDF-';
/** Office documents of either kind, which no text holds. */
const DOCUMENTS = ['PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'];

/**
 * What a stored file is, by its bytes. Its name only serves to refuse it, or to recognise text as CSV.
 * All reading is bounded: the start of the file, the directories of containers (with caps), one pass over plain text, and the ends of PDFs.
 * @throws UserError when it is not taken (empty, damaged, with macros, protected, a program, another kind)
 */
export async function fileKind(path: string, name: string): Promise<FileKind> {
  const extension = extensionOf(name);
  if (isExecutableExtension(extension)) throw new UserError('file.executable');
  await using file = await open(path, 'r');
  const bytes = await bytesOf(file);
  const head = await bytes.read(0, HEAD_BYTES);
  if (head.length === 0) throw new UserError('file.empty');
  const start = head.toString('latin1');
  if (isProgram(head)) throw new UserError('file.executable');
  return (
    (await documentKind(bytes, head)) ??
    (await documentWithin(bytes, start)) ??
    (PICTURE.test(start) ? await pictureKind(path, head) : undefined) ??
    (await textKind(bytes, head, extension)) ??
    (await pictureKind(path, head))
  );
}

/** A document of which the first bytes tell. */
async function documentKind(bytes: Bytes, head: Buffer): Promise<FileKind | undefined> {
  const start = head.toString('latin1', 0, 8);
  if (ZIP_STARTS.some((signature) => start.startsWith(signature))) return ooxmlKind(bytes);
  if (isCompoundFile(head)) return compoundKind(bytes);
  if (!isPdf(head)) return undefined;
  await refuseLockedPdf(bytes);
  return 'pdf';
}

/** A document behind foreign bytes. */
async function documentWithin(bytes: Bytes, start: string): Promise<FileKind | undefined> {
  const [pdf = -1, ...office] = [PDF, ...DOCUMENTS].map((signature) =>
    start.slice(0, MOST_FOREIGN + signature.length).indexOf(signature),
  );
  const at = office.find((found) => found > 0) ?? pdf;
  if (at <= 0) return undefined;
  const part = partOf(bytes, at);
  if (at === pdf && !(await isPdfWithin(part))) return undefined;
  assertNoRefusedText(Buffer.from(start.slice(0, at), 'latin1'));
  return documentKind(part, await part.read(0, HEAD_BYTES));
}

async function textKind(bytes: Bytes, head: Buffer, extension: string): Promise<FileKind | undefined> {
  const marked = markedText(head, extension);
  if (marked !== undefined) return marked;
  // RTF and mail may hold any bytes, and are named for what they are.
  assertNoRefusedText(head);
  // Before file-type, to which a text that begins with "BM" is a bitmap.
  if (!looksLikeText(head)) return undefined;
  await assertPlainText(bytes, head, extension);
  return extension === 'csv' || extension === 'tsv' ? 'csv' : 'txt';
}

async function pictureKind(path: string, head: Buffer): Promise<FileKind> {
  // The fixed beginning of every PNG; file-type reads on to chunks that may lie beyond the head.
  if (head.toString('latin1', 0, 16) === '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') return 'png';
  // A TIFF's directory may lie anywhere in it.
  const isTiff = /^(?:II[*+]\0|MM\0[*+])/.test(head.toString('latin1', 0, 4));
  const type = await (isTiff ? fileTypeFromFile(path) : fileTypeFromBuffer(head)).catch(() => undefined);
  if (type === undefined) throw new UserError('file.unknown');
  switch (type.ext) {
    case 'jpg':
      return 'jpg';
    case 'tif':
      return 'tiff';
    case 'png':
    case 'apng':
      throw new UserError('file.damaged');
    default:
      throw new UserError('file.unsupported-extension', { extension: type.ext });
  }
}
