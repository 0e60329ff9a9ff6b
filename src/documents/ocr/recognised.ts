/** What was made out on a page. Plain data. */
import type { WrittenLine } from './handwriting.ts';
import type { ScannedPage } from './page.ts';
import type { RecognisedWord } from './recognised-word.ts';

export interface Recognised {
  /** Where its words stand. */
  readonly page: ScannedPage;
  readonly words: readonly RecognisedWord[];
  /** By hand. */
  readonly written: readonly WrittenLine[];
  /** From 0 to 100, over all words; upside down it is below 40. */
  readonly confidence: number;
}
