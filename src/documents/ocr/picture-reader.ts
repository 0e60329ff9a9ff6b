/** Reads the words of pictures while the time lasts. The recogniser is started when the first picture asks for it. */
import type { ReadingGap } from '../document.ts';
import type { Piece } from '../layout.ts';
import { inkOn } from './ink.ts';
import { isBlankPicture, openPicture, type Picture } from './picture.ts';
import type { Recognised, RecognisedWord, Recogniser } from './recognise.ts';

/** Fewer letters than this on a page with ink were not made out. */
const FEWEST_LETTERS = 12;
/** A page whose words are on average less sure was not made out. */
const DOUBTFUL = 55;
/** Words less sure than this are no words: handwriting, noise, the edge of a table. */
const SURE = 50;

export interface ReadingClock {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** When no further picture is begun. */
  readonly deadline: number;
}

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
  async read(open: () => Promise<Picture>, page?: { readonly width: number }): Promise<Piece[]> {
    if (this.#clock.now() > this.#clock.deadline) {
      this.#gaps.add('time');
      return [];
    }
    const picture = await open();
    if (isBlankPicture(picture)) return [];
    const recognised = await (await this.#start()).read(picture);
    const scale = (page?.width ?? picture.width) / recognised.width;
    const pieces = [...wordPieces(recognised, scale), ...(await inkPieces(recognised, scale))];
    const letters = pieces.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
    if (letters < FEWEST_LETTERS || recognised.confidence < DOUBTFUL) this.#gaps.add('picture');
    return pieces;
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

function wordPieces({ words }: Recognised, scale: number): Piece[] {
  const usual = median(words.map(({ line }) => line.height));
  return withoutSplits(words.filter(isSure)).map(({ text, box: { x0, x1, y0, y1 }, line }) => {
    // A line that handwriting or a logo makes tall says little of where its words stand.
    const { y, height } = line.height > usual * TALL ? { y: (y0 + y1) / 2, height: Math.min(y1 - y0, usual) } : line;
    return { text, from: x0 * scale, to: x1 * scale, y: y * scale, height: height * scale };
  });
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

/** Handwriting, each stroke where its lower half stands. */
async function inkPieces({ words, straightened }: Recognised, scale: number): Promise<Piece[]> {
  if (straightened === undefined) return [];
  const usual = median(words.map(({ line }) => line.height));
  const boxes = inkOn(
    await openPicture(straightened, 0),
    words.filter(isSure).map(({ box }) => box),
  );
  const drawn = boxes.filter(({ y0, y1 }) => y1 - y0 >= usual * LEAST_OF_A_LINE);
  return drawn.map(({ x0, x1, y0, y1 }) => {
    const y = y1 - y0 > usual * 2 ? y1 - usual : (y0 + y1) / 2;
    return { text: '', from: x0 * scale, to: x1 * scale, y: y * scale, height: usual * scale, mark: { kind: 'ink' } };
  });
}

function isSure({ confidence }: RecognisedWord): boolean {
  return confidence >= SURE;
}

/** Of a line’s height: printed words that were not made out are no higher. */
const LEAST_OF_A_LINE = 1.3;
/** Times the usual height of a line. */
const TALL = 1.7;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 20;
}
