/** Which kind of document a file is, by its bytes, and whether its name tells the same. */
import { open } from 'node:fs/promises';
import { UserError } from '../errors.ts';
import { isCompoundFile } from '../files/compound-directory.ts';
import { decodeText } from '../files/decode-text.ts';
import { fileKind } from '../files/file-kind.ts';
import { extensionOf } from '../files/file-name.ts';
import type { FileKind } from '../files/kinds.ts';

export type DocumentKind = FileKind;

const HEAD_BYTES = 4100;
const EXTENSIONS: Readonly<Record<string, readonly DocumentKind[]>> = {
  pdf: ['pdf'],
  docx: ['docx'],
  docm: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  doc: ['doc', 'rtf'],
  msg: ['msg'],
  png: ['png'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  tif: ['tiff'],
  tiff: ['tiff'],
  txt: ['txt', 'eml'],
  csv: ['csv'],
  tsv: ['csv'],
  html: ['html'],
  htm: ['html'],
  rtf: ['rtf'],
  eml: ['eml', 'txt'],
};
const MARKUP = /<(?:!doctype\s+html|html|head|body|div|p|table|span|h1|meta)\b/i;

/**
 * @param name as its sender calls it
 * @throws UserError when it is refused: by what it is, or since its name says another kind
 */
export async function documentKind(path: string, name: string): Promise<DocumentKind> {
  const extension = extensionOf(name);
  const expected = EXTENSIONS[extension];
  let kind: DocumentKind;
  try {
    kind = await readableKind(path, name);
  } catch (error) {
    throw expected === undefined ? error : asNamed(error, extension);
  }
  if (expected !== undefined && !expected.includes(kind)) throw new UserError('file.type-mismatch', { extension });
  return kind;
}

/** A file that is some other kind inside; one of which nothing is known is a damaged one of its own kind. */
function asNamed(error: unknown, extension: string): unknown {
  if (!(error instanceof UserError)) return error;
  switch (error.problem.code) {
    case 'file.unknown':
      return new UserError('file.damaged', undefined, { cause: error });
    case 'file.unsupported':
      // An Office package without the part that it is about.
      if (error.problem.data.kind === 'other-office') return new UserError('file.damaged', undefined, { cause: error });
      return new UserError('file.type-mismatch', { extension }, { cause: error });
    case 'file.executable':
    case 'file.markup':
    case 'file.unsupported-extension':
    case 'file.convertible':
      return new UserError('file.type-mismatch', { extension }, { cause: error });
    default:
      return error;
  }
}

async function readableKind(path: string, name: string): Promise<DocumentKind> {
  try {
    return await fileKind(path, name);
  } catch (error) {
    const kind = error instanceof UserError ? await alsoReadable(error, path) : undefined;
    if (kind === undefined) throw error;
    return kind;
  }
}

/** What is called otherwise, and holds words that can be read. */
async function alsoReadable({ problem }: UserError, path: string): Promise<DocumentKind | undefined> {
  if (problem.code === 'file.unsupported' && problem.data.kind === 'rtf') return 'rtf';
  if (problem.code === 'file.convertible' && problem.data.kind === 'eml') return 'eml';
  if (problem.code !== 'file.markup') return undefined;
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
  return MARKUP.test((await decodeText(buffer.subarray(0, bytesRead), { partial: true }))?.text ?? '')
    ? 'html'
    : undefined;
}

/** Of an attachment, whose bytes are in memory. Undefined for what is not read. */
export async function attachmentKind(bytes: Buffer, name: string): Promise<DocumentKind | undefined> {
  const start = bytes.toString('latin1', 0, 8);
  const extension = extensionOf(name);
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('\x89PNG')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'tiff';
  if (start.startsWith('PK')) return OFFICE.find((kind) => kind === extension);
  if (isCompoundFile(bytes)) return extension === 'msg' ? 'msg' : extension === 'doc' ? 'doc' : undefined;
  if (start.startsWith('{\\rtf')) return 'rtf';
  const text = (await decodeText(bytes.subarray(0, HEAD_BYTES), { partial: true }))?.text;
  if (text === undefined) return undefined;
  return MARKUP.test(text) ? 'html' : extension === 'eml' ? 'eml' : 'txt';
}

const OFFICE = ['docx', 'xlsx', 'pptx'] as const;
