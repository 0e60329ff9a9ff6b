/** Makes out the words of a picture, in English, German, French and Spanish at once, also where it leans or stands on its head. */

import { fileURLToPath } from 'node:url';
import { createWorker, type Line, OEM, type Page, PSM, type RecognizeOptions, type Worker } from 'tesseract.js';
import { moduleExtension } from '../../files/runner/task.ts';
import { hasFigures, type Seen, type SeenWord, type WrittenLine, writtenLines } from './handwriting.ts';
import { drawn, FIRST_LOOKS, LOOKS, type Look, onPage } from './looks.ts';
import { otherWayUp, type ScannedPage, scannedPage } from './page.ts';
import { asPgm, type Picture } from './picture.ts';
import type { Recognised } from './recognised.ts';
import type { RecognisedWord } from './recognised-word.ts';
import { type Crop, unreadParts } from './unread-parts.ts';

const LANGUAGES = ['eng', 'deu', 'fra', 'spa'];
const WORKER = fileURLToPath(new URL(`./ocr-worker.${moduleExtension(import.meta.url)}`, import.meta.url));

/** Fewer words, or less sure ones, and the page may stand on its head. */
const FEWEST_WORDS = 10;
const DOUBT = 72;

export class Recogniser {
  readonly #worker: Worker;

  constructor(worker: Worker) {
    this.#worker = worker;
  }

  static async start(): Promise<Recogniser> {
    const worker = await createWorker(LANGUAGES, OEM.LSTM_ONLY, {
      workerPath: WORKER,
      langPath: '.',
      cacheMethod: 'none',
      errorHandler: () => undefined,
    });
    await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, debug_file: '/dev/null' });
    return new Recogniser(worker);
  }

  /** @param isLate asked again and again: then handwriting is read no further */
  async read(picture: Picture, isLate: () => boolean): Promise<Recognised> {
    const page = scannedPage(picture);
    const upright = await this.#read(page);
    const turned = isGood(upright) ? undefined : await this.#read(otherWayUp(page));
    const best = turned !== undefined && score(turned) > score(upright) ? turned : upright;
    return { ...best, written: await this.#written(best, isLate) };
  }

  /** Its thread ends, and gives its memory back. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #written({ page, words }: Print, isLate: () => boolean): Promise<WrittenLine[]> {
    const found: WrittenLine[] = [];
    for (const part of unreadParts(page, words)) {
      if (isLate()) break;
      const seen: Seen[] = [];
      for (const look of LOOKS) {
        seen.push({ look, words: await this.#look(part, look) });
        if (seen.length === FIRST_LOOKS && !seen.some(hasFigures)) break;
      }
      found.push(...writtenLines(seen));
    }
    return found;
  }

  async #look(part: Crop, look: Look): Promise<SeenWord[]> {
    const options = {
      tessedit_pageseg_mode: PSM.SINGLE_BLOCK,
      ...(look.onlyFigures && { tessedit_char_whitelist: '0123456789./-' }),
    } as Partial<RecognizeOptions>;
    const { data } = await this.#worker.recognize(asPgm(drawn(part, look)), options, { text: false, blocks: true });
    return linesOf(data).flatMap(({ words }, line) =>
      words.map(({ text, confidence, bbox }) => ({ text, confidence, line, box: onPage(part, look, bbox) })),
    );
  }

  async #read(page: ScannedPage): Promise<Print> {
    const { data } = await this.#worker.recognize(asPgm(page.print), {}, { text: false, blocks: true });
    const words = wordsOf(data);
    const sum = words.reduce((total, { confidence }) => total + confidence, 0);
    return { page, words, confidence: words.length === 0 ? 0 : sum / words.length };
  }
}

type Print = Omit<Recognised, 'written'>;

function isGood({ words, confidence }: Print): boolean {
  return words.length >= FEWEST_WORDS && confidence >= DOUBT;
}

/** How much was made out. */
function score({ words }: Print): number {
  return words.reduce((sum, { text, confidence }) => sum + (confidence >= DOUBT ? text.length : 0), 0);
}

function linesOf({ blocks }: Page): Line[] {
  return (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
}

function wordsOf(page: Page): RecognisedWord[] {
  return linesOf(page).flatMap(({ words, bbox }) => {
    const line = { y: (bbox.y0 + bbox.y1) / 2, height: bbox.y1 - bbox.y0 };
    return words.map(({ text, confidence, bbox: box }) => ({ text, confidence, box, line }));
  });
}
