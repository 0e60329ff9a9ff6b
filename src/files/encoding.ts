/** The encoding of a text by its bytes, since no file says how it was saved. */
import { isUtf8 } from 'node:buffer';

/** A guess reads only the start of a text: so many bytes, or characters. */
const SAMPLE = 65_536;

const FEW_NULS = 8;

interface EncodingOptions {
  /** The bytes are only the start of a file: a character may be cut at their end. */
  readonly partial: boolean;
  /** Recognise UTF-16 without a byte order mark, too. */
  readonly unmarkedUtf16?: boolean;
}

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be';

export type Encoding = Unicode | 'windows-1252';

/** UTF-16 by its byte order mark, UTF-8 where the bytes are that; undefined for the encoding of a language or a system. */
export function unicodeOf(bytes: Uint8Array, { partial, unmarkedUtf16 = false }: EncodingOptions): Unicode | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const utf16 = unmarkedUtf16 ? likelyUtf16(bytes) : undefined;
  return utf16 ?? (isUtf8(partial ? withoutCutCharacter(bytes) : bytes) ? 'utf-8' : undefined);
}

/** As `unicodeOf`, else Windows-1252, in which nearly any bytes can be read: whether they are a text at all is for the caller to say. */
export function encodingOf(bytes: Uint8Array, options: EncodingOptions): Encoding {
  return unicodeOf(bytes, options) ?? 'windows-1252';
}

/** In UTF-16 every other byte of Latin text is zero, and some are where headers and delimiters stand among other letters. No other text has any. */
function likelyUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  // A few stand at the end of a block, too.
  const enough = Math.max(FEW_NULS, pairs * 0.02);
  const mostly = (zeros: number, others: number): boolean =>
    (zeros > pairs * 0.4 && others < pairs * 0.1) || (zeros > enough && others * 10 < zeros);
  return mostly(odd, even) ? 'utf-16le' : mostly(even, odd) ? 'utf-16be' : undefined;
}

/** Without a last character of UTF-8 that lacks some of its bytes. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  const start = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const lead = bytes[start] ?? 0;
  const length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return start + length > bytes.length ? bytes.subarray(0, start) : bytes;
}

/** Any bytes decode in some encoding, so what came out decides: a NUL, or more than a stray control character in 200, is no text. */
export function isDecodedText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (sample.includes('\0')) return false;
  const controls = sample.match(/(?![\t\n\v\f\r\u0085])[\p{Cc}\ufffe\uffff]/gu)?.length ?? 0;
  return controls <= sample.length / 200;
}
