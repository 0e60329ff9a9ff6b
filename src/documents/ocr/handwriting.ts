/**
 * Reads what is written by hand. A page is read for its print; what was not surely read there is looked at once more by itself, in several
 * sizes and slants. A date counts that more of these looks have than any other, two at least. Pure.
 */
import { datesIn } from '../dates.ts';
import { cellFinder, type Rect, type TableCell, tableCells } from '../tables.ts';
import type { ScannedPage } from './page.ts';
import type { Picture } from './picture.ts';
import type { RecognisedWord } from './recognised-word.ts';
import { type Ink, type Shape, shapesOf } from './shapes.ts';

/** A line of handwriting that was made out, on the page. */
export interface WrittenLine {
  /** But for those of its date. */
  readonly words: readonly WrittenWord[];
  /** One that several looks agree on. */
  readonly date?: Written;
  readonly box: Rect;
}

export interface Written {
  readonly text: string;
  readonly box: Rect;
}

export interface WrittenWord extends Written {
  /** From 0 to 100. */
  readonly confidence: number;
}

/** A part of a page, to be read by itself. */
export interface Crop extends Rect {
  readonly ink: Ink;
}

/** A word with where it stands, as one look at a part of the page has it: on the page. */
export interface SeenWord {
  readonly text: string;
  readonly confidence: number;
  readonly box: Rect;
  /** Words of one line have the same. */
  readonly line: number;
}

/** How a part is drawn for one look at it. */
export interface Look {
  readonly scale: number;
  /** To the right, in heights; the other way where handwriting leans to the right already. */
  readonly slant: number;
  /** Strokes of a fine pen are made thicker. */
  readonly bold: boolean;
  /** Of dates without words: it takes nothing for a letter. */
  readonly onlyFigures?: boolean;
}

export const LOOKS: readonly Look[] = [
  { scale: 1, slant: 0, bold: false },
  { scale: 0.7, slant: 0, bold: true },
  { scale: 0.7, slant: 0, bold: false },
  { scale: 1, slant: 0, bold: true },
  { scale: 0.7, slant: 0.2, bold: false },
  { scale: 1, slant: 0.2, bold: false },
  { scale: 0.5, slant: 0, bold: false },
  { scale: 1, slant: 0, bold: false, onlyFigures: true },
  { scale: 0.7, slant: 0, bold: true, onlyFigures: true },
  { scale: 0.7, slant: 0.2, bold: false, onlyFigures: true },
];
/** So many looks tell whether there are figures enough for a date. */
export const FIRST_LOOKS = 2;
/** “4 juin 26” */
const FEWEST_FIGURES = 3;
/** Of looks at it: a date that only one has is none. */
const FEWEST_VOICES = 2;

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
  for (const { box } of words.filter(isPrint)) clear(left, box);
  const find = cellFinder(tableCells(rulings));
  const cellOf = ({ x0, x1, y0, y1 }: Rect): TableCell | undefined => find((x0 + x1) / 2, (y0 + y1) / 2);
  const shapes = shapesOf(left);
  if (shapes.length > MOST_SHAPES) return [];
  const ofCells = Map.groupBy(shapes, (shape) => cellOf(shape));
  const clusters = [...ofCells.values()].flatMap((own) => clustered(own, letter));
  return clusters
    .filter(
      ({ x0, y0, x1, y1 }) =>
        x1 - x0 >= letter * LEAST_WIDTH &&
        y1 - y0 >= letter * LEAST_HEIGHT &&
        y1 - y0 <= letter * MOST_HEIGHT &&
        !(x0 <= 0 || y0 <= 0 || x1 >= ink.width || y1 >= ink.height),
    )
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

