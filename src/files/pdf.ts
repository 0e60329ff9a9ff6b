/** What is to be known of a PDF before it is filed: that it is one, and that people can open it. */
import { UserError } from '../errors.ts';
import type { Bytes } from './bytes.ts';
import { type Encryption, needsPassword } from './pdf-password.ts';
import { dictionaryAt, type PdfDictionary } from './pdf-syntax.ts';

/** Readers take any version, and blanks and byte order marks before the header. */
const START = /^(?:[\0\t\n\f\r ]|\xef\xbb\xbf|\xfe\xff|\xff\xfe){0,1024}%PDF-/;
/** How far from its start and its end the parts of a file lie that say what it is. */
const END_BYTES = 64 * 1024;
const CHUNK_BYTES = 1024 * 1024;

export function isPdf(head: Buffer): boolean {
  return START.test(head.toString('latin1'));
}

/** Whether what begins as a PDF behind foreign bytes is one: a text may tell of PDFs. */
export async function isPdfWithin(bytes: Bytes): Promise<boolean> {
  const [start, end] = await bothEnds(bytes);
  return /\b\d+ \d+ obj\b/.test(start) && /\bstartxref\b|%%EOF/.test(end);
}

/**
 * @throws UserError where nobody opens it without a password or a certificate. What is only kept from being printed or copied opens
 * without, and so may what is too odd to tell.
 */
export async function refuseLockedPdf(bytes: Bytes): Promise<void> {
  const encryption = await encryptionOf(bytes);
  if (encryption !== undefined && needsPassword(encryption)) throw new UserError('file.protected');
}

/** How a PDF is encrypted; undefined where it is not, or too odd to tell. */
export async function encryptionOf(bytes: Bytes): Promise<Encryption | undefined> {
  const trailer = (await bothEnds(bytes))
    .toReversed()
    .flatMap(trailersIn)
    .find((one) => one.has('Encrypt'));
  const entry = trailer?.get('Encrypt');
  const dictionary = typeof entry === 'string' ? await objectOf(bytes, entry) : entry;
  if (trailer === undefined || !(dictionary instanceof Map)) return undefined;
  const [id] = [trailer.get('ID')].flat();
  return { dictionary, id: Buffer.isBuffer(id) ? id : Buffer.alloc(0) };
}

async function bothEnds(bytes: Bytes): Promise<[string, string]> {
  const start = await bytes.read(0, END_BYTES);
  const end = await bytes.read(Math.max(0, bytes.size - END_BYTES), END_BYTES);
  return [start.toString('latin1'), end.toString('latin1')];
}

/** The trailers and cross-reference streams in a part of a file (ISO 32000-1, 7.5.5 and 7.5.8), the last first. */
function trailersIn(text: string): PdfDictionary[] {
  const plain = [...text.matchAll(/\btrailer\s*(?=<<)/g)].map(({ 0: found, index }) => index + found.length);
  const streams = [...text.matchAll(/\bobj\s*(?=<<)/g)].map(({ 0: found, index }) => index + found.length);
  return [
    ...plain.toReversed().flatMap((at) => dictionaryAt(text, at) ?? []),
    ...streams
      .toReversed()
      .flatMap((at) => dictionaryAt(text, at) ?? [])
      .filter((one) => one.get('Type') === '/XRef'),
  ];
}

/** The dictionary that a reference ("12 0 R") names. It never lies in a compressed stream (ISO 32000-1, 7.5.7). */
async function objectOf(bytes: Bytes, reference: string): Promise<PdfDictionary | undefined> {
  const [, number, generation] = /^(\d+) (\d+) R$/.exec(reference) ?? [];
  if (number === undefined) return undefined;
  const pattern = new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj\\s*(?=<<)`);
  for (let position = 0; position < bytes.size; position += CHUNK_BYTES) {
    const text = (await bytes.read(position, CHUNK_BYTES + END_BYTES)).toString('latin1');
    const found = pattern.exec(text);
    if (found !== null) return dictionaryAt(text, found.index + found[0].length);
  }
  return undefined;
}
