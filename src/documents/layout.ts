/** Sorts pieces of text that have positions into lines, and parts the lines where columns do. Pure. */
import { visibleText } from '../format/plain-signs.ts';
import type { Line, Mark, Segment } from './document.ts';
import { cellAt, type TableCell } from './tables.ts';

export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of the middle, downwards. */
  readonly y: number;
  readonly height: number;
  readonly mark?: Mark;
  /** What was filled into a form: at the end of a line it is a value, however near its label is. */
  readonly filled?: boolean;
}

/** Of the smaller of two pieces: they stand in one line when they share so much of its height. */
const SAME_LINE = 0.5;
/** Of a line's height: a wider gap between two pieces is more than a blank. */
const COLUMN_GAP = 1.3;
const WORD_GAP = 0.12;

/** What parts the pieces of a page, in the same places as they. */
export interface Drawn {
  /** Of tables: what stands in two of them is apart. */
  readonly cells?: readonly TableCell[];
  /** Whether something drawn stands between two places from left to right, at one height. */
  readonly isParted?: (left: number, right: number, y: number) => boolean;
}

export function layOut(pieces: readonly Piece[], { cells = [], isParted = () => false }: Drawn = {}): Line[] {
  const inCells = Map.groupBy(pieces, ({ from, to, y }) => cellAt(cells, (from + to) / 2, y));
  const outside = rowsOf(inCells.get(undefined) ?? []).map(({ y, parts }) => ({
    y,
    line: segmentsOf(parts, isParted),
  }));
  const tables = Map.groupBy(cells, ({ table }) => table);
  const inside = [...tables.values()].flatMap((table) => tableLines(table, inCells));
  return [...outside, ...inside]
    .sort((a, b) => a.y - b.y)
    .map(({ line }) => line)
    .filter((line) => line.length > 0);
}

interface Placed {
  readonly y: number;
  readonly height: number;
  readonly mark?: Mark;
}

interface Row<Part> extends Placed {
  readonly parts: Part[];
}

/**
 * The small pieces make the lines. What is taller, such as a name in the letters of handwriting, joins the one that it shares most with; a
 * picture stands on the lowest. It never draws lines together.
 */
function rowsOf<Part extends Placed>(all: readonly Part[]): Row<Part>[] {
  /** From top to bottom. */
  const rows: Row<Part>[] = [];
  for (const part of all.toSorted((a, b) => a.height - b.height || a.y - b.y)) {
    const row = rowAround(part, rows);
    if (row === undefined) rows.splice(firstFrom(rows, part.y), 0, { y: part.y, height: part.height, parts: [part] });
    else row.parts.push(part);
  }
  return rows;
}

function rowAround<Row extends Placed>(part: Placed, rows: readonly Row[]): Row | undefined {
  const found: { row: Row; share: number }[] = [];
  // Rows are no higher than what comes after them: none further away can reach it.
  for (let at = firstFrom(rows, part.y - part.height); at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.y > part.y + part.height) break;
    const share = shared(part, row);
    if (share >= SAME_LINE) found.push({ row, share });
  }
  return found.sort((a, b) => (part.mark ? 0 : b.share - a.share) || b.row.y - a.row.y)[0]?.row;
}

/** The first row from this height downwards. */
function firstFrom(rows: readonly Placed[], y: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as Placed).y < y) from = middle + 1;
    else to = middle;
  }
  return from;
}

function shared(a: Placed, b: Placed): number {
  const top = Math.max(a.y - a.height / 2, b.y - b.height / 2);
  const bottom = Math.min(a.y + a.height / 2, b.y + b.height / 2);
  return (bottom - top) / Math.min(a.height, b.height);
}

interface CellLine extends Placed {
  readonly line: Line;
}

function tableLines(
  cells: readonly TableCell[],
  inCells: ReadonlyMap<TableCell | undefined, readonly Piece[]>,
): { readonly y: number; readonly line: Line }[] {
  const rows = Map.groupBy(cells, ({ row }) => row);
  const lines = [...rows.values()].flatMap((row) =>
    alongside(row.map((cell) => cellLines(cell, inCells.get(cell) ?? [])).filter((own) => own.length > 0)),
  );
  return rowsOf(lines).map(({ y, parts }) => ({
    y,
    line: parts.flatMap(({ line }) => line).sort((a, b) => a.from - b.from),
  }));
}

/**
 * However high or low they hang: of cells with as many lines each, the first stand beside the first, and so on; a cell of one line stands
 * beside the first of the others.
 */
function alongside(cells: readonly CellLine[][]): CellLine[] {
  const isEven = new Set(cells.map((own) => own.length)).size === 1;
  const several = cells.filter((own) => isEven || own.length > 1);
  const heightOf = (index: number): number =>
    Math.min(...several.map((own) => own[index]?.y ?? Number.POSITIVE_INFINITY));
  return cells.flatMap((own) =>
    isEven || own.length === 1 ? own.map((line, index) => ({ ...line, y: heightOf(index) })) : own,
  );
}

/** Where a cell holds one thing in a line, that is as wide as the cell. */
function cellLines({ x0, x1 }: TableCell, pieces: readonly Piece[]): CellLine[] {
  return rowsOf(pieces).map(({ y, height, parts }) => {
    const line = segmentsOf(parts);
    const [only, another] = line;
    const isWhole = only !== undefined && another === undefined;
    return { y, height, line: isWhole ? [{ ...only, from: x0, to: x1 - HAIR }] : line };
  });
}

/** Cells side by side do not overlap. */
const HAIR = 0.01;

function segmentsOf(pieces: readonly Piece[], isParted?: Drawn['isParted']): Segment[] {
  const segments: Segment[] = [];
  let last: Piece | undefined;
  const sorted = pieces.toSorted((a, b) => a.from - b.from);
  for (const piece of sorted) {
    const previous = segments.at(-1);
    const gap = piece.from - (last?.to ?? 0);
    const isWide = gap > COLUMN_GAP * piece.height || isParted?.(last?.to ?? 0, piece.from, piece.y) === true;
    const isValue = piece.filled === true && piece === sorted.at(-1);
    const apart = isWide || isValue || piece.mark !== undefined || last?.mark !== undefined;
    if (previous === undefined || apart) segments.push(segmentOf(piece));
    else segments[segments.length - 1] = joined(previous, piece, gap > WORD_GAP * piece.height);
    last = piece;
  }
  return segments.map((segment) => ({ ...segment, text: tidy(segment.text) })).filter(isSomething);
}

function segmentOf({ text, from, to, mark }: Piece): Segment {
  return { text, from, to, ...(mark && { mark }) };
}

function joined(segment: Segment, piece: Piece, blank: boolean): Segment {
  const between = blank && !/\s$/.test(segment.text) && !/^\s/.test(piece.text) ? ' ' : '';
  return { ...segment, text: segment.text + between + piece.text, to: Math.max(segment.to, piece.to) };
}

function isSomething({ text, mark }: Segment): boolean {
  return text !== '' || mark !== undefined;
}

/** “S C O P E”: capitals of headings, drawn apart. */
const SPACED_OUT = /(?<![\p{L}\p{N}])\p{Lu}(?:\s{1,2}\p{Lu}){3,}(?![\p{L}\p{N}])/gu;

/** One blank for all kinds of them; what shows nothing and control characters go; letters are composed, as those who look for words expect. */
export function tidy(text: string): string {
  return visibleText(text.toWellFormed().normalize('NFC'))
    .replace(SPACED_OUT, (letters) => letters.replace(/\s(?!\s)(?<!\s\s)/g, ''))
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
