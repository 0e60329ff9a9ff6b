/**
 * The findings of a corpus of documents, through the door that the bot uses: precision and recall for each finding and state, and how
 * long reading takes. Yardstick: 98 % on documents of text, 90 % on scans, and no “ok” for a signature or a date that is not there.
 *
 *     node bench/poe.ts [--corpus FOLDER] [--part open|held-out|all] [--only text|scan] [--mistakes]
 *
 * Without a folder the corpus is made anew.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';
import type { Finding, Findings } from '../src/poe/findings/finding.ts';
import { openDocument } from '../src/poe/findings/open-document.ts';
import { figures, ms, quantile } from './report.ts';

interface Entry {
  readonly file: string;
  readonly args: {
    readonly name: string;
    readonly customer: string;
    readonly domain: string;
    readonly tenantId: string;
    readonly workloads: readonly string[];
    readonly partner: readonly string[];
    readonly today: string;
  };
  readonly expected: {
    readonly refused: string | null;
    readonly findings:
      | (Readonly<Record<string, string>> & { readonly workloads: Readonly<Record<string, string>> })
      | null;
  };
  readonly scan: boolean;
  readonly split: 'open' | 'held-out';
  readonly why: Readonly<Record<string, string>>;
  readonly about: string;
}

interface Judged {
  readonly finding: string;
  readonly expected: string;
  readonly got: string;
  readonly words: string;
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    part: { type: 'string', default: 'open' },
    only: { type: 'string' },
    mistakes: { type: 'boolean', default: false },
  },
});

async function measure(folder: string): Promise<void> {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    readonly documents: readonly Entry[];
  };
  const entries = manifest.documents.filter(
    ({ split, scan }) =>
      (values.part === 'all' || split === values.part) &&
      (values.only === undefined || scan === (values.only === 'scan')),
  );
  const judged: { readonly entry: Entry; readonly took: number; readonly each: readonly Judged[] }[] = [];
  for (const entry of entries) {
    const began = performance.now();
    const each = await judge(folder, entry);
    judged.push({ entry, took: performance.now() - began, each });
    if (!values.mistakes) continue;
    for (const { finding, expected, got, words } of each) {
      if (expected !== got)
        console.log(
          `${entry.file}\t${finding}\t${expected} → ${got}\t“${words}”\t${entry.about}\t${entry.why[finding] ?? ''}`,
        );
    }
  }
  for (const scan of [false, true]) {
    const part = judged.filter(({ entry }) => entry.scan === scan);
    if (part.length > 0) print(`${part.length} ${scan ? 'scans' : 'documents of text'}, ${values.part}`, part);
  }
}

function print(title: string, part: readonly { readonly took: number; readonly each: readonly Judged[] }[]): void {
  const all = part.flatMap(({ each }) => each);
  const rows: [string, string][] = [];
  for (const [finding, group] of Map.groupBy(all, ({ finding }) => finding)) {
    for (const state of new Set(group.flatMap(({ expected, got }) => [expected, got]))) {
      const right = group.filter(({ expected, got }) => expected === state && got === state).length;
      const said = group.filter(({ got }) => got === state).length;
      const there = group.filter(({ expected }) => expected === state).length;
      rows.push([`${finding} ${state}`, `precision ${share(right, said)}, recall ${share(right, there)} (${there})`]);
    }
  }
  const right = all.filter(({ expected, got }) => expected === got).length;
  const falseOk = all.filter(
    ({ finding, expected, got }) => /^(?:signature|date)$/.test(finding) && got === 'ok' && expected !== 'ok',
  );
  const took = part.map((each) => each.took);
  figures(title, {
    ...Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))),
    'all findings': `${share(right, all.length)} right of ${all.length}`,
    'false ok of signature or date': String(falseOk.length),
    'time a document, median / longest': `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 1))}`,
  });
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** Which problem each refusal of the corpus is. */
const REFUSALS: Readonly<Record<string, string>> = {
  'file.zip-bomb': 'zip-bomb',
  'file.too-slow': 'zip-bomb',
  'file.damaged': 'damaged',
  'file.protected': 'password',
  'file.too-many-pages': 'too-many-pages',
  'file.macros': 'macros',
  'file.type-mismatch': 'type-mismatch',
  'file.empty': 'empty',
};

async function judge(folder: string, entry: Entry): Promise<Judged[]> {
  const { expected, args } = entry;
  const got = await findingsOf(join(folder, entry.file), args);
  const refused: Judged = {
    finding: 'refused',
    expected: expected.refused ?? 'no',
    got: typeof got === 'string' ? got : 'no',
    words: '',
  };
  if (typeof got === 'string' || expected.findings === null) return [refused];
  const { workloads, ...others } = expected.findings;
  const judged = (name: string, state: string, { state: found, words = '' }: Finding): Judged => ({
    finding: name,
    expected: state,
    got: found,
    words,
  });
  return [
    refused,
    ...Object.entries(others).map(([name, state]) => judged(name, state as string, got[name as 'date'])),
    ...got.workloads.map(({ workload, finding }) => judged('workload', workloads[workload] ?? '?', finding)),
  ];
}

async function findingsOf(path: string, { name, partner, ...claim }: Entry['args']): Promise<Findings | string> {
  try {
    const reading = await openDocument(path, name);
    try {
      return await reading.check({ ...claim, partners: partner });
    } finally {
      await reading.close();
    }
  } catch (error) {
    if (error instanceof UserError) return REFUSALS[error.problem.code] ?? 'unknown-type';
    throw error;
  }
}

const made = values.corpus === undefined ? mkdtempSync(join(tmpdir(), 'poe-corpus-')) : undefined;
const folder = values.corpus ?? (made as string);
try {
  if (made !== undefined) {
    const make = join(import.meta.dirname, '../test/poe/corpus/make.ts');
    if (spawnSync(process.execPath, [make, made], { stdio: 'ignore' }).status !== 0)
      throw new Error('no corpus could be made');
  }
  await measure(folder);
} finally {
  if (made !== undefined) rmSync(made, { recursive: true, force: true });
}
