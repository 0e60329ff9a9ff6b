/** Training of what tells languages apart: on the phrases of all of them, and on nothing else. */
import type { Weights } from '../../src/knowledge/classifier/weights.ts';
import { readLanguageSheets, readPhrases } from '../../src/knowledge/data.ts';
import { DETECTOR_WRITING } from '../../src/knowledge/detector.ts';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { expandPhrase, seededRandom } from './phrases.ts';
import type { Row } from './rows.ts';
import { OPTIONS, train } from './train.ts';

const SENTENCES_PER_PHRASE = 4;

export function trainDetector(dir: string): Weights {
  return train(detectorRows(dir), undefined, DETECTOR_WRITING, OPTIONS);
}

/** Japanese is told by its signs. */
export function detectorRows(dir: string): Row[] {
  return LANGUAGES.filter((language) => language !== 'ja').flatMap((language) => rowsOf(dir, language));
}

function rowsOf(dir: string, language: Language): Row[] {
  const { words } = readLanguageSheets(dir, language);
  const phrases = readPhrases(dir, language)
    // What is written in other languages.
    .filter(({ name }) => name !== 'language' && name !== 'junk')
    .flatMap((set) => set.phrases);
  const told = [...words.circumstances.before, ...words.circumstances.after, ...words.openers];
  const sentences = [...phrases, ...told].flatMap((phrase, i) =>
    expandPhrase(phrase, words.slots, SENTENCES_PER_PHRASE, seededRandom(i + 1)),
  );
  return sentences.map((sentence) => ({
    label: language,
    words: sentence
      .split(/(\*)/)
      .flatMap((part) => (part === '*' ? ['*'] : DETECTOR_WRITING.words(part).map(DETECTOR_WRITING.fold))),
    weight: 1,
  }));
}
