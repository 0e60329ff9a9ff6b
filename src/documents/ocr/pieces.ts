/** What was made out on a page, as pieces where they stand: words, boxes to tick, and handwriting. Pure. */
import type { Piece } from '../layout.ts';
import { cellAt, type Rect, type TableCell, tableCells } from '../tables.ts';
import type { TickBox } from './boxes.ts';
import type { Written, WrittenLine } from './handwriting.ts';
import { inkOn } from './ink.ts';
import type { Recognised } from './recognised.ts';
import type { RecognisedWord } from './recognised-word.ts';
import { isPrint } from './unread-parts.ts';

export interface PlacedPieces {
  readonly pieces: readonly Piece[];
  /** Of its tables. */
  readonly cells: readonly TableCell[];
}

/** Words less sure than this are no words: handwriting, noise, the edge of a table. */
const SURE = 50;
/** Dates and numbers: there is no word to know them by. */
const SURE_OF_FIGURES = 30;
/** Of a signature, letters may be made out: few, and less surely than print. */
const SURE_IN_INK = 85;
const MOST_LETTERS_IN_INK = 2;

/** @param scale of their places to the page's pixels */
export function placedPieces({ page, words: all, written }: Recognised, scale: number): PlacedPieces {
  const cells = tableCells(page.rulings);
  const { dates, others } = readAgain(written, all);
  const first = withoutSplits(all.filter(isSure)).filter(({ box }) => !isIn(box, dates));
  const drawn = inkOn(
    page,
    [...first, ...dates].map(({ box }) => box),
    cells,
  ).filter((box) => !isIn(box, dates));
  const isDrawn = (box: Rect): boolean => drawn.some((ink) => isMostlyIn(box, ink));
  const beside = others.filter(({ box }) => !isDrawn(box));
  const printed = first.filter((word) => !isWritten(word, drawn) && (isPrint(word) || !isIn(word.box, beside)));
  const words = [...printed, ...dates, ...beside];
  const usual = median(printed.map(({ line }) => line.height));
  const lines: Lines = {
    words: printed.filter(({ box }) => !isTall(box, usual)).map((word) => evened(word, usual)),
    usual,
    cells,
  };
  const pieces = [
    ...[...printed, ...beside].map((word) => wordPiece(word, lines)),
    // However near its label is.
    ...dates.map(({ text, box }) => ({ text: ` ${text}`, from: box.x0, to: box.x1, ...lineBeside(box, lines) })),
    ...page.boxes.map((box) => boxPiece(box, lines)),
    ...drawn.map((box) => inkPiece(box, textIn(box, others), lines)),
    ...emptyLines(page, [...words.map(({ box }) => box), ...drawn], cells).map((box) => linePiece(box, lines)),
  ];
  return {
    pieces: pieces.map((piece) => scaledPiece(piece, scale)),
    cells: cells.map((cell) => scaledCell(cell, scale)),
  };
}

/** The printed words of a page, with the height of their lines. */
interface Lines {
  readonly words: readonly RecognisedWord[];
  readonly usual: number;
  readonly cells: readonly TableCell[];
}

function wordPiece(word: RecognisedWord, lines: Lines): Piece {
  const { text, box } = word;
  const place = isTall(box, lines.usual) ? lineBeside(box, lines) : evened(word, lines.usual).line;
  return { text, from: box.x0, to: box.x1, ...place };
}

/** Written by hand, as far as its letters were made out; or a heading. */
function isTall({ y0, y1 }: Rect, usual: number): boolean {
  return y1 - y0 > usual * TALL;
}

/** A line that handwriting or a logo makes tall says little of where its words stand. */
function evened(word: RecognisedWord, usual: number): RecognisedWord {
  const { line, box } = word;
  if (line.height <= usual * TALL) return word;
  return { ...word, line: { y: (box.y0 + box.y1) / 2, height: Math.min(box.y1 - box.y0, usual) } };
}

