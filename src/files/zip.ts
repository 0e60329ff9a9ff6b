/** Opens ZIPs: what one declares is checked before anything is unpacked, and its entries are unpacked as streams. */
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UserError } from '../errors.ts';
import { type Bytes, bytesIn, partOf } from './bytes.ts';
import { xmlText } from './xml.ts';

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
    readonly tooLarge: 'file.zip-bomb' | 'sheet.too-large';
  };
}

export interface Zip extends Disposable {
  /** In lower case where the limits ask for an unambiguous package. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The name of an entry as it stands there, found whatever its case: names of parts do not tell it apart (ECMA-376 part 2, 6.2.2). */
  find(name: string): string | undefined;
  /** What an entry declares to unpack to, in bytes; 0 when there is none. */
  size(name: string): number;
  /** The first bytes of an entry; fewer where it has no more, or where there is none. */
  head(name: string, bytes: number): Promise<Buffer>;
  /** A whole entry; empty where there is none. More bytes than it declared are an error. */
  bytes(name: string): Promise<Buffer>;
  /** An entry as the text of XML, piece by piece; nothing when there is none. More bytes than it declared are an error. */
  text(name: string): AsyncIterable<string>;
}

/**
 * Bytes before the ZIP, and behind its end, are left aside: mail and web servers add some, and Office reads on as well.
 * @throws UserError when it is damaged, encrypted, or goes beyond the limits
 */
export async function openZip(source: Bytes | Buffer, limits: ZipLimits): Promise<Zip> {
  try {
    const bytes = await zipIn(Buffer.isBuffer(source) ? bytesIn(source) : source);
    const zip = await yauzl.fromRandomAccessReaderPromise(new BytesReader(bytes), bytes.size, { autoClose: false });
    try {
      return asZip(zip, await readDirectory(zip, bytes, limits));
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(limits.refusals.damaged, undefined, { cause: error });
  }
}

/** The end record of a ZIP, without its comment (APPNOTE.TXT, 4.3.16). */
const END_BYTES = 22;
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
/** A comment's own limit, and as much behind the end. */
const END_WITHIN = 2 * 0xffff + END_BYTES;
const MOST_BEFORE = 1024;

/** The ZIP among these bytes, by the last end record. @throws Error where there is none */
async function zipIn(bytes: Bytes): Promise<Bytes> {
  const tailStart = Math.max(0, bytes.size - END_WITHIN);
  const tail = await bytes.read(tailStart, END_WITHIN);
  const at = tail.lastIndexOf(END_SIGNATURE);
  if (at === -1 || at + END_BYTES > tail.length) throw new Error('no end record');
  const end = tailStart + at;
  const commentLength = tail.readUInt16LE(at + 20);
  // What was put before a ZIP moved its directory away from where it says to be.
  const before = end - tail.readUInt32LE(at + 12) - tail.readUInt32LE(at + 16);
  const start = before > 0 && before <= MOST_BEFORE ? before : 0;
  return partOf(bytes, start, Math.min(bytes.size, end + END_BYTES + commentLength));
}

const CHUNK_BYTES = 64 * 1024;

class BytesReader extends yauzl.RandomAccessReader {
  readonly #bytes: Bytes;

  constructor(bytes: Bytes) {
    super();
    this.#bytes = bytes;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#chunks(start, end), { objectMode: false });
  }

  async *#chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let position = start; position < end; position += CHUNK_BYTES)
      yield await this.#bytes.read(position, Math.min(CHUNK_BYTES, end - position));
  }
}

function asZip(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Zip {
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    find: (name) => (entries.has(name) ? name : entryNamed(entries.keys(), name.toLowerCase())),
    size: (name) => entries.get(name)?.uncompressedSize ?? 0,
    head: (name, bytes) => headOf(zip, entries.get(name), bytes),
    bytes: (name) => bytesOfEntry(zip, entries.get(name)),
    text: (name) => textOf(zip, entries.get(name)),
    [Symbol.dispose]: () => zip.close(),
  };
}

function entryNamed(names: Iterable<string>, lower: string): string | undefined {
  // Some writers part folders by backslashes.
  for (const name of names) if (name.toLowerCase().replaceAll('\\', '/') === lower) return name;
  return undefined;
}

async function readDirectory(zip: ZipFile, bytes: Bytes, limits: ZipLimits): Promise<Map<string, Entry>> {
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
  if (unambiguous) await assertDirectoryEnds(zip, bytes);
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
async function assertDirectoryEnds(zip: ZipFile, bytes: Bytes): Promise<void> {
  // The types have it as a boolean; it is the offset behind what was read.
  const found = await bytes.read(Number(zip.readEntryCursor), END_SIGNATURE.length);
  if (!found.equals(END_SIGNATURE)) throw new Error('the directory goes on behind its end');
}

async function headOf(zip: ZipFile, entry: Entry | undefined, bytes: number): Promise<Buffer> {
  let head = Buffer.alloc(0);
  if (entry === undefined || entry.uncompressedSize === 0) return head;
  // Leaving the loop ends the stream: no more is unpacked than was asked for.
  for await (const piece of await zip.openReadStreamPromise(entry)) {
    head = Buffer.concat([head, piece as Buffer]);
    if (head.length >= bytes) break;
  }
  return head.subarray(0, bytes);
}

async function bytesOfEntry(zip: ZipFile, entry: Entry | undefined): Promise<Buffer> {
  return entry === undefined ? Buffer.alloc(0) : buffer(await zip.openReadStreamPromise(entry));
}

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) return;
  yield* xmlText(await zip.openReadStreamPromise(entry));
}
