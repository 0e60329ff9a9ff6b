/** Random hostile input of one kind, and what is held of what becomes of it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface FuzzOptions {
  readonly cases: number;
  /** The first case's; the others follow from it. */
  readonly seed: number;
  /** How far it is, a line. */
  readonly say: (line: string) => void;
}

export interface FuzzOutcome {
  /** How often what came of a case. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Cases with what was wrong with them, a line each. */
  readonly wrong: readonly string[];
  /** How much memory it took, in words. */
  readonly memory: string;
}

/** So much more may be held at the end than after a quarter: what grows by the case grows beyond it. */
const MOST_GROWTH = 64 * 1024 * 1024;
const LINES = 20;
const MOST_WRONG = 50;

/** What came of a case that was answered. */
export const answered = (status: number): string => `answered ${status}`;

/** Runs the cases one after the other. @param one throws what is wrong with a case, or says what came of it */
export async function runCases(
  { cases, say }: FuzzOptions,
  one: (number: number) => Promise<string>,
): Promise<FuzzOutcome> {
  const outcomes = new Map<string, number>();
  const wrong: string[] = [];
  let early = 0;
  let current = 0;
  // It would end a process that it comes up in.
  const leftBehind = (error: unknown): void => void wrong.push(`case ${current} left behind: ${String(error)}`);
  process.on('unhandledRejection', leftBehind);
  for (let number = 0; number < cases && wrong.length < MOST_WRONG; number++) {
    current = number;
    if (number === Math.floor(cases / 4)) early = held();
    const outcome = await one(number).catch((error: unknown) => {
      wrong.push(`case ${number}: ${error instanceof Error ? error.message : String(error)}`);
      say(wrong.at(-1) ?? '');
      return 'WRONG';
    });
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    if ((number + 1) % Math.ceil(cases / LINES) === 0) say(`${number + 1} of ${cases}, ${wrong.length} wrong`);
  }
  process.off('unhandledRejection', leftBehind);
  const late = held();
  if (late - early > MOST_GROWTH) wrong.push(`${late - early} bytes more are held at the end than after a quarter`);
  return { outcomes, wrong, memory: `${mib(early)} held after a quarter, ${mib(late)} at the end` };
}

export function mib(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}

/** Bytes of the heap and beside it, without what nobody holds any more. */
function held(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
