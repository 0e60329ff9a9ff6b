/** One question to its likely meanings. Pure. */
import type { PhraseKind } from '../data.ts';
import { createModel } from './model.ts';
import { type Normalised, normalise, UNKNOWN } from './normalise.ts';
import { createSpeller } from './spelling.ts';
import type { WordVectors } from './vectors.ts';
import type { Weights } from './weights.ts';
import type { WordLists } from './words.ts';

export interface Meaning {
  readonly kind: PhraseKind;
  /** A topic's id, a command's name, … */
  readonly name: string;
  /** 0 to 1; over all meanings they add up to 1. */
  readonly probability: number;
}

export interface Classified {
  /** The likeliest first. */
  readonly ranked: readonly Meaning[];
  readonly foreignAcronym: string | undefined;
  /** Share of the words that training never saw, 0 to 1. */
  readonly unknownShare: number;
  /** Words that training never saw as they are written, in their order, in lower case: names, and slips that were understood. */
  readonly strangeWords: readonly string[];
  readonly words: readonly string[];
}

export interface Classifier {
  classify(text: string): Classified;
}

/** @param vectors of the words of its language; absent where there are none */
export function createClassifier(weights: Weights, vectors: WordVectors | undefined, words: WordLists): Classifier {
  const speller = createSpeller(weights.vocabulary);
  const model = createModel(weights, vectors, { isKnown: speller.knows, writing: words.writing });
  const classes = weights.classes.map((label) => {
    const space = label.indexOf(' ');
    return { kind: label.slice(0, space) as PhraseKind, name: label.slice(space + 1) };
  });
  return {
    classify(text) {
      const meant: Normalised = normalise(text, words, speller);
      const { probabilities } = model.read(meant.words);
      const ranked = classes
        .map((one, c) => ({ ...one, probability: probabilities[c] ?? 0 }))
        .sort((a, b) => b.probability - a.probability);
      const unknown = meant.words.filter((word) => word === UNKNOWN || !speller.knows(word)).length;
      return { ...meant, ranked, unknownShare: meant.words.length === 0 ? 1 : unknown / meant.words.length };
    },
  };
}
