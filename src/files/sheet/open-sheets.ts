/** Opens a spreadsheet of either kind. The bytes decide which it is: names and content types can say anything. */
import { open } from 'node:fs/promises';
import { UserError } from '../../errors.ts';
import { bytesOf } from '../bytes.ts';
import { ENCRYPTED_PACKAGE, isCompoundFile, isEncryptedOffice, readCompoundDirectory } from '../compound-directory.ts';
import { decodeText } from '../encoding.ts';
import { openZip, type ZipLimits } from '../zip.ts';
import type { RowSource } from './sheet.ts';
import { csvSheets } from './sheet-csv.ts';
import { xlsxSheets } from './sheet-xlsx.ts';
import { WORKBOOK } from './workbook.ts';

export interface Sheets {
  readonly format: 'csv' | 'xlsx';
  readonly sheets: readonly RowSource[];
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

/** `headOnly`: a text is read as far as its first rows only. @throws UserError for what is no spreadsheet, or not readable here */
export async function openSheets(path: string, headOnly = false): Promise<Sheets> {
  const { head, size, rest } = await readHead(path);
  if (size > MAX_FILE_BYTES) throw new UserError('sheet.too-large');
  if (size === 0) throw new UserError('sheet.empty');
  if (isZip(head)) return { format: 'xlsx', sheets: await workbook(await rest()) };
  if (isCompoundFile(head))
    throw new UserError((await isEncryptedWorkbook(path)) ? 'sheet.encrypted' : 'sheet.old-excel');
  const partial = headOnly && size > head.length;
  const text = decodeText(partial ? head : await rest(), partial);
  if (text === undefined || /^(?:%PDF|\{\\rtf)/.test(text)) throw new UserError('sheet.not-a-spreadsheet');
  if (/^\ufeff?\s*</.test(text)) throw new UserError('sheet.markup');
  return { format: 'csv', sheets: csvSheets(text) };
}

async function workbook(bytes: Buffer): Promise<readonly RowSource[]> {
  const zip = await openZip(bytes, WORKBOOK_LIMITS);
  if (zip.has('xl/workbook.bin')) throw new UserError('sheet.binary-excel');
  if (!zip.has(WORKBOOK)) throw new UserError('sheet.other-zip');
  return xlsxSheets(zip);
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

function isZip(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'PK\x03\x04';
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
