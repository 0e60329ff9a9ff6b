/** Plain text, and the kinds of text that are something else: programs act on them, or they contain other files. */
import { TextDecoder } from 'node:util';
import { UserError } from '../errors.ts';
import type { UnsupportedKind } from '../problems/files.ts';
import type { Problem } from '../problems/index.ts';
import type { Bytes } from './bytes.ts';
import { type Encoding, encodingOf } from './encoding.ts';
import type { MarkedText } from './kinds.ts';

const CHUNK_BYTES = 64 * 1024;
/** One control character in so many is a stray one: an export's line mark, a form's escape. One alone is in a text of any length. */
const STRAY_IN = 200;
/** Of which Windows-1252 makes nothing. */
const UNASSIGNED_BYTES = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** All control characters but tab, line feed, form feed and carriage return; of C1 also not U+0085, "next line". NUL is never stray. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROLS = /[\u0001-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g;

type Refusal = Problem<'file.markup' | 'file.executable' | 'file.convertible' | 'file.unsupported'>;

const MARKUP: Refusal = { code: 'file.markup', data: undefined };
const EXECUTABLE: Refusal = { code: 'file.executable', data: undefined };
const EML: Refusal = { code: 'file.convertible', data: { kind: 'eml' } };
const unsupported = (kind: UnsupportedKind): Refusal => ({ code: 'file.unsupported', data: { kind } });

const PROGRAM = /^\s*(?:#!|@echo off|Windows Registry Editor|REGEDIT4|\[InternetShortcut\]|ID;P|<\?php|<%@)/i;
const DOCUMENT_OF_MARKUP =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\b|\?xml\b|html[\s>]|svg[\s>]|script[\s>]|iframe[\s>])/i;
/** A piece of a page. A text may begin with angle brackets too ("<head office>"), which nothing closes. */
const PIECE_OF_MARKUP = /^\s*<(head|body|frameset|style|table)(?:\s[^<>]*)?>[\s\S]*<\/\1\s*>/i;
/** The head of a mail as it was sent: header lines from the first line on, one of them about its way. */
const MAIL =
  /^\s*(?:From \S+ .*\r?\n)?(?:[a-z][\w-]*:.*\r?\n(?:[ \t]+.*\r?\n)*)*?(?:MIME-Version: ?\d|Received: (?:from|by) |(?:Return-Path|Message-ID): ?<|DKIM-Signature: ?\w=|Delivered-To: ?\S+@)/i;

/** Looked for at the beginning alone: further down a text may tell of anything. */
const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [PROGRAM, EXECUTABLE],
  [DOCUMENT_OF_MARKUP, MARKUP],
  [PIECE_OF_MARKUP, MARKUP],
  [/^\s*BEGIN:VCALENDAR/i, unsupported('calendar')],
  [/^\s*BEGIN:VCARD/i, unsupported('contact')],
  [/^\s*%!PS/, unsupported('postscript')],
  [MAIL, EML],
];

const RTF = unsupported('rtf');

