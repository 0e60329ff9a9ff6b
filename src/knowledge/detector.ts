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

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const LATIN_WORD = /\p{Script=Latin}+/gu;
/** One sign of Japanese says about as much as so many letters. */
const LETTERS_A_SIGN = 3;

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
    const japanese = japaneseShare(text);
    const { probabilities } = model.read(tellingWords(text).map(DETECTOR_WRITING.fold));
    return [
      ...(japanese > 0 ? [{ language: 'ja', probability: japanese } as const] : []),
      ...languages.map((language, c) => ({ language, probability: (1 - japanese) * (probabilities[c] ?? 0) })),
    ].sort((a, b) => b.probability - a.probability);
  };
}

/**
 * The words that tell the language: a name amid them says nothing of it ("status of El Corte Inglés"), and begins with a capital. All where
 * no other is left.
 */
export function tellingWords(text: string): string[] {
  const words = DETECTOR_WRITING.words(text);
  const others = words.filter((word, i) => i === 0 || !/^\p{Lu}/u.test(word));
  return others.some((word) => !/^\p{Lu}/u.test(word)) ? others : words;
}

/** How much of a text is written in kanji or kana, 0 to 1. Words of the trade in Latin letters stand amid them; a name may stand amid English. */
function japaneseShare(text: string): number {
  const signs = text.match(JAPANESE)?.length ?? 0;
  if (signs === 0) return 0;
  // Names and terms in capitals aside.
  const letters = (text.match(LATIN_WORD) ?? []).filter((word) => !/^\p{Lu}/u.test(word)).join('').length;
  return Math.min(1, (signs * LETTERS_A_SIGN) / (signs * LETTERS_A_SIGN + letters));
}
