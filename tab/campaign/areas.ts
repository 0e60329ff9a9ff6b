/** An area between two lines, as the path of a picture. Pure. */

/** How high it begins and ends at a time: parts of the height, from 0 to 1. */
export interface AreaPoint {
  /** Milliseconds. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The first point stands at the left end, the last at the right; a single one goes from end to end. Empty where there is none. */
export function areaOf(points: readonly AreaPoint[], width: number, height: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  const all = points.length === 1 ? [first, { ...first, at: first.at + 1 }] : points;
  const span = all.at(-1)?.at ?? first.at;
  const x = (at: number): string => rounded(((at - first.at) / (span - first.at)) * width);
  const y = (part: number): string => rounded((1 - part) * height);
  const upper = all.map(({ at, to }) => `${x(at)} ${y(to)}`);
  const lower = all.map(({ at, from }) => `${x(at)} ${y(from)}`).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

function rounded(n: number): string {
  return String(Math.round(n * 10) / 10);
}