const PAGE = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html\b|html[\s>]|(?:head|body|table)(?:\s[^<>]*)?>)/i;
/** What such texts are called: under another name they are not taken. Word saves RTF as .doc, too. */
const MARKED: readonly (readonly [MarkedText, RegExp, ReadonlySet<string>])[] = [
  ['html', PAGE, new Set(['html', 'htm'])],
  ['eml', MAIL, new Set(['eml'])],
  ['rtf', /^\s*\{\\rtf/, new Set(['rtf', 'doc'])],
];
/** The head of a mail that nothing tells the way of. */
const MAIL_HEAD = /^\s*(?:[a-z][\w-]*:.*\r?\n(?:[ \t]+.*\r?\n)*)+\r?\n/i;

/** Which kind of marked text a file is, by what it begins with and what it is called; undefined for any other. */
export function markedText(start: Buffer, extension: string): MarkedText | undefined {
  const text = decoded(start, encodingOf(start, { partial: true, unmarkedUtf16: true }));
  if (extension === 'eml' && MAIL_HEAD.test(text)) return 'eml';
  return MARKED.find(([, pattern, extensions]) => extensions.has(extension) && pattern.test(text))?.[0];
}

const REFUSED_EXTENSIONS: Readonly<Record<string, Refusal>> = {
  eml: EML,
  mht: MARKUP,
  mhtml: MARKUP,
  htm: MARKUP,
  html: MARKUP,
  shtml: MARKUP,
  xhtml: MARKUP,
  svg: MARKUP,
  xml: MARKUP,
  xsl: MARKUP,
  rtf: RTF,
  ics: unsupported('calendar'),
  vcf: unsupported('contact'),
};

/** @throws UserError where what a file begins with is a kind of text that is not taken, whatever its bytes further on */
export function assertNoRefusedText(start: Buffer): void {
  const text = decoded(start, encodingOf(start, { partial: true, unmarkedUtf16: true }));
  if (/^\s*\{\\rtf/.test(text)) throw new UserError(RTF);
  const refusal = REFUSALS.find(([pattern]) => pattern.test(text))?.[1];
  if (refusal !== undefined) throw new UserError(refusal);
}

/** Whether the start of a file reads as text: UTF-8, UTF-16, Windows-1252, or another in which exports come. */
export function looksLikeText(head: Buffer): boolean {
  return plainEncodingOf(head) !== undefined;
}

/**
 * @throws UserError unless the whole file is text in one encoding, with no more control characters than strays, and of no kind that
 * programs act on
 * @param head the first bytes, which read as text
 */
export async function assertPlainText(file: Bytes, head: Buffer, extension: string): Promise<void> {
  const encoding = plainEncodingOf(head);
  if (encoding === undefined) throw new UserError('file.unknown');
  assertNoRefusedText(head);
  const refusal = REFUSED_EXTENSIONS[extension];
  if (refusal) throw new UserError(refusal);
  if (await readsAs(encoding, file)) return;
  // Text that is ASCII at first may turn out to be in another encoding further on.
  const later = encoding === 'utf-8' || encoding === 'windows-1252' ? FURTHER_ON : [];
  for (const another of later) if (await readsAs(another, file)) return;
  throw new UserError('file.unknown');
}

/** The patterns are ASCII, which Windows-1252 and UTF-8 write alike. */
function decoded(bytes: Buffer, encoding: Encoding): string {
  return new TextDecoder(encoding === 'windows-1252' ? 'utf-8' : encoding).decode(bytes);
}

/** The encoding in which the start of a file is plain text; undefined when it is none. */
function plainEncodingOf(head: Buffer): PlainEncoding | undefined {
  const bytes = withoutNuls(head);
  const encoding = encodingOf(bytes, { partial: true, unmarkedUtf16: true });
  const scan = new TextScan(encoding);
  if (encoding !== 'windows-1252' && scan.takes(head, true) && scan.isText()) return encoding;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return undefined;
  // Nearly any bytes decode as Windows-1252: it is believed only where most of them are plain ASCII.
  const ascii = bytes.filter((byte) => byte < 0x80).length;
  const reads = (as: PlainEncoding): boolean => {
    const fallback = new TextScan(as);
    return fallback.takes(head, true) && fallback.isText();
  };
  if (ascii * 2 >= bytes.length && reads('windows-1252')) return 'windows-1252';
  return LEGACY.find((legacy) => ascii >= bytes.length * legacy.ascii && reads(legacy.encoding))?.encoding;
}

/**
 * Other encodings in which old programs save exports, with the least share of ASCII among them: letters of one byte stand in words that are
 * mostly English, signs of several bytes fill most of a file. Random bytes hold control characters.
 */
const LEGACY = [
  ...(['shift_jis', 'gb18030', 'big5', 'euc-kr'] as const).map((encoding) => ({ encoding, ascii: 0.1 })),
  ...(['windows-1251', 'macintosh'] as const).map((encoding) => ({ encoding, ascii: 0.5 })),
];
const FURTHER_ON = ['windows-1252', ...LEGACY.map(({ encoding }) => encoding)] as const;
type PlainEncoding = Encoding | (typeof LEGACY)[number]['encoding'];

async function readsAs(encoding: PlainEncoding, file: Bytes): Promise<boolean> {
  const scan = new TextScan(encoding);
  for (let position = 0; position < file.size; position += CHUNK_BYTES) {
    const chunk = await file.read(position, CHUNK_BYTES);
    if (!scan.takes(chunk, true)) return false;
  }
  return scan.takes(Buffer.alloc(0), false) && scan.isText();
}

/** Takes a text piece by piece, and knows at its end whether it was one. NULs at the very end fill up a block of some storage. */
class TextScan {
  readonly #decoder: TextDecoder;
  readonly #hasUnassigned: (bytes: Buffer) => boolean;
  #characters = 0;
  #controls = 0;
  #ended = false;

  constructor(encoding: PlainEncoding) {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
    this.#hasUnassigned = (bytes) => encoding === 'windows-1252' && bytes.some((byte) => UNASSIGNED_BYTES.has(byte));
  }

  /** Whether all of it may be text so far. @param more another piece follows */
  takes(bytes: Buffer, more: boolean): boolean {
    let text: string;
    try {
      text = this.#decoder.decode(bytes, { stream: more });
    } catch {
      return false;
    }
    const seen = text.replace(/\0+$/, '');
    if (seen.includes('\0') || this.#hasUnassigned(bytes) || (this.#ended && seen !== '')) return false;
    this.#ended ||= seen.length < text.length;
    this.#characters += seen.length;
    this.#controls += seen.match(CONTROLS)?.length ?? 0;
    return true;
  }

  isText(): boolean {
    return this.#characters > 0 && this.#controls <= Math.max(1, this.#characters / STRAY_IN);
  }
}

function withoutNuls(bytes: Buffer): Buffer {
  const last = bytes.findLastIndex((byte) => byte !== 0);
  // In UTF-16 a character may end in a NUL.
  return bytes.subarray(0, Math.min(bytes.length, last + 2));
}
