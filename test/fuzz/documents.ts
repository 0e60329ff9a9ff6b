/**
 * Mutated documents: each is read or refused with a sentence. They are read in processes of a hundred each, whose memory is bounded; what
 * crashes such a process, or hangs in it, is named, and the others go on. The bot gives each document a process of its own.
 */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { DocumentBatch, FromBatch } from './document-batch.ts';
import { type FuzzOptions, type FuzzOutcome, mib } from './fuzzer.ts';

const BATCH = join(import.meta.dirname, 'document-batch.ts');
const MAKE = join(import.meta.dirname, '../poe/corpus/make.ts');
const CASES_EACH = 100;
/** A case that takes longer has hung. */
const HUNG_MS = 120_000;
/** Of the heap; behind it the process crashes. */
const MOST_HEAP_MIB = 700;
/** Of a process: what it is without a document, and what the bot grants one. */
const MOST_RESIDENT = 1_000 * 1024 * 1024;

export async function fuzzDocuments({ cases, seed, say = () => undefined }: FuzzOptions): Promise<FuzzOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'document-fuzz-'));
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  let next = 0;
  let through = 0;
  let resident = 0;
  const took = (outcome: string, rss: number): void => {
    through++;
    resident = Math.max(resident, rss);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (through % CASES_EACH === 0) say(`${through} of ${cases}, ${wrong.length} wrong`);
  };

  async function worker(name: string): Promise<void> {
    while (next < cases) {
      const batch: DocumentBatch = { folder, name, seed, from: next, to: Math.min(cases, next + CASES_EACH) };
      next = batch.to;
      let from = batch.from;
      while (from < batch.to) {
        const ended = await readBatch({ ...batch, from }, took);
        if (ended === undefined) break;
        wrong.push(`case ${ended.number}, ${ended.how}`);
        say(wrong.at(-1) ?? '');
        took('WRONG', 0);
        from = ended.number + 1;
      }
    }
  }

  try {
    const { status } = spawnSync(process.execPath, [MAKE, join(folder, 'corpus')], { stdio: 'ignore' });
    if (status !== 0) throw new Error('no corpus could be made');
    await Promise.all(Array.from({ length: availableParallelism() }, (_, i) => worker(String(i))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  if (resident > MOST_RESIDENT) wrong.push(`a process held ${mib(resident)}`);
  return { outcomes, wrong, memory: `${mib(resident)} resident in a process at most` };
}

/** @returns the case at which it went wrong, and how; undefined where all are through */
async function readBatch(
  batch: DocumentBatch,
  took: (outcome: string, rss: number) => void,
): Promise<{ readonly number: number; readonly how: string } | undefined> {
  const child: ChildProcess = fork(BATCH, [], { execArgv: [`--max-old-space-size=${MOST_HEAP_MIB}`], stdio: 'pipe' });
  const ended = once(child, 'exit');
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-2_000);
  });
  let number = batch.from;
  let what = '';
  let path = '';
  let how: string | undefined;
  let hung: NodeJS.Timeout | undefined;
  child.on('message', (message: FromBatch) => {
    clearTimeout(hung);
    if ('begins' in message) {
      ({ begins: number, what, path } = message);
      hung = setTimeout(() => {
        how = `hung: ${what}`;
        child.kill('SIGKILL');
      }, HUNG_MS);
    } else if ('outcome' in message) took(message.outcome, message.rss);
    else {
      how = `${what}: ${message.wrong}`;
      child.kill('SIGKILL');
    }
  });
  child.send(batch);
  const [code] = (await ended) as [number | null];
  clearTimeout(hung);
  if (how === undefined && code === 0) return undefined;
  const found = join(tmpdir(), `found-${batch.seed}-${number}${extname(path)}`);
  await copyFile(path, found);
  return { number, how: `${found}, ${how ?? `crashed: ${what}: ${errors}`}` };
}
