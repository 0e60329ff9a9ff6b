import type { FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { UserError } from '../errors.ts';
import type { UnsupportedKind } from '../problems/files.ts';
import type { Problem } from '../problems/index.ts';
import { type Encoding, encodingOf } from './encoding.ts';

const BLANK_BYTES = new Set([0x09, 0x0a, 0x0c, 0x0d]);
const UNASSIGNED_BYTES = new Set([0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d]);
const CHUNK_BYTES = 64 * 1024;

/** All control characters but tab, line feed, form feed and carriage return. Those of C1 are never meant, save U+0085, "next line". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/;

type Refusal = Problem<'file.markup' | 'file.executable' | 'file.convertible' | 'file.unsupported'>;

const MARKUP: Refusal = { code: 'file.markup', data: undefined };
const EXECUTABLE: Refusal = { code: 'file.executable', data: undefined };
const EML: Refusal = { code: 'file.convertible', data: { kind: 'eml' } };
const unsupported = (kind: UnsupportedKind): Refusal => ({ code: 'file.unsupported', data: { kind } });

/** Kinds of text that programs act on, or that contain other files. Looked for in the head only. */
const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  [/<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?xml|\?php|%@)/i, MARKUP],
  [/^\s*\{\\rtf/, unsupported('rtf')],
  [/^\s*BEGIN:VCALENDAR/i, unsupported('calendar')],
  [/^\s*BEGIN:VCARD/i, unsupported('contact')],
  [/^(?:MIME-Version:|Received: (?:from|by) )/im, EML],
  [/^\s*%!PS/, unsupported('postscript')],
  [/^\s*(?:#!|@echo off|Windows Registry Editor|REGEDIT4|\[InternetShortcut\]|ID;P)/i, EXECUTABLE],
];

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
  rtf: unsupported('rtf'),
  ics: unsupported('calendar'),
  vcf: unsupported('contact'),
};

/** Whether the start of a file reads as text: UTF-8, UTF-16 with a byte order mark, or Windows-1252. */
export function looksLikeText(head: Buffer): boolean {
  return plainEncodingOf(head) !== undefined;
}

/**
 * @throws UserError unless the whole file is text in one encoding, without control characters, and of no kind that programs act on
 * @param head the first bytes, which read as text
 */
export async function assertPlainText(file: FileHandle, head: Buffer, extension: string): Promise<void> {
  const encoding = plainEncodingOf(head);
  if (encoding === undefined) throw new UserError('file.unknown');
  // The patterns are ASCII, which Windows-1252 and UTF-8 write alike.
  const start = new TextDecoder(encoding === 'windows-1252' ? 'utf-8' : encoding).decode(head);
  const refusal = REFUSALS.find(([pattern]) => pattern.test(start))?.[1] ?? REFUSED_EXTENSIONS[extension];
  if (refusal) throw new UserError(refusal);
  // Text that is ASCII at first may turn out to be Windows-1252 further on.
  const readable = (await readsAs(encoding, file)) || (encoding === 'utf-8' && (await readsAs('windows-1252', file)));
  if (!readable) throw new UserError('file.unknown');
}

/** The encoding in which the start of a file is plain text; undefined when it is none. */
function plainEncodingOf(head: Buffer): Encoding | undefined {
  const encoding = encodingOf(head, { partial: true });
  if (encoding !== 'windows-1252' && scanner(encoding)(head, true)) return encoding;
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return undefined;
  // Nearly any bytes decode as Windows-1252: it is believed only where most of them are plain ASCII.
  const ascii = head.filter((byte) => byte < 0x80).length;
  return ascii * 2 >= head.length && onlyWindows1252(head) ? 'windows-1252' : undefined;
}

async function readsAs(encoding: Encoding, file: FileHandle): Promise<boolean> {
  const scan = scanner(encoding);
  const buffer = Buffer.alloc(CHUNK_BYTES);
  for (let position = 0; ; ) {
    const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
    if (!scan(buffer.subarray(0, bytesRead), bytesRead > 0)) return false;
    if (bytesRead === 0) return true;
    position += bytesRead;
  }
}

/** Takes a text piece by piece (`more`: another follows) and says of each whether it is fine so far. */
function scanner(encoding: Encoding): (bytes: Buffer, more: boolean) => boolean {
  if (encoding === 'windows-1252') return onlyWindows1252;
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, more) => {
    try {
      return !CONTROL.test(decoder.decode(bytes, { stream: more }));
    } catch {
      return false;
    }
  };
}

/** No control characters, and none of the bytes that Windows-1252 leaves unassigned. */
function onlyWindows1252(bytes: Buffer): boolean {
  return bytes.every((byte) => (byte < 0x20 ? BLANK_BYTES.has(byte) : !UNASSIGNED_BYTES.has(byte)));
}
