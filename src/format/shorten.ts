/** Of one character: units of UTF-16. */
const LONGEST = 64;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Cuts a text to at most `maxBytes` of JSON in UTF-8, with an ellipsis where something was cut; never through what people see as one
 * character, an accented letter or an emoji of seven parts.
 * Bytes, not characters: a card's size is limited in bytes, and scripts of more bytes are wider, too.
 */
export function shorten(text: string, maxBytes: number, ellipsis = '…'): string {
  if (jsonBytes(text) <= maxBytes) return text;
  let left = maxBytes - jsonBytes(ellipsis);
  let kept = '';
  // No more of it can fit, with the whole of its last character.
  for (const { segment } of GRAPHEMES.segment(text.slice(0, maxBytes + LONGEST))) {
    left -= jsonBytes(segment);
    if (left < 0) break;
    kept += segment;
  }
  return `${kept.trimEnd()}${ellipsis}`;
}

/** The first items that fit into `maxBytes` of JSON altogether. */
export function itemsThatFit<T>(items: readonly T[], maxBytes: number): T[] {
  let left = maxBytes;
  const end = items.findIndex((item) => {
    left -= jsonBytes(item) + 1;
    return left < 0;
  });
  return items.slice(0, end === -1 ? items.length : end);
}

/** Of a string: without its quotes. */
export function jsonBytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value)) - (typeof value === 'string' ? 2 : 0);
}
