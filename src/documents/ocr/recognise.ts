/** Makes out the words of a picture, in English, German, French and Spanish at once, also where it leans or stands on its head. */

import { fileURLToPath } from 'node:url';
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js';
import { moduleExtension } from '../../files/runner/task.ts';
import type { Rect } from '../tables.ts';
import { otherWayUp, type ScannedPage, scannedPage } from './page.ts';
import { asPgm, type Picture } from './picture.ts';

const LANGUAGES = ['eng', 'deu', 'fra', 'spa'];
const WORKER = fileURLToPath(new URL(`./ocr-worker.${moduleExtension(import.meta.url)}`, import.meta.url));

export interface Recognised {
  /** Where its words stand. */
  readonly page: ScannedPage;
  readonly words: readonly RecognisedWord[];
  /** From 0 to 100, over all words; upside down it is below 40. */
  readonly confidence: number;
}

export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
  /** Of its line: the middle and the height. Those of words differ with their letters. */
  readonly line: { readonly y: number; readonly height: number };
  readonly box: Rect;
}

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

  async read(picture: Picture): Promise<Recognised> {
    const page = scannedPage(picture);
    const upright = await this.#read(page);
    if (isGood(upright)) return upright;
    const turned = await this.#read(otherWayUp(page));
    return score(turned) > score(upright) ? turned : upright;
  }

  /** Its thread ends, and gives its memory back. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #read(page: ScannedPage): Promise<Recognised> {
    const { data } = await this.#worker.recognize(asPgm(page.print), {}, { text: false, blocks: true });
    const words = wordsOf(data);
    const sum = words.reduce((total, { confidence }) => total + confidence, 0);
    return { page, words, confidence: words.length === 0 ? 0 : sum / words.length };
  }
}

function isGood({ words, confidence }: Recognised): boolean {
  return words.length >= FEWEST_WORDS && confidence >= DOUBT;
}

/** How much was made out. */
function score({ words }: Recognised): number {
  return words.reduce((sum, { text, confidence }) => sum + (confidence >= DOUBT ? text.length : 0), 0);
}

function wordsOf({ blocks }: Page): RecognisedWord[] {
  const lines = (blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.lines));
  return lines.flatMap(({ words, bbox }) => {
    const line = { y: (bbox.y0 + bbox.y1) / 2, height: bbox.y1 - bbox.y0 };
    return words.map(({ text, confidence, bbox: box }) => ({ text, confidence, box, line }));
  });
}
