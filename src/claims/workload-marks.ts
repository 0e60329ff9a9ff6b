/** The workloads of a claim as one short text: claims that have the same one are counted in one go. Pure. */
import { workloadMark } from './normalise.ts';

const BAR = '|';
/** Each of its signs is of a row of its own, so that a text of marks is cut without a sign between them. */
const MARK = /.{3}/gu;

/** Claims that have a workload: those where something is left to do with it, and the others. */
export interface WorkloadCounts {
  readonly open: number;
  readonly others: number;
}

/** The marks of those that are open, a bar, and those of the others, whichever order an export has them in. @param open their keys */
export function workloadMarksOf(open: readonly string[], others: readonly string[]): string {
  const marks = (keys: readonly string[]): string => keys.map(workloadMark).sort().join('');
  return `${marks(open)}${BAR}${marks(others)}`;
}

/** The claims of each workload, by its mark. @param claims how many have which text */
export function countsByMark(claims: ReadonlyMap<string, number>): ReadonlyMap<string, WorkloadCounts> {
  const counts = new Map<string, WorkloadCounts>();
  for (const [text, n] of claims) {
    const [open = '', others = ''] = text.split(BAR);
    for (const [mark] of open.matchAll(MARK)) add(mark, n, 0);
    for (const [mark] of others.matchAll(MARK)) add(mark, 0, n);
  }
  return counts;

  function add(mark: string, open: number, others: number): void {
    const before = counts.get(mark);
    counts.set(mark, { open: (before?.open ?? 0) + open, others: (before?.others ?? 0) + others });
  }
}
