/** Questions that leads go through, as card views. Pure. */

import { commaText } from '../../format/list.ts';
import { pageLabel } from '../../format/page-label.ts';
import { jsonBytes, shorten } from '../../format/shorten.ts';
import { dateFormat } from '../../intl.ts';
import { hasNextPage } from '../../paging.ts';
import type { Card, Reader } from '../../turn.ts';
import type { Topic } from '../data.ts';
import { knowledgeCardWords, knowledgeTexts } from '../texts.ts';
import type { QuestionView, UnansweredView } from '../views.ts';
import { commentsOf, guessOf, hintsOf, isDisliked, otherWordings } from './hints.ts';
import type { ReviewedQuestion, ReviewList, ReviewPage } from './review.ts';

export const UNANSWERED_PAGE_SIZE = 8;
/** Bytes of JSON. */
const ROW_TEXT = 240;
const DETAIL = 300;
const DETAILS = 1_800;

export function unansweredCard(
  { rows, page, total, decided }: ReviewPage,
  list: ReviewList,
  topics: readonly Topic[],
  reader: Reader,
): Card {
  const said =
    list === 'open'
      ? {
          title: knowledgeTexts(reader.locale).unanswered,
          intro: knowledgeTexts(reader.locale).unansweredIntro,
          none: knowledgeTexts(reader.locale).unansweredNone,
          other: 'decided' as const,
        }
      : {
          title: knowledgeTexts(reader.locale).decided,
          intro: knowledgeTexts(reader.locale).decidedIntro,
          none: knowledgeTexts(reader.locale).decidedNone,
          other: 'open' as const,
        };
  const view: UnansweredView = {
    title: said.title(total, reader.locale),
    intro: total === 0 ? said.none : said.intro,
    list,
    rows: rows.map((row) => ({
      question: row.key,
      text: shorten(row.text, ROW_TEXT),
      fact: shorten(list === 'open' ? askedText(row, reader) : decisionText(row, topics, reader), ROW_TEXT),
      hint: list === 'open' ? shorten(hintTexts(row, topics, reader.locale)[0] ?? '', ROW_TEXT) : '',
    })),
    pageLabel: pageLabel({ page, pageSize: UNANSWERED_PAGE_SIZE, shown: rows.length, total }, reader.locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, total, UNANSWERED_PAGE_SIZE),
    others:
      said.other === 'decided' && decided === 0
        ? []
        : [{ title: knowledgeTexts(reader.locale).lists[said.other], list: said.other }],
  };
  return { template: 'unanswered', words: knowledgeCardWords(reader.locale).unanswered, data: view };
}

export function questionCard(
  question: ReviewedQuestion,
  topics: readonly Topic[],
  reader: Reader,
  { page, list = 'open', remark = '' }: QuestionCardOptions,
): Card {
  const { key, text, decision, open } = question;
  const view: QuestionView = {
    question: key,
    heading: knowledgeTexts(reader.locale).kinds[kindOf(question)],
    text,
    remark,
    asked: askedText(question, reader),
    details: detailsOf(question, topics, reader.locale),
    state: stateText(question, topics, reader.locale),
    open,
    decided: decision !== undefined && decision.state !== 'open',
    ruling: decision?.version ?? 0,
    list,
    page,
    topic: guessOf(question),
    topics: topics.map(({ id, title }) => ({ title, value: id })),
  };
  return { template: 'question', words: knowledgeCardWords(reader.locale).question, data: view };
}

export interface QuestionCardOptions {
  readonly page: number;
  readonly list?: ReviewList | undefined;
  readonly remark?: string;
}

/** The state of a question: the decision where one stands, else the outcome of the latest asking. */
function kindOf({ latest, decision, open }: ReviewedQuestion): keyof ReturnType<typeof knowledgeTexts>['kinds'] {
  if (decision !== undefined && decision.state !== 'open' && !open) return decision.state;
  const [first] = latest;
  return first === undefined ? 'silent' : isDisliked(first) ? 'disliked' : first.outcome;
}

function stateText(question: ReviewedQuestion, topics: readonly Topic[], locale: string): string {
  const { latest, decision } = question;
  const kind = kindOf(question);
  const chosen = decision?.state === 'attached' ? titleOf(decision.topic ?? '', topics) : undefined;
  if (kind === 'attached') return knowledgeTexts(locale).states.attached(chosen ?? '');
  if (kind === 'disliked' && chosen !== undefined) return knowledgeTexts(locale).states.dislikedChoice(chosen);
  return latest.length === 0 && kind === 'silent'
    ? knowledgeTexts(locale).states.forgotten
    : knowledgeTexts(locale).states[kind];
}

function askedText({ count, latest: [last] }: ReviewedQuestion, { locale, timeZone }: Reader): string {
  if (last === undefined) return knowledgeTexts(locale).notAsked;
  const date = dateText(last.at, { locale, timeZone });
  return count === 0
    ? knowledgeTexts(locale).askedAndAnswered(date)
    : knowledgeTexts(locale).asked(count, date, locale);
}

function decisionText({ decision }: ReviewedQuestion, topics: readonly Topic[], reader: Reader): string {
  if (decision === undefined) return '';
  const date = dateText(decision.at, reader);
  if (decision.state !== 'attached') return knowledgeTexts(reader.locale).dismissedOn(date);
  return knowledgeTexts(reader.locale).attachedOn(titleOf(decision.topic ?? '', topics), date);
}

function dateText(iso: string, { locale, timeZone }: Reader): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

function detailsOf(question: ReviewedQuestion, topics: readonly Topic[], locale: string): string[] {
  const all = [
    ...otherWordings(question).map(knowledgeTexts(locale).alsoAsked),
    ...hintTexts(question, topics, locale),
    ...commentsOf(question).map(knowledgeTexts(locale).comment),
  ].map((detail) => shorten(detail, DETAIL));
  let left = DETAILS;
  return all.filter((detail) => {
    left -= jsonBytes(detail);
    return left > 0;
  });
}

/** What people were answered with, chose or were offered, the most telling first. */
function hintTexts(question: ReviewedQuestion, topics: readonly Topic[], locale: string): string[] {
  const { hints } = knowledgeTexts(locale);
  return hintsOf(question).map(({ kind, topics: ids }) =>
    hints[kind](
      commaText(
        ids.map((id) => titleOf(id, topics)),
        locale,
      ),
    ),
  );
}

function titleOf(id: string, topics: readonly Topic[]): string {
  return topics.find((topic) => topic.id === id)?.title ?? id;
}