/** What further looks made out: dates, and words that were not surely read before. */
function readAgain(
  lines: readonly WrittenLine[],
  all: readonly RecognisedWord[],
): { readonly dates: readonly Written[]; readonly others: readonly RecognisedWord[] } {
  const print = all.filter(isPrint);
  return {
    // However far apart its words are written.
    dates: lines.flatMap(({ date }) => date ?? []),
    others: lines.flatMap(({ words, box: { y0, y1 } }) =>
      words
        .filter(({ box }) => !isIn(box, print))
        .map((word) => ({ ...word, line: { y: (y0 + y1) / 2, height: y1 - y0 } })),
    ),
  };
}

/** The words that were made out of what is drawn. */
function textIn(ink: Rect, words: readonly RecognisedWord[]): string {
  return words
    .filter(({ box }) => isMostlyIn(box, ink))
    .map(({ text }) => text)
    .join(' ');
}

function isIn(box: Rect, words: readonly { readonly box: Rect }[]): boolean {
  return words.some((word) => isMostlyIn(box, word.box));
}

function isMostlyIn(box: Rect, other: Rect): boolean {
  const across = Math.min(box.x1, other.x1) - Math.max(box.x0, other.x0);
  const down = Math.min(box.y1, other.y1) - Math.max(box.y0, other.y0);
  return across > 0 && down > 0 && across * down * 2 > (box.x1 - box.x0) * (box.y1 - box.y0);
}

/** Whether a word is a part of what is drawn by hand. */
function isWritten({ box, text, confidence }: RecognisedWord, drawn: readonly Rect[]): boolean {
  if (confidence >= SURE_IN_INK && text.length > MOST_LETTERS_IN_INK) return false;
  return drawn.some((ink) => {
    const height = box.y1 - box.y0;
    const across = Math.min(ink.x1 + height * GOES_ON, box.x1) - Math.max(ink.x0, box.x0);
    const down = Math.min(ink.y1, box.y1) - Math.max(ink.y0, box.y0);
    return across > 0 && down > 0 && across * down * 2 > (box.x1 - box.x0) * height;
  });
}

/** In heights of a word: how far behind the ink it may go on. */
const GOES_ON = 4;

/** Of a line’s height: a gap within a word. */
const GAP_IN_WORD = 0.5;

/** “J une”: a capital letter that leans away from its word is one with it. */
function withoutSplits(words: readonly RecognisedWord[]): RecognisedWord[] {
  const whole: RecognisedWord[] = [];
  for (const word of words) {
    const last = whole.at(-1);
    const gap = word.box.x0 - (last?.box.x1 ?? 0);
    const isSplit =
      last !== undefined &&
      /(?<!\p{L})[BCDFGHJKLMNPQRSTVWXZ]$/u.test(last.text) &&
      /^\p{Ll}{2}/u.test(word.text) &&
      gap >= 0 &&
      gap < word.line.height * GAP_IN_WORD &&
      Math.abs(last.line.y - word.line.y) < 1;
    if (isSplit)
      whole[whole.length - 1] = { ...last, text: last.text + word.text, box: { ...last.box, x1: word.box.x1 } };
    else whole.push(word);
  }
  return whole;
}

/** In the line of the words behind it, and one with them. */
function boxPiece({ ticked, x0, x1, y0, y1 }: TickBox, { words }: Lines): Piece {
  const y = (y0 + y1) / 2;
  const next = words
    .filter(({ box, line }) => box.x0 >= x1 && box.x0 - x1 < (x1 - x0) * BEHIND && Math.abs(line.y - y) < y1 - y0)
    .sort((a, b) => a.box.x0 - b.box.x0)[0];
  const { line = { y, height: y1 - y0 }, box } = next ?? {};
  return { text: ticked ? '☒' : '☐', from: x0, to: box === undefined ? x1 : box.x0 - line.height / 2, ...line };
}

