/** Questions as the page gets them. Pure. */
import type { Topic } from '../../knowledge/data.ts';
import { commentsOf, guessOf, hintsOf, otherWordings } from '../../knowledge/review/hints.ts';
import type { ReviewedQuestion, ReviewList, ReviewPage } from '../../knowledge/review/review.ts';
import type { QuestionRow, QuestionsBody } from './api.ts';

export type TopicTitles = readonly Pick<Topic, 'id' | 'title'>[];

export interface QuestionsBodyParts extends Pick<QuestionsBody, 'version' | 'pageSize'> {
  readonly list: ReviewList;
  readonly topics: TopicTitles;
}

export function questionsBody(
  { rows, ...counts }: ReviewPage,
  { topics, ...parts }: QuestionsBodyParts,
): QuestionsBody {
  return {
    ...counts,
    ...parts,
    rows: rows.map((question) => questionRow(question, topics)),
    topics: topics.map(({ id, title }) => ({ id, title })),
  };
}

export function questionRow(question: ReviewedQuestion, topics: TopicTitles): QuestionRow {
  const { key, text, count, latest, decision, open } = question;
  const askedAt = latest[0]?.at;
  return {
    key,
    text,
    others: otherWordings(question),
    count,
    ...(askedAt !== undefined && { askedAt }),
    hints: hintsOf(question).map(({ kind, topics: ids }) => ({ kind, topics: ids.map((id) => titleOf(id, topics)) })),
    comments: commentsOf(question),
    guess: guessOf(question),
    open,
    ...(decision !== undefined && decided(decision, topics)),
    version: decision?.version ?? 0,
  };
}

function decided(
  { state, topic, at }: NonNullable<ReviewedQuestion['decision']>,
  topics: TopicTitles,
): Pick<QuestionRow, 'decision'> {
  if (state === 'open') return {};
  return { decision: { state, at, ...(topic !== undefined && { topic: titleOf(topic, topics) }) } };
}

function titleOf(id: string, topics: TopicTitles): string {
  return topics.find((topic) => topic.id === id)?.title ?? id;
}
