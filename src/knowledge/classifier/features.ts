/** What the classifier sees of a question: single words, pairs of words, and runs of letters inside words. Pure. */
import { UNKNOWN } from './normalise.ts';

/** Raise it when features change: weights trained on others are of no use. */
export const FEATURES_VERSION = 4;

/** Features of one kind; each kind is brought to length 1 on its own, so that long words do not drown short questions. */
export interface FeatureBlock {
  readonly weight: number;
  readonly features: readonly string[];
}

export function featureBlocks(words: readonly string[], isKnown: (word: string) => boolean): FeatureBlock[] {
  const seen = words.map((word) => (word === UNKNOWN || !isKnown(word) ? UNKNOWN : stem(word)));
  const framed = ['^', ...seen, '$'];
  const pairs = framed.slice(1).map((word, i) => `${framed[i]} ${word}`);
  const skips = seen.slice(2).map((word, i) => `${seen[i]} _ ${word}`);
  const letters = words.filter((word) => word !== UNKNOWN).flatMap(letterRuns);
  return [
    { weight: 1, features: seen.map((word) => `w ${word}`) },
    { weight: 0.6, features: [...pairs.map((pair) => `p ${pair}`), ...skips.map((pair) => `s ${pair}`)] },
    { weight: 1, features: letters.map((run) => `c ${run}`) },
  ];
}

function letterRuns(word: string): string[] {
  const framed = `_${word}_`;
  const runs: string[] = [];
  for (const length of [3, 4]) {
    for (let at = 0; at + length <= framed.length; at++) runs.push(framed.slice(at, at + length));
  }
  return runs;
}

/** Endings off, roughly: uploads, uploaded, uploading → upload. Used on both sides, so it need not be a word. */
export function stem(word: string): string {
  if (word.length < 5) return word;
  const bare = word.replace(/(?:ings?|ed|es|s|e)$/u, '');
  return bare.length >= 3 ? bare : word;
}
