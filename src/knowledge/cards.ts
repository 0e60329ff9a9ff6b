/** Suggestions and topics as card views. Pure. */
import type { Card } from '../turn.ts';
import type { Topic } from './data.ts';
import { knowledgeTexts } from './texts.ts';
import type { TopicLink } from './verdict.ts';
import type { Option, OptionsView, TopicsView } from './views.ts';

const SEE_TOPICS: Option = { title: knowledgeTexts.buttons.topics, verb: 'topics', data: {} };

/** Buttons for these topics, and one for the list of all. `questionId`: the question that they were suggested for. */
export function suggestionsCard(topics: readonly TopicLink[], questionId: string | undefined): Card {
  // The cards' data calls it `asked`.
  const asked = questionId === undefined ? {} : { asked: questionId };
  return options([
    ...topics.map(({ topic, title }): Option => ({ title, verb: 'topic', data: { topic, ...asked } })),
    SEE_TOPICS,
  ]);
}

/** Where the notice is silent. `questionId`: the question whose words go into the ticket form; without one no ticket is offered. */
export function refusalCard(questionId: string | undefined): Card {
  const ticket: Option = {
    title: knowledgeTexts.buttons.ticket,
    verb: 'ticket.form',
    data: { asked: questionId ?? '' },
  };
  return options([...(questionId === undefined ? [] : [ticket]), SEE_TOPICS]);
}

/** Buttons for what people ask next, behind the button `first` where there is one. */
export function followUpsCard(topics: readonly TopicLink[], first?: Option): Card {
  const next = topics.map(({ topic, title }): Option => ({ title, verb: 'topic', data: { topic } }));
  return options(first === undefined ? next : [first, ...next]);
}

function options(actions: OptionsView['actions']): Card {
  return { template: 'options', data: { actions } satisfies OptionsView };
}

/** All topics under the headings of the notice. A topic that rests on two headings stands under the first. */
export function topicsCard(topics: readonly Topic[]): Card {
  const headingOf = ({ section }: Topic): string => section.split('; ')[0] ?? section;
  const view: TopicsView = {
    title: knowledgeTexts.topicsTitle,
    intro: knowledgeTexts.topicsIntro,
    sections: [...new Set(topics.map(headingOf))].map((heading) => ({
      heading: heading.endsWith('update any associations?') ? knowledgeTexts.updating : heading,
      topics: topics.filter((topic) => headingOf(topic) === heading).map(({ id, title }) => ({ topic: id, title })),
    })),
  };
  return { template: 'topics', data: view };
}
