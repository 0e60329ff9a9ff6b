import { type FileHandle, open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { UserError } from '../errors.ts';
import { compoundKind } from './compound.ts';
import { isCompoundFile } from './compound-directory.ts';
import { extensionOf } from './file-name.ts';
import { type FileKind, isExecutableExtension } from './kinds.ts';
import { ooxmlKind } from './ooxml.ts';
import { assertPlainText, looksLikeText } from './plain-text.ts';

export type { FileKind } from './kinds.ts';

/** From the start of a file, as many as file-type asks for. */
const HEAD_BYTES = 4100;

const EXECUTABLE_STARTS = [
  'MZ', // Windows, DOS
  '\x7fELF',
  '\xfe\xed\xfa\xce', // Mach-O, four ways
  '\xfe\xed\xfa\xcf',
  '\xce\xfa\xed\xfe',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe', // Java class, Mach-O for several processors
  '\0asm',
  'dex\n',
  'L\0\0\0\x01\x14\x02\0', // Windows shortcut
  '#!',
  '\xef\xbb\xbf#!',
];

/** A zip file with entries, and one without. */
const ZIP_STARTS = ['PK\x03\x04', 'PK\x05\x06'];

/** PDF readers look for the header within the first 1,024 bytes; before it only blanks and byte order marks are let through. */
const PDF = /^(?:[\0\t\n\f\r ]|\xef\xbb\xbf|\xfe\xff|\xff\xfe){0,1024}%PDF-\d/;

/**
 * What a stored file is, by its bytes. Its name only serves to refuse it, or to recognise text as CSV.
 * All reading is bounded: the start of the file, the directories of containers (with caps), and one pass over plain text.
 * @throws UserError when it is not taken (empty, damaged, with macros, protected, a program, another kind)
 */
export async function fileKind(path: string, name: string): Promise<FileKind> {
  const extension = extensionOf(name);
  if (isExecutableExtension(extension)) throw new UserError('file.executable');
  const file = await open(path, 'r');
  try {
    return await kindOf(file, path, extension);
  } finally {
    await file.close();
  }
}

async function kindOf(file: FileHandle, path: string, extension: string): Promise<FileKind> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  const start = head.toString('latin1');
  if (head.length === 0) throw new UserError('file.empty');
  if (EXECUTABLE_STARTS.some((signature) => start.startsWith(signature))) throw new UserError('file.executable');
  if (ZIP_STARTS.some((signature) => start.startsWith(signature))) return ooxmlKind(path);
  if (isCompoundFile(head)) return compoundKind(file);
  if (PDF.test(start)) return 'pdf';
  // Before file-type, to which a text that begins with "BM" is a bitmap.
  if (looksLikeText(head)) {
    await assertPlainText(file, head, extension);
    return extension === 'csv' || extension === 'tsv' ? 'csv' : 'txt';
  }
  return binaryKind(head);
}

async function binaryKind(head: Buffer): Promise<FileKind> {
  // The fixed beginning of every PNG; file-type reads on to chunks that may lie beyond the head.
  if (head.toString('latin1', 0, 16) === '\x89PNG\r\n\x1a\n\0\0\0\rIHDR') return 'png';
  const type = await fileTypeFromBuffer(head).catch(() => undefined);
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
