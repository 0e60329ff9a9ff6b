/** What is meant by the words that were written: aliases, fillers, spelling, numbers; and the acronyms that do not belong. Pure. */
import { FEWEST_SHOUTED_WORDS, LONGEST_UNKNOWN_ACRONYM, SHOUTED_SHARE } from '../tuning.ts';
import type { Speller } from './spelling.ts';
import type { Rewriting, WordLists } from './words.ts';

/** Stands for a word outside the vocabulary; in phrases it is written `*`. */
export const UNKNOWN = '*';
/** Stands for any number. */
const NUMBER = '0';

export interface Normalised {
  readonly words: readonly string[];
  /** An acronym that the notice does not use: the text is about something else. */
  readonly foreignAcronym: string | undefined;
  /** Words that are not in the vocabulary as they are written, in lower case. A name that looks like a slip in a word is one of them. */
  readonly strangeWords: readonly string[];
}

/** @param speller knows the vocabulary. Without one (in training) nothing is repaired and nothing is unknown. */
export function normalise(text: string, words: WordLists, speller?: Speller): Normalised {
  const { writing } = words;
  const written = writing.words(text);
  const foreignAcronym = findForeignAcronym(written, words, speller);
  const folded = written.map(writing.fold);
  const meant = rewrite(folded, words);
  if (speller === undefined) return { words: meant.map(number), foreignAcronym, strangeWords: [] };
  let repaired = false;
  const spelled = meant.map((word) => {
    const right = words.neverRepaired.has(word) || words.ownAcronyms.has(word) ? word : speller.repair(word);
    repaired ||= right !== word;
    return right;
  });
  const strange = meant.filter((word) => !speller.knows(number(word)));
  // With the marks that a name has.
  const strangeWords = strange.map((word) => written[folded.indexOf(word)]?.toLowerCase() ?? word);
  return { words: (repaired ? rewrite(spelled, words) : spelled).map(number), foreignAcronym, strangeWords };
}

function number(word: string): string {
  return /^\p{N}+$/u.test(word) ? NUMBER : word;
}

/** Whether nothing but fillers was said: "I need to know", "thanks". */
export function isFiller(said: readonly string[], words: WordLists): boolean {
  return rewritten(said, words).length === 0;
}

function rewrite(from: readonly string[], words: WordLists): string[] {
  const to = rewritten(from, words);
  // A text of fillers only ("hello", "thanks") is not nothing.
  return to.length > 0 ? to : [...from];
}

/** Longest rewriting first, left to right, each word once. Fillers are left out. */
function rewritten(from: readonly string[], { rewritings }: WordLists): string[] {
  const to: string[] = [];
  let at = 0;
  while (at < from.length) {
    const fits = rewritings.get(from[at] ?? '')?.find((one) => fitsAt(one, from, at));
    if (fits === undefined) to.push(from[at] ?? '');
    else to.push(...fits.to);
    at += fits?.from.length ?? 1;
  }
  return to;
}

function fitsAt(one: Rewriting, words: readonly string[], at: number): boolean {
  return one.from.every((word, i) => words[at + i] === word);
}

function findForeignAcronym(written: readonly string[], words: WordLists, speller?: Speller): string | undefined {
  const capitals = written.filter((word) => isCapitals(word)).length;
  const shouted = capitals > written.length * SHOUTED_SHARE && written.length >= FEWEST_SHOUTED_WORDS;
  return written.find((word) => {
    const lower = words.writing.fold(word);
    if (words.foreignAcronyms.has(lower)) return true;
    if (speller === undefined || lower.length > LONGEST_UNKNOWN_ACRONYM || words.ownAcronyms.has(lower)) return false;
    if (speller.isFamiliar(lower)) return false;
    if (words.rewritings.has(lower) || words.neverRepaired.has(lower)) return false;
    return isCapitals(word) && !shouted;
  });
}

/** Two letters or more, all capitals: "DPOR", "M365", not "I" */
function isCapitals(word: string): boolean {
  return /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}]+$/u.test(word);
}
