/** What the askings of a question tell whoever decides on it. Pure. */
import type { QuestionDoc } from '../questions.ts';
import type { ReviewedQuestion } from './review.ts';

/** What people were answered with, chose or were offered. `disliked choice`: the topic that a lead attached did not help. */
export type HintKind = 'disliked choice' | 'disliked' | 'chosen' | 'partly' | 'suggested';

export interface Hint {
  readonly kind: HintKind;
  /** Ids, each once. */
  readonly topics: readonly string[];
}

/** The most telling first. */
export function hintsOf({ latest, decision }: Pick<ReviewedQuestion, 'latest' | 'decision'>): Hint[] {
  const since = decision?.state === 'attached' ? decision.at : undefined;
  const disliked = latest.filter(isDisliked);
  const chosenFor = disliked.filter(({ at }) => since !== undefined && at > since);
  const answers = (questions: readonly QuestionDoc[]): string[] => questions.flatMap((one) => one.topics);
  const all: readonly (readonly [HintKind, readonly string[]])[] = [
    ['disliked choice', answers(chosenFor)],
    ['disliked', answers(disliked.filter((one) => !chosenFor.includes(one)))],
    ['chosen', latest.flatMap((one) => one.chosen ?? [])],
    ['partly', answers(latest.filter(({ outcome }) => outcome === 'partly'))],
    ['suggested', latest.flatMap((one) => one.suggested)],
  ];
  return all.flatMap(([kind, topics]) => (topics.length === 0 ? [] : [{ kind, topics: [...new Set(topics)] }]));
}

/** The topic to start with: the one that people chose, or the first that was suggested. Empty where an answer did not help. */
export function guessOf({ latest }: Pick<ReviewedQuestion, 'latest'>): string {
  if (latest.some(isDisliked)) return '';
  const guesses = latest.flatMap(
    ({ chosen, outcome, suggested }) => chosen ?? (outcome === 'suggested' ? suggested : []),
  );
  return guesses[0] ?? '';
}

/** Other wordings of it, each once. */
export function otherWordings({ latest, text }: Pick<ReviewedQuestion, 'latest' | 'text'>): string[] {
  return [...new Set(latest.map((one) => one.text).filter((other) => other !== text))];
}

/** What people said beside their thumbs. */
export function commentsOf({ latest }: Pick<ReviewedQuestion, 'latest'>): string[] {
  const comments = latest.flatMap(({ feedback }) => Object.values(feedback ?? {}).map(({ comment }) => comment));
  return comments.filter((comment) => comment !== '');
}

/** A whole answer that somebody dislikes. Where only a part was answered, a dislike is about the rest. */
export function isDisliked({ outcome, feedback }: QuestionDoc): boolean {
  return outcome === 'answered' && Object.values(feedback ?? {}).some(({ reaction }) => reaction === 'dislike');
}
