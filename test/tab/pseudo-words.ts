/** The words of the page in a language that there is not: the English ones, changed. */
import { firstTexts } from '../../tab/first-texts/en.ts';
import { texts } from '../../tab/texts/en.ts';

/** Its source runs in the page as well, so it names nothing outside of itself. */
export type Change = (text: string) => string;

/** As if it were written from right to left: each sentence between the signs for that (U+202E, U+202C), as in Android's pseudo-locale ar-XB. */
export function turnedText(text: string): string {
  return text === '' ? '' : `\u202e${text}\u202c`;
}

/** Sentences that are filled in are changed when they are. */
export function changed<W>(words: W, change: Change): W {
  if (typeof words === 'string') return change(words) as W;
  if (typeof words === 'function') return ((...given: unknown[]) => changed(words(...given), change)) as W;
  if (Array.isArray(words)) return words.map((word) => changed(word, change)) as W;
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, changed(word, change)])) as W;
}

/** The file of a language, as the page fetches it. */
export function pseudoFile(change: Change): string {
  return `
    const change = ${change};
    ${changed}
    export const firstTexts = changed(${sourceOf(firstTexts)}, change);
    export const texts = changed(${sourceOf(texts)}, change);
  `;
}

/** Sentences that are filled in name nothing beside what they are filled in with. */
function sourceOf(words: unknown): string {
  if (typeof words === 'function') return `(${words})`;
  if (Array.isArray(words)) return `[${words.map(sourceOf).join()}]`;
  if (typeof words !== 'object' || words === null) return JSON.stringify(words);
  return `{${Object.entries(words).map(([name, word]) => `${JSON.stringify(name)}: ${sourceOf(word)}`)}}`;
}
