/** Understands one language: how it is written, its words and cues, and the classifier that was trained on its phrases. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../language/language.ts';
import { type Classified, createClassifier } from './classifier/classifier.ts';
import { decodeVectors, type WordVectors } from './classifier/vectors.ts';
import { decodeWeights } from './classifier/weights.ts';
import type { WordLists } from './classifier/words.ts';
import type { Cues } from './cues.ts';
import { commandsFolder, readLanguageSheets, wordsFile } from './data.ts';
import { CERTAINTY, type Certainty, ENGLISH_CERTAINTY } from './tuning.ts';

export interface Interpreter {
  readonly language: Language;
  readonly words: WordLists;
  readonly cues: Cues;
  readonly certainty: Certainty;
  /** The words that may stand before the name of a customer or claim, by command; none where the command takes no name. */
  readonly leads: ReadonlyMap<string, ReadonlySet<string>>;
  /** One question's meanings, the likeliest first. */
  classify(text: string): Classified;
}

/** Kept, since its vocabulary takes longer to prepare than all else at a start, and is the same in whatever settings the bot starts. */
const interpreters = new Map<string, Interpreter>();

/**
 * @param dir the folder `knowledge/`
 * @throws OperatorError where its files are incomplete or not readable
 */
export function interpreterOf(dir: string, language: Language): Interpreter {
  const key = `${language} ${dir}`;
  const kept = interpreters.get(key);
  if (kept !== undefined) return kept;
  const sheets = readLanguageSheets(dir, language);
  const weights = decodeWeights(readFileSync(join(dir, weightsFile(language))));
  const vectors = weights.meaning === undefined ? undefined : readVectors(dir);
  const { classify } = createClassifier(weights, vectors, sheets.words);
  const certainty = language === 'en' ? ENGLISH_CERTAINTY : CERTAINTY;
  const interpreter = { language, ...sheets, certainty, classify };
  interpreters.set(key, interpreter);
  return interpreter;
}

/** What has to be there to understand it. */
export function filesOf(language: Language): string[] {
  return [weightsFile(language), wordsFile(language), commandsFolder(language)];
}

export function weightsFile(language: Language): string {
  return language === 'en' ? 'weights.bin' : `weights.${language}.bin`;
}

/** What English words mean. @throws OperatorError where the file is not readable */
export function readVectors(dir: string): WordVectors {
  return decodeVectors(readFileSync(join(dir, 'vectors.bin')));
}
