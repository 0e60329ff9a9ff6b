/** Bytes into text, in whatever encoding it was saved. What only a guess can tell is guessed by jschardet. */
import { isDecodedText, unicodeOf } from './encoding.ts';

/** Encodings in which Office and old programs save text, by their names for `TextDecoder`; the usual one first. */
export const TEXT_ENCODINGS = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'macintosh',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;

export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export function isTextEncoding(name: unknown): name is TextEncoding {
  return TEXT_ENCODINGS.some((one) => one === name);
}

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Undefined for bytes that are no text.
 * @param partial the bytes are only the start of a file: a character may be cut at their end
 * @param chosen what a person said that it is
 */
export async function decodeText(
  bytes: Uint8Array,
  { partial = false, chosen }: { readonly partial?: boolean; readonly chosen?: TextEncoding | undefined } = {},
): Promise<DecodedText | undefined> {
  const encoding = chosen ?? unicodeOf(bytes, { partial, unmarkedUtf16: true }) ?? (await guessedEncoding(bytes));
  // Some storage fills its last block up with NULs.
  const text = new TextDecoder(encoding).decode(bytes, { stream: partial }).replace(/\0+$/, '');
  return isDecodedText(text) ? { text, encoding } : undefined;
}

/** As jschardet calls them. */
const DETECTED: Readonly<Record<string, TextEncoding>> = {
  'windows-1252': 'windows-1252',
  'windows-1250': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1253': 'windows-1253',
  'windows-1254': 'windows-1254',
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  shift_jis: 'shift_jis',
  cp932: 'shift_jis',
  shift_jis_2004: 'shift_jis',
  gb18030: 'gb18030',
  big5: 'big5',
  big5hkscs: 'big5',
  'euc-kr': 'euc-kr',
  cp949: 'euc-kr',
};
const ASKED = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'mac-roman',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
];
const OF_SEVERAL_BYTES: readonly TextEncoding[] = ['shift_jis', 'gb18030', 'big5', 'euc-kr'];
/** Bytes of lines with letters that are not English: more tell a detector nothing new. */
const SAMPLE = 32_768;
/** Western and Central European differ in a few letters: the more frequent one is taken unless the other is more probable by this much. */
const NEARLY = 0.9;

async function guessedEncoding(bytes: Uint8Array): Promise<TextEncoding> {
  const sample = linesInQuestion(bytes);
  // It holds a model of a megabyte, which most files do not need.
  const { detectAll } = await import('jschardet');
  const found = detectAll(sample, { detectEncodings: ASKED, minimumThreshold: 0 });
  const western = found.find(({ encoding }) => encoding?.toLowerCase() === 'windows-1252');
  const [first] = found;
  const preferred =
    western && first?.encoding?.toLowerCase() === 'windows-1250' && western.confidence >= NEARLY * first.confidence
      ? [western, ...found]
      : found;
  const probable = preferred.flatMap(({ encoding }) => DETECTED[encoding?.toLowerCase() ?? ''] ?? []);
  // One byte that is wrong makes UTF-8 no other encoding.
  const candidates = [...new Set([...probable, 'windows-1252' as const, ...OF_SEVERAL_BYTES, 'utf-8' as const])];
  // What stands within words decides, then the detector's order.
  const odd = candidates.map((encoding) => ({ encoding, count: oddities(new TextDecoder(encoding).decode(sample)) }));
  return odd.toSorted((a, b) => a.count - b.count)[0]?.encoding ?? 'windows-1252';
}

/** The lines that hold more than ASCII. */
function linesInQuestion(bytes: Uint8Array): Buffer {
  const lines: Uint8Array[] = [];
  let length = 0;
  for (let from = 0; from < bytes.length && length < SAMPLE; ) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found + 1;
    const line = bytes.subarray(from, Math.min(end, from + SAMPLE));
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line);
      length += line.length;
    }
    from = end;
  }
  return Buffer.concat(lines);
}

/** What hardly stands in a name: characters that do not exist, signs and capitals in the middle of a word, a Chinese sign between Latin letters. */
const ODDITIES: readonly RegExp[] = [
  /[\ufffd\u0080-\u009f\ue000-\uf8ff]/g,
  /(?<=\p{L})(?![\p{ASCII}®™©€°ªº])[\p{S}\p{No}ˆƒ‰]|(?![\p{ASCII}®™©€°ªº])[\p{S}\p{No}ˆƒ‰](?=\p{L})/gu,
  /(?<=\p{L})(?![\p{ASCII}’‘–—·•…])\p{P}(?=\p{L})/gu,
  /(?<=\p{Ll})(?![A-Z])\p{Lu}|(?<=\p{L})(?![A-Z])\p{Lu}(?=\p{Ll})/gu,
  /(?<=[\p{L}\p{N}])[†‡]|[†‡](?=[\p{L}\p{N}])/gu,
  /(?<=[A-Za-z])[\uff61-\uff9f]|[\uff61-\uff9f](?=[A-Za-z])/g,
  /(?<=[A-Za-z])[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}](?=[A-Za-z])/gu,
];

function oddities(text: string): number {
  return ODDITIES.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
}
