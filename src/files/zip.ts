/** Opens ZIPs: what one declares is checked before anything is unpacked, and its entries are unpacked as streams. */
import { open } from 'node:fs/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UserError } from '../errors.ts';

/** What one use of ZIPs allows, and how it refuses the others. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** What all entries together declare to unpack to. */
  readonly maxTotalBytes: number;
  /** An entry that unpacks to more than `fromBytes` may declare no more than `ratio` times its packed size. */
  readonly maxRatio?: { readonly ratio: number; readonly fromBytes: number };
  /**
   * For packages whose parts another program will look up by its own rules. Names do not tell case apart; two entries of one name, ZIP64,
   * and a directory that goes on behind its end are damage. Elsewhere the first of two entries of one name is read.
   */
  readonly unambiguous?: boolean;
  readonly refusals: {
    readonly damaged: 'file.damaged' | 'sheet.damaged';
    readonly encrypted: 'file.protected' | 'sheet.encrypted';
    readonly tooLarge: 'file.damaged' | 'sheet.too-large';
  };
}

export interface Zip extends Disposable {
  /** In lower case where the limits ask for an unambiguous package. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** What an entry declares to unpack to, in bytes; 0 when there is none. */
  size(name: string): number;
  /** An entry as UTF-8 text, piece by piece; nothing when there is none. More bytes than it declared are an error. */
  text(name: string): AsyncIterable<string>;
}

/** @param source the path of a file, or its bytes. @throws UserError when it is damaged, encrypted, or goes beyond the limits */
export async function openZip(source: string | Buffer, limits: ZipLimits): Promise<Zip> {
  try {
    const zip = await (typeof source === 'string'
      ? yauzl.openPromise(source, { autoClose: false })
      : yauzl.fromBufferPromise(source));
    try {
      return asZip(zip, await readDirectory(zip, source, limits));
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(limits.refusals.damaged, undefined, { cause: error });
  }
}

function asZip(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Zip {
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    text: (name) => textOf(zip, entries.get(name)),
    [Symbol.dispose]: () => zip.close(),
  };
}

async function readDirectory(zip: ZipFile, source: string | Buffer, limits: ZipLimits): Promise<Map<string, Entry>> {
  const { unambiguous = false } = limits;
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = unambiguous ? entry.fileName.toLowerCase() : entry.fileName;
    if (unambiguous) assertUnambiguous(entry, entries.has(name));
    total += entry.uncompressedSize;
    assertWithin(limits, entry, entries.size, total);
    if (!entries.has(name)) entries.set(name, entry);
  }
  if (unambiguous) await assertDirectoryEnds(zip, source);
  return entries;
}

const ZIP64_EXTRA_FIELD = 1;

function assertUnambiguous(entry: Entry, known: boolean): void {
  if (known) throw new Error('two entries of one name');
  if (entry.extraFields.some(({ id }) => id === ZIP64_EXTRA_FIELD)) throw new Error('zip64');
}

function assertWithin(
  { maxEntries, maxTotalBytes, maxRatio, refusals }: ZipLimits,
  entry: Entry,
  before: number,
  total: number,
): void {
  const { compressedSize, uncompressedSize } = entry;
  if (entry.isEncrypted()) throw new UserError(refusals.encrypted);
  const absurd =
    maxRatio !== undefined &&
    uncompressedSize > maxRatio.fromBytes &&
    uncompressedSize > compressedSize * maxRatio.ratio;
  if (total > maxTotalBytes || before >= maxEntries || absurd) throw new UserError(refusals.tooLarge);
}

/** Right behind the entries that were counted comes the end record: no further entries for readers that do not count, and no ZIP64 record. */
async function assertDirectoryEnds(zip: ZipFile, source: string | Buffer): Promise<void> {
  // The types have it as a boolean; it is the offset behind what was read.
  const bytes = await readAt(source, Number(zip.readEntryCursor), 4);
  if (bytes.toString('latin1') !== 'PK\x05\x06') throw new Error('the directory goes on behind its end');
}

async function readAt(source: string | Buffer, position: number, length: number): Promise<Buffer> {
  if (typeof source !== 'string') return source.subarray(position, position + length);
  await using file = await open(source);
  return (await file.read(Buffer.alloc(length), 0, length, position)).buffer;
}

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return;
  const stream = await zip.openReadStreamPromise(entry);
  stream.setEncoding('utf8');
  yield* stream as AsyncIterable<string>;
}
