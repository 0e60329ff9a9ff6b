/** A word of print, as it was made out. Plain data. */
import type { Rect } from '../tables.ts';

export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
  /** Of its line: the middle and the height. Those of words differ with their letters. */
  readonly line: { readonly y: number; readonly height: number };
  readonly box: Rect;
}
