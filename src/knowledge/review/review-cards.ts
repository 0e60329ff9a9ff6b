/** Questions that leads go through, as card views. Pure. */

import { pageLabel } from '../../format/page-label.ts';
import { jsonBytes, shorten } from '../../format/shorten.ts';
import { dateFormat } from '../../intl.ts';
import { hasNextPage } from '../../paging.ts';
import type { Card, Reader } from '../../turn.ts';
import type { Topic } from '../data.ts';
import type { QuestionDoc } from '../questions.ts';
import { knowledgeCardWords, knowledgeTexts } from '../texts.ts';
import type { QuestionView, UnansweredView } from '../views.ts';
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
          title: knowledgeTexts.unanswered,
          intro: knowledgeTexts.unansweredIntro,
          none: knowledgeTexts.unansweredNone,
          other: 'decided' as const,
        }
      : {
          title: knowledgeTexts.decided,
          intro: knowledgeTexts.decidedIntro,
          none: knowledgeTexts.decidedNone,
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
      hint: list === 'open' ? shorten(hintsOf(row, topics)[0] ?? '', ROW_TEXT) : '',
    })),
    pageLabel: pageLabel({ page, pageSize: UNANSWERED_PAGE_SIZE, shown: rows.length, total }, reader.locale),
    page,
    hasPrevious: page > 0,
    hasNext: hasNextPage(page, total, UNANSWERED_PAGE_SIZE),
    others:
      said.other === 'decided' && decided === 0 ? [] : [{ title: knowledgeTexts.lists[said.other], list: said.other }],
  };
  return { template: 'unanswered', words: knowledgeCardWords.unanswered, data: view };
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
    heading: knowledgeTexts.kinds[kindOf(question)],
    text,
    remark,
    asked: askedText(question, reader),
    details: detailsOf(question, topics),
    state: stateText(question, topics),
    open,
    decided: decision !== undefined && decision.state !== 'open',
    ruling: decision?.version ?? 0,
    list,
    page,
    topic: guessOf(question),
    topics: topics.map(({ id, title }) => ({ title, value: id })),
  };
  return { template: 'question', words: knowledgeCardWords.question, data: view };
}

export interface QuestionCardOptions {
  readonly page: number;
  readonly list?: ReviewList | undefined;
  readonly remark?: string;
}

/** The state of a question: the decision where one stands, else the outcome of the latest asking. */
function kindOf({ latest, decision, open }: ReviewedQuestion): keyof typeof knowledgeTexts.kinds {
  if (decision !== undefined && decision.state !== 'open' && !open) return decision.state;
  const [first] = latest;
  return first === undefined ? 'silent' : isDisliked(first) ? 'disliked' : first.outcome;
}

function stateText(question: ReviewedQuestion, topics: readonly Topic[]): string {
  const { latest, decision } = question;
  const kind = kindOf(question);
  const chosen = decision?.state === 'attached' ? titleOf(decision.topic ?? '', topics) : undefined;
  if (kind === 'attached') return knowledgeTexts.states.attached(chosen ?? '');
  if (kind === 'disliked' && chosen !== undefined) return knowledgeTexts.states.dislikedChoice(chosen);
  return latest.length === 0 && kind === 'silent' ? knowledgeTexts.states.forgotten : knowledgeTexts.states[kind];
}

function askedText({ count, latest: [last] }: ReviewedQuestion, { locale, timeZone }: Reader): string {
  if (last === undefined) return knowledgeTexts.notAsked;
  const date = dateText(last.at, { locale, timeZone });
  return count === 0 ? knowledgeTexts.askedAndAnswered(date) : knowledgeTexts.asked(count, date, locale);
}

function decisionText({ decision }: ReviewedQuestion, topics: readonly Topic[], reader: Reader): string {
  if (decision === undefined) return '';
  const date = dateText(decision.at, reader);
  if (decision.state !== 'attached') return knowledgeTexts.dismissedOn(date);
  return knowledgeTexts.attachedOn(titleOf(decision.topic ?? '', topics), date);
}

function dateText(iso: string, { locale, timeZone }: Reader): string {
  return dateFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

/** The topic to start with: the one that people chose, or the first that was suggested. Empty where an answer did not help. */
function guessOf({ latest }: ReviewedQuestion): string {
  if (latest.some(isDisliked)) return '';
  const guesses = latest.flatMap(
    ({ chosen, outcome, suggested }) => chosen ?? (outcome === 'suggested' ? suggested : []),
  );
  return guesses[0] ?? '';
}

function detailsOf(question: ReviewedQuestion, topics: readonly Topic[]): string[] {
  const { latest, text } = question;
  const others = new Set(latest.map((one) => one.text).filter((other) => other !== text));
  const comments = latest.flatMap(({ feedback }) => Object.values(feedback ?? {}).map(({ comment }) => comment));
  const all = [
    ...[...others].map(knowledgeTexts.alsoAsked),
    ...hintsOf(question, topics),
    ...comments.filter((comment) => comment !== '').map(knowledgeTexts.comment),
  ].map((detail) => shorten(detail, DETAIL));
  let left = DETAILS;
  return all.filter((detail) => {
    left -= jsonBytes(detail);
    return left > 0;
  });
}

/** What people were answered with, chose or were offered, the most telling first. */
function hintsOf({ latest, decision }: ReviewedQuestion, topics: readonly Topic[]): string[] {
  const since = decision?.state === 'attached' ? decision.at : undefined;
  const hint = (text: (titles: string) => string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [text([...new Set(ids)].map((id) => titleOf(id, topics)).join(', '))];
  const disliked = latest.filter(isDisliked);
  const chosenFor = disliked.filter(({ at }) => since !== undefined && at > since);
  const answers = (questions: readonly QuestionDoc[]): string[] => questions.flatMap((one) => one.topics);
  return [
    ...hint(knowledgeTexts.dislikedChoice, answers(chosenFor)),
    ...hint(knowledgeTexts.disliked, answers(disliked.filter((one) => !chosenFor.includes(one)))),
    ...hint(
      knowledgeTexts.chosen,
      latest.flatMap((one) => one.chosen ?? []),
    ),
    ...hint(knowledgeTexts.answeredPartly, answers(latest.filter(({ outcome }) => outcome === 'partly'))),
    ...hint(
      knowledgeTexts.suggested,
      latest.flatMap((one) => one.suggested),
    ),
  ];
}

/** A whole answer that somebody dislikes. Where only a part was answered, a dislike is about the rest. */
function isDisliked({ outcome, feedback }: QuestionDoc): boolean {
  return outcome === 'answered' && Object.values(feedback ?? {}).some(({ reaction }) => reaction === 'dislike');
}

function titleOf(id: string, topics: readonly Topic[]): string {
  return topics.find((topic) => topic.id === id)?.title ?? id;
}
