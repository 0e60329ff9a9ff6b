/** Finds the ruled lines of a page: to sign on, and the borders of tables. Pure. */
import type { Rect, Rulings } from '../tables.ts';
import type { Ink } from './shapes.ts';

/** Heights of a small letter: no stroke of one is as long. */
const LEAST_LETTERS = 5;
/** What is thicker is a bar. */
const THICKEST_LETTERS = 0.6;
/** Pixels: noise breaks a line that far. */
const GAP = 2;
/** Beside a ruled line is paper; of a row of letters more than this touches the strokes beside it. */
const MOST_BESIDE = 0.25;

/** @param letter height of a small letter, in pixels */
export function rulingsOf(ink: Ink, letter: number): Rulings {
  const { width, height, is } = ink;
  const rows: Direction = { is, along: width, across: height, step: 1, next: width };
  const columns: Direction = { is, along: height, across: width, step: width, next: 1 };
  return {
    level: linesIn(rows, letter),
    upright: linesIn(columns, letter).map(({ x0, x1, y0, y1 }) => ({ x0: y0, x1: y1, y0: x0, y1: x1 })),
  };
}

/** The page, seen along its rows or its columns. */
interface Direction {
  readonly is: Uint8Array;
  readonly along: number;
  readonly across: number;
  readonly step: number;
  readonly next: number;
}

/** Boxes with `x` along the line. */
function linesIn(direction: Direction, letter: number): Rect[] {
  const least = letter * LEAST_LETTERS;
  return joined(longRuns(direction, least), least).filter(
    (box) => box.y1 - box.y0 <= letter * THICKEST_LETTERS && isAlone(direction, box),
  );
}

/** Straight runs of ink. */
function longRuns({ is, along, across, step, next }: Direction, least: number): Rect[] {
  const found: Rect[] = [];
  for (let line = 0; line < across; line++) {
    let from = -1;
    let to = -1;
    for (let at = 0; at <= along; at++) {
      const isInk = at < along && is[line * next + at * step] === 1;
      if (isInk && from === -1) from = at;
      if (isInk) to = at;
      else if (from !== -1 && (at - to > GAP || at === along)) {
        if (to + 1 - from >= least) found.push({ x0: from, x1: to + 1, y0: line, y1: line + 1 });
        from = -1;
      }
    }
  }
  return found;
}

/** Runs one under the other, and steps of a line that leans a little, are one. */
function joined(runs: readonly Rect[], least: number): Rect[] {
  const lines: { x0: number; x1: number; y0: number; y1: number }[] = [];
  for (const run of runs) {
    const line = lines.find(
      ({ x0, x1, y1 }) => run.y0 <= y1 + 1 && run.x0 <= x1 + least / 2 && run.x1 >= x0 - least / 2,
    );
    if (line === undefined) lines.push({ ...run });
    else {
      line.x0 = Math.min(line.x0, run.x0);
      line.x1 = Math.max(line.x1, run.x1);
      line.y1 = Math.max(line.y1, run.y1);
    }
  }
  return lines;
}

function isAlone({ is, across, step, next }: Direction, { x0, x1, y0, y1 }: Rect): boolean {
  return [y0 - 2, y1 + 1].every((line) => {
    if (line < 0 || line >= across) return true;
    let count = 0;
    for (let at = x0; at < x1; at++) count += is[line * next + at * step] ?? 0;
    return count <= (x1 - x0) * MOST_BESIDE;
  });
}
