/** How a page lies: upright, on its head or on its side, and by how much it leans. Seen by the letters alone. Pure. */
import type { Rect } from '../tables.ts';
import type { Shape } from './shapes.ts';

export interface Posture {
  /** Whether its lines go up or down: it has to be turned by a quarter first. */
  readonly onItsSide: boolean;
  /** Then in degrees; positive where lines sink to the right. */
  readonly lean: number;
  /** Then whether its letters stand on their heads. */
  readonly onItsHead: boolean;
}

const MOST_DEGREES = 15;
/** More letters say no more. */
const MOST_LETTERS = 3_000;
/** Fewer say nothing. */
const FEWEST_LETTERS = 12;
const UPRIGHT: Posture = { onItsSide: false, lean: 0, onItsHead: false };

/** Height of a small letter, in pixels, by what is usual on the page; undefined where there are none. */
export function letterHeight(shapes: readonly Shape[]): number | undefined {
  const heights = shapes.map(({ y0, y1 }) => y1 - y0).filter((height) => height >= SMALLEST && height <= LARGEST);
  return heights.length < FEWEST_LETTERS ? undefined : heights.sort((a, b) => a - b)[heights.length >> 1];
}

/** Pixels: below are dots and noise, above pictures and handwriting. */
const SMALLEST = 6;
const LARGEST = 80;

export function postureOf(shapes: readonly Shape[], letter: number): Posture {
  const every = Math.max(1, Math.ceil(shapes.length / MOST_LETTERS));
  const letters: readonly Rect[] = shapes
    .filter((shape) => isLetter(shape, letter))
    .filter((_, at) => at % every === 0);
  if (letters.length < FEWEST_LETTERS) return UPRIGHT;
  const onItsSide = goesUpOrDown(letters);
  const turned = onItsSide
    ? letters.map(({ x0, y0, x1, y1 }): Rect => ({ x0: -y1, x1: -y0, y0: x0, y1: x1 }))
    : letters;
  // Most letters stand on their line; upwards some are tall and some are not.
  const feet = bestLine(
    turned.map(({ x0, x1, y1 }) => ({ x: (x0 + x1) / 2, y: y1 })),
    letter,
  );
  const heads = bestLine(
    turned.map(({ x0, x1, y0 }) => ({ x: (x0 + x1) / 2, y: y0 })),
    letter,
  );
  return heads.score > feet.score
    ? { onItsSide, lean: heads.degrees, onItsHead: true }
    : { onItsSide, lean: feet.degrees, onItsHead: false };
}

function isLetter({ x0, x1, y0, y1 }: Rect, letter: number): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return Math.max(width, height) >= letter * 0.6 && Math.max(width, height) <= letter * 3;
}

/** Whether the nearest other letter stands above or below more often than beside: gaps between lines are wider than those in words. */
function goesUpOrDown(letters: readonly Rect[]): boolean {
  let beside = 0;
  let above = 0;
  for (const one of letters) {
    let nearest = Number.POSITIVE_INFINITY;
    let isBeside = true;
    for (const other of letters) {
      if (other === one) continue;
      const across = Math.max(0, other.x0 - one.x1, one.x0 - other.x1);
      const down = Math.max(0, other.y0 - one.y1, one.y0 - other.y1);
      const distance = across * across + down * down;
      if (distance < nearest) [nearest, isBeside] = [distance, across >= down];
    }
    if (isBeside) beside++;
    else above++;
  }
  return above > beside;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** At the right angle the points of a line lie in one row. */
function bestLine(points: readonly Point[], letter: number): { readonly degrees: number; readonly score: number } {
  let best = { degrees: 0, score: 0 };
  const look = (middle: number, reach: number, step: number, row: number): void => {
    best = { ...best, score: 0 };
    for (let at = -reach; at <= reach; at++) {
      const degrees = middle + at * step;
      const score = scoreOf(points, degrees, row);
      // Of several that are alike the one in the middle, and the upright one.
      if (score > best.score) best = { degrees, score };
    }
  };
  look(0, MOST_DEGREES * 2, 0.5, letter / 3);
  look(best.degrees, 10, 0.1, letter / 8);
  return best;
}

/** @param row its height in pixels */
function scoreOf(points: readonly Point[], degrees: number, row: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const { x, y } of points) {
    const at = Math.round((y - x * slope) / row);
    rows.set(at, (rows.get(at) ?? 0) + 1);
  }
  let score = 0;
  for (const count of rows.values()) score += count * count;
  return score;
}
