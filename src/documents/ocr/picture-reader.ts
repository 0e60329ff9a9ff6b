/** Reads the words of pictures while the time lasts. The recogniser is started when the first picture asks for it. */
import { COLUMN_WIDTH, type ReadingGap } from '../document.ts';
import type { Piece } from '../layout.ts';
import { cellAt, type Rect, type TableCell, tableCells } from '../tables.ts';
import type { TickBox } from './boxes.ts';
import { inkOn } from './ink.ts';
import { isBlankPicture, type Picture } from './picture.ts';
import type { RecognisedWord, Recogniser } from './recognise.ts';

/** Fewer letters than this on a page with ink were not made out. */
const FEWEST_LETTERS = 12;
/** A page whose words are on average less sure was not made out. */
const DOUBTFUL = 55;
/** Words less sure than this are no words: handwriting, noise, the edge of a table. */
const SURE = 50;
/** Of a signature, letters may be made out: few, and less surely than print. */
const SURE_IN_INK = 85;
const MOST_LETTERS_IN_INK = 2;
/** Dates and numbers: there is no word to know them by. */
const SURE_OF_FIGURES = 30;

export interface ReadingClock {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** When no further picture is begun. */
  readonly deadline: number;
}

export interface ReadPicture {
  readonly pieces: readonly Piece[];
  /** Of its tables. */
  readonly cells: readonly TableCell[];
}

const NOTHING: ReadPicture = { pieces: [], cells: [] };

export class PictureReader {
  readonly #clock: ReadingClock;
  readonly #gaps = new Set<ReadingGap>();
  #recogniser: Promise<Recogniser> | undefined;

  constructor(clock: ReadingClock) {
    this.#clock = clock;
  }

  get gaps(): readonly ReadingGap[] {
    return [...this.#gaps];
  }

  /** The words of a picture where they stand, on a page of this width; none where they cannot be made out, which `gaps` then says. */
  async read(open: () => Promise<Picture>, page?: { readonly width: number }): Promise<ReadPicture> {
    if (this.#clock.now() > this.#clock.deadline) {
      this.#gaps.add('time');
      return NOTHING;
    }
    const picture = await open();
    if (isBlankPicture(picture)) return NOTHING;
    const recognised = await (await this.#start()).read(picture);
    const sure = withoutSplits(recognised.words.filter(isSure));
    const drawn = inkOn(
      recognised.page,
      sure.map(({ box }) => box),
    );
    const words = sure.filter((word) => !isWritten(word, drawn));
    const letters = words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
    if (letters < FEWEST_LETTERS || recognised.confidence < DOUBTFUL) this.#gaps.add('picture');
    const scale = ((page?.width ?? COLUMN_WIDTH) / picture.width) * recognised.page.scale;
    const cells = tableCells(recognised.page.rulings);
    const pieces = [
      ...wordPieces(words),
      ...recognised.page.boxes.map((box) => boxPiece(box, words)),
      ...drawn.map((box) => inkPiece(box, words, cells)),
    ];
    return {
      pieces: pieces.map((piece) => scaledPiece(piece, scale)),
      cells: cells.map((cell) => scaledCell(cell, scale)),
    };
  }

  /** No more pictures are read. */
  async close(): Promise<void> {
    await (await this.#recogniser?.catch(() => undefined))?.stop();
  }

  #start(): Promise<Recogniser> {
    this.#recogniser ??= import('./recognise.ts').then(({ Recogniser }) => Recogniser.start());
    return this.#recogniser;
  }
}

function wordPieces(words: readonly RecognisedWord[]): Piece[] {
  const usual = usualHeight(words);
  return words.map(({ text, box: { x0, x1, y0, y1 }, line }) => {
    // A line that handwriting or a logo makes tall says little of where its words stand.
    const { y, height } = line.height > usual * TALL ? { y: (y0 + y1) / 2, height: Math.min(y1 - y0, usual) } : line;
    return { text, from: x0, to: x1, y, height };
  });
}

/** Whether a word is a part of what is drawn by hand. */
function isWritten({ box, text, confidence }: RecognisedWord, drawn: readonly Rect[]): boolean {
  const isWithin = drawn.some((ink) => {
    const across = Math.min(ink.x1, box.x1) - Math.max(ink.x0, box.x0);
    const down = Math.min(ink.y1, box.y1) - Math.max(ink.y0, box.y0);
    return across > 0 && down > 0 && across * down * 2 > (box.x1 - box.x0) * (box.y1 - box.y0);
  });
  return isWithin && (confidence < SURE_IN_INK || text.length <= MOST_LETTERS_IN_INK);
}

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
function boxPiece({ ticked, x0, x1, y0, y1 }: TickBox, words: readonly RecognisedWord[]): Piece {
  const y = (y0 + y1) / 2;
  const next = words
    .filter(({ box, line }) => box.x0 >= x1 && box.x0 - x1 < (x1 - x0) * BEHIND && Math.abs(line.y - y) < y1 - y0)
    .sort((a, b) => a.box.x0 - b.box.x0)[0];
  const { line = { y, height: y1 - y0 }, box } = next ?? {};
  return { text: ticked ? '☒' : '☐', from: x0, to: box === undefined ? x1 : box.x0 - line.height / 2, ...line };
}

/** In widths of a box: how far behind it its words begin. */
const BEHIND = 3;

/** Handwriting stands in the line of the nearest words beside it, or else in one of its own, where its lower half is. */
function inkPiece({ x0, x1, y0, y1 }: Rect, words: readonly RecognisedWord[], cells: readonly TableCell[]): Piece {
  const usual = usualHeight(words);
  const cell = cellAt(cells, (x0 + x1) / 2, (y0 + y1) / 2);
  const beside = words
    .filter(({ line, box }) => {
      const [top, bottom] = [line.y - line.height / 2, line.y + line.height / 2];
      const isNear = top < y1 + usual * HANGS && bottom > y0 && (box.x1 <= x0 || box.x0 >= x1);
      return isNear && (cell === undefined || (cell.y0 <= line.y && line.y < cell.y1));
    })
    .map(({ line, box }) => ({ line, gap: Math.max(x0 - box.x1, (box.x0 - x1) * BEHIND_INK) }))
    .sort((a, b) => a.gap - b.gap)[0]?.line;
  const y = beside?.y ?? (y1 - y0 > usual * 2 ? y1 - usual : (y0 + y1) / 2);
  return { text: '', from: x0, to: x1, y, height: usual, mark: { kind: 'ink' } };
}

function scaledPiece(piece: Piece, scale: number): Piece {
  const { from, to, y, height } = piece;
  return { ...piece, from: from * scale, to: to * scale, y: y * scale, height: height * scale };
}

function scaledCell(cell: TableCell, scale: number): TableCell {
  const { x0, x1, y0, y1 } = cell;
  return { ...cell, x0: x0 * scale, x1: x1 * scale, y0: y0 * scale, y1: y1 * scale };
}

function usualHeight(words: readonly RecognisedWord[]): number {
  return median(words.map(({ line }) => line.height));
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
