/**
 * The objects of a PDF (ISO 32000-1, 7.3 and 7.5), wherever they lie: by their heads in the file, not by its tables, and those in compressed
 * streams. So nothing is out of sight that some reader finds by a table of its own, or by repairing one.
 */
import { brotliDecompressSync, inflateRawSync, inflateSync, constants as zlib } from 'node:zlib';
import { UserError } from '../../errors.ts';
import type { Decrypt } from '../../files/pdf-password.ts';
import { type PdfDictionary, type PdfValue, valueAt } from '../../files/pdf-syntax.ts';
import type { Inside } from './inside.ts';

export interface PdfObject {
  readonly value: PdfValue;
  /** Whether bytes follow. */
  readonly isStream: boolean;
  /** Of a stream: its bytes, unpacked. Undefined where they cannot be. */
  bytes(): Buffer | undefined;
  /** Where its bytes end in the file, if it says so rightly. */
  endOfStream(): number | undefined;
  /** Of a string in it. */
  text(bytes: Buffer): Buffer;
}

/** Where an object begins, and what may belong to it. */
interface Place {
  readonly number: number;
  readonly generation: number;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  /** In a compressed stream nothing is a stream, and nothing encrypted once more. */
  readonly isPacked: boolean;
}

/** What an object counts for, however small it is. */
const OBJECT_BYTES = 200;
/** Before the word "obj", with comments. */
const HEAD_WITHIN = 256;
const HEAD = /(\d{1,10})[\s\0]+(\d{1,5})[\s\0]*$/;
const COMMENT = /%[^\r\n]*(?:\r\n?|\n)/g;

export class PdfObjects {
  readonly #decrypt: Decrypt | undefined;
  readonly #inside: Inside;
  readonly #places: Place[] = [];
  /** The last of each number counts. */
  readonly #byNumber = new Map<number, Place>();
  readonly #read = new Map<Place, PdfObject | undefined>();

  /** @param file in Latin-1 @throws UserError where it is more than a document has */
  constructor(file: string, decrypt: Decrypt | undefined, inside: Inside) {
    this.#decrypt = decrypt;
    this.#inside = inside;
    const places = placesIn(file);
    for (const place of places) this.#add(place);
    // A document that lies in this one as it is has objects of the same numbers: a reference means those of this one.
    const isAlone = file.indexOf('%PDF-') === file.lastIndexOf('%PDF-');
    const own = isAlone ? places : this.#outsideStreams(places);
    const others = isAlone ? [] : [...new Set(places).difference(new Set(own))];
    for (const place of others) this.#unpack(place);
    for (const place of own) this.#byNumber.set(place.number, place);
    for (const place of own) this.#unpack(place);
  }

  /** Those in whose words `pattern` is found, with the words; `object` is undefined where they are broken. */
  *matching(pattern: RegExp): Generator<{ readonly object: PdfObject | undefined; readonly words: string }> {
    for (const place of this.#places) {
      const words = place.source.slice(place.start, place.end);
      if (pattern.test(words)) yield { object: this.#object(place), words };
    }
  }

  /** What a reference names; undefined for what is none, or names nothing. */
  object(reference: PdfValue | undefined): PdfObject | undefined {
    const [, number] = (typeof reference === 'string' && /^(\d+) \d+ R$/.exec(reference)) || [];
    const place = number === undefined ? undefined : this.#byNumber.get(Number(number));
    return place && this.#object(place);
  }

  #add(place: Place): void {
    this.#inside.spend(OBJECT_BYTES);
    this.#places.push(place);
    this.#byNumber.set(place.number, place);
  }

