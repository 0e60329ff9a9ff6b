/** Bytes to text, by what the bytes say: nobody knows how an export was saved. */

/** How far from the start the guesses look. Bytes. */
const SAMPLE = 65_536;

/**
 * UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252. Undefined for bytes that are no text.
 * `partial`: the bytes are only the start of a file, a character may be cut at their end.
 */
export function decodeText(bytes: Uint8Array, partial = false): string | undefined {
  const encoding = unicodeOf(bytes);
  const text =
    encoding === undefined ? utf8OrAnsi(bytes, partial) : new TextDecoder(encoding).decode(bytes, { stream: partial });
  return looksLikeText(text) ? text : undefined;
}

function unicodeOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: in UTF-16 every other byte of mostly Latin text is zero.
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

function utf8OrAnsi(bytes: Uint8Array, partial: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Any bytes decode as Windows-1252, so what came out decides: a NUL, or more than a stray control character in 200, is no text. */
function looksLikeText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  if (sample.includes('\0')) return false;
  const controls = sample.match(/(?![\t\n\v\f\r\u0085])[\p{Cc}\ufffe\uffff]/gu)?.length ?? 0;
  return controls <= sample.length / 200;
}
