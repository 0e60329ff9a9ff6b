/** The built page in memory: a few files, each with its packed forms, which were made when it was built. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** How a file may be sent, the smallest first, by the name of its packed form (`accept-encoding`). */
export const PACKINGS = [
  { encoding: 'br', extension: '.br' },
  { encoding: 'gzip', extension: '.gz' },
] as const;

export type Packing = (typeof PACKINGS)[number]['encoding'];

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly packed: Readonly<Partial<Record<Packing, Buffer>>>;
}

export interface PageFiles {
  /** With marks in it that are filled in for each answer. */
  readonly html: string;
  /** By their place beside the HTML: `assets/…`. */
  readonly files: ReadonlyMap<string, PageFile>;
}

const HTML = 'index.html';
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Undefined where it was not built. */
export function readPage(folder: string): PageFiles | undefined {
  const html = join(folder, HTML);
  if (!existsSync(html)) return undefined;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const files = names.flatMap((name): [string, PageFile][] => {
    const type = TYPES[posix.extname(name)];
    if (type === undefined) return [];
    const packed = PACKINGS.filter(({ extension }) => names.includes(name + extension)).map(
      ({ encoding, extension }) => [encoding, readFileSync(join(folder, name + extension))] as const,
    );
    return [[name, { type, bytes: readFileSync(join(folder, name)), packed: Object.fromEntries(packed) }]];
  });
  return { html: readFileSync(html, 'utf8'), files: new Map(files) };
}