function clear({ is, width, height }: Ink, { x0, y0, x1, y1 }: Rect): void {
  const [from, to] = [Math.max(0, x0 - 1), Math.min(width, x1 + 1)];
  for (let y = Math.max(0, y0 - 1); y < Math.min(height, y1 + 1); y++) is.fill(0, y * width + from, y * width + to);
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

export function around(boxes: readonly Rect[]): Rect {
  return {
    x0: Math.min(...boxes.map(({ x0 }) => x0)),
    y0: Math.min(...boxes.map(({ y0 }) => y0)),
    x1: Math.max(...boxes.map(({ x1 }) => x1)),
    y1: Math.max(...boxes.map(({ y1 }) => y1)),
  };
}

function crop({ is, width, height }: Ink, part: Rect, margin: number): Crop {
  const [x0, y0] = [Math.max(0, part.x0 - margin), Math.max(0, part.y0 - margin)];
  const [x1, y1] = [Math.min(width, part.x1 + margin), Math.min(height, part.y1 + margin)];
  const own = new Uint8Array((x1 - x0) * (y1 - y0));
  for (let y = y0; y < y1; y++) own.set(is.subarray(y * width + x0, y * width + x1), (y - y0) * (x1 - x0));
  return { x0, y0, x1, y1, ink: { width: x1 - x0, height: y1 - y0, is: own } };
}

/** A part as one look has it, dark on white. */
export function drawn({ ink: { width, height, is } }: Crop, { scale, slant, bold }: Look): Picture {
  const shift = Math.abs(slant) * height;
  const [wide, high] = [Math.ceil((width + shift) * scale), Math.ceil(height * scale)];
  const grey = new Uint8Array(wide * high).fill(255);
  const at = (x: number, y: number): number =>
    x >= 0 && y >= 0 && x < width && y < height ? (is[y * width + x] as number) : 0;
  const side = Math.max(1, Math.round(1 / scale));
  for (let y = 0; y < high; y++) {
    const top = Math.floor(y / scale);
    const lean = slant * (height - top) - (slant < 0 ? -shift : 0);
    for (let x = 0; x < wide; x++) {
      const start = Math.floor(x / scale - shift + lean);
      let dark = 0;
      for (let dy = 0; dy < side + 1; dy++) for (let dx = 0; dx < side + 1; dx++) dark += at(start + dx, top + dy);
      const share = Math.min(1, (dark / ((side + 1) * (side + 1))) * (bold ? 2.5 : 1.2));
      grey[y * wide + x] = 255 - Math.round(share * 255);
    }
  }
  return { width: wide, height: high, grey };
}

/** A box of a look's picture, on the page: its slant aside, which moves words by less than one. */
export function onPage({ x0, y0 }: Crop, { scale }: Look, box: Rect): Rect {
  return {
    x0: x0 + box.x0 / scale,
    y0: y0 + box.y0 / scale,
    x1: x0 + box.x1 / scale,
    y1: y0 + box.y1 / scale,
  };
}

/** What one look at a part made out. */
export interface Seen {
  readonly look: Look;
  readonly words: readonly SeenWord[];
}

/** Whether a date may be among these words. */
export function hasFigures({ words }: Seen): boolean {
  return words.reduce((sum, { text }) => sum + text.replace(/\D/g, '').length, 0) >= FEWEST_FIGURES;
}

/** Of all words of a line: less sure, and it is a scrawl. */
const LEGIBLE = 70;
const FEWEST_LETTERS = 3;

/**
 * The lines of a part, each as the look has it that makes it out best. Where several looks agree on a date, one of these counts: on its month,
 * and of its days the one that most of them have.
 */
export function writtenLines(looks: readonly Seen[]): WrittenLine[] {
  const lines = looks.flatMap(({ words, look }) =>
    [...Map.groupBy(words, ({ line }) => line).values()]
      .map(seenLine)
      .filter(({ date }) => date !== undefined || look.onlyFigures !== true),
  );
  return byPlace(lines).flatMap((same) => {
    const dated = agreeingOnDate(same);
    const best = bestOf(dated.length > 0 ? dated : same);
    if (best === undefined || (dated.length === 0 && !isLegible(best))) return [];
    const { words, date, box } = best;
    if (dated.length === 0 || date === undefined) return [{ words, box }];
    const others = words.filter((word) => !date.words.includes(word));
    return [{ words: others, date: { text: date.text, box: date.box }, box }];
  });
}

interface SeenLine {
  readonly words: readonly WrittenWord[];
  readonly text: string;
  readonly box: Rect;
  readonly confidence: number;
  readonly date?: Written & { readonly days: readonly string[]; readonly words: readonly WrittenWord[] };
}

function seenLine(all: readonly SeenWord[]): SeenLine {
  const words = all.map((word) => ({ ...word, text: withYear(word.text) }));
  const text = words.map((word) => word.text).join(' ');
  const letters = words.reduce((sum, word) => sum + word.text.length, 0);
  const sure = words.reduce((sum, word) => sum + word.confidence * word.text.length, 0);
  const line = { words, text, confidence: letters === 0 ? 0 : sure / letters, box: around(all.map(({ box }) => box)) };
  const [found] = datesIn(text, true);
  if (found === undefined) return line;
  const own = between(words, found.at, found.at + found.words.length);
  return { ...line, date: { text: found.words, days: found.days, words: own, box: around(own.map(({ box }) => box)) } };
}

/** The words that stand between two places of their line's text, in full or in part. */
function between(words: readonly WrittenWord[], from: number, to: number): WrittenWord[] {
  let start = 0;
  return words.filter(({ text }) => {
    const end = start + text.length;
    const isOf = start < to && end > from;
    start = end + 1;
    return isOf;
  });
}

/** A handwritten 2 is taken for 7, 9 or 1: no document is of 2076 or of 1026. */
function withYear(word: string): string {
  return word.replace(/(?<!\d)(?:20[79]|102)(?=\d(?!\d))/g, '202');
}

function isLegible({ text, confidence }: SeenLine): boolean {
  return confidence >= LEGIBLE && text.replace(/[^\p{L}\p{N}]/gu, '').length >= FEWEST_LETTERS;
}

/** Years in which documents are signed: others are misread ones. */
const LIKELY = /^20[12]/;

function agreeingOnDate(lines: readonly SeenLine[]): SeenLine[] {
  const dated = lines.filter(({ date }) => date?.days.every((day) => LIKELY.test(day)));
  const month = mostOf(dated, ({ date }) => `${date?.days.map((day) => day.slice(0, 7))}`);
  const day = mostOf(month, ({ date }) => `${date?.days}`);
  return day.length < FEWEST_VOICES ? [] : day;
}

function bestOf(lines: readonly SeenLine[]): SeenLine | undefined {
  // A month in full tells more than one with slips.
  const plain = lines.filter(({ text }) => datesIn(text).length > 0);
  return (plain.length > 0 ? plain : lines).toSorted((a, b) => b.confidence - a.confidence)[0];
}

/** The largest group; none where another is as large. */
function mostOf(lines: readonly SeenLine[], key: (line: SeenLine) => string): SeenLine[] {
  const [first = [], second = []] = [...Map.groupBy(lines, key).values()].sort((a, b) => b.length - a.length);
  return first.length > second.length ? first : [];
}

/** The same line, as each look has it. */
function byPlace(lines: readonly SeenLine[]): SeenLine[][] {
  const places: SeenLine[][] = [];
  for (const line of lines) {
    const middle = (line.box.y0 + line.box.y1) / 2;
    const place = places.find(([first]) => first !== undefined && first.box.y0 <= middle && middle <= first.box.y1);
    if (place === undefined) places.push([line]);
    else place.push(line);
  }
  return places;
}
