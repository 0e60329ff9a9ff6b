/** Questions with the topics that answer them, for the report and the quality gate. */
import { readFileSync } from 'node:fs';

export interface Question {
  readonly text: string;
  /** None: out of scope. */
  readonly topics: readonly string[];
  /** Groups of alternatives, lower case, that the answer holds one of each. */
  readonly facts: readonly (readonly string[])[];
  /** How it is asked: "slangy", "typos", …; out of scope: of what class. */
  readonly replies: string;
}

/** The files of `test/knowledge/questions/`, in the order in which they were written. */
export const QUESTION_SETS = [
  'unseen',
  'hard',
  'blind',
  'final',
  'last',
  'probe',
  'various',
  'pairs',
  'fresh',
  'acceptance',
  'strangers',
  'newcomers',
] as const;

interface DevQuestion {
  readonly question: string;
  readonly topic: string | null;
  readonly also?: readonly string[];
  readonly facts: readonly (readonly string[])[];
  readonly oos?: string;
}

export function readDevQuestions(file: string): Question[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as DevQuestion[]).map(
    ({ question, topic, also = [], facts, oos }) => ({
      text: question,
      topics: topic === null ? [] : [topic, ...also],
      facts,
      replies: oos ?? '',
    }),
  );
}

/** `## topic + topic` or `## none`, then `voice: question` a line. Facts are those of the topics. */
export function readQuestions(file: string, factsOf: (topic: string) => readonly (readonly string[])[]): Question[] {
  let topics: string[] = [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('## ')) topics = line === '## none' ? [] : line.slice(3).split(' + ');
      const [, replies = '', text = ''] = /^([a-z-]+): (.+)$/.exec(line) ?? [];
      return text === '' ? [] : [{ text, topics, replies, facts: topics.flatMap(factsOf) }];
    });
}

/** Every second question: [the open half, for tuning; the half that is kept aside]. */
export function halves(questions: readonly Question[]): [Question[], Question[]] {
  return [questions.filter((_, i) => i % 2 === 0), questions.filter((_, i) => i % 2 === 1)];
}
