/** Suggestions, topics and unanswered questions as card views. Pure. */
import { shorten } from '../shorten.ts';
import type { Card } from '../turn.ts';
import type { Topic } from './data.ts';
import type { QuestionDoc } from './questions.ts';
import type { OneQuestion, QuestionGroup, QuestionPage } from './service.ts';
import { texts } from './texts.ts';
import type { TopicLink } from './verdict.ts';
import type { OptionsView, QuestionView, TopicsView, UnansweredView } from './views.ts';

export const UNANSWERED_PAGE_SIZE = 8;
/** Bytes of JSON. */
const ROW_TEXT = 240;
const DETAIL = 300;
const DETAILS = 1_800;

/** How somebody reads: for numbers and dates. */
export interface Reader {
  readonly locale: string;
  readonly timeZone: string;
}

type Option = OptionsView['actions'][number];

const SEE_TOPICS: Option = { title: texts.buttons.topics, verb: 'topics', data: {} };

/** Topics to choose from, and the way to all of them. `question`: what they were suggested for. */
export function suggestionsCard(topics: readonly TopicLink[], question: string | undefined): Card {
  const asked = question === undefined ? {} : { asked: question };
  return options([
    ...topics.map(({ topic, title }): Option => ({ title, verb: 'topic', data: { topic, ...asked } })),
    SEE_TOPICS,
  ]);
}

/** What people ask next. */
export function followUpsCard(topics: readonly TopicLink[]): Card {
  return options(topics.map(({ topic, title }) => ({ title, verb: 'topic', data: { topic } })));
}

function options(actions: OptionsView['actions']): Card {
  return { template: 'options', data: { actions } satisfies OptionsView };
}

/** Under the headings of the notice; a topic that rests on two stands under the first. */
export function topicsCard(topics: readonly Topic[]): Card {
  const headingOf = ({ section }: Topic): string => section.split('; ')[0] ?? section;
  const view: TopicsView = {
    title: texts.topicsTitle,
    intro: texts.topicsIntro,
    sections: [...new Set(topics.map(headingOf))].map((heading) => ({
      heading,
      topics: topics.filter((topic) => headingOf(topic) === heading).map(({ id, title }) => ({ topic: id, title })),
    })),
  };
  return { template: 'topics', data: view };
}

export function unansweredCard({ groups, page, total }: QuestionPage, topics: readonly Topic[], reader: Reader): Card {
  const pages = Math.ceil(total / UNANSWERED_PAGE_SIZE);
  const first = page * UNANSWERED_PAGE_SIZE;
  const number = (n: number): string => n.toLocaleString(reader.locale);
  const view: UnansweredView = {
    title: texts.unanswered(total, reader.locale),
    intro: total === 0 ? texts.unansweredNone : texts.unansweredIntro,
    rows: groups.map((group) => ({
      question: group.key,
      text: shorten(group.latest[0]?.text ?? '', ROW_TEXT),
      asked: askedText(group, reader),
      hint: shorten(hintsOf(group.latest, topics)[0] ?? '', ROW_TEXT),
    })),
    pageLabel: pages > 1 ? `${number(first + 1)}–${number(first + groups.length)} of ${number(total)}` : '',
    page,
    hasPrevious: page > 0,
    hasNext: page < pages - 1,
  };
  return { template: 'unanswered', data: view };
}

export function questionCard(
  question: OneQuestion,
  topics: readonly Topic[],
  reader: Reader,
  { page, remark = '' }: { readonly page: number; readonly remark?: string },
): Card {
  const { key, latest, ruling } = question;
  const text = latest[0]?.text ?? '';
  const view: QuestionView = {
    question: key,
    text,
    remark,
    asked: askedText(question, reader),
    details: detailsOf(question, topics),
    state: stateText(question, topics),
    open: ruling === undefined || ruling.state === 'open',
    ruling: ruling?.version ?? 0,
    page,
    topic: latest.flatMap(({ chosen, topics: guessed }) => chosen ?? guessed[0] ?? [])[0] ?? '',
    topics: topics.map(({ id, title }) => ({ title, value: id })),
  };
  return { template: 'question', data: view };
}

function askedText({ count, latest }: QuestionGroup, { locale, timeZone }: Reader): string {
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  return texts.asked(count, date.format(new Date(latest[0]?.at ?? 0)), locale);
}

function stateText({ ruling }: OneQuestion, topics: readonly Topic[]): string {
  switch (ruling?.state) {
    case 'attached':
      return texts.states.attached(titleOf(ruling.topic ?? '', topics));
    case 'dismissed':
      return texts.states.dismissed;
    default:
      return texts.states.open;
  }
}

function detailsOf({ latest }: OneQuestion, topics: readonly Topic[]): string[] {
  const [first, ...others] = [...new Set(latest.map(({ text }) => text))];
  const comments = latest.flatMap(({ feedback }) => Object.values(feedback ?? {}).map(({ comment }) => comment));
  const all = [
    ...others.filter((text) => text !== first).map(texts.alsoAsked),
    ...hintsOf(latest, topics),
    ...comments.filter((comment) => comment !== '').map(texts.comment),
  ].map((detail) => shorten(detail, DETAIL));
  let left = DETAILS;
  return all.filter((detail) => {
    left -= Buffer.byteLength(detail);
    return left > 0;
  });
}

/** What people were given, the most telling first. */
function hintsOf(latest: readonly QuestionDoc[], topics: readonly Topic[]): string[] {
  const titles = (ids: readonly string[]): string => [...new Set(ids)].map((id) => titleOf(id, topics)).join(', ');
  const chosen = latest.flatMap((one) => one.chosen ?? []);
  const disliked = latest.filter(
    ({ outcome, feedback }) =>
      outcome === 'answered' && Object.values(feedback ?? {}).some(({ reaction }) => reaction === 'dislike'),
  );
  const topicsWhere = (which: QuestionDoc['outcome']): string[] =>
    latest.filter(({ outcome }) => outcome === which).flatMap((one) => one.topics);
  const [suggested, partly] = [topicsWhere('suggested'), topicsWhere('partly')];
  return [
    ...(disliked.length > 0 ? [texts.disliked(titles(disliked.flatMap((one) => one.topics)))] : []),
    ...(chosen.length > 0 ? [texts.chosen(titles(chosen))] : []),
    ...(partly.length > 0 ? [texts.answeredPartly(titles(partly))] : []),
    ...(suggested.length > 0 ? [texts.suggested(titles(suggested))] : []),
  ];
}

function titleOf(id: string, topics: readonly Topic[]): string {
  return topics.find((topic) => topic.id === id)?.title ?? id;
}
