/** Documents that act, and those that only look so, made from scratch. */
import CFB from 'cfb';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { office } from '../files/documents.ts';

export type Kind = Parameters<typeof office>[0];

/** A Windows program, as far as anybody looks. */
export const PROGRAM = (() => {
  const bytes = Buffer.alloc(256, 1);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(128, 60);
  bytes.write('PE\0\0', 128, 'latin1');
  return bytes;
})();

export function archive(entries: Readonly<Record<string, string | Buffer>>): Buffer {
  const files = Object.entries(entries).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : new Uint8Array(content),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(files), { mtime: '2020-06-16T00:00:00' }));
}

/** An Office document with these parts, which may be of any bytes. */
export function officeWith(kind: Kind, parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries = Object.entries(unzipSync(office(kind))).map(([name, bytes]) => [name, Buffer.from(bytes)]);
  return archive({ ...Object.fromEntries(entries), ...parts });
}

/** A compound file of these streams, each by its path. */
export function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const file = CFB.utils.cfb_new();
  for (const [path, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, path, bytes);
  return CFB.write(file, { type: 'buffer' });
}

/** The stream of a file that somebody put into a document as an icon. */
export function packageStream(name: string, bytes: Buffer, stored = `C:\\Temp\\${name}`): Buffer {
  const number = (value: number) => {
    const four = Buffer.alloc(4);
    four.writeUInt32LE(value);
    return four;
  };
  const text = (value: string) => Buffer.from(`${value}\0`, 'latin1');
  const body = Buffer.concat([
    Buffer.from([2, 0]),
    text(name),
    text(`C:\\Users\\adele\\${name}`),
    Buffer.from([0, 0, 3, 0]),
    number(stored.length + 1),
    text(stored),
    number(bytes.length),
    bytes,
  ]);
  return Buffer.concat([number(body.length), body]);
}

/** The same as the object that Office keeps of it. */
export function packageObject(name: string, bytes: Buffer, stored?: string): Buffer {
  return compoundOf({ '/\x01Ole10Native': packageStream(name, bytes, stored), '/\x01Ole': Buffer.alloc(20) });
}

/** A PDF of these objects, from 1 on; the first is the catalog. Streams are objects with their bytes. */
export function pdfOf(objects: readonly (string | { readonly head: string; readonly bytes: Buffer })[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  const add = (text: string | Buffer) => parts.push(typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
  for (const [index, object] of objects.entries()) {
    offsets.push(Buffer.concat(parts).length);
    if (typeof object === 'string') add(`${index + 1} 0 obj\n${object}\nendobj\n`);
    else {
      add(`${index + 1} 0 obj\n${object.head.replace('>>', `/Length ${object.bytes.length}>>`)}\nstream\n`);
      add(object.bytes);
      add('\nendstream\nendobj\n');
    }
  }
  const start = Buffer.concat(parts).length;
  const rows = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`);
  add(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A PDF of one page, with more in its catalog, on its page, and behind: objects from 4 on. */
export function onePage(
  { catalog = '', page = '' }: { readonly catalog?: string; readonly page?: string },
  ...more: Parameters<typeof pdfOf>[0]
): Buffer {
  return pdfOf([
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]${page}>>`,
    ...more,
  ]);
}
