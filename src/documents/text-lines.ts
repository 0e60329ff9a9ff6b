/** Lines of plain text as lines of segments: tabs and wide gaps part columns. Pure. */
import { COLUMN_WIDTH, type Line, type Segment } from './document.ts';
import { tidy } from './layout.ts';

const TAB = 8;
/** A piece up to the next tab or gap of three blanks. */
const PIECE = /(?:[^\s]|[^\S\t](?![^\S\t]{2}|\t))+/g;

/** The widest line of a page of text; each character has a share of the scale. */
const CHARACTERS = 100;

export function textLines(text: string): Line[] {
  return text
    .split(/\r\n?|[\n\u2028\u2029\u0085]/)
    .map((line) => textLine(line))
    .filter((line) => line.length > 0);
}

/** Form feeds part pages. */
export function textPages(text: string): Line[][] {
  return text.split('\f').map((page) => textLines(page));
}

function textLine(line: string): Segment[] {
  const even = line.replace(/\t/g, ' '.repeat(TAB));
  const scale = COLUMN_WIDTH / CHARACTERS;
  return [...even.matchAll(PIECE)]
    .map(({ 0: text, index }) => ({ text: tidy(text), from: index * scale, to: (index + text.length) * scale }))
    .filter(({ text }) => text !== '');
}

/** A row of cells, each with lines of its own: the first lines of all cells, then the second, and so on. */
export function rowLines(cells: readonly RowCell[]): Line[] {
  const count = Math.max(0, ...cells.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, index) =>
    cells.flatMap(({ lines, from, to }) => within(lines[index] ?? [], from, to)),
  ).filter((line) => line.length > 0);
}

export interface RowCell {
  readonly lines: readonly Line[];
  readonly from: number;
  readonly to: number;
}

/** The segments of a line, in the space of their cell. */
function within(line: Line, from: number, to: number): Segment[] {
  const scale = (to - from) / COLUMN_WIDTH;
  return line.map((segment) => ({
    ...segment,
    from: from + Math.min(segment.from, COLUMN_WIDTH) * scale,
    to: from + Math.min(segment.to, COLUMN_WIDTH) * scale,
  }));
}

/** Where the cells of a row of `count` columns stand. */
export function columnOf(index: number, count: number, span = 1): { readonly from: number; readonly to: number } {
  const width = COLUMN_WIDTH / Math.max(1, count);
  // A hair apart, so that neighbours do not overlap.
  return { from: index * width, to: (index + span) * width - 1 };
}
