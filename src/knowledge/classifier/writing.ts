/** How a language is written, for the classifier: where its words end, which of their signs do not matter, and how they end. Pure. */
import type { Language } from '../../language/language.ts';
import { ENDINGS, JAPANESE_LETTER_RUNS, LETTER_RUNS } from '../tuning.ts';
import { writtenWords } from './tokens.ts';

export interface Writing {
  /** The words of a text, as they are written. */
  words(text: string): string[];
  /** A word in lower case, without the signs that people leave out when they are in a hurry. */
  fold(word: string): string;
  /** Endings that say nothing of the subject. Absent: words do not change. */
  readonly ending: RegExp | undefined;
  /** Letters in a run, as the classifier looks at words. */
  readonly letterRuns: readonly number[];
}

/** "l'attestation", "dell’associazione": two words. */
const APOSTROPHE = /(?<=\p{L})['’‘`´](?=\p{L})/gu;
const MARKS = /\p{M}/gu;
/** Umlauts as they are written without their keys. */
const SPELLED_UMLAUT = /([aou])e/gu;
export const KANJI_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const english: Writing = {
  words: writtenWords,
  fold: (word) => word.toLowerCase(),
  ending: ENDINGS.en,
  letterRuns: LETTER_RUNS,
};

export function writingOf(language: Language): Writing {
  if (language === 'en') return english;
  if (language === 'ja') return japanese();
  return {
    words: (text) => writtenWords(text.replace(APOSTROPHE, ' ')),
    fold: language === 'de' ? foldGerman : withoutMarks,
    ending: ENDINGS[language],
    letterRuns: LETTER_RUNS,
  };
}

function withoutMarks(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(MARKS, '').replaceAll('ß', 'ss').replaceAll('œ', 'oe');
}

function foldGerman(word: string): string {
  return withoutMarks(word).replace(SPELLED_UMLAUT, '$1');
}

/** Words stand without blanks between them. */
function japanese(): Writing {
  const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
  return {
    words: (text) =>
      writtenWords(text).flatMap((run) =>
        KANJI_OR_KANA.test(run)
          ? [...segmenter.segment(run)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []))
          : [run],
      ),
    fold: (word) => word.toLowerCase(),
    ending: undefined,
    letterRuns: JAPANESE_LETTER_RUNS,
  };
}