  #outsideStreams(places: readonly Place[]): Place[] {
    let end = 0;
    return places.filter((place) => {
      if (place.start < end) return false;
      end = this.#object(place)?.endOfStream() ?? 0;
      return true;
    });
  }

  #object(place: Place): PdfObject | undefined {
    if (!this.#read.has(place)) this.#read.set(place, this.#parse(place));
    return this.#read.get(place);
  }

  #parse({ number, generation, source, start, end, isPacked }: Place): PdfObject | undefined {
    const parsed = valueAt(source.slice(start, end));
    if (parsed === undefined) return undefined;
    const { value } = parsed;
    const decrypt = (bytes: Buffer): Buffer =>
      isPacked || this.#decrypt === undefined ? bytes : this.#decrypt(bytes, number, generation);
    const head = isPacked || !(value instanceof Map) ? '' : streamHead(source, start + parsed.end);
    return {
      value,
      isStream: head !== '',
      text: decrypt,
      endOfStream: () =>
        head === '' || !(value instanceof Map)
          ? undefined
          : this.#saidEnd(source, start + parsed.end + head.length, value),
      bytes: () => {
        if (head === '' || !(value instanceof Map)) return undefined;
        const raw = this.#streamAt(source, start + parsed.end + head.length, value);
        return unpacked(decrypt(raw), (key) => this.#resolved(value.get(key)), this.#inside);
      },
    };
  }

  #resolved(value: PdfValue | undefined): PdfValue | undefined {
    const found = this.object(value);
    return found === undefined ? value : found.value;
  }

  /** As many bytes as it says, if they end there, else up to the next end. */
  #streamAt(source: string, start: number, dictionary: PdfDictionary): Buffer {
    const found = this.#saidEnd(source, start, dictionary) ?? source.indexOf('endstream', start);
    return Buffer.from(source.slice(start, found === -1 ? source.length : found), 'latin1');
  }

  #saidEnd(source: string, start: number, dictionary: PdfDictionary): number | undefined {
    const length = this.#resolved(dictionary.get('Length'));
    const said = typeof length === 'number' && length >= 0 ? start + length : -1;
    return said >= 0 && /^[\s\0]*endstream/.test(source.slice(said, said + 32)) ? said : undefined;
  }

  /** A stream of objects: pairs of numbers and places, and behind them the objects. */
  #unpack(place: Place): void {
    if (!/\/(?:N|First|#\S\S)/.test(place.source.slice(place.start, Math.min(place.end, place.start + 4096)))) return;
    const object = this.#object(place);
    const value = object?.value;
    if (!(value instanceof Map) || !object?.isStream) return;
    const [count, first] = [this.#resolved(value.get('N')), this.#resolved(value.get('First'))];
    if (typeof count !== 'number' || typeof first !== 'number') return;
    const source = object.bytes()?.toString('latin1');
    if (source === undefined) throw new Error('objects that cannot be unpacked');
    const heads = source.slice(0, first).match(/\d+/g)?.map(Number) ?? [];
    for (let at = 0; at + 1 < heads.length && at / 2 < count; at += 2) {
      const [number = 0, offset = 0, next] = [heads[at], heads[at + 1], heads[at + 3]];
      const [start, end] = [first + offset, next !== undefined && next > offset ? first + next : source.length];
      this.#add({ number, generation: 0, source, start, end, isPacked: true });
    }
  }
}

/** Each object reaches up to the next head: what lies between belongs to nobody else. Trailers are objects without a number. */
function placesIn(source: string): Place[] {
  const found: Omit<Place, 'end'>[] = [];
  for (let at = source.indexOf('trailer'); at !== -1; at = source.indexOf('trailer', at + 7))
    found.push({ number: -1, generation: 0, source, start: at + 7, isPacked: false });
  for (let at = source.indexOf('obj'); at !== -1; at = source.indexOf('obj', at + 3)) {
    const close = source.slice(Math.max(0, at - 24), at);
    if (close.endsWith('end')) continue;
    const head = HEAD.exec(close) ?? HEAD.exec(withoutComments(source.slice(Math.max(0, at - HEAD_WITHIN), at)));
    if (head === null) continue;
    const [number, generation] = [Number(head[1]), Number(head[2])];
    found.push({ number, generation, source, start: at + 3, isPacked: false });
  }
  found.sort((a, b) => a.start - b.start);
  return found.map((place, index) => ({ ...place, end: found[index + 1]?.start ?? source.length }));
}

/** What stands between a dictionary and its stream; empty where none follows. */
function streamHead(source: string, at: number): string {
  return /^(?:[\s\0]|%[^\r\n]*[\r\n])*stream(?:\r\n|\n|\r)?/.exec(source.slice(at, at + HEAD_WITHIN))?.[0] ?? '';
}

function withoutComments(text: string): string {
  return text.includes('%') ? text.replace(COMMENT, ' ') : text;
}

/** By the filters that documents use for more than pictures. Undefined for others, and where the bytes are broken. */
function unpacked(bytes: Buffer, entry: (key: string) => PdfValue | undefined, inside: Inside): Buffer | undefined {
  const filters = [entry('Filter') ?? entry('F') ?? []].flat();
  const [parameters] = [entry('DecodeParms') ?? entry('DP') ?? []].flat();
  const predictor = parameters instanceof Map ? Number(parameters.get('Predictor') ?? 1) : 1;
  let plain: Buffer | undefined = bytes;
  for (const filter of filters) {
    plain = plain && decoded(plain, String(filter), inside.bytesLeft);
    inside.spend(plain?.length ?? 0);
  }
  if (plain === undefined || predictor < 2) return plain;
  return predictor >= 10 ? unpredicted(plain, Number((parameters as PdfDictionary).get('Columns') ?? 1)) : undefined;
}

function decoded(bytes: Buffer, filter: string, most: number): Buffer | undefined {
  switch (filter) {
    case '/FlateDecode':
    case '/Fl':
      return inflated(bytes, most);
    case '/BrotliDecode':
      return unlessBroken(() => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, most) }));
    case '/ASCIIHexDecode':
    case '/AHx':
      return Buffer.from((bytes.toString('latin1').split('>')[0] ?? '').replace(/[^\da-f]/gi, ''), 'hex');
    case '/ASCII85Decode':
    case '/A85':
      return ascii85(bytes.toString('latin1'));
    case '/Crypt':
      return bytes;
    default:
      return undefined;
  }
}

