/** A process that reads mutated documents, one after the other, and says what came of each. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { constantFrom, record, sample } from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { fileProblems } from '../../src/files/texts.ts';
import { openDocument } from '../../src/poe/findings/open-document.ts';
import { problemText } from '../../src/problems/index.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { mutate, mutated } from './mutations.ts';
import { openFiles } from './open-files.ts';

export interface DocumentBatch {
  readonly folder: string;
  /** Names its files. */
  readonly name: string;
  readonly seed: number;
  /** Cases, by their numbers; `to` is not among them. */
  readonly from: number;
  readonly to: number;
}

export type FromBatch =
  | { readonly begins: number; readonly what: string; readonly path: string }
  | { readonly outcome: string; readonly rss: number }
  | { readonly wrong: string };

const CLAIM = {
  customer: 'Fabrikam',
  domain: 'fabrikam.example',
  workloads: ['Exchange Online', 'Teams'],
  partners: ['Trey Research'],
  today: '2020-06-16',
};
/** Pictures take seconds each to be read, and are the reader's, not ours: of them only the beginning is tried. */
const PICTURES_MS = 300;

async function outcomeOf(path: string, name: string): Promise<string> {
  try {
    const reading = await openDocument(path, name, { timeoutMs: PICTURES_MS });
    try {
      await reading.check(CLAIM);
      return 'read';
    } finally {
      await reading.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (problemText(fileProblems, error.problem, 'en') === undefined)
      throw new Error(`no words for ${error.problem.code}`);
    return error.problem.code;
  }
}

/** What is left behind by a reader ends a document's own process, and the document is refused as damaged. */
let isLeftBehind = false;
process.on('unhandledRejection', () => {
  isLeftBehind = true;
});

process.once('message', async ({ folder, name, seed, from, to }: DocumentBatch) => {
  using _here = tasksHere();
  const corpus = join(folder, 'corpus');
  const files = readdirSync(corpus).filter((file) => file !== 'manifest.json');
  const cases = record({ file: constantFrom(...files), mutation: mutated });
  for (const [i, { file, mutation }] of sample(cases, { seed, path: `${from}`, numRuns: to - from }).entries()) {
    const path = join(folder, `${name}${extname(file)}`);
    writeFileSync(path, mutate(readFileSync(join(corpus, file)), mutation));
    process.send?.({ begins: from + i, what: `${file}, ${mutation.how}`, path } satisfies FromBatch);
    process.send?.(await answerOf(path, file));
    isLeftBehind = false;
    rmSync(path);
  }
  process.disconnect();
});

async function answerOf(path: string, file: string): Promise<FromBatch> {
  try {
    const outcome = await outcomeOf(path, file);
    assert.deepEqual(openFiles(path), []);
    const { rss } = process.memoryUsage();
    return { outcome: isLeftBehind ? `${outcome}, and its process ends` : outcome, rss };
  } catch (error) {
    return { wrong: String((error as Error).stack ?? error) };
  }
}
