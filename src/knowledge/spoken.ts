/** Verdicts in the reader's language. What is decided is the same in each; a topic without a translation is said in English. Pure. */
import type { PhaseOf } from '../campaign/campaign.ts';
import { languageOf } from '../language/language.ts';
import type { Topic, TopicWords } from './data.ts';
import type { AnswerVerdict, TopicAnswer, TopicLink } from './verdict.ts';

/** @param locale of the reader */
export function wordsOfTopic(topic: Topic, locale: string): TopicWords {
  return topic.translations[languageOf(locale)] ?? topic;
}

/** All of them, as they are said to the reader. */
export function spokenTopics(topics: readonly Topic[], locale: string): Topic[] {
  return topics.map((topic) => ({ ...topic, ...wordsOfTopic(topic, locale) }));
}

/** Topics as buttons. */
export function spokenLinks(links: readonly TopicLink[], topics: readonly Topic[], locale: string): TopicLink[] {
  return links.map((link) => {
    const topic = topics.find(({ id }) => id === link.topic);
    return topic === undefined ? link : { ...link, title: wordsOfTopic(topic, locale).title };
  });
}

export interface SpokenAnswer extends Pick<AnswerVerdict, 'answers' | 'next' | 'alternatives' | 'partiallyOutOfScope'> {
  /** The topics of it that are said in another language than the notice, which is English. */
  readonly translated: readonly string[];
}

export function spokenAnswer(
  verdict: AnswerVerdict,
  topics: readonly Topic[],
  phaseOf: PhaseOf,
  locale: string,
): SpokenAnswer {
  const { answers, next, alternatives, partiallyOutOfScope } = verdict;
  const topicOf = ({ topic: id }: TopicAnswer) => topics.find((topic) => topic.id === id);
  const isTranslated = (answer: TopicAnswer): boolean =>
    topicOf(answer)?.translations[languageOf(locale)] !== undefined;
  return {
    answers: answers.map((answer) => {
      const topic = topicOf(answer);
      if (topic === undefined) return answer;
      const words = wordsOfTopic(topic, locale);
      return { ...answer, title: words.title, text: words.answers[phaseOf(topic.campaign)] };
    }),
    next: spokenLinks(next, topics, locale),
    alternatives: spokenLinks(alternatives, topics, locale),
    partiallyOutOfScope,
    translated: answers.filter(isTranslated).map(({ topic }) => topic),
  };
}
