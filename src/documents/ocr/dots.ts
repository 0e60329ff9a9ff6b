/** Finds dotted lines, on which people write. Pure. */
import type { Shape } from './shapes.ts';

/** In heights of a small letter. */
const LARGEST_DOT = 0.4;
const WIDEST_STEP = 1.3;
const MOST_LIFTED = 0.25;
/** By how much its dots are nearer or further apart than the first two. */
const UNEVEN = 0.25;
/** Three are an ellipsis; of the dots over letters, no more stand as evenly. */
const FEWEST = 8;

export function dottedLines(shapes: readonly Shape[], letter: number): Shape[][] {
  const dots = shapes
    .filter(({ x0, x1, y0, y1 }) => Math.max(x1 - x0, y1 - y0) <= letter * LARGEST_DOT)
    .toSorted((a, b) => a.x0 - b.x0);
  const lines: Shape[][] = [];
  for (const dot of dots) {
    const line = lines.find((own) => goesOn(own, dot, letter));
    if (line === undefined) lines.push([dot]);
    else line.push(dot);
  }
  return lines.filter((line) => line.length >= FEWEST);
}

function goesOn(line: readonly Shape[], dot: Shape, letter: number): boolean {
  const [first, second] = line as readonly [Shape, Shape?];
  const last = line.at(-1) as Shape;
  const step = dot.x0 - last.x0;
  if (step <= 0 || step > letter * WIDEST_STEP || Math.abs(dot.y1 - last.y1) > letter * MOST_LIFTED) return false;
  return (
    second === undefined || Math.abs(step - (second.x0 - first.x0)) <= Math.max(2, (second.x0 - first.x0) * UNEVEN)
  );
}
