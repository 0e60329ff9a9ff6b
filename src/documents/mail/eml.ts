/** Reads a saved e-mail (RFC 5322, RFC 2045 to 2047): its head, its text, and its attachments one level deep. */
import type { MailMessage } from './message.ts';

interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  /** Each byte a character. */
  readonly body: string;
}

const MAX_PARTS = 200;
const MAX_DEPTH = 8;

export function readEml(bytes: Buffer): MailMessage {
  const whole = partOf(bytes.toString('latin1'));
  const parts = leaves(whole, 0).slice(0, MAX_PARTS);
  const inline = (type: string) => parts.find((part) => isInline(part, type));
  const text = inline('text/plain');
  const html = inline('text/html');
  const sent = new Date(whole.headers.get('date') ?? '');
  const head = (name: string) => words(whole.headers.get(name) ?? '');
  return {
    subject: head('subject'),
    from: head('from'),
    to: [head('to'), head('cc')].filter(Boolean).join('; '),
    ...(!Number.isNaN(sent.getTime()) && { sent: sent.toISOString().slice(0, 10) }),
    text: text === undefined ? '' : decodedText(text),
    html: html === undefined ? '' : decodedText(html),
    attachments: parts
      .filter((part) => part !== text && part !== html && (hasName(part) || !typeOf(part).startsWith('text/')))
      .map((part) => ({ name: nameOf(part), bytes: contentOf(part) })),
  };
}

/** All pages that it is written as: programs show several one below the other, {@link readEml} reads the first. */
export function emlPages(bytes: Buffer): string[] {
  const parts = leaves(partOf(bytes.toString('latin1')), 0).slice(0, MAX_PARTS);
  return parts.filter((part) => isInline(part, 'text/html')).map(decodedText);
}

function partOf(raw: string): MimePart {
  const end = /\r?\n\r?\n/.exec(raw);
  const head = raw.slice(0, end?.index ?? raw.length).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end === null ? '' : raw.slice(end.index + end[0].length) };
}

function leaves(part: MimePart, depth: number): MimePart[] {
  const boundary = parameter(part.headers.get('content-type') ?? '', 'boundary');
  if (boundary === undefined || depth > MAX_DEPTH) return [part];
  const pieces = `\n${part.body}`.split(`\n--${boundary}`).slice(1, MAX_PARTS);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leaves(partOf(piece.replace(/^[^\n]*\n/, '')), depth + 1));
}

/** A value may be broken into numbered pieces, and in its letters' numbers (RFC 2231). */
function parameter(header: string, name: string): string | undefined {
  const pattern = new RegExp(`;\\s*${name}(?:\\*(\\d{1,3}))?(\\*)?=(?:"([^"]*)"|([^;\\s]*))`, 'gi');
  const pieces = [...header.matchAll(pattern)].toSorted(([, a = '0'], [, b = '0']) => Number(a) - Number(b));
  if (pieces.length === 0) return undefined;
  const value = pieces.map(([, , , quoted, plain = '']) => quoted ?? plain).join('');
  return pieces.some(([, , star]) => star !== undefined)
    ? withoutPercents(value.replace(/^[\w-]*'[\w-]*'/, ''))
    : value;
}

function withoutPercents(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function typeOf({ headers }: MimePart): string {
  return (headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? '';
}

function isAttachment({ headers }: MimePart): boolean {
  return /^attachment/i.test(headers.get('content-disposition') ?? '');
}

function isInline(part: MimePart, type: string): boolean {
  return typeOf(part) === type && !hasName(part);
}

function hasName(part: MimePart): boolean {
  return isAttachment(part) || nameOf(part) !== '';
}

function nameOf({ headers }: MimePart): string {
  const name =
    parameter(headers.get('content-disposition') ?? '', 'filename') ??
    parameter(headers.get('content-type') ?? '', 'name');
  return words(name ?? '');
}

function contentOf({ headers, body }: MimePart): Buffer {
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return Buffer.from(unquoted(body.replace(/[ \t]*=\r?\n/g, '')), 'latin1');
  return Buffer.from(body, 'latin1');
}

function unquoted(text: string): string {
  return text.replace(/=([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function decodedText(part: MimePart): string {
  return decode(contentOf(part), parameter(part.headers.get('content-type') ?? '', 'charset') ?? 'utf-8');
}

/** Words in other alphabets within a header (RFC 2047). */
function words(text: string): string {
  return text.replace(
    /=\?([\w-]+)\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi,
    (_, charset: string, kind: string, value: string) =>
      decode(
        kind.toLowerCase() === 'b'
          ? Buffer.from(value, 'base64')
          : Buffer.from(unquoted(value.replaceAll('_', ' ')), 'latin1'),
        charset,
      ),
  );
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
