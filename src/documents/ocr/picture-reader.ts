/** Reads the words of pictures while the time lasts. The recogniser is started when the first picture asks for it. */
import type { ReadingGap } from '../document.ts';
import type { Piece } from '../layout.ts';
import { isBlankPicture, type Picture } from './picture.ts';
import type { Recognised, RecognisedWord, Recogniser } from './recognise.ts';

/** Fewer letters than this on a page with ink were not made out. */
const FEWEST_LETTERS = 12;
/** Words less sure than this are no words: handwriting, noise, the edge of a table. */
const SURE = 45;

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
    const pieces = piecesOf(recognised, (page?.width ?? picture.width) / recognised.width);
    const letters = pieces.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
    if (letters < FEWEST_LETTERS) this.#gaps.add('picture');
    return pieces;
  }

  #start(): Promise<Recogniser> {
    this.#recogniser ??= import('./recognise.ts').then(({ Recogniser }) => Recogniser.start());
    return this.#recogniser;
  }
}

function piecesOf({ words }: Recognised, scale: number): Piece[] {
  return words.flatMap((word) => {
    const { x0, x1, y0, y1 } = word.box;
    const place = { from: x0 * scale, to: x1 * scale, y: ((y0 + y1) / 2) * scale, height: (y1 - y0) * scale };
    if (word.confidence >= SURE) return [{ ...place, text: word.text }];
    return isScribble(word) ? [{ ...place, text: '', mark: { kind: 'ink' as const } }] : [];
  });
}

/** Something with the shape of a word that is no letters: larger than dirt, wider than high. */
function isScribble({ box: { x0, x1, y0, y1 }, text }: RecognisedWord): boolean {
  return x1 - x0 > 40 && y1 - y0 > 15 && x1 - x0 > (y1 - y0) * 1.2 && !/^[_.\-–—=|]+$/.test(text);
}
