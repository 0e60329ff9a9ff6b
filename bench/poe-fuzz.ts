/**
 * Mutated documents through the door that the bot uses: bytes flipped, cut out, doubled, cut off, one document within another. Each is read
 * or refused with a sentence; nothing crashes, hangs, or stays open. Yardstick: the memory and the open files of before.
 *
 *     node bench/poe-fuzz.ts [--corpus FOLDER] [--count 2000] [--seed 1]
 *
 * Without a folder the corpus is made anew. On two cores 100 documents take two to three minutes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { SeededRandom } from '../scripts/sample/random.ts';
import { UserError } from '../src/errors.ts';
import { fileProblems } from '../src/files/texts.ts';
import { openDocument } from '../src/poe/findings/open-document.ts';
import { problemText } from '../src/problems/index.ts';
import { figures, mib, ms, quantile } from './report.ts';

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const CLAIM = {
  customer: 'Fabrikam',
  domain: 'fabrikam.example',
  workloads: ['Exchange Online', 'Teams'],
  partners: ['Trey Research'],
  today: '2020-06-16',
};
/** What reading may take at most; behind it a document has hung. */
const HUNG_MS = 120_000;

function made(folder: string): string {
  const make = join(import.meta.dirname, '../test/poe/corpus/make.ts');
  if (spawnSync(process.execPath, [make, folder], { stdio: 'ignore' }).status !== 0)
    throw new Error('no corpus could be made');
  return folder;
}

async function fuzz(folder: string, count: number, random: SeededRandom): Promise<void> {
  const files = readdirSync(folder).filter((file) => file !== 'manifest.json');
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  const took: number[] = [];
  const before = { files: openFiles(), memory: memory() };
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const one = async (number: number): Promise<void> => {
    const file = random.pick(files);
    const kind = random.pick(MUTATIONS);
    const bytes = kind.mutate(readFileSync(join(folder, file)), random);
    const path = join(work, `${number}${extname(file)}`);
    writeFileSync(path, bytes);
    const began = performance.now();
    const outcome = await outcomeOf(path, file).catch((error: unknown) => `WRONG: ${error}`);
    took.push(performance.now() - began);
    if (outcome.startsWith('WRONG') || performance.now() - began > HUNG_MS)
      wrong.push(`${file}, ${kind.name}: ${outcome}`);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    rmSync(path);
  };
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await one(next++);
  };
  await Promise.all([worker(), worker()]);
  loop.disable();
  globalThis.gc?.();
  figures(`${count} mutated documents`, {
    ...Object.fromEntries([...outcomes].sort(([, a], [, b]) => b - a).map(([name, times]) => [name, String(times)])),
    'wrong (a crash, a hang, a refusal without words)': String(wrong.length),
    'time a document, median / longest': `${ms(quantile(took, 0.5))} / ${ms(quantile(took, 1))}`,
    'open files, before / after': `${before.files} / ${openFiles()}`,
    'resident memory, before / after': `${mib(before.memory)} / ${mib(memory())}`,
    'longest hold of the event loop': ms(loop.max / 1e6),
  });
  for (const each of wrong) console.log(each);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

async function outcomeOf(path: string, name: string): Promise<string> {
  try {
    const reading = await openDocument(path, name);
    try {
      await reading.check(CLAIM);
      return 'read';
    } finally {
      await reading.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (problemText(fileProblems, error.problem, 'en') === undefined)
      return `WRONG: no words for ${error.problem.code}`;
    return error.problem.code;
  }
}

function openFiles(): number {
  return readdirSync('/proc/self/fd').length;
}

function memory(): number {
  return process.memoryUsage().rss;
}

interface Mutation {
  readonly name: string;
  mutate(bytes: Buffer, random: SeededRandom): Uint8Array;
}

/** Whole numbers, both ends included. */
const between = (random: SeededRandom, from: number, to: number): number => from + random.below(to - from + 1);
const at = (bytes: Uint8Array, random: SeededRandom): number => between(random, 0, Math.max(0, bytes.length - 1));

const MUTATIONS: readonly Mutation[] = [
  {
    name: 'bytes flipped',
    mutate(bytes, random) {
      const copy = Buffer.from(bytes);
      for (let times = between(random, 1, 60); times > 0; times--) copy[at(copy, random)] = between(random, 0, 255);
      return copy;
    },
  },
  { name: 'cut off', mutate: (bytes, random) => bytes.subarray(0, at(bytes, random)) },
  {
    name: 'a part cut out',
    mutate(bytes, random) {
      const from = at(bytes, random);
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + between(random, 1, 4_000))]);
    },
  },
  {
    name: 'a part doubled',
    mutate(bytes, random) {
      const from = at(bytes, random);
      const part = bytes.subarray(from, from + between(random, 1, 4_000));
      return Buffer.concat([
        bytes.subarray(0, from),
        ...Array.from({ length: between(random, 2, 30) }, () => part),
        bytes.subarray(from),
      ]);
    },
  },
  { name: 'within itself', mutate: (bytes) => Buffer.concat([bytes, bytes]) },
  {
    name: 'within a package',
    mutate(bytes, random) {
      let inner: Uint8Array = bytes;
      for (let depth = between(random, 1, 4); depth > 0; depth--)
        inner = zipSync({ '[Content_Types].xml': new Uint8Array(), 'word/document.xml': inner });
      return inner;
    },
  },
];

const work = mkdtempSync(join(tmpdir(), 'poe-fuzz-'));
try {
  await fuzz(values.corpus ?? made(join(work, 'corpus')), Number(values.count), new SeededRandom(Number(values.seed)));
} finally {
  rmSync(work, { recursive: true, force: true });
}
