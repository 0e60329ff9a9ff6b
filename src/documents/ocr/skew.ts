/** By which angle the lines of a page lean: at the right one, rows of ink and rows of paper differ the most. Pure. */
import type { Picture } from './picture.ts';

const WIDTH = 800;
const MOST_DEGREES = 15;
const DARK = 128;

/** In degrees; positive where lines sink to the right. */
export function skewOf(picture: Picture): number {
  const points = inkOf(picture);
  let best = { angle: 0, score: 0 };
  const look = (from: number, to: number, step: number): void => {
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const score = scoreOf(points, angle);
      if (score > best.score) best = { angle, score };
    }
  };
  look(-MOST_DEGREES, MOST_DEGREES, 1);
  look(best.angle - 0.8, best.angle + 0.8, 0.2);
  return best.angle;
}

function inkOf({ width, height, grey }: Picture): { readonly x: number; readonly y: number }[] {
  const step = Math.max(1, Math.floor(width / WIDTH));
  const found: { x: number; y: number }[] = [];
  for (let y = 0; y < height; y += step) {
    for (let x = 0; x < width; x += step) {
      if ((grey[y * width + x] ?? 255) < DARK) found.push({ x: x / step, y: y / step });
    }
  }
  // Enough of them to see the lines by.
  const every = Math.max(1, Math.floor(found.length / 20_000));
  return found.filter((_, index) => index % every === 0);
}

function scoreOf(points: readonly { readonly x: number; readonly y: number }[], degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Map<number, number>();
  for (const { x, y } of points) {
    const row = Math.round(y - x * slope);
    rows.set(row, (rows.get(row) ?? 0) + 1);
  }
  let score = 0;
  for (const count of rows.values()) score += count * count;
  return score;
}
