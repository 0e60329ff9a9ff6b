import assert from 'node:assert/strict';

/** The encodings in which exports come, as functions from text to bytes. */
export const ENCODINGS = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a byte order mark': (text: string) => Buffer.from(`\ufeff${text}`),
  'UTF-16 LE': (text: string) => Buffer.from(text, 'utf16le'),
  'UTF-16 LE with a byte order mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'UTF-16 BE': (text: string) => Buffer.from(text, 'utf16le').swap16(),
  'UTF-16 BE with a byte order mark': (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  // The characters that the tests use are the same in Latin 1.
  'Windows-1252': (text: string) => Buffer.from(text, 'latin1'),
} as const;

/** A text in an encoding that only `TextDecoder` knows: its table, read backwards. @throws Error for what the encoding does not have */
export function encodedAs(encoding: string, text: string): Buffer {
  const table = tableOf(encoding);
  return Buffer.concat(
    [...text].map((character) => table.get(character) ?? assert.fail(`${encoding} has no ${character}`)),
  );
}

const tables = new Map<string, ReadonlyMap<string, Buffer>>();

function tableOf(encoding: string): ReadonlyMap<string, Buffer> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Buffer>();
  const add = (...bytes: number[]): void => {
    const [character = '', ...more] = decoder.decode(Uint8Array.from(bytes));
    if (more.length === 0 && character !== '\ufffd' && !table.has(character)) table.set(character, Buffer.from(bytes));
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) add(lead, trail);
  tables.set(encoding, table);
  return table;
}
