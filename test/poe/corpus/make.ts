/** Writes the corpus of POE documents: `node test/poe/corpus/make.ts FOLDER [SEED]`. The same seed gives the same bytes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SeededRandom } from '../../../scripts/sample/random.ts';
import { badFiles } from './cases/bad.ts';
import { scanRows, textRows } from './cases/rows.ts';
import { specials } from './cases/specials.ts';
import { compose } from './compose/compose.ts';
import type { Row } from './compose/row.ts';
import { extensionOf, fileOf } from './files.ts';
import type { Claimed, Entry } from './model.ts';
import { splitCorpus } from './split.ts';

const SEED = 13;

const [folder, seedText = String(SEED)] = process.argv.slice(2);
const seed = Number(seedText);
if (folder === undefined || !Number.isSafeInteger(seed)) {
  console.error('Usage: node test/poe/corpus/make.ts FOLDER [SEED]');
  process.exit(2);
}
const started = performance.now();
await mkdir(folder, { recursive: true });
const entries: Entry[] = [];
const random = new SeededRandom(seed);

async function add(entry: Omit<Entry, 'split'>, bytes: Uint8Array): Promise<void> {
  entries.push({ ...entry, split: 'open' });
  await writeFile(join(folder as string, entry.file), bytes);
}

function aboutOf({ kind, format, lang, ...more }: Row): string {
  const rest = Object.entries(more).map(([key, value]) => `${key}: ${[value].flat().join(', ')}`);
  return [`${kind} as ${format}, ${lang}`, ...rest].join('; ');
}

const good: Record<string, Uint8Array> = {};
for (const [turn, row] of [...textRows, ...scanRows].entries()) {
  const composed = compose(row, random, turn + seed);
  const bytes = await fileOf(composed.draft, row.format, turn, row.look === 'form', composed);
  const extension = extensionOf(row.format);
  const file = `${String(entries.length + 1).padStart(3, '0')}-${row.kind}-${row.lang}.${extension}`;
  good[extension] ??= bytes;
  await add(
    {
      file,
      args: { name: file.slice(4), ...composed.claimed },
      expected: { refused: null, findings: composed.findings },
      kind: row.kind,
      format: extension,
      language: row.lang,
      scan: row.format.startsWith('scan-'),
      why: composed.why,
      about: aboutOf(row),
    },
    bytes,
  );
}
for (const special of specials(random)) {
  const file = `${String(entries.length + 1).padStart(3, '0')}-${special.kind}-${special.language}.${special.format}`;
  const { bytes, claimed, findings, ...rest } = special;
  await add(
    { ...rest, file, args: { name: file.slice(4), ...claimed }, expected: { refused: null, findings }, scan: false },
    await bytes(),
  );
}
const claimed: Omit<Claimed, 'name'> = {
  customer: 'Coho Vineyard, Inc.',
  domain: 'cohovineyard.example',
  tenantId: random.guid(),
  workloads: ['Exchange Online'],
  partner: ['Proseware, Inc.'],
  today: '2020-06-16',
};
for (const bad of badFiles(good as unknown as Parameters<typeof badFiles>[0], seed)) {
  const extension = bad.name.slice(bad.name.lastIndexOf('.') + 1);
  await add(
    {
      file: bad.name,
      args: { name: bad.name, ...claimed },
      expected: { refused: bad.refused, findings: null },
      kind: 'bad',
      format: extension,
      language: 'none',
      scan: false,
      why: bad.why === undefined ? {} : { refused: bad.why },
      about: bad.about,
    },
    await bad.bytes(),
  );
}
splitCorpus(entries, random);
await writeFile(join(folder, 'manifest.json'), `${JSON.stringify({ seed, documents: entries }, null, 2)}\n`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${entries.length} documents in ${folder}, ${entries.filter(({ split }) => split === 'held-out').length} held out, ${seconds} s`,
);
