/** Reads the words of pictures while the time lasts. The recogniser is started when the first picture asks for it. */
import { COLUMN_WIDTH, type ReadingGap } from '../document.ts';
import { isBlankPicture, type Picture } from './picture.ts';
import { type PlacedPieces, placedPieces } from './pieces.ts';
import type { Recogniser } from './recognise.ts';

/** Fewer letters than this on a page with ink were not made out. */
const FEWEST_LETTERS = 12;
/** A page whose words are on average less sure was not made out. */
const DOUBTFUL = 55;

export interface ReadingClock {
  /** Milliseconds, monotonic. */
  readonly now: () => number;
  /** When no further picture is begun. */
  readonly deadline: number;
}

const NOTHING: PlacedPieces = { pieces: [], cells: [] };

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
  async read(open: () => Promise<Picture>, page?: { readonly width: number }): Promise<PlacedPieces> {
    const isLate = (): boolean => this.#clock.now() > this.#clock.deadline;
    if (isLate()) {
      this.#gaps.add('time');
      return NOTHING;
    }
    const picture = await open();
    if (isBlankPicture(picture)) return NOTHING;
    const recognised = await (await this.#start()).read(picture, isLate);
    const scale = ((page?.width ?? COLUMN_WIDTH) / picture.width) * recognised.page.scale;
    const placed = placedPieces(recognised, scale);
    const letters = placed.pieces.reduce((sum, { text }) => sum + text.replace(/[^\p{L}\p{N}]/gu, '').length, 0);
    if (letters < FEWEST_LETTERS || recognised.confidence < DOUBTFUL) this.#gaps.add('picture');
    return placed;
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
