/** A process that reads mutated documents, one after the other, and says what came of each. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { SeededRandom } from '../../scripts/sample/random.ts';
import { UserError } from '../../src/errors.ts';
import { fileProblems } from '../../src/files/texts.ts';
import { openDocument } from '../../src/poe/findings/open-document.ts';
import { problemText } from '../../src/problems/index.ts';
import { tasksHere } from '../support/tasks-here.ts';
import { MUTATIONS } from './mutations.ts';

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
  | { readonly begins: number; readonly what: string }
  | { readonly outcome: string; readonly rss: number; readonly wrong?: string };

const CLAIM = {
  customer: 'Fabrikam',
  domain: 'fabrikam.example',
  workloads: ['Exchange Online', 'Teams'],
  partners: ['Trey Research'],
  today: '2020-06-16',
};
/** Apart from those of other seeds. */
const SEEDS_APART = 1_000_003;
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
  for (let number = from; number < to; number++) {
    const random = new SeededRandom(seed * SEEDS_APART + number);
    const file = random.pick(files);
    const kind = random.pick(MUTATIONS);
    const path = join(folder, `${name}${extname(file)}`);
    writeFileSync(path, kind.mutate(readFileSync(join(corpus, file)), random));
    process.send?.({ begins: number, what: `${file}, ${kind.name}` } satisfies FromBatch);
    const rss = () => process.memoryUsage().rss;
    const said = await outcomeOf(path, file).then(
      (outcome): FromBatch => ({ outcome: isLeftBehind ? `${outcome}, and its process ends` : outcome, rss: rss() }),
      (error: unknown): FromBatch => ({ outcome: 'WRONG', rss: rss(), wrong: String((error as Error).stack ?? error) }),
    );
    process.send?.(said);
    isLeftBehind = false;
    rmSync(path);
  }
  process.disconnect();
});