/** In widths of a box: how far behind it its words begin. */
const BEHIND = 3;

function inkPiece(box: Rect, text: string, lines: Lines): Piece {
  return { text, from: box.x0, to: box.x1, ...lineBeside(box, lines), mark: { kind: 'ink' } };
}

/** Lines to write on with nothing on them, as plain text has them. */
function emptyLines(
  { rulings, dotted, letter, print }: Recognised['page'],
  written: readonly Rect[],
  cells: readonly TableCell[],
): Rect[] {
  const near = letter / 2;
  const isBorder = ({ x0, x1, y0, y1 }: Rect): boolean =>
    cells.some(
      (cell) =>
        x0 >= cell.x0 - near &&
        x1 <= cell.x1 + near &&
        [cell.y0, cell.y1].some((y) => Math.abs((y0 + y1) / 2 - y) <= near) &&
        x1 - x0 > (cell.x1 - cell.x0) / 2,
    ) || x1 - x0 > print.width * WIDEST_LINE;
  const isFree = (line: Rect): boolean =>
    written.every(
      ({ x0, x1, y0, y1 }) => x1 <= line.x0 || x0 >= line.x1 || y1 < line.y0 - letter * ON_LINE || y0 > line.y1,
    );
  return [...rulings.level, ...dotted].filter((line) => !isBorder(line) && isFree(line));
}

/** Of a page: wider ones part sections. */
const WIDEST_LINE = 0.6;
/** In heights of a small letter: how far over a line stands what is written on it. */
const ON_LINE = 1.2;

function linePiece({ x0, x1, y0, y1 }: Rect, lines: Lines): Piece {
  return { text: '____', from: x0, to: x1, ...lineBeside({ x0, x1, y0: y0 - lines.usual, y1 }, lines) };
}

/** Handwriting stands in the line of the nearest words beside it, or else in one of its own, where its lower half is. */
function lineBeside({ x0, x1, y0, y1 }: Rect, { words, usual, cells }: Lines): { y: number; height: number } {
  const cell = cellAt(cells, (x0 + x1) / 2, (y0 + y1) / 2);
  const beside = words
    .filter(({ line, box }) => {
      const [top, bottom] = [line.y - line.height / 2, line.y + line.height / 2];
      const isNear = top < y1 + usual * HANGS && bottom > y0 && (box.x1 <= x0 || box.x0 >= x1);
      return isNear && (cell === undefined || (cell.y0 <= line.y && line.y < cell.y1));
    })
    .map(({ line, box }) => ({
      line,
      isBeneath: line.y > y1,
      gap: Math.max(x0 - box.x1, (box.x0 - x1) * BEHIND_INK),
    }))
    .sort((a, b) => Number(a.isBeneath) - Number(b.isBeneath) || a.gap - b.gap)[0]?.line;
  const y = beside?.y ?? (y1 - y0 > usual * 2 ? y1 - usual : (y0 + y1) / 2);
  return { y, height: Math.min(beside?.height ?? usual, usual) };
}

function scaledPiece(piece: Piece, scale: number): Piece {
  const { from, to, y, height } = piece;
  return { ...piece, from: from * scale, to: to * scale, y: y * scale, height: height * scale };
}

function scaledCell(cell: TableCell, scale: number): TableCell {
  const { x0, x1, y0, y1 } = cell;
  return { ...cell, x0: x0 * scale, x1: x1 * scale, y0: y0 * scale, y1: y1 * scale };
}

function isSure({ confidence, text }: RecognisedWord): boolean {
  return confidence >= (/\d.*\d/.test(text) ? SURE_OF_FIGURES : SURE);
}

/** A label before handwriting goes with it rather than one behind it, up to so many times as far away. */
const BEHIND_INK = 3;
/** In heights of a line: how far above its line handwriting may end. */
const HANGS = 0.6;
/** Times the usual height of a line. */
const TALL = 1.7;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 20;
}
