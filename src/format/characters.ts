/** How long a text is as people count it: an accented letter is one character, and so is an emoji of seven parts. */

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of GRAPHEMES.segment(text)) count += 1;
  return count;
}
