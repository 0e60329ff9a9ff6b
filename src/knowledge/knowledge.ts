/** What the bot knows of the notice. Returns verdicts, sends nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Campaign, CPOR_2020_CAMPAIGN, type Phase } from '../campaign/campaign.ts';
import { type Classified, createClassifier } from './classifier/classifier.ts';
import { decodeWeights } from './classifier/weights.ts';
import { readKnowledgeData, type Topic } from './data.ts';
import { type AnswerVerdict, answerVerdict, type Verdict, verdictOf } from './verdict.ts';

export interface Knowledge {
  /** In the order to show them. */
  readonly topics: readonly Topic[];
  /** The names of all commands that people may give in free words. */
  readonly commands: readonly string[];
  /** One question's meanings, the likeliest first. */
  classify(text: string): Classified;
  /** What to do with a message. The same text and phase give the same verdict. */
  verdict(text: string, phase: Phase): Verdict;
  /** One topic's answer; undefined where there is no such topic. */
  answer(topic: string, phase: Phase): AnswerVerdict | undefined;
}

/**
 * Reads `knowledge/`: the data files and the weights trained on them. Synchronous, for the start of the bot.
 * Throws an OperatorError where a file is incomplete or the weights are not readable.
 */
export function loadKnowledge(dir: string, campaign: Campaign = CPOR_2020_CAMPAIGN): Knowledge {
  const data = readKnowledgeData(dir, campaign);
  const { classify } = createClassifier(decodeWeights(readFileSync(join(dir, 'weights.bin'))), data.words);
  return {
    topics: data.topics,
    commands: [...data.commands.keys()],
    classify,
    verdict: (text, phase) => verdictOf(text, phase, { data, classify }),
    answer: (topic, phase) =>
      data.topics.some(({ id }) => id === topic) ? answerVerdict([topic], phase, data.topics) : undefined,
  };
}
