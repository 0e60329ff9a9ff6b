/** What the bot knows of the notices. Returns verdicts, sends nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAMPAIGNS, type Campaigns, type PhaseOf } from '../campaign/campaign.ts';
import { OperatorError } from '../errors.ts';
import { LANGUAGES, type Language, languageOf } from '../language/language.ts';
import type { Classified } from './classifier/classifier.ts';
import { decodeWeights } from './classifier/weights.ts';
import { readKnowledgeData, type Topic } from './data.ts';
import { createDetector, type Detector } from './detector.ts';
import { filesOf, interpreterOf } from './interpreter.ts';
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

/**
 * Reads `knowledge/`: the data files and the weights trained on them. Synchronous, for the start of the bot.
 * Throws an OperatorError where a file is incomplete or the weights are not readable.
 */
export function loadKnowledge(dir: string, campaigns: Campaigns = CAMPAIGNS): Knowledge {
  const data = readKnowledgeData(dir, campaigns);
  for (const language of LANGUAGES) assertComplete(dir, language);
  // Of others when the first message in them comes.
  interpreterOf(dir, 'en');
  const detect = detectorOf(dir);
  const read = (text: string, phaseOf: PhaseOf, language: Language): Verdict =>
    verdictOf(text, phaseOf, { data, interpreter: interpreterOf(dir, language) });
  return {
    topics: data.topics,
    commands: [...data.commands.keys()],
    classify: (text, language = 'en') => interpreterOf(dir, language).classify(text),
    verdict(text, phaseOf, locale) {
      const { first, second, clear } = detect(text, languageOf(locale));
      const verdict = read(text, phaseOf, first);
      // A language that is none of these may look like one of them.
      const isOver =
        isDecided(verdict) || second === undefined || (verdict.kind === 'none' && verdict.why === 'language');
      const another = isOver ? undefined : read(text, phaseOf, second);
      const best = another !== undefined && isDecided(another) ? another : verdict;
      return clear === undefined || best.kind === 'command' || best.kind === 'smalltalk'
        ? best
        : { ...best, language: clear };
    },
    smalltalkIn: (language, name) => data.smalltalkIn[language]?.get(name),
    answer(topic, phaseOf, asked) {
      if (!data.topics.some(({ id }) => id === topic)) return undefined;
      const clear = asked && detect(asked.text, languageOf(asked.locale)).clear;
      return { ...answerVerdict([topic], phaseOf, data.topics), ...(clear && { language: clear }) };
    },
  };
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
