/** Hostile input of one kind, drawn by fast-check, and what is held of what becomes of it. */
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Arbitrary, asyncProperty, check, stringify } from 'fast-check';
import { within } from '../../src/time/within.ts';

export interface FuzzOptions {
  readonly cases: number;
  /** All cases follow from it. */
  readonly seed: number;
  /** Of one case, as fast-check has named it: it is tried instead of the others. */
  readonly path?: string | undefined;
  /** How far it is, a line. */
  readonly say?: (line: string) => void;
}

export interface FuzzOutcome {
  /** How often what came of a case. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** What was wrong, with the smallest case that shows it, and its seed and path. */
  readonly wrong: readonly string[];
  /** How much memory it took, in words. */
  readonly memory: string;
}

/** Teams waits 15 s, and a busy machine takes its time. */
const HUNG_MS = 60_000;
/** So much more may be held at the end than after a quarter: what grows by the case grows beyond it. */
const MOST_GROWTH = 64 * 1024 * 1024;
const COLLECTIONS = 3;
const GIVEN_BACK_MS = 20;
const LINES = 20;
const MOST_WRONG = 20;
/** So long a case is made smaller. */
const SMALLER_MS = 20_000;
/** Of what is printed of a case. */
const LONGEST = 2_000;

/** What came of a case that was answered. */
export const answered = (status: number): string => `answered ${status}`;

/**
 * Runs the cases one after the other. One that is wrong is made smaller, and the others go on by the seed after it.
 * @param one throws what is wrong with a case, or says what came of it
 */
export async function runCases<T>(
  { cases, seed, path = '', say = () => undefined }: FuzzOptions,
  drawn: Arbitrary<T>,
  one: (drawn: T) => Promise<string>,
): Promise<FuzzOutcome> {
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  const left: unknown[] = [];
  let tried = 0;
  let early = 0;
  async function attempt(value: T): Promise<void> {
    if (tried++ === Math.floor(cases / 4)) early = await held();
    const outcome = await within(HUNG_MS, () => one(value));
    // An error that nobody takes is told of when what is queued is done. It would end a process that it comes up in.
    await nextTurn();
    if (left.length > 0) throw new Error(`left behind: ${left.splice(0).join('; ')}`);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if (tried % Math.ceil(cases / LINES) === 0) say(`${tried} of ${cases}, ${wrong.length} wrong`);
  }

  let enough = Number.POSITIVE_INFINITY;
  const property = asyncProperty(drawn, async (value) => {
    // What passes is not made smaller: it is small enough.
    if (performance.now() > enough) return;
    await attempt(value).catch((error: unknown) => {
      enough = Math.min(enough, performance.now() + SMALLER_MS);
      throw error;
    });
  });
  const restore = takeOver('unhandledRejection', (error) => left.push(error));
  for (let through = 0; through < cases && wrong.length < MOST_WRONG; ) {
    enough = Number.POSITIVE_INFINITY;
    const run = await check(property, { seed: seed + wrong.length, path, numRuns: cases - through });
    through += run.numRuns;
    if (!run.failed) break;
    const [smallest] = run.counterexample ?? [];
    const why = run.errorInstance instanceof Error ? run.errorInstance.message : String(run.errorInstance);
    const which = `--seed ${run.seed} --path ${run.counterexamplePath}`;
    wrong.push(`${which}: ${why.slice(0, LONGEST)}\n    ${stringify(smallest).slice(0, LONGEST)}`);
    say(wrong.at(-1) ?? '');
    if (path !== '') break;
  }
  restore();
  const late = await held();
  if (late - early > MOST_GROWTH) wrong.push(`${late - early} bytes more are held at the end than after a quarter`);
  return { outcomes, wrong, memory: `${mib(early)} held after a quarter, ${mib(late)} at the end` };
}

export function mib(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

/** From the test runner, too, for which such an error ends the test. @returns gives it back */
function takeOver(event: 'unhandledRejection', listener: (error: unknown) => void): () => void {
  const others = process.listeners(event);
  process.removeAllListeners(event).on(event, listener);
  return () => {
    process.off(event, listener);
    for (const other of others) process.on(event, other);
  };
}

/** Bytes of the heap and beside it, without what nobody holds any more. What lies beside the heap is given back a little later. */
async function held(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < COLLECTIONS; time++) {
    collect();
    await sleep(GIVEN_BACK_MS);
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
