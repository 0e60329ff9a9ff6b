/** A ZIP held to what it declares: looked at before anything is unpacked, and unpacked as a stream. */
import yauzl, { type Entry } from 'yauzl';
import { UserError } from '../errors.ts';
import { refusals } from './sheet/texts.ts';

export interface Zip {
  has(name: string): boolean;
  /** An entry as UTF-8 text, piece by piece; nothing when there is none. More bytes than it declared are an error. */
  text(name: string): AsyncIterable<string>;
}

const MIB = 1024 * 1024;
/** A workbook of 200,000 rows and 12 columns declares 100 to 200 MB. */
const MAX_TOTAL_BYTES = 400 * MIB;
/** Sheets shrink to a tenth or a fiftieth; deflate's limit is about a thousandth. */
const MAX_RATIO = 200;
const RATIO_COUNTS_FROM_BYTES = 16 * MIB;
const MAX_ENTRIES = 5_000;

/** @throws UserError when it is damaged, encrypted, or unpacks to more than a spreadsheet ever does */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const entries = new Map<string, Entry>();
  try {
    const zip = await yauzl.fromBufferPromise(bytes);
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      check(entry, entries.size, total);
      // Of two entries of one name the first is read.
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
    }
    return {
      has: (name) => entries.has(name),
      text: (name) => textOf(zip, entries.get(name)),
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(refusals.damaged, { cause: error });
  }
}

function check(entry: Entry, before: number, total: number): void {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new UserError(refusals.encrypted);
  const absurd = uncompressedSize > RATIO_COUNTS_FROM_BYTES && uncompressedSize > compressedSize * MAX_RATIO;
  if (total > MAX_TOTAL_BYTES || before >= MAX_ENTRIES || absurd) throw new UserError(refusals.tooLarge);
}

async function* textOf(zip: yauzl.ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return;
  const stream = await zip.openReadStreamPromise(entry);
  stream.setEncoding('utf8');
  yield* stream as AsyncIterable<string>;
}
