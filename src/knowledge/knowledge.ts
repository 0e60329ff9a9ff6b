/** What the bot knows of the notices. Returns verdicts, sends nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAMPAIGNS, type Campaigns, type PhaseOf } from '../campaign/campaign.ts';
import { OperatorError } from '../errors.ts';
import { LANGUAGES, type Language, languageOf } from '../language/language.ts';
import type { Classified } from './classifier/classifier.ts';
import { decodeWeights } from './classifier/weights.ts';
import { readKnowledgeData, type Topic } from './data.ts';
import { createDetector, type Detector, tellingWords } from './detector.ts';
import { filesOf, interpreterOf } from './interpreter.ts';
import { ANOTHER_LANGUAGE, CLEAR_LANGUAGE, SHORT_OF_LANGUAGE, SURE_OF_LANGUAGE } from './tuning.ts';
import { type AnswerVerdict, answerVerdict, type Verdict, verdictOf } from './verdict.ts';

export interface Knowledge {
  /** In the order to show them. */
  readonly topics: readonly Topic[];
  /** The names of all commands that people may give in free words. */
  readonly commands: readonly string[];
  /** One question's meanings in a language, the likeliest first. */
  classify(text: string, language?: Language): Classified;
  /**
   * What to do with a message, in the language that it is written in. The same text, phases and locale give the same verdict.
   * @param locale of whoever writes it, by which a message is read that says nothing of its language
   */
  verdict(text: string, phaseOf: PhaseOf, locale: string): Verdict;
  /** One topic's answer; undefined where there is no such topic. @param asked the words that it answers, and the locale of whoever wrote them */
  answer(
    topic: string,
    phaseOf: PhaseOf,
    asked?: { readonly text: string; readonly locale: string },
  ): AnswerVerdict | undefined;
  /** The sentence that answers small talk of this name; undefined where there is none in this language. */
  smalltalkIn(language: Language, name: string): string | undefined;
}

export const DETECTOR_FILE = 'languages.bin';
/** Characters: the language of a message shows by then. */
const LONGEST_DETECTED = 500;
/** A message is read in so many languages at most. */
const MOST_LANGUAGES = 2;

/**
 * Reads `knowledge/`: the data files and the weights trained on them. Synchronous, for the start of the bot.
 * Throws an OperatorError where a file is incomplete or the weights are not readable.
 */
export function loadKnowledge(dir: string, campaigns: Campaigns = CAMPAIGNS): Knowledge {
  const data = readKnowledgeData(dir, campaigns);
  for (const language of LANGUAGES) assertComplete(dir, language);
  const english = interpreterOf(dir, 'en');
  const detect = detectorOf(dir);
  const read = (text: string, phaseOf: PhaseOf, language: Language): Verdict =>
    verdictOf(text, phaseOf, { data, interpreter: language === 'en' ? english : interpreterOf(dir, language) });
  return {
    topics: data.topics,
    commands: [...data.commands.keys()],
    classify: (text, language = 'en') => interpreterOf(dir, language).classify(text),
    verdict(text, phaseOf, locale) {
      const { languages, clear } = languagesFor(text, languageOf(locale), detect);
      const [first = 'en', ...others] = languages;
      const spoken = (verdict: Verdict): Verdict =>
        clear === undefined || verdict.kind === 'command' || verdict.kind === 'smalltalk'
          ? verdict
          : { ...verdict, language: clear };
      const verdict = read(text, phaseOf, first);
      // A language that is none of these may look like one of them.
      if (isDecided(verdict) || (verdict.kind === 'none' && verdict.why === 'language')) return spoken(verdict);
      for (const language of others) {
        const another = read(text, phaseOf, language);
        if (isDecided(another)) return spoken(another);
      }
      return spoken(verdict);
    },
    smalltalkIn: (language, name) => data.smalltalkIn[language]?.get(name),
    answer(topic, phaseOf, asked) {
      if (!data.topics.some(({ id }) => id === topic)) return undefined;
      const clear = asked && languagesFor(asked.text, languageOf(asked.locale), detect).clear;
      return { ...answerVerdict([topic], phaseOf, data.topics), ...(clear && { language: clear }) };
    },
  };
}

interface Languages {
  /** That a message may be written in, the likeliest first. */
  readonly languages: readonly Language[];
  /** That it is clearly written in, where it is not the reader's. */
  readonly clear: Language | undefined;
}

/**
 * Its own language where that is clear; else that of the reader comes first where the message may be written in it, and others that it may be
 * written in are looked at, since people mix them.
 */
function languagesFor(text: string, reader: Language, detect: Detector): Languages {
  const likely = detect(text.slice(0, LONGEST_DETECTED)).filter(({ probability }) => probability >= ANOTHER_LANGUAGE);
  const [best] = likely;
  if (best === undefined) return { languages: [...new Set<Language>([reader, 'en'])], clear: undefined };
  const words = tellingWords(text).length;
  // Japanese is told by its signs, however few.
  const isShort = best.language !== 'ja' && words <= SHORT_OF_LANGUAGE;
  // A word alone may be a name, or of any language.
  const sure = !isShort ? SURE_OF_LANGUAGE : words > 1 ? CLEAR_LANGUAGE : Number.POSITIVE_INFINITY;
  const mayBeReaders = isShort || likely.some(({ language }) => language === reader);
  const first = best.probability < sure && mayBeReaders ? reader : best.language;
  const isLong = text.length > LONGEST_DETECTED;
  const others = likely.filter(({ probability }) => !isLong && (!isShort || probability >= SURE_OF_LANGUAGE));
  const all = new Set<Language>([first, ...others.map(({ language }) => language)]);
  // "Deutsche Bahn" is a name.
  const mayBeName = isShort && !/(?<![\p{L}\p{N}])\p{Ll}/u.test(text);
  const isOther = best.probability >= CLEAR_LANGUAGE && best.language !== reader && !mayBeName;
  return { languages: [...all].slice(0, MOST_LANGUAGES), clear: isOther ? best.language : undefined };
}

function isDecided({ kind }: Verdict): boolean {
  return kind !== 'suggest' && kind !== 'none';
}

/** The files of other languages are read when the first message in them comes: that they are there shows at the start. */
function assertComplete(dir: string, language: Language): void {
  const missing = filesOf(language).find((file) => !existsSync(join(dir, file)));
  if (missing !== undefined)
    throw new OperatorError(
      `knowledge/${missing} is missing. Run "npm run knowledge" where phrases of ${language} are there.`,
    );
}

/** Kept like interpreters. */
const detectors = new Map<string, Detector>();

function detectorOf(dir: string): Detector {
  const detector = detectors.get(dir) ?? createDetector(decodeWeights(readFileSync(join(dir, DETECTOR_FILE))));
  detectors.set(dir, detector);
  return detector;
}
