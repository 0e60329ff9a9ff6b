/** Finds what is drawn by hand on a page: ink that belongs to no word and to no ruled line. Pure. */
import type { Picture } from './picture.ts';

export interface InkBox {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

const DARK = 128;
/** Pixels of a square that is looked at as one. */
const SQUARE = 10;
/** Dark pixels in a square from which on it is no dirt. */
const FEWEST_DARK = 7;
/** Straight runs from this length on are ruled: a line to sign on, the border of a table. */
const RULED = 110;
/** Of what is left, smaller than this is no handwriting: pixels at 200 dots an inch. */
const LEAST_WIDTH = 60;
const LEAST_HEIGHT = 20;
const FEWEST_SQUARES = 9;

/** @param words their boxes, on the same picture */
export function inkOn(picture: Picture, words: readonly InkBox[]): InkBox[] {
  const ink = Uint8Array.from(picture.grey, (value) => (value < DARK ? 1 : 0));
  for (const box of words) clear(ink, picture, box);
  clearRuled(ink, picture.width, picture.height, 1, picture.width);
  clearRuled(ink, picture.height, picture.width, picture.width, 1);
  return blobs(squares(ink, picture))
    .filter(
      ({ box, count }) => box.x1 - box.x0 >= LEAST_WIDTH && box.y1 - box.y0 >= LEAST_HEIGHT && count >= FEWEST_SQUARES,
    )
    .map(({ box }) => box);
}

const MARGIN = 4;

function clear(ink: Uint8Array, { width, height }: Picture, { x0, y0, x1, y1 }: InkBox): void {
  const from = Math.max(0, x0 - MARGIN);
  const to = Math.min(width, x1 + MARGIN);
  for (let y = Math.max(0, y0 - MARGIN); y < Math.min(height, y1 + MARGIN); y++)
    ink.fill(0, y * width + from, y * width + to);
}

/** Long straight runs, along rows (`step` 1) or columns (`step` the width). */
function clearRuled(ink: Uint8Array, along: number, across: number, step: number, next: number): void {
  for (let line = 0; line < across; line++) {
    let run = 0;
    for (let at = 0; at <= along; at++) {
      const index = line * next + at * step;
      if (at < along && ink[index] === 1) run++;
      else {
        if (run >= RULED) for (let back = 1; back <= run; back++) ink[index - back * step] = 0;
        run = 0;
      }
    }
  }
}

interface Squares {
  readonly columns: number;
  readonly rows: number;
  readonly filled: Uint8Array;
}

function squares(ink: Uint8Array, { width, height }: Picture): Squares {
  const columns = Math.ceil(width / SQUARE);
  const rows = Math.ceil(height / SQUARE);
  const counts = new Uint16Array(columns * rows);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / SQUARE) * columns;
    for (let x = 0; x < width; x++) {
      if (ink[y * width + x] === 1) {
        const index = row + Math.floor(x / SQUARE);
        counts[index] = (counts[index] ?? 0) + 1;
      }
    }
  }
  return { columns, rows, filled: Uint8Array.from(counts, (count) => (count >= FEWEST_DARK ? 1 : 0)) };
}

/** Squares that hang together, also over a gap of one, which the strokes of a pen leave. */
function blobs({ columns, rows, filled }: Squares): { readonly box: InkBox; readonly count: number }[] {
  const found: { box: InkBox; count: number }[] = [];
  for (let start = 0; start < filled.length; start++) {
    if (filled[start] !== 1) continue;
    filled[start] = 2;
    const members = [start];
    for (let index = 0; index < members.length; index++) {
      const at = members[index] as number;
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) {
          const x = (at % columns) + dx;
          const y = Math.floor(at / columns) + dy;
          const other = y * columns + x;
          if (x < 0 || x >= columns || y < 0 || y >= rows || filled[other] !== 1) continue;
          filled[other] = 2;
          members.push(other);
        }
      }
    }
    found.push({ box: around(members, columns), count: members.length });
  }
  return found;
}

function around(members: readonly number[], columns: number): InkBox {
  let [x0, y0, x1, y1] = [columns, Number.MAX_SAFE_INTEGER, 0, 0];
  for (const at of members) {
    const x = at % columns;
    const y = Math.floor(at / columns);
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x + 1);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y + 1);
  }
  return { x0: x0 * SQUARE, y0: y0 * SQUARE, x1: x1 * SQUARE, y1: y1 * SQUARE };
}
