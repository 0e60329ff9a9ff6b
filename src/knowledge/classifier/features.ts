/** What the classifier sees of a question: single words, pairs of words, and runs of letters inside words. Pure. */
import { BLOCK_WEIGHTS, SHORTEST_STEM, SHORTEST_STEMMED } from '../tuning.ts';
import { UNKNOWN } from './normalise.ts';
import type { Writing } from './writing.ts';

/** Raise it when features change: weights trained on others are of no use. */
export const FEATURES_VERSION = 5;

/** Features of one kind, as their keys; each kind is brought to length 1 on its own, so that long words do not drown short questions. */
export interface FeatureBlock {
  readonly weight: number;
  readonly keys: readonly number[];
}

/** FNV-1a, 32 bits, over the pieces of a feature one after the other: no text is put together for each. */
const START = 0x811c9dc5;
const WORD = hashOn(START, 'w ');
const PAIR = hashOn(START, 'p ');
const SKIP = hashOn(START, 's ');
const LETTERS = hashOn(START, 'c ');

/** The first block has a key a word, in their order. */
export function featureBlocks(
  words: readonly string[],
  isKnown: (word: string) => boolean,
  { ending, letterRuns }: Writing,
): FeatureBlock[] {
  const seen = words.map((word) => (word === UNKNOWN || !isKnown(word) ? UNKNOWN : stem(word, ending)));
  const single: number[] = [];
  const joined: number[] = [];
  const letters: number[] = [];
  for (let i = 0; i <= seen.length; i++) {
    const word = seen[i];
    if (word !== undefined) single.push(hashOn(WORD, word) >>> 0);
    joined.push(pair(PAIR, seen[i - 1] ?? '^', ' ', word ?? '$'));
  }
  for (let i = 2; i < seen.length; i++) joined.push(pair(SKIP, seen[i - 2] ?? '', ' _ ', seen[i] ?? ''));
  for (const word of words) if (word !== UNKNOWN) addLetterRuns(word, letterRuns, letters);
  return [
    { weight: BLOCK_WEIGHTS.words, keys: single },
    { weight: BLOCK_WEIGHTS.pairs, keys: joined },
    { weight: BLOCK_WEIGHTS.letters, keys: letters },
  ];
}

function pair(start: number, first: string, between: string, second: string): number {
  return hashOn(hashOn(hashOn(start, first), between), second) >>> 0;
}

function addLetterRuns(word: string, lengths: readonly number[], keys: number[]): void {
  const framed = `_${word}_`;
  for (const length of lengths) {
    for (let at = 0; at + length <= framed.length; at++) keys.push(hashOn(LETTERS, framed, at, at + length) >>> 0);
  }
}

function hashOn(start: number, text: string, from = 0, to = text.length): number {
  let hash = start;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** Endings off, roughly: uploads, uploaded, uploading → upload. Used on both sides, so it need not be a word. */
export function stem(word: string, ending: RegExp | undefined): string {
  if (ending === undefined || word.length < SHORTEST_STEMMED) return word;
  const bare = word.replace(ending, '');
  return bare.length >= SHORTEST_STEM ? bare : word;
}
