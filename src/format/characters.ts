/** How long a text is as people count it: an accented letter is one character, and so is an emoji of seven parts. */

import { jsonBytes } from './shorten.ts';

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count += 1;
  return count;
}

/** How long a text may be. `characters`: as people count them. `bytes`: of JSON, the room that a card has for it. */
export interface TextLimit {
  readonly characters: number;
  readonly bytes: number;
}

/** How long a text is and how much of such a text would fit, both in characters; undefined where it fits. */
export function excessOf(
  text: string,
  { characters, bytes }: TextLimit,
): { readonly count: number; readonly most: number } | undefined {
  const size = jsonBytes(text);
  // No text has more characters than bytes.
  if (size <= characters) return undefined;
  const count = countCharacters(text);
  const most = size > bytes ? Math.min(characters, Math.floor((count * bytes) / size)) : characters;
  return count > most ? { count, most } : undefined;
}
