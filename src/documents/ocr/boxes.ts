/** Finds boxes to tick, and whether they are. Pure. */
import type { Rect } from '../tables.ts';
import type { Shape } from './shapes.ts';

export interface TickBox extends Rect {
  readonly ticked: boolean;
  /** Its frame, and what is within. */
  readonly shapes: readonly Shape[];
}

/** In heights of a small letter. */
const LEAST_SIDE = 1.2;
const MOST_SIDE = 3;
/** A tick may reach out of its box so far. */
const MOST_REACH = 5;
/** Of a side that has to be ink. */
const LEAST_OF_SIDE = 0.95;
/** Of a side: how thick its line is at the most, and in how much of it. */
const THICKEST = 0.2;
const LEAST_THIN = 0.5;
/** Of what is within a frame: with less ink it is empty. */
const TICKED = 0.06;

export function tickBoxes(shapes: readonly Shape[], letter: number): TickBox[] {
  const found: TickBox[] = [];
  for (const shape of shapes) {
    const size = Math.max(shape.x1 - shape.x0, shape.y1 - shape.y0);
    if (size < letter * LEAST_SIDE || size > letter * MOST_REACH) continue;
    const frame = frameIn(shape, letter);
    if (frame === undefined) continue;
    const inner = shapes.filter((other) => other !== shape && isWithin(other, frame));
    found.push({ ...frame, ticked: isTicked([shape, ...inner], frame), shapes: [shape, ...inner] });
  }
  return found;
}

/** A square of straight lines: two level ones of one length, as far apart as they are long, and the sides between them. */
function frameIn(shape: Shape, letter: number): Rect | undefined {
  const lines = longRuns(shape, letter * LEAST_SIDE, letter * MOST_SIDE);
  for (const top of lines) {
    for (const bottom of lines) {
      const [side, height] = [top.x1 - top.x0, bottom.y + 1 - top.y];
      const near = Math.max(1, Math.round(side * 0.06));
      if (Math.abs(height - side) > near) continue;
      if (Math.abs(top.x0 - bottom.x0) > near || Math.abs(top.x1 - bottom.x1) > near) continue;
      const box = { x0: Math.min(top.x0, bottom.x0), x1: Math.max(top.x1, bottom.x1), y0: top.y, y1: bottom.y + 1 };
      if (hasSide(shape, box, box.x0, near) && hasSide(shape, box, box.x1 - 1, near)) return box;
    }
  }
  return undefined;
}

interface Run {
  readonly y: number;
  readonly x0: number;
  readonly x1: number;
}

function longRuns({ runs }: Shape, least: number, most: number): Run[] {
  const found: Run[] = [];
  for (let at = 0; at < runs.length; at += 3) {
    const [y, x0, x1] = [runs[at] as number, runs[at + 1] as number, runs[at + 2] as number];
    if (x1 - x0 >= least && x1 - x0 <= most) found.push({ y, x0, x1 });
  }
  return found;
}

/** Whether nearly each row of the box has ink where its side is, and a thin line in most; letters are drawn thicker. */
function hasSide({ runs }: Shape, { x0, x1, y0, y1 }: Rect, x: number, near: number): boolean {
  const rows = new Set<number>();
  const thin = new Set<number>();
  for (let at = 0; at < runs.length; at += 3) {
    const [y, from, to] = [runs[at] as number, runs[at + 1] as number, runs[at + 2] as number];
    if (y < y0 || y >= y1 || from > x + near || to <= x - near) continue;
    rows.add(y);
    if (to - from <= (x1 - x0) * THICKEST) thin.add(y);
  }
  return rows.size >= (y1 - y0) * LEAST_OF_SIDE && thin.size >= (y1 - y0) * LEAST_THIN;
}

function isWithin({ x0, x1, y0, y1 }: Rect, box: Rect): boolean {
  return x0 >= box.x0 && x1 <= box.x1 && y0 >= box.y0 && y1 <= box.y1;
}

/** By the ink in its middle. */
function isTicked(shapes: readonly Shape[], { x0, x1, y0, y1 }: Rect): boolean {
  const edge = Math.ceil((x1 - x0) * 0.22);
  const [left, right, top, bottom] = [x0 + edge, x1 - edge, y0 + edge, y1 - edge];
  let ink = 0;
  for (const { runs } of shapes) {
    for (let at = 0; at < runs.length; at += 3) {
      const [y, from, to] = [runs[at] as number, runs[at + 1] as number, runs[at + 2] as number];
      if (y >= top && y < bottom) ink += Math.max(0, Math.min(to, right) - Math.max(from, left));
    }
  }
  return ink >= (right - left) * (bottom - top) * TICKED;
}
