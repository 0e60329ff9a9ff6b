import type { Bytes } from './bytes.ts';

/** One storage or stream of a compound file. */
export interface CompoundEntry {
  /** Lower case: names in compound files do not tell case apart. */
  readonly name: string;
  /** The names from the root's children down, joined by `/`, lower case. */
  readonly path: string;
}

/** Whether a file begins as a compound file: the container of .xls, .doc, .msg, and of Office documents with a password. */
export function isCompoundFile(head: Buffer): boolean {
  return head.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1';
}

/** The stream that an encrypted Office document is ([MS-OFFCRYPTO] 2.3.4). */
export const ENCRYPTED_PACKAGE = 'EncryptedPackage';

export function isEncryptedOffice(entries: readonly CompoundEntry[]): boolean {
  return entries.some(({ path }) => path === ENCRYPTED_PACKAGE.toLowerCase());
}

const MAX_ENTRIES = 20_000;
const ENTRY_BYTES = 128;
/** Where the header's own list of FAT sectors lies ([MS-CFB] 2.2). */
const HEADER_DIFAT_OFFSET = 76;
const HEADER_DIFAT_COUNT = 109;
const NONE = 0xffffffff;
/** Sector numbers above this are marks ("end of chain", "free" and so on). */
const MAX_SECTOR = 0xfffffffa;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;

/**
 * Reads the directory of a compound file ([MS-CFB]; .doc, .msg), and nothing else of it. Throws an Error when it is damaged.
 * Our own reading instead of a package: the `cfb` package follows a chain of sectors that bites its own tail until the process is out
 * of memory, which nobody can catch. Here each step is bounded by the file's size and the number of entries.
 */
export async function readCompoundDirectory(file: Bytes): Promise<CompoundEntry[]> {
  const sectors = await openSectors(file);
  const fat = await fatSectors(sectors);
  const directory = await readChain(sectors, fat, sectors.header.readUInt32LE(48));
  return walk(directory);
}

interface Sectors {
  readonly header: Buffer;
  /** Sectors in the file, the last perhaps cut short. */
  readonly count: number;
  readonly bytes: number;
  read(sector: number): Promise<Buffer>;
}

async function openSectors(file: Bytes): Promise<Sectors> {
  const { size } = file;
  const header = Buffer.alloc(512);
  (await file.read(0, header.length)).copy(header);
  const version = header.readUInt16LE(26);
  const shift = header.readUInt16LE(30);
  if (!(version === 3 && shift === 9) && !(version === 4 && shift === 12)) throw new Error('unknown version');
  const bytes = 2 ** shift;
  const count = Math.ceil(size / bytes) - 1;
  return {
    header,
    count,
    bytes,
    async read(sector) {
      if (sector >= count) throw new Error('a sector beyond the end');
      const buffer = Buffer.alloc(bytes, 0xff);
      (await file.read((sector + 1) * bytes, bytes)).copy(buffer);
      return buffer;
    },
  };
}

/** Numbers of the sectors that hold the file allocation table, in order; no more than the file's size can need. */
async function fatSectors(sectors: Sectors): Promise<number[]> {
  const { header } = sectors;
  const needed = Math.ceil((sectors.count * 4) / sectors.bytes);
  const found = numbers(header.subarray(HEADER_DIFAT_OFFSET, HEADER_DIFAT_OFFSET + HEADER_DIFAT_COUNT * 4));
  for (let next = header.readUInt32LE(68); next < MAX_SECTOR && found.length < needed; ) {
    const list = numbers(await sectors.read(next));
    next = list.pop() ?? NONE;
    found.push(...list);
  }
  return found;
}

async function readChain(sectors: Sectors, fat: readonly number[], first: number): Promise<Buffer> {
  const perSector = sectors.bytes / 4;
  const maxSectors = Math.min(sectors.count, Math.ceil((MAX_ENTRIES * ENTRY_BYTES) / sectors.bytes));
  const parts: Buffer[] = [];
  let table = { index: -1, entries: [] as number[] };
  for (let sector = first; sector < MAX_SECTOR; ) {
    if (parts.length >= maxSectors) throw new Error('the directory is too long or goes in circles');
    parts.push(await sectors.read(sector));
    const index = Math.floor(sector / perSector);
    if (index !== table.index) table = { index, entries: numbers(await sectors.read(fat[index] ?? NONE)) };
    sector = table.entries[sector % perSector] ?? NONE;
  }
  return Buffer.concat(parts);
}

/** Walks the tree from the root; siblings form a binary tree of their own, whose order does not matter here. */
function walk(directory: Buffer): CompoundEntry[] {
  const total = directory.length / ENTRY_BYTES;
  if (total === 0 || directory.readUInt8(66) !== ROOT) throw new Error('no root');
  const found: CompoundEntry[] = [];
  const seen = new Set<number>([0]);
  const open = [{ id: directory.readUInt32LE(76), parent: '' }];
  for (let step = open.pop(); step; step = open.pop()) {
    const { id, parent } = step;
    if (id === NONE) continue;
    if (id >= total || seen.has(id)) throw new Error('the tree is broken');
    seen.add(id);
    const entry = directory.subarray(id * ENTRY_BYTES, (id + 1) * ENTRY_BYTES);
    const type = entry.readUInt8(66);
    if (type !== STORAGE && type !== STREAM) throw new Error('an unknown type of entry');
    const name = nameOf(entry);
    const path = `${parent}${name}`;
    found.push({ name, path });
    open.push({ id: entry.readUInt32LE(68), parent }, { id: entry.readUInt32LE(72), parent });
    if (type === STORAGE) open.push({ id: entry.readUInt32LE(76), parent: `${path}/` });
  }
  return found;
}

function nameOf(entry: Buffer): string {
  const bytes = entry.readUInt16LE(64);
  if (bytes < 2 || bytes > 64 || bytes % 2 !== 0) throw new Error('a broken name');
  return entry.toString('utf16le', 0, bytes - 2).toLowerCase();
}

function numbers(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}
