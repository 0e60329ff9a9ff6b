/** The ruled lines of a page: borders between cells, and lines to write on. Pure. */
import type { Piece } from '../layout.ts';

export interface Box {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** Points. A border is at least as high as a line of text, a line to write on as wide as a short name. */
const SHORTEST_BORDER = 8;
const SHORTEST_LINE = 60;
/** A page of so many is a drawing. */
const MOST = 4_000;
/** Of a page: wider ones part sections. */
const WIDEST_LINE = 0.6;
/** Points: what is that near touches. */
const TOUCHING = 2.5;
/** Points over a line in which a word stands on it. */
const ON_LINE = 16;
const LINE_HEIGHT = 8;

export class Rules {
  readonly #borders: Box[] = [];
  readonly #lines: Box[] = [];
  readonly #known = new Set<string>();

  /** Those of tables are drawn several times, and many: each is kept once, as far as it is long enough. */
  add(line: Box): void {
    const { from, to, top, bottom } = line;
    const key = [from, to, top, bottom].map(Math.round).join(' ');
    if (this.#known.has(key) || this.#borders.length + this.#lines.length >= MOST) return;
    if (to - from < TOUCHING && bottom - top >= SHORTEST_BORDER) this.#borders.push(line);
    else if (bottom - top < TOUCHING && to - from >= SHORTEST_LINE) this.#lines.push(line);
    else return;
    this.#known.add(key);
  }

  /** Whether a border stands between two places at one height. */
  part(left: number, right: number, y: number): boolean {
    return this.#borders.some(
      ({ from, top, bottom }) => from >= left - 1 && from <= right + 1 && top <= y && bottom >= y,
    );
  }

  /** Lines to write on with nothing on them, as plain text has them. */
  emptyLines(pieces: readonly Piece[], width: number): Piece[] {
    const free = this.#lines.filter(
      (line) =>
        line.to - line.from <= width * WIDEST_LINE &&
        !this.#borders.some((border) => touches(border, line)) &&
        !pieces.some((piece) => standsOn(piece, line)),
    );
    const places = new Map(
      free.map((line) => [`${Math.round(line.from)} ${Math.round(line.top / LINE_HEIGHT)}`, line]),
    );
    return [...places.values()].map(({ from, to, top }) => ({
      text: '____',
      from,
      to,
      y: top - LINE_HEIGHT / 2,
      height: LINE_HEIGHT,
    }));
  }
}

function touches(border: Box, line: Box): boolean {
  const isAtEnd = [line.from, line.to].some((end) => Math.abs(border.from - end) <= TOUCHING);
  return isAtEnd && border.top <= line.top + TOUCHING && border.bottom >= line.top - TOUCHING;
}

function standsOn({ from, to, y, height }: Piece, line: Box): boolean {
  const bottom = y + height / 2;
  return from < line.to && line.from < to && bottom > line.top - ON_LINE && y - height / 2 < line.top;
}

/** The upright and level lines of a path, each as two corners. */
export function* straightLines(args: unknown[] | null): Generator<readonly number[]> {
  const [, [data] = []] = (args ?? []) as [number, [ArrayLike<number> | null]?];
  if (data === null || data === undefined || typeof data.length !== 'number') return;
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let at = 0; at < data.length; ) {
    // moveTo, lineTo, curveTo, quadraticCurveTo, closePath: each with its coordinates.
    const operator = data[at] ?? 0;
    const count = [2, 2, 6, 4, 0][operator] ?? 0;
    const [endX, endY] = count === 0 ? [startX, startY] : [data[at + count - 1] ?? 0, data[at + count] ?? 0];
    const isStraight = operator === LINE_TO || count === 0;
    if (isStraight && Math.abs(endX - x) < 1 !== Math.abs(endY - y) < 1) yield [x, y, endX, endY];
    if (operator === 0) [startX, startY] = [endX, endY];
    [x, y] = [endX, endY];
    at += 1 + count;
  }
}

const LINE_TO = 1;
