/** Takes a page apart into shapes: pixels of ink that hang together. Pure. */
import type { Rect } from '../tables.ts';
import type { Picture } from './picture.ts';

export interface Shape extends Rect {
  /** How many pixels are ink. */
  readonly ink: number;
  /** Rows of ink, each as `y, from, to`. */
  readonly runs: readonly number[];
}

/** A byte a pixel: 1 is ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly is: Uint8Array;
}

/** On even paper: darker than this is ink. */
const DARK = 0.7 * 255;

export function inkOf({ width, height, grey }: Picture, dark = DARK): Ink {
  return { width, height, is: grey.map((value) => (value < dark ? 1 : 0)) };
}

/** Takes away what is in a box. @param margin in pixels, around it */
export function clear({ is, width, height }: Ink, { x0, y0, x1, y1 }: Rect, margin: number): void {
  const [from, to] = [Math.max(0, x0 - margin), Math.min(width, x1 + margin)];
  for (let y = Math.max(0, y0 - margin); y < Math.min(height, y1 + margin); y++)
    is.fill(0, y * width + from, y * width + to);
}

/** The shadow of a fold, or what lay beneath the paper. */
export function isAtEdge({ x0, y0, x1, y1 }: Rect, { width, height }: Pick<Ink, 'width' | 'height'>): boolean {
  return x0 <= 0 || y0 <= 0 || x1 >= width || y1 >= height;
}

/** Also pixels that touch at their corners hang together. */
export function shapesOf({ width, is }: Ink): Shape[] {
  const ys: number[] = [];
  const froms: number[] = [];
  const tos: number[] = [];
  const parents: number[] = [];
  const rootOf = (run: number): number => {
    let root = run;
    while (parents[root] !== root) root = parents[root] as number;
    parents[run] = root;
    return root;
  };
  // Of the row above, the first run that may still touch one of this row.
  let above = 0;
  let row = { y: -1, first: 0, behind: 0 };
  for (let at = is.indexOf(1); at !== -1; ) {
    const y = Math.floor(at / width);
    if (y !== row.y) {
      above = y === row.y + 1 ? row.behind : ys.length;
      row = { y, first: above, behind: ys.length };
    }
    const from = at - y * width;
    let to = from;
    while (to < width && is[y * width + to] === 1) to++;
    while (above < row.behind && (tos[above] as number) < from) above++;
    const run = ys.length;
    ys.push(y);
    froms.push(from);
    tos.push(to);
    parents.push(run);
    for (let other = above; other < row.behind && (froms[other] as number) <= to; other++)
      parents[rootOf(other)] = rootOf(run);
    at = is.indexOf(1, y * width + to);
  }
  const found = new Map<number, { x0: number; y0: number; x1: number; y1: number; ink: number; runs: number[] }>();
  for (let run = 0; run < ys.length; run++) {
    const root = rootOf(run);
    const [y, from, to] = [ys[run] as number, froms[run] as number, tos[run] as number];
    const shape = found.get(root);
    if (shape === undefined)
      found.set(root, { x0: from, y0: y, x1: to, y1: y + 1, ink: to - from, runs: [y, from, to] });
    else {
      shape.x0 = Math.min(shape.x0, from);
      shape.x1 = Math.max(shape.x1, to);
      shape.y1 = y + 1;
      shape.ink += to - from;
      shape.runs.push(y, from, to);
    }
  }
  return [...found.values()];
}
