/**
 * The findings of a corpus of documents, through the door that the bot uses: precision and recall for each finding and state, and how
 * long reading takes, and the memory of the bot's process before, behind them, and after a rest. Yardstick: 98 % on documents of text, 90 % on scans, and no “ok” for a signature or a date that is not there.
 *
 *     node bench/poe.ts [--corpus FOLDER] [--part open|held-out|all] [--only text|scan] [--mistakes]
 *     node bench/poe.ts --folder FOLDER [--only text|scan] [--mistakes] [--minutes 5]
 *
 * Without a corpus it is made anew. A folder holds documents of others and `truth.jsonl`, a line for each: `{"file", "scan", "today",
 * "claim": {"customer", "tenantId", "domain"}, "partners", "workloads", "findings": {"partner", "customer", "tenant", "workloads": {…}, …}}`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { UserError } from '../src/errors.ts';
import type { Finding, Findings } from '../src/poe/findings/finding.ts';
import { openDocument } from '../src/poe/findings/open-document.ts';
import { figures, mib, ms, quantile } from './report.ts';

type Named = 'partner' | 'customer' | 'tenantOrDomain' | 'signature' | 'date' | 'activities';
type Expected = Readonly<Partial<Record<Named, string>>> & { readonly workloads: Readonly<Record<string, string>> };

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
    readonly findings: Expected | null;
  };
  readonly scan: boolean;
  readonly split: 'open' | 'held-out';
  readonly why: Readonly<Record<string, string>>;
  readonly about: string;
}

/** A line of `truth.jsonl`. */
interface Truth {
  readonly file: string;
  readonly scan: boolean;
  readonly today: string;
  readonly claim: { readonly customer: string; readonly tenantId: string; readonly domain: string };
  readonly partners: readonly string[];
  readonly workloads: readonly string[];
  readonly findings: Expected & { readonly tenant?: string };
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
    folder: { type: 'string' },
    minutes: { type: 'string' },
    part: { type: 'string', default: 'open' },
    only: { type: 'string' },
    mistakes: { type: 'boolean', default: false },
  },
});

async function measure(folder: string): Promise<void> {
  const entries = entriesOf(folder).filter(
    ({ split, scan }) =>
      (values.folder !== undefined || values.part === 'all' || split === values.part) &&
      (values.only === undefined || scan === (values.only === 'scan')),
  );
  const memory = [resident()];
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
  memory.push(resident());
  await setTimeout(REST_MS);
  memory.push(resident());
  figures(`${judged.length} documents`, { 'resident memory, before / behind / after a rest': memory.join(' / ') });
  for (const scan of [false, true]) {
    const part = judged.filter(({ entry }) => entry.scan === scan);
    const which = values.folder === undefined ? values.part : basename(values.folder);
    if (part.length > 0) print(`${part.length} ${scan ? 'scans' : 'documents of text'}, ${which}`, part);
  }
}

function entriesOf(folder: string): readonly Entry[] {
  if (values.folder === undefined) {
    const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
    return (JSON.parse(manifest) as { readonly documents: readonly Entry[] }).documents;
  }
  const lines = readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => entryOf(JSON.parse(line) as Truth));
}

function entryOf({ file, scan, today, claim, partners, workloads, findings: { tenant, ...findings } }: Truth): Entry {
  return {
    file,
    args: { name: basename(file), ...claim, workloads, partner: partners, today },
    expected: { refused: null, findings: tenant === undefined ? findings : { ...findings, tenantOrDomain: tenant } },
    scan,
    split: 'held-out',
    why: {},
    about: '',
  };
}

const REST_MS = 20_000;
/** On a busy machine scans need more than people wait for. */
const TIME = values.minutes === undefined ? {} : { timeoutMs: Number(values.minutes) * 60_000 };

function resident(): string {
  return mib(process.memoryUsage().rss);
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
  if (expected.findings === null) return [refused];
  const { workloads, ...others } = expected.findings;
  // What is refused has none of its findings right.
  const judged = (finding: string, state: string, found: Finding | undefined): Judged => ({
    finding,
    expected: state,
    got: found?.state ?? 'refused',
    words: found?.words ?? '',
  });
  const findings = typeof got === 'string' ? undefined : got;
  return [
    // Truths of others tell of no refusals.
    ...(values.folder === undefined ? [refused] : []),
    ...Object.entries(others).map(([name, state]) => judged(name, state, findings?.[name as Named])),
    ...Object.entries(workloads).map(([name, state]) =>
      judged('workload', state, findings?.workloads.find(({ workload }) => workload === name)?.finding),
    ),
  ];
}

async function findingsOf(path: string, { name, partner, ...claim }: Entry['args']): Promise<Findings | string> {
  try {
    const reading = await openDocument(path, name, TIME);
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

const given = values.folder ?? values.corpus;
const made = given === undefined ? mkdtempSync(join(tmpdir(), 'poe-corpus-')) : undefined;
const folder = given ?? (made as string);
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
