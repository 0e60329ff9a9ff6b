/**
 * Builds the page of the tab to `dist/page`, with the packed forms of its files beside them. What has not changed since the last time is left as it is,
 * so that whoever starts the bot or its tests does not wait for it: `npm run build:page`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCE = join(ROOT, 'tab');
export const PAGE = join(ROOT, 'dist', 'page');
/** What the page was built from. */
const MARK = join(PAGE, '.built');

/** Returns whether anything was to be built. */
export async function buildPage(): Promise<boolean> {
  const source = hashOfSource();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === source) return false;
  // Only now: to load it takes longer than to see that there is nothing to do.
  const { build } = await import('vite');
  await build({ configFile: join(SOURCE, 'vite.config.ts'), logLevel: 'warn' });
  for (const name of readdirSync(join(PAGE, 'assets'))) pack(join(PAGE, 'assets', name));
  writeFileSync(MARK, source);
  return true;
}

/** Of the server only types go into it. */
function hashOfSource(): string {
  const hash = createHash('sha256');
  const names = readdirSync(SOURCE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const name of [...names, join(ROOT, 'package-lock.json'), import.meta.filename])
    hash.update(name.slice(ROOT.length)).update(readFileSync(name));
  return hash.digest('hex');
}

function pack(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  );
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

if (import.meta.main) await buildPage();
