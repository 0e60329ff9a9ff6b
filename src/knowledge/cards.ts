/** Suggestions and topics as card views. Pure. */
import { type Button, optionsCard } from '../cards/options.ts';
import { shorten } from '../format/shorten.ts';
import type { Language } from '../language/language.ts';
import type { Card } from '../turn.ts';
import type { Topic } from './data.ts';
import { wordsOfTopic } from './spoken.ts';
import { knowledgeTexts } from './texts.ts';
import type { TopicLink } from './verdict.ts';
import type { TopicsView } from './views.ts';

function seeTopics(locale: string): Button {
  return { title: knowledgeTexts(locale).buttons.topics, verb: 'topics', data: {} };
}

/** @param of what each of them carries on */
function topicButtons(
  topics: readonly TopicLink[],
  of: { readonly asked?: string; readonly language?: Language },
): Button[] {
  return topics.map(({ topic, title }) => ({ title, verb: 'topic', data: { topic, ...of } }));
}

/**
 * Buttons for these topics, and one for the list of all.
 * @param questionId of the question that they are suggested for
 * @param language to answer in, where it is not the reader's
 */
export function suggestionsCard(
  topics: readonly TopicLink[],
  questionId: string | undefined,
  locale: string,
  language?: Language,
): Card {
  return optionsCard([
    ...topicButtons(topics, { ...(questionId !== undefined && { asked: questionId }), ...(language && { language }) }),
    seeTopics(locale),
  ]);
}

/** Bytes of JSON of a question on a button. */
const QUESTION_BYTES = 2_000;

/**
 * Where the notice is silent.
 * @param question its words, which go into the ticket form; without it no ticket is offered. They travel with the button: an id in their
 * place would show anybody who forges one what others asked
 */
export function refusalCard(question: string | undefined, locale: string): Card {
  if (question === undefined) return optionsCard([seeTopics(locale)]);
  const data = { question: shorten(question, QUESTION_BYTES) };
  return optionsCard([{ title: knowledgeTexts(locale).buttons.ticket, verb: 'ticket.form', data }, seeTopics(locale)]);
}

export interface FollowUps {
  /** Buttons to put before the topics, and behind them. */
  readonly first?: Button | undefined;
  readonly last?: Button | undefined;
  /** To answer in, where it is not the reader's. */
  readonly language?: Language | undefined;
}

/** Buttons for what people ask next. */
export function followUpsCard(topics: readonly TopicLink[], { first, last, language }: FollowUps): Card {
  const next = topicButtons(topics, { ...(language && { language }) });
  return optionsCard([...(first === undefined ? [] : [first]), ...next, ...(last === undefined ? [] : [last])]);
}

/** The answer of a topic as the notice has it. */
export function inEnglishButton(topic: string, locale: string): Button {
  return { title: knowledgeTexts(locale).buttons.inEnglish, verb: 'topic', data: { topic, language: 'en' } };
}

/** All topics under their headings. */
export function topicsCard(topics: readonly Topic[], locale: string): Card {
  const headingOf = (topic: Topic): string => {
    const { heading } = wordsOfTopic(topic, locale);
    return topic.campaign.label === undefined ? heading : `${topic.campaign.label}: ${heading}`;
  };
  const view: TopicsView = {
    title: knowledgeTexts(locale).topicsTitle,
    intro: knowledgeTexts(locale).topicsIntro,
    sections: [...Map.groupBy(topics, headingOf)].map(([heading, under]) => ({
      heading,
      topics: under.map((topic) => ({ topic: topic.id, title: wordsOfTopic(topic, locale).title })),
    })),
  };
  return { template: 'topics', data: view };
}
