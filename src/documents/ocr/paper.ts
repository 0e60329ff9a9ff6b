/** Makes the paper of a page evenly white: shadows, the fold of a book and grey paper go, what is written stays. Pure. */
import type { Picture } from './picture.ts';

/** Of the width: a square about as high as a line, of which something is paper. */
const SQUARES_ACROSS = 56;
/** Of its pixels, this share is no lighter than its paper; above are noise, and white letters on a dark ground. */
const PAPER_SHARE = 0.9;
/** Of the usual paper: what is darker is no shadow, but a ground that letters stand on. */
const DARKEST = 0.25;
const WHITE = 255;

export function whitened(picture: Picture): Picture {
  const { width, height, grey } = picture;
  const paper = paperOf(picture);
  const white = new Uint8Array(grey.length);
  for (let y = 0; y < height; y++) {
    const down = Math.min(Math.max(y / paper.size - 0.5, 0), paper.rows - 1);
    const top = Math.floor(down);
    const bottom = Math.min(top + 1, paper.rows - 1);
    for (let x = 0; x < width; x++) {
      const across = Math.min(Math.max(x / paper.size - 0.5, 0), paper.columns - 1);
      const left = Math.floor(across);
      const right = Math.min(left + 1, paper.columns - 1);
      const [dx, dy] = [across - left, down - top];
      const above = at(paper, left, top) * (1 - dx) + at(paper, right, top) * dx;
      const beneath = at(paper, left, bottom) * (1 - dx) + at(paper, right, bottom) * dx;
      const light = above * (1 - dy) + beneath * dy;
      white[y * width + x] = Math.min(WHITE, ((grey[y * width + x] as number) * WHITE) / light);
    }
  }
  return { width, height, grey: white };
}

function at({ light, columns }: Paper, column: number, row: number): number {
  return light[row * columns + column] as number;
}

interface Paper {
  readonly size: number;
  readonly columns: number;
  readonly rows: number;
  /** How light the paper is in each square. */
  readonly light: readonly number[];
}

function paperOf({ width, height, grey }: Picture): Paper {
  const size = Math.max(8, Math.ceil(width / SQUARES_ACROSS));
  const columns = Math.ceil(width / size);
  const rows = Math.ceil(height / size);
  const own = new Array<number>(columns * rows).fill(WHITE);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      const [right, bottom] = [Math.min(width, (column + 1) * size), Math.min(height, (row + 1) * size)];
      for (let y = row * size; y < bottom; y++)
        for (let x = column * size; x < right; x++) {
          const value = grey[y * width + x] as number;
          counts[value] = (counts[value] as number) + 1;
        }
      let left = (bottom - row * size) * (right - column * size) * (1 - PAPER_SHARE);
      let value = WHITE;
      for (; value > 0 && left > (counts[value] as number); value--) left -= counts[value] as number;
      own[row * columns + column] = value;
    }
  }
  const usual = own.toSorted()[own.length >> 1] ?? WHITE;
  // Where letters leave no paper in a square, that around it counts; slopes of a shadow stay.
  const light = [Math.max, Math.min, mean].reduce((values, one) => around(values, columns, rows, one), own);
  return { size, columns, rows, light: light.map((value) => Math.max(value, usual * DARKEST, 1)) };
}

/** Of each square and those around it, one value. */
function around(
  values: readonly number[],
  columns: number,
  rows: number,
  one: (...values: readonly number[]) => number,
): number[] {
  return values.map((_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    const near: number[] = [];
    for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++)
      for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++)
        near.push(values[row * columns + column] as number);
    return one(...near);
  });
}

function mean(...values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
