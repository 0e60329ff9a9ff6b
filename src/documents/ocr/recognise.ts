/** Makes out the words of a picture, in English, German, French and Spanish at once, also where it leans or stands on its head. */
import { fileURLToPath } from 'node:url';
import { createWorker, OEM, type Page, PSM, type Worker } from 'tesseract.js';
import { moduleExtension } from '../../files/runner/task.ts';
import { asPgm, type Picture } from './picture.ts';
import { skewOf } from './skew.ts';

const LANGUAGES = ['eng', 'deu', 'fra', 'spa'];
const WORKER = fileURLToPath(new URL(`./ocr-worker.${moduleExtension(import.meta.url)}`, import.meta.url));

export interface Recognised {
  readonly words: readonly RecognisedWord[];
  /** From 0 to 100, over all words; upside down it is below 40. */
  readonly confidence: number;
  /** Of the straightened page, in pixels. */
  readonly width: number;
  /** That page in black and white, as a PNG. */
  readonly straightened: Buffer | undefined;
}

export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
  /** Of its line: the middle and the height. Those of words differ with their letters. */
  readonly line: { readonly y: number; readonly height: number };
  readonly box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
}

/** Fewer words, or less sure ones, and the page may lean or stand on its head. */
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
    const pgm = asPgm(picture);
    const straight = await this.#read(pgm, picture, { rotateAuto: true });
    if (isGood(straight)) return straight;
    const lean = (skewOf(picture) * Math.PI) / 180;
    let best = straight;
    for (const rotateRadians of [-lean, Math.PI - lean]) {
      if (Math.abs(rotateRadians) < 0.02) continue;
      const turned = await this.#read(pgm, picture, { rotateRadians });
      if (score(turned) > score(best)) best = turned;
      if (isGood(best)) break;
    }
    return best;
  }

  /** Its thread ends, and gives its memory back. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async #read(pgm: Buffer, { width }: Picture, options: object): Promise<Recognised> {
    const { data } = await this.#worker.recognize(pgm, options, { text: false, blocks: true, imageBinary: true });
    const words = wordsOf(data);
    const sum = words.reduce((total, { confidence }) => total + confidence, 0);
    return { words, confidence: words.length === 0 ? 0 : sum / words.length, width, straightened: imageOf(data) };
  }
}

/** A data URL. */
function imageOf({ imageBinary }: Page): Buffer | undefined {
  const base64 = imageBinary?.slice(imageBinary.indexOf(',') + 1);
  return base64 === undefined || base64 === '' ? undefined : Buffer.from(base64, 'base64');
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
