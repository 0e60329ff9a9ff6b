/** Guesses the encoding of a text from its bytes, since no file says how it was saved. */
import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A guess reads only the start of a text: so many bytes, or characters. */
const SAMPLE = 65_536;

interface EncodingOptions {
  /** The bytes are only the start of a file: a character may be cut at their end. */
  readonly partial: boolean;
  /** Recognise UTF-16 without a byte order mark, too. */
  readonly unmarkedUtf16?: boolean;
}

/**
 * UTF-16 by its byte order mark, UTF-8 where the bytes are that, else Windows-1252, in which nearly any bytes can be read: whether they
 * are a text at all is for the caller to say.
 */
export function encodingOf(bytes: Uint8Array, { partial, unmarkedUtf16 = false }: EncodingOptions): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const utf16 = unmarkedUtf16 ? likelyUtf16(bytes) : undefined;
  return utf16 ?? (isUtf8(partial ? withoutCutCharacter(bytes) : bytes) ? 'utf-8' : 'windows-1252');
}

/**
 * UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252. Undefined for bytes that are no text.
 * @param partial as for `encodingOf`
 */
export function decodeText(bytes: Uint8Array, partial = false): string | undefined {
  const encoding = encodingOf(bytes, { partial, unmarkedUtf16: true });
  // Some storage fills its last block up with NULs.
  const text = new TextDecoder(encoding).decode(bytes, { stream: partial }).replace(/\0+$/, '');
  return isDecodedText(text) ? text : undefined;
}

/** In UTF-16 every other byte of mostly Latin text is zero. */
function likelyUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) even++;
    if (bytes[2 * i + 1] === 0) odd++;
  }
  if (odd > pairs * 0.4 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

/** Without a last character of UTF-8 that lacks some of its bytes. */
function withoutCutCharacter(bytes: Uint8Array): Uint8Array {
  const start = bytes.findLastIndex((byte) => (byte & 0xc0) !== 0x80);
  const lead = bytes[start] ?? 0;
  const length = lead < 0xc2 || lead > 0xf4 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return start + length > bytes.length ? bytes.subarray(0, start) : bytes;
}

/** Any bytes decode as Windows-1252, so what came out decides: a NUL, or more than a stray control character in 200, is no text. */
function isDecodedText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (sample.includes('\0')) return false;
  const controls = sample.match(/(?![\t\n\v\f\r\u0085])[\p{Cc}\ufffe\uffff]/gu)?.length ?? 0;
  return controls <= sample.length / 200;
}
