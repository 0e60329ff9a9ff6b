/** Which languages a message may be written in, by a classifier of its own, trained on the phrases of all of them. Pure. */
import { LANGUAGES, type Language } from '../language/language.ts';
import { createModel } from './classifier/model.ts';
import type { Weights } from './classifier/weights.ts';
import { KANJI_OR_KANA, type Writing, writingOf } from './classifier/writing.ts';
import { ANOTHER_LANGUAGE, CLEAR_LANGUAGE, LETTER_RUNS, SHORT_OF_LANGUAGE, SURE_OF_LANGUAGE } from './tuning.ts';

export interface Languages {
  /** To read it in. */
  readonly first: Language;
  /** To read it in where nothing comes of that. */
  readonly second: Language | undefined;
  /** That it is clearly written in, where it is not the reader's. */
  readonly clear: Language | undefined;
}

/** @param reader the language of whoever writes, by which a message is read that says nothing of its own */
export type Detector = (text: string, reader: Language) => Languages;

/** Characters: the language of a message shows by then. */
const LONGEST_DETECTED = 500;
const JAPANESE = new RegExp(KANJI_OR_KANA, 'gu');
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

interface Detected {
  readonly language: Language;
  /** 0 to 1; over all languages they add up to 1. */
  readonly probability: number;
}

export function createDetector(weights: Weights): Detector {
  const known = new Set([...weights.vocabulary.answered, ...weights.vocabulary.others]);
  const isKnown = (word: string): boolean => known.has(word);
  const model = createModel(weights, undefined, { isKnown, writing: DETECTOR_WRITING });
  const languages = weights.classes.map((name) => LANGUAGES.find((one) => one === name) ?? 'en');

  /** The likeliest first. */
  function ranked(text: string, words: readonly string[]): Detected[] {
    const japanese = japaneseShare(text);
    const { probabilities } = model.read(words.map(DETECTOR_WRITING.fold));
    return [
      ...(japanese > 0 ? [{ language: 'ja', probability: japanese } as const] : []),
      ...languages.map((language, c) => ({ language, probability: (1 - japanese) * (probabilities[c] ?? 0) })),
    ].sort((a, b) => b.probability - a.probability);
  }

  return (text, reader) => {
    const beginning = text.slice(0, LONGEST_DETECTED);
    const words = tellingWords(beginning);
    const likely = ranked(beginning, words).filter(({ probability }) => probability >= ANOTHER_LANGUAGE);
    return decided(likely, { words, reader, isLong: beginning.length < text.length });
  };
}

interface Told {
  readonly words: readonly string[];
  readonly reader: Language;
  readonly isLong: boolean;
}

/**
 * Its own language first where that is clear; else that of the reader, where the message may be written in it. The next likely one is second, since
 * people mix them; not for a long message, which takes its time.
 */
function decided(likely: readonly Detected[], { words, reader, isLong }: Told): Languages {
  const [best] = likely;
  if (best === undefined) return { first: reader, second: reader === 'en' ? undefined : 'en', clear: undefined };
  // Japanese is told by its signs, however few.
  const isShort = best.language !== 'ja' && words.length <= SHORT_OF_LANGUAGE;
  // A word alone may be a name, or of any language.
  const sure = !isShort ? SURE_OF_LANGUAGE : words.length > 1 ? CLEAR_LANGUAGE : Number.POSITIVE_INFINITY;
  const mayBeReaders = isShort || likely.some(({ language }) => language === reader);
  const first = best.probability < sure && mayBeReaders ? reader : best.language;
  const others = isLong ? [] : likely.filter(({ probability }) => !isShort || probability >= SURE_OF_LANGUAGE);
  const second = others.find(({ language }) => language !== first)?.language;
  // "Deutsche Bahn" is a name.
  const mayBeName = isShort && words.every(isCapital);
  const isOther = best.probability >= CLEAR_LANGUAGE && best.language !== reader && !mayBeName;
  return { first, second, clear: isOther ? best.language : undefined };
}

/**
 * The words that tell the language: a name amid them says nothing of it ("status of El Corte Inglés"), and begins with a capital. All where
 * no other is left.
 */
function tellingWords(text: string): string[] {
  const words = DETECTOR_WRITING.words(text);
  return words.every(isCapital) ? words : words.filter((word, i) => i === 0 || !isCapital(word));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** How much of a text is written in kanji or kana, 0 to 1. Words of the trade in Latin letters stand amid them; a name may stand amid English. */
function japaneseShare(text: string): number {
  const signs = text.match(JAPANESE)?.length ?? 0;
  if (signs === 0) return 0;
  // Names and terms in capitals aside.
  const letters = (text.match(LATIN_WORD) ?? []).filter((word) => !isCapital(word)).join('').length;
  return Math.min(1, (signs * LETTERS_A_SIGN) / (signs * LETTERS_A_SIGN + letters));
}