function inflated(bytes: Buffer, most: number): Buffer | undefined {
  // Readers take what is cut short, or has no good check sum.
  const options = { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: Math.max(1, most) };
  return (
    unlessBroken(() => inflateSync(bytes, options)) ?? unlessBroken(() => inflateRawSync(bytes.subarray(2), options))
  );
}

/** Undefined for what is broken. @throws UserError for more than there may be */
function unlessBroken(unpack: () => Buffer): Buffer | undefined {
  try {
    return unpack();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw new UserError('file.zip-bomb', undefined, { cause: error });
  }
}

function ascii85(text: string): Buffer {
  const bytes: number[] = [];
  let group: number[] = [];
  const flush = (count: number): void => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0) >>> 0;
    for (let i = 0; i < count; i++) bytes.push((value >>> (24 - 8 * i)) & 0xff);
    group = [];
  };
  for (const character of (text.split('~')[0] ?? '').replace(/[^!-uz]/g, '')) {
    if (character === 'z' && group.length === 0) bytes.push(0, 0, 0, 0);
    else if (character !== 'z') group.push(character.charCodeAt(0) - 33);
    if (group.length === 5) flush(4);
  }
  const rest = group.length;
  while (rest > 0 && group.length < 5) group.push(84);
  if (rest > 0) flush(rest - 1);
  return Buffer.from(bytes);
}

/** Of PNG's predictors (ISO 32000-1, 7.4.4.4), with one byte a sample. */
function unpredicted(bytes: Buffer, columns: number): Buffer {
  const width = columns + 1;
  let above = Buffer.alloc(columns);
  const rows: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += width) {
    const kind = bytes[at] ?? 0;
    const row = Buffer.from(bytes.subarray(at + 1, at + width));
    for (let i = 0; i < row.length; i++) {
      const [left, up, corner] = [i === 0 ? 0 : (row[i - 1] ?? 0), above[i] ?? 0, i === 0 ? 0 : (above[i - 1] ?? 0)];
      const add =
        kind === 1 ? left : kind === 2 ? up : kind === 3 ? (left + up) >> 1 : kind === 4 ? paeth(left, up, corner) : 0;
      row[i] = ((row[i] ?? 0) + add) & 0xff;
    }
    rows.push(row);
    above = row;
  }
  return Buffer.concat(rows);
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
