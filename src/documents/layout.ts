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

/** Of a line's height: pieces whose middles are no further apart stand in one line. */
const SAME_LINE = 0.5;
/** Of a line's height: a wider gap between two pieces is more than a blank. */
const COLUMN_GAP = 1.3;
const WORD_GAP = 0.12;

export function layOut(pieces: readonly Piece[]): Line[] {
  const rows: { y: number; height: number; pieces: Piece[] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    // The smaller of the two: a tall picture or heading does not swallow the lines beside it.
    const reach = SAME_LINE * Math.min(row?.height ?? 0, piece.height);
    if (row !== undefined && Math.abs(piece.y - row.y) <= reach) row.pieces.push(piece);
    else rows.push({ y: piece.y, height: piece.height, pieces: [piece] });
  }
  return rows.map((row) => segmentsOf(row.pieces)).filter((line) => line.length > 0);
}

function segmentsOf(pieces: readonly Piece[]): Segment[] {
  const segments: Segment[] = [];
  let last: Piece | undefined;
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const previous = segments.at(-1);
    const gap = piece.from - (last?.to ?? 0);
    const apart = gap > COLUMN_GAP * piece.height || piece.mark !== undefined || last?.mark !== undefined;
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

/** One blank for all kinds of them; what shows nothing and control characters go; letters are composed, as those who look for words expect. */
export function tidy(text: string): string {
  return visibleText(text.toWellFormed().normalize('NFC'))
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
}
