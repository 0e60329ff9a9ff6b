/** Finds what is drawn by hand on a page: ink that belongs to no word and to no ruled line. Pure. */
import { cellFinder, type Rect, type TableCell } from '../tables.ts';
import type { ScannedPage } from './page.ts';
import { clear, type Ink, isAtEdge } from './shapes.ts';

/** All in heights of a small letter. Squares of this side are looked at as one. */
const SQUARE = 0.6;
/** Of a square's pixels: with less ink it is dirt. */
const LEAST_INK = 0.07;
/** Smaller than this is no handwriting. */
const LEAST_WIDTH = 3.5;
/** Larger is a picture, or the edge of the paper. */
const MOST_HEIGHT = 15;
const FEWEST_SQUARES = 9;
/** Printed words that were not made out are no higher. */
const HIGHER_THAN_WORDS = 2;

/**
 * @param words their boxes, on the page
 * @param cells of its tables: what is drawn in two of them are two things
 */
export function inkOn(
  { ink, letter, strokes }: ScannedPage,
  words: readonly Rect[],
  cells: readonly TableCell[],
): Rect[] {
  const left: Ink = { ...ink, is: ink.is.slice() };
  for (const box of words) clear(left, box, Math.round(letter * MARGIN));
  const least = letter * LEAST_WIDTH;
  return blobs(squares(left, Math.max(2, Math.round(letter * SQUARE))), cells).filter(
    (box) =>
      box.x1 - box.x0 >= least &&
      box.y1 - box.y0 <= letter * MOST_HEIGHT &&
      !isAtEdge(box, ink) &&
      (strokes.some((stroke) => overlap(stroke, box)) ||
        (box.squares >= FEWEST_SQUARES && box.y1 - box.y0 >= letter * HIGHER_THAN_WORDS)),
  );
}

/** In heights of a small letter: around a word. */
const MARGIN = 0.25;

function overlap(one: Rect, other: Rect): boolean {
  return one.x0 < other.x1 && other.x0 < one.x1 && one.y0 < other.y1 && other.y0 < one.y1;
}

interface Squares {
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  readonly filled: Uint8Array;
}

function squares({ is, width, height }: Ink, side: number): Squares {
  const columns = Math.ceil(width / side);
  const rows = Math.ceil(height / side);
  const counts = new Uint16Array(columns * rows);
  for (let at = is.indexOf(1); at !== -1; at = is.indexOf(1, at + 1)) {
    const y = Math.floor(at / width);
    const index = Math.floor(y / side) * columns + Math.floor((at - y * width) / side);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  const least = side * side * LEAST_INK;
  return { side, columns, rows, filled: Uint8Array.from(counts, (count) => (count >= least ? 1 : 0)) };
}

/** Squares that hang together, also over a gap of one, which the strokes of a pen leave. */
function blobs(
  { side, columns, rows, filled }: Squares,
  cells: readonly TableCell[],
): (Rect & { readonly squares: number })[] {
  const find = cellFinder(cells);
  const cellOf = (square: number): TableCell | undefined =>
    find(((square % columns) + 0.5) * side, (Math.floor(square / columns) + 0.5) * side);
  const found: (Rect & { squares: number })[] = [];
  for (let start = filled.indexOf(1); start !== -1; start = filled.indexOf(1, start)) {
    filled[start] = 2;
    const members = [start];
    const cell = cellOf(start);
    for (let index = 0; index < members.length; index++) {
      const at = members[index] as number;
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          const x = (at % columns) + dx;
          const y = Math.floor(at / columns) + dy;
          const other = y * columns + x;
          if (x < 0 || x >= columns || y < 0 || y >= rows || filled[other] !== 1 || cellOf(other) !== cell) continue;
          filled[other] = 2;
          members.push(other);
        }
      }
    }
    found.push({ ...around(members, columns, side), squares: members.length });
  }
  return found;
}

function around(members: readonly number[], columns: number, side: number): Rect {
  let [x0, y0, x1, y1] = [columns, Number.MAX_SAFE_INTEGER, 0, 0];
  for (const at of members) {
    const x = at % columns;
    const y = Math.floor(at / columns);
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x + 1);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y + 1);
  }
  return { x0: x0 * side, y0: y0 * side, x1: x1 * side, y1: y1 * side };
}
