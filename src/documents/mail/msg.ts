/** Reads an Outlook message ([MS-OXMSG], [MS-OXPROPS]): its head, its text, and its attachments one level deep. */
import { type CompoundNode, readCompoundFile } from '../../files/compound-streams.ts';
import type { MailMessage } from './message.ts';

/** Code pages by their number, as decoders call them; Windows-1252 for all others. */
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [65001, 'utf-8'],
  [1200, 'utf-16le'],
  [1250, 'windows-1250'],
  [1251, 'windows-1251'],
  [28591, 'iso-8859-1'],
  [28605, 'iso-8859-15'],
  [932, 'shift_jis'],
  [936, 'gbk'],
]);

export function readMsg(bytes: Buffer): MailMessage {
  const root = readCompoundFile(bytes);
  const codePage = numberOf(root, 0x3fde);
  const field = (...ids: readonly string[]): string => ids.map((id) => textOf(root, id, codePage)).find(Boolean) ?? '';
  const html = binaryOf(root, '1013');
  const sent = timeOf(root, 0x0039) ?? timeOf(root, 0x0e06);
  return {
    subject: field('0037'),
    from: [field('0c1a', '0042'), field('5d01', '5d02', '0c1f', '0065')].filter(Boolean).join(' '),
    to: [field('0e04'), field('0e03')].filter(Boolean).join('; '),
    ...(sent && { sent }),
    text: field('1000'),
    html: html === undefined ? field('1013') : decoded(html, codePage),
    attachments: root.children
      .filter(({ name }) => name.startsWith('__attach_version1.0_'))
      .map((node) => attachmentOf(node, codePage)),
  };
}

function attachmentOf(node: CompoundNode, codePage: number): MailMessage['attachments'][number] {
  const name = textOf(node, '3707', codePage) || textOf(node, '3704', codePage) || textOf(node, '3001', codePage);
  return { name, bytes: binaryOf(node, '3701') };
}

function streamOf(node: CompoundNode, id: string, type: string): Buffer | undefined {
  return node.children.find(({ name }) => name === `__substg1.0_${id}${type}`)?.bytes();
}

/** Texts are UTF-16, or in the message's code page. */
function textOf(node: CompoundNode, id: string, codePage: number): string {
  const wide = streamOf(node, id, '001f');
  if (wide !== undefined) return clean(wide.toString('utf16le'));
  const narrow = streamOf(node, id, '001e');
  return narrow === undefined ? '' : clean(decoded(narrow, codePage));
}

function binaryOf(node: CompoundNode, id: string): Buffer | undefined {
  return streamOf(node, id, '0102');
}

function decoded(bytes: Buffer, codePage: number): string {
  return new TextDecoder(CODE_PAGES.get(codePage) ?? 'windows-1252').decode(bytes);
}

function clean(text: string): string {
  return text.replace(/\0+$/, '');
}

/** The head of the list of fixed properties is 32 bytes at the root; each has 16 ([MS-OXMSG] 2.4). */
const PROPERTIES_HEAD = 32;
const PROPERTY_BYTES = 16;
const PT_LONG = 0x0003;
const PT_TIME = 0x0040;

function propertyOf(root: CompoundNode, id: number, type: number): Buffer | undefined {
  const list = root.children.find(({ name }) => name === '__properties_version1.0')?.bytes();
  for (let at = PROPERTIES_HEAD; list !== undefined && at + PROPERTY_BYTES <= list.length; at += PROPERTY_BYTES) {
    if (list.readUInt16LE(at + 2) === id && list.readUInt16LE(at) === type) return list.subarray(at + 8, at + 16);
  }
  return undefined;
}

function numberOf(root: CompoundNode, id: number): number {
  return propertyOf(root, id, PT_LONG)?.readUInt32LE(0) ?? 0;
}

/** Milliseconds from 1601, where Windows counts from, to 1970. */
const WINDOWS_EPOCH_MS = 11_644_473_600_000;

function timeOf(root: CompoundNode, id: number): string | undefined {
  const ticks = propertyOf(root, id, PT_TIME)?.readBigUInt64LE(0);
  if (ticks === undefined || ticks === 0n) return undefined;
  const date = new Date(Number(ticks / 10_000n) - WINDOWS_EPOCH_MS);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
