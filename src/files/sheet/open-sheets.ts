/** Opens a spreadsheet of either kind. The bytes decide which it is: names and content types can say anything. */
import { open } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import { bytesOf } from '../bytes.ts';
import { ENCRYPTED_PACKAGE, isCompoundFile, isEncryptedOffice, readCompoundDirectory } from '../compound-directory.ts';
import { decodeText, type TextEncoding } from '../decode-text.ts';
import { openZip, type ZipLimits } from '../zip.ts';
import type { RowSource } from './sheet.ts';

export interface Sheets {
  readonly format: 'csv' | 'xlsx';
  /** Of a workbook: its sheets. Of a text: ways to read it, of which one is right. */
  readonly sheets: readonly RowSource[];
  /** Of a text. */
  readonly encoding?: TextEncoding;
}

export interface OpenOptions {
  /** A text is read as far as its first rows only. */
  readonly headOnly?: boolean;
  /** What a person said that a text is. */
  readonly encoding?: TextEncoding | undefined;
}

const MAX_FILE_BYTES = 100 * 1024 * 1024;
/** Enough for the first rows of a text. */
const HEAD_BYTES = 256 * 1024;

const MIB = 1024 * 1024;
export const WORKBOOK_LIMITS: ZipLimits = {
  maxEntries: 5_000,
  // A workbook of 200,000 rows and 12 columns declares 100 to 200 MB.
  maxTotalBytes: 400 * MIB,
  // Sheets shrink to a tenth or a fiftieth; deflate's limit is about a thousandth.
  maxRatio: { ratio: 200, fromBytes: 16 * MIB },
  refusals: { damaged: 'sheet.damaged', encrypted: 'sheet.encrypted', tooLarge: 'sheet.too-large' },
};

/** A page or XML; or a piece of one, which something closes. A cell may begin with an angle bracket, too. */
const MARKUP = /^\ufeff?\s*<(?:!|\?xml|(?:html|svg|script|workbook)[\s>])/i;
const PIECE_OF_PAGE = /^\ufeff?\s*<(head|body|table|style|div|meta|p)(?:\s[^<>]*)?>[\s\S]*<\/\1\s*>/i;

/** @throws UserError for what is no spreadsheet, or not readable here */
export async function openSheets(path: string, { headOnly = false, encoding }: OpenOptions = {}): Promise<Sheets> {
  const { head, size, rest } = await readHead(path);
  if (size > MAX_FILE_BYTES) throw new UserError('sheet.too-large');
  if (size === 0) throw new UserError('sheet.empty');
  if (isZip(head)) {
    // Each kind has libraries of its own, and a process for each file loads what it needs.
    const { xlsxSheets } = await import('./sheet-xlsx.ts');
    return { format: 'xlsx', sheets: await xlsxSheets(await openZip(await rest(), WORKBOOK_LIMITS)) };
  }
  if (isCompoundFile(head))
    throw new UserError((await isEncryptedWorkbook(path)) ? 'sheet.encrypted' : 'sheet.old-excel');
  const partial = headOnly && size > head.length;
  const decoded = await decodeText(partial ? head : await rest(), { partial, chosen: encoding });
  if (decoded === undefined || /^(?:%PDF|\{\\rtf)/.test(decoded.text)) throw new UserError('sheet.not-a-spreadsheet');
  if (MARKUP.test(decoded.text) || PIECE_OF_PAGE.test(decoded.text)) throw new UserError('sheet.markup');
  const { csvSheets } = await import('./sheet-csv.ts');
  return { format: 'csv', sheets: csvSheets(decoded.text), encoding: decoded.encoding };
}

async function readHead(path: string): Promise<{ head: Buffer; size: number; rest: () => Promise<Buffer> }> {
  await using file = await open(path);
  const { size } = await file.stat();
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(Math.min(size, HEAD_BYTES)), position: 0 });
  const head = buffer.subarray(0, bytesRead);
  return { head, size, rest: async () => (size <= head.length ? head : await readWhole(path)) };
}

async function readWhole(path: string): Promise<Buffer> {
  await using file = await open(path);
  return await file.readFile();
}

/** Mail and web servers put bytes before a file, up to as many as `openZip` looks over. No text holds this signature. */
const MOST_BEFORE = 1024;

function isZip(head: Buffer): boolean {
  const at = head.indexOf('PK\x03\x04', 0, 'latin1');
  return at >= 0 && at <= MOST_BEFORE;
}

async function isEncryptedWorkbook(path: string): Promise<boolean> {
  await using file = await open(path);
  try {
    return isEncryptedOffice(await readCompoundDirectory(await bytesOf(file)));
  } catch {
    // Its directory is damaged. It names its streams all the same.
    return (await readWhole(path)).includes(Buffer.from(ENCRYPTED_PACKAGE, 'utf16le'));
  }
}
