/** Questions as a list to take along. */
import type { Review, ReviewList } from '../../knowledge/review/review.ts';
import type { Person } from '../../people/person.ts';
import { localDay } from '../../time/local-day.ts';
import { type ListColumns, type ListRows, type ListWords, listOf } from '../list-file/list-file.ts';
import type { QuestionRow } from './api.ts';
import { questionRow, type TopicTitles } from './bodies.ts';

type Name = 'question' | 'others' | 'count' | 'asked' | 'topics' | 'comments' | 'decision' | 'topic' | 'decided';

export interface QuestionListWords extends ListWords<Name> {
  readonly decisions: Readonly<Record<'attached' | 'dismissed', string>>;
}

export interface QuestionListOptions {
  readonly review: Review;
  readonly topics: TopicTitles;
  readonly words: QuestionListWords;
  /** IANA: of the person, or of those without one. */
  readonly timeZone: string;
}

const PAGE_SIZE = 200;
const LINE = '\n';

export function questionList(options: QuestionListOptions, person: Person, list: ReviewList): ListRows {
  return listOf(columnsOf(options), options.words, questionRows(options, person, list));
}

async function* questionRows(
  { review, topics }: QuestionListOptions,
  person: Person,
  list: ReviewList,
): AsyncGenerator<readonly QuestionRow[]> {
  for (let page = 0; ; page++) {
    const { rows, total } = await review.list(person, list, page, PAGE_SIZE);
    yield rows.map((question) => questionRow(question, topics));
    if ((page + 1) * PAGE_SIZE >= total) return;
  }
}

function columnsOf({ words, timeZone }: QuestionListOptions): ListColumns<QuestionRow, Name> {
  const dayOf = (at: string | undefined) => (at === undefined ? '' : { day: localDay(new Date(at), timeZone) });
  return {
    question: { width: 48, cell: ({ text }) => text },
    others: { width: 48, cell: ({ others }) => others.join(LINE) },
    count: { width: 10, cell: ({ count }) => count },
    asked: { width: 12, cell: ({ askedAt }) => dayOf(askedAt) },
    topics: { width: 32, cell: ({ hints }) => [...new Set(hints.flatMap(({ topics }) => topics))].join(LINE) },
    comments: { width: 32, cell: ({ comments }) => comments.join(LINE) },
    decision: { width: 14, cell: ({ decision }) => (decision === undefined ? '' : words.decisions[decision.state]) },
    topic: { width: 32, cell: ({ decision }) => decision?.topic ?? '' },
    decided: { width: 12, cell: ({ decision }) => dayOf(decision?.at) },
  };
}
