/** Sorts pieces of text that have positions into lines, and parts the lines where columns do. Pure. */
import { visibleText } from '../format/plain-signs.ts';
import type { Line, Mark, Segment } from './document.ts';

export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of the middle, downwards. */
  readonly y: number;
  readonly height: number;
  readonly mark?: Mark;
}

/** Of the smaller of two pieces: they stand in one line when they share so much of its height. */
const SAME_LINE = 0.5;
/** Of a line's height: a wider gap between two pieces is more than a blank. */
const COLUMN_GAP = 1.3;
const WORD_GAP = 0.12;

/** Whether something drawn stands between two places from left to right, at one height. */
type IsParted = (left: number, right: number, y: number) => boolean;

interface Row {
  readonly y: number;
  readonly height: number;
  readonly pieces: Piece[];
}

/**
 * The small pieces make the lines. What is taller, such as a name in the letters of handwriting, joins the one that it shares most with; a
 * picture stands on the lowest. It never draws lines together.
 */
export function layOut(pieces: readonly Piece[], isParted: IsParted = () => false): Line[] {
  /** From top to bottom. */
  const rows: Row[] = [];
  for (const piece of pieces.toSorted((a, b) => a.height - b.height || a.y - b.y)) {
    const row = lineOf(piece, rows);
    if (row === undefined)
      rows.splice(firstFrom(rows, piece.y), 0, { y: piece.y, height: piece.height, pieces: [piece] });
    else row.pieces.push(piece);
  }
  return rows.map((row) => segmentsOf(row.pieces, isParted)).filter((line) => line.length > 0);
}

function lineOf(piece: Piece, rows: readonly Row[]): Row | undefined {
  const found: { row: Row; share: number }[] = [];
  // Rows are no higher than what comes after them: none further away can reach it.
  for (let at = firstFrom(rows, piece.y - piece.height); at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.y > piece.y + piece.height) break;
    const share = shared(piece, row);
    if (share >= SAME_LINE) found.push({ row, share });
  }
  return found.sort((a, b) => (piece.mark ? 0 : b.share - a.share) || b.row.y - a.row.y)[0]?.row;
}

/** The first row from this height downwards. */
function firstFrom(rows: readonly Row[], y: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] as Row).y < y) from = middle + 1;
    else to = middle;
  }
  return from;
}

function shared(a: { y: number; height: number }, b: { y: number; height: number }): number {
  const top = Math.max(a.y - a.height / 2, b.y - b.height / 2);
  const bottom = Math.min(a.y + a.height / 2, b.y + b.height / 2);
  return (bottom - top) / Math.min(a.height, b.height);
}

function segmentsOf(pieces: readonly Piece[], isParted: IsParted): Segment[] {
  const segments: Segment[] = [];
  let last: Piece | undefined;
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const previous = segments.at(-1);
    const gap = piece.from - (last?.to ?? 0);
    const isWide = gap > COLUMN_GAP * piece.height || isParted(last?.to ?? 0, piece.from, piece.y);
    const apart = isWide || piece.mark !== undefined || last?.mark !== undefined;
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
