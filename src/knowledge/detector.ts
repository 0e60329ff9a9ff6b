/** Which language a message is written in, by a classifier of its own, trained on the phrases of all of them. Pure. */
import { LANGUAGES, type Language } from '../language/language.ts';
import { createModel } from './classifier/model.ts';
import type { Weights } from './classifier/weights.ts';
import type { Writing } from './classifier/writing.ts';
import { writingOf } from './classifier/writing.ts';
import { LETTER_RUNS } from './tuning.ts';

export interface Detected {
  readonly language: Language;
  /** 0 to 1; over all languages they add up to 1. */
  readonly probability: number;
}

/** The likeliest first. */
export type Detector = (text: string) => readonly Detected[];

const KANJI_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Marks tell languages apart, and so do endings. */
export const DETECTOR_WRITING: Writing = {
  words: writingOf('fr').words,
  fold: (word) => word.toLowerCase(),
  ending: undefined,
  letterRuns: LETTER_RUNS,
};

export function createDetector(weights: Weights): Detector {
  const known = new Set([...weights.vocabulary.answered, ...weights.vocabulary.others]);
  const isKnown = (word: string): boolean => known.has(word);
  const model = createModel(weights, undefined, { isKnown, writing: DETECTOR_WRITING });
  const languages = weights.classes.map((name) => LANGUAGES.find((one) => one === name) ?? 'en');
  return (text) => {
    if (KANJI_OR_KANA.test(text)) return [{ language: 'ja', probability: 1 }];
    const { probabilities } = model.read(DETECTOR_WRITING.words(text).map(DETECTOR_WRITING.fold));
    return languages
      .map((language, c) => ({ language, probability: probabilities[c] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
  };
}
