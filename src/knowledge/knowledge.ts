/** What the bot knows of the notices. Returns verdicts, sends nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAMPAIGNS, type Campaigns, type PhaseOf } from '../campaign/campaign.ts';
import type { Language } from '../language/language.ts';
import { type Classified, type Classifier, createClassifier } from './classifier/classifier.ts';
import { decodeVectors, type WordVectors } from './classifier/vectors.ts';
import { decodeWeights, type Weights } from './classifier/weights.ts';
import type { WordLists } from './classifier/words.ts';
import { readKnowledgeData, type Topic } from './data.ts';
import { type AnswerVerdict, answerVerdict, type Verdict, verdictOf } from './verdict.ts';

export interface Knowledge {
  /** In the order to show them. */
  readonly topics: readonly Topic[];
  /** The names of all commands that people may give in free words. */
  readonly commands: readonly string[];
  /** One question's meanings, the likeliest first. */
  classify(text: string): Classified;
  /** What to do with a message. The same text and phases give the same verdict. */
  verdict(text: string, phaseOf: PhaseOf): Verdict;
  /** One topic's answer; undefined where there is no such topic. */
  answer(topic: string, phaseOf: PhaseOf): AnswerVerdict | undefined;
  /** The sentence that answers small talk of this name; undefined where there is none in this language. */
  smalltalkIn(language: Language, name: string): string | undefined;
}

/**
 * Reads `knowledge/`: the data files and the weights trained on them. Synchronous, for the start of the bot.
 * Throws an OperatorError where a file is incomplete or the weights are not readable.
 */
export function loadKnowledge(dir: string, campaigns: Campaigns = CAMPAIGNS): Knowledge {
  const data = readKnowledgeData(dir, campaigns);
  const { classify } = classifierOf(dir, data.words);
  return {
    topics: data.topics,
    commands: [...data.commands.keys()],
    classify,
    verdict: (text, phaseOf) => verdictOf(text, phaseOf, { data, classify }),
    smalltalkIn: (language, name) => data.smalltalkIn[language]?.get(name),
    answer: (topic, phaseOf) =>
      data.topics.some(({ id }) => id === topic) ? answerVerdict([topic], phaseOf, data.topics) : undefined,
  };
}

/** Kept, since its vocabulary takes longer to prepare than all else at a start, and is the same in whatever settings the bot starts. */
const classifiers = new Map<string, Classifier>();

function classifierOf(dir: string, words: WordLists): Classifier {
  const classifier = classifiers.get(dir) ?? createClassifier(readWeights(dir), readVectors(dir), words);
  classifiers.set(dir, classifier);
  return classifier;
}

function readWeights(dir: string): Weights {
  return decodeWeights(readFileSync(join(dir, 'weights.bin')));
}

/** Throws an OperatorError where the file is not readable. */
export function readVectors(dir: string): WordVectors {
  return decodeVectors(readFileSync(join(dir, 'vectors.bin')));
}
