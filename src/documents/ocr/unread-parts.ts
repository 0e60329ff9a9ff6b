/** Finds the parts of a page where something is written that was not surely read as print. Pure. */
import { around, cellFinder, type Rect, type TableCell, tableCells } from '../tables.ts';
import type { ScannedPage } from './page.ts';
import type { RecognisedWord } from './recognised-word.ts';
import { clear, type Ink, isAtEdge, type Shape, shapesOf } from './shapes.ts';

/** A part of a page, to be read by itself. */
export interface Crop extends Rect {
  readonly ink: Ink;
}

/** All in heights of a small letter. */
const REACH_ACROSS = 2.4;
const REACH_DOWN = 0.5;
const LEAST_WIDTH = 3;
const LEAST_HEIGHT = 0.8;
const MOST_HEIGHT = 16;
const MARGIN = 0.8;
/** Words at least so sure are print; figures are taken for others more often. */
const SURE = 76;
const SURE_OF_FIGURES = 90;
/** Of a page; those further down are looked at first, where places to sign are. */
const MOST_PARTS = 14;
/** More are noise, or a picture. */
const MOST_SHAPES = 20_000;

/** The parts of a page where something is written that was not surely read. */
export function unreadParts({ ink, letter, rulings }: ScannedPage, words: readonly RecognisedWord[]): Crop[] {
  const left: Ink = { ...ink, is: ink.is.slice() };
  for (const { box } of words.filter(isPrint)) clear(left, box, 1);
  const find = cellFinder(tableCells(rulings));
  const cellOf = ({ x0, x1, y0, y1 }: Rect): TableCell | undefined => find((x0 + x1) / 2, (y0 + y1) / 2);
  const shapes = shapesOf(left);
  if (shapes.length > MOST_SHAPES) return [];
  const ofCells = Map.groupBy(shapes, (shape) => cellOf(shape));
  const clusters = [...ofCells.values()].flatMap((own) => clustered(own, letter));
  return clusters
    .filter((cluster) => {
      const [width, height] = [cluster.x1 - cluster.x0, cluster.y1 - cluster.y0];
      const isLarge = width >= letter * LEAST_WIDTH && height >= letter * LEAST_HEIGHT;
      return isLarge && height <= letter * MOST_HEIGHT && !isAtEdge(cluster, ink);
    })
    .sort((a, b) => b.y1 - a.y1)
    .slice(0, MOST_PARTS)
    .map((cluster) => {
      const cell = cellOf(cluster);
      return withNeighbours(
        cluster,
        words.filter(({ box }) => cellOf(box) === cell),
        letter,
      );
    })
    .map((part) => crop(ink, part, Math.round(letter * MARGIN)));
}

/** Words beside it, of which some may be handwriting that was read for print: “4 [juin] 2026”. */
function withNeighbours(part: Rect, words: readonly RecognisedWord[], letter: number): Rect {
  let [grown, count] = [part, -1];
  for (let beside: Rect[] = []; beside.length > count; ) {
    count = beside.length;
    beside = words.filter((word) => isPrint(word) && isBeside(word, grown, letter)).map(({ box }) => box);
    const across = around([part, ...beside]);
    grown = { ...part, x0: across.x0, x1: across.x1 };
  }
  return grown;
}

/** In heights of a small letter: words of one line are no further apart. */
const WORD_GAP = 1.6;

function isBeside({ text, box }: RecognisedWord, { x0, x1, y0, y1 }: Rect, letter: number): boolean {
  const middle = (box.y0 + box.y1) / 2;
  const gap = Math.max(box.x0 - x1, x0 - box.x1);
  return !text.endsWith(':') && middle > y0 && middle < y1 && gap <= letter * WORD_GAP;
}

/** Whether a word was surely read as print. */
export function isPrint({ confidence, text }: RecognisedWord): boolean {
  return confidence >= (/\d/.test(text) ? SURE_OF_FIGURES : SURE) && /[\p{L}\p{N}]/u.test(text);
}

/** Shapes that stand near each other, on one line or nearly so. */
function clustered(shapes: readonly Shape[], letter: number): Rect[] {
  const [across, down] = [letter * REACH_ACROSS, letter * REACH_DOWN];
  const sorted = shapes.toSorted((a, b) => a.x0 - b.x0);
  const parents = sorted.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] as number;
    return root;
  };
  for (const [index, shape] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next] as Shape;
      if (other.x0 > shape.x1 + across) break;
      if (other.y0 <= shape.y1 + down && shape.y0 <= other.y1 + down) parents[rootOf(next)] = rootOf(index);
    }
  }
  const groups = Map.groupBy(sorted, (_, index) => rootOf(index));
  return [...groups.values()].map(around);
}

function crop({ is, width, height }: Ink, part: Rect, margin: number): Crop {
  const [x0, y0] = [Math.max(0, part.x0 - margin), Math.max(0, part.y0 - margin)];
  const [x1, y1] = [Math.min(width, part.x1 + margin), Math.min(height, part.y1 + margin)];
  const own = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) own.set(is.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return { x0, y0, x1, y1, ink: { width: x1 - x0, height: y1 - y0, is: own } };
}
