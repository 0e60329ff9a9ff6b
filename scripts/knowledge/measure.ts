/** How well the verdicts are, counted. */

import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Verdict } from '../../src/knowledge/verdict.ts';
import type { Language } from '../../src/language/language.ts';
import type { Question } from './questions.ts';

export type Result = 'right' | 'wrong' | 'suggested' | 'missed' | 'refused' | 'out of scope answered';

export interface Measured {
  readonly question: Question;
  readonly result: Result;
  /** The likeliest topic is one of those asked for. */
  readonly top1: boolean;
  readonly verdict: Verdict;
}

/** @param language that the questions are written in; whoever asks reads English */
export function measure(knowledge: Knowledge, questions: readonly Question[], language: Language = 'en'): Measured[] {
  return questions.map((question) => {
    const verdict = knowledge.verdict(question.text, () => 'before', 'en-US');
    const best = knowledge.classify(question.text, language).ranked.find(({ kind }) => kind === 'topic');
    return { question, verdict, result: judge(question, verdict), top1: question.topics.includes(best?.name ?? '') };
  });
}

function judge({ topics, facts }: Question, verdict: Verdict): Result {
  if (topics.length === 0) return verdict.kind === 'answer' ? 'out of scope answered' : 'refused';
  if (verdict.kind === 'answer') {
    const said = verdict.answers.map(({ text }) => text.toLowerCase()).join('\n');
    return facts.every((group) => group.some((fact) => said.includes(fact))) ? 'right' : 'wrong';
  }
  if (verdict.kind === 'suggest' && verdict.topics.some(({ topic }) => topics.includes(topic))) return 'suggested';
  return 'missed';
}

/** Percentages, of the questions in scope or out of scope each. */
export interface Figures {
  readonly inScope: number;
  readonly outOfScope: number;
  readonly top1: number;
  readonly right: number;
  readonly wrong: number;
  /** Answered right, or the topic among the suggestions. */
  readonly helped: number;
  readonly outOfScopeAnswered: number;
}

export function figuresOf(measured: readonly Measured[]): Figures {
  const inScope = measured.filter(({ question }) => question.topics.length > 0);
  const outOfScope = measured.filter(({ question }) => question.topics.length === 0);
  const share = (part: readonly Measured[], of: readonly Measured[]): number =>
    of.length === 0 ? 0 : (100 * part.length) / of.length;
  const counted = (...results: Result[]): Measured[] => measured.filter(({ result }) => results.includes(result));
  return {
    inScope: inScope.length,
    outOfScope: outOfScope.length,
    top1: share(
      inScope.filter(({ top1 }) => top1),
      inScope,
    ),
    right: share(counted('right'), inScope),
    wrong: share(counted('wrong'), inScope),
    helped: share(counted('right', 'suggested'), inScope),
    outOfScopeAnswered: share(counted('out of scope answered'), outOfScope),
  };
}
