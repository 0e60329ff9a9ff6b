/** Reads the streams of a compound file that is in memory ([MS-CFB]). Each step is bounded by the file's own size, rings are damage. */

/** A stream or a storage; names are lower case, as compound files do not tell case apart. */
export interface CompoundNode {
  readonly name: string;
  readonly children: readonly CompoundNode[];
  /** Of a stream. @throws Error when its chain is broken */
  bytes(): Buffer;
}

const END = 0xfffffffa;
const NONE = 0xffffffff;
const ENTRY_BYTES = 128;
const MAX_ENTRIES = 20_000;
const MAX_DEPTH = 16;
const MINI_BYTES = 64;

/** @throws Error when it is damaged */
export function readCompoundFile(file: Buffer): CompoundNode {
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw new Error('unknown version');
  const size = 2 ** shift;
  const sector = (index: number): Buffer => {
    const start = (index + 1) * size;
    if (index >= END || start >= file.length) throw new Error('a sector beyond the end');
    return file.subarray(start, start + size);
  };
  const fat = fatOf(file, sector, size);
  const chain = (first: number, table: readonly number[], most: number): number[] => {
    const found: number[] = [];
    for (let at = first; at < END; at = table[at] ?? NONE) {
      if (found.length >= most) throw new Error('a chain goes in circles');
      found.push(at);
    }
    return found;
  };
  const large = (first: number): Buffer => Buffer.concat(chain(first, fat, fat.length).map(sector));
  const directory = large(file.readUInt32LE(48));
  const total = Math.min(MAX_ENTRIES, Math.floor(directory.length / ENTRY_BYTES));
  const entry = (id: number): Buffer => directory.subarray(id * ENTRY_BYTES, (id + 1) * ENTRY_BYTES);
  if (total === 0 || entry(0).readUInt8(66) !== 5) throw new Error('no root');
  const miniFat = numbersOf(large(file.readUInt32LE(60)));
  const mini = large(entry(0).readUInt32LE(116));
  const cutoff = file.readUInt32LE(56);

  const bytesOf = (raw: Buffer): Buffer => {
    const length = raw.readUInt32LE(120);
    const first = raw.readUInt32LE(116);
    if (length > file.length) throw new Error('a stream longer than the file');
    if (length === 0) return Buffer.alloc(0);
    const whole =
      length >= cutoff
        ? large(first)
        : Buffer.concat(
            chain(first, miniFat, miniFat.length).map((at) => mini.subarray(at * MINI_BYTES, (at + 1) * MINI_BYTES)),
          );
    if (whole.length < length) throw new Error('a stream is cut short');
    return whole.subarray(0, length);
  };

  const seen = new Set<number>([0]);
  const childrenOf = (first: number, depth: number): CompoundNode[] => {
    if (depth > MAX_DEPTH) throw new Error('nested too deep');
    const found: CompoundNode[] = [];
    const open = [first];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id === NONE) continue;
      if (id >= total || seen.has(id)) throw new Error('the tree is broken');
      seen.add(id);
      const raw = entry(id);
      open.push(raw.readUInt32LE(68), raw.readUInt32LE(72));
      const length = Math.max(0, Math.min(64, raw.readUInt16LE(64)) - 2);
      const children = raw.readUInt8(66) === 1 ? childrenOf(raw.readUInt32LE(76), depth + 1) : [];
      found.push({ name: raw.toString('utf16le', 0, length).toLowerCase(), children, bytes: () => bytesOf(raw) });
    }
    return found;
  };
  return { name: '', children: childrenOf(entry(0).readUInt32LE(76), 0), bytes: () => Buffer.alloc(0) };
}

/** The allocation table: which sector follows which. */
function fatOf(file: Buffer, sector: (index: number) => Buffer, size: number): number[] {
  const most = Math.ceil(file.length / size / (size / 4)) + 1;
  const sectors: number[] = [];
  for (let at = 0; at < 109; at++) sectors.push(file.readUInt32LE(76 + at * 4));
  for (let next = file.readUInt32LE(68); next < END && sectors.length < most; ) {
    const list = numbersOf(sector(next));
    next = list.pop() ?? NONE;
    sectors.push(...list);
  }
  return sectors
    .filter((index) => index < END)
    .slice(0, most)
    .flatMap((index) => numbersOf(sector(index)));
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}
