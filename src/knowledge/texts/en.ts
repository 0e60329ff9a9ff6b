/** What the bot says around the approved answers, which stand in `knowledge/`. */
import type { CardWordsByTemplate } from '../../cards/words.ts';
import { countText } from '../../format/count.ts';
import type { ProblemTexts } from '../../problems/index.ts';
import type { KnowledgeProblems } from '../../problems/knowledge.ts';
import type { HintKind } from '../review/hints.ts';

export const knowledgeTexts = {
  help: 'Ask what the notice says, in your own words, or write “topics”.',
  helpUnanswered: 'Write “unanswered” for the questions that got no answer.',
  notSaid: 'The notice does not say this.',
  anotherLanguage:
    'I do not understand this language yet. Ask me again in one that I speak (“language” shows them), or see the topics.',
  tooLong: 'That is more than I can read as a question. Ask me in a sentence or two.',
  suggest: 'I am not sure which of these you mean:',
  alternatives: 'As to the rest, did you mean one of these?',
  partiallyOutOfScope: 'The notice does not say the rest of what you asked.',
  cited: (subject: string, section: string) => `Microsoft’s notice on ${subject}: ${section}`,
  topicsTitle: 'What the notice says',
  topicsIntro: 'Choose a topic, or ask me in your own words.',
  buttons: { topics: 'See the topics', ticket: 'Open a ticket', inEnglish: 'In English' },

  unanswered: (n: number, locale: string) =>
    n === 0
      ? 'No open questions'
      : countText(n, { one: 'question without an answer', other: 'questions without an answer' }, locale),
  unansweredIntro:
    'Questions that got no answer, or none that helped. Who asked is not kept. Open one to give it a topic, or to dismiss it.',
  unansweredNone: 'Nothing is waiting for you.',
  decided: (n: number, locale: string) =>
    n === 0 ? 'No decided questions' : countText(n, { one: 'decided question', other: 'decided questions' }, locale),
  decidedIntro: 'Open one to undo the decision.',
  decidedNone: 'Questions that get a topic, or that are dismissed, stand here.',
  lists: { open: 'Open questions', decided: 'Decided questions' },
  asked: (n: number, date: string, locale: string) =>
    n === 1
      ? `Asked once, on ${date}`
      : `Asked ${countText(n, { one: 'time', other: 'times' }, locale)}, last on ${date}`,
  askedAndAnswered: (date: string) => `Last asked on ${date}`,
  notAsked: 'Nobody asked it in the last 180 days.',
  /** What people were answered with, chose or were offered. */
  hints: {
    suggested: (titles: string) => `Suggested: ${titles}`,
    chosen: (titles: string) => `Chosen: ${titles}`,
    partly: (titles: string) => `Answered in part: ${titles}`,
    disliked: (titles: string) => `Answered with “${titles}”, which did not help`,
    'disliked choice': (titles: string) => `Answered with “${titles}”, as a lead chose, which did not help`,
  } satisfies Record<HintKind, (titles: string) => string>,
  attachedOn: (title: string, date: string) => `Answered with “${title}” since ${date}`,
  dismissedOn: (date: string) => `Dismissed on ${date}`,
  comment: (text: string) => `“${text}”`,
  alsoAsked: (text: string) => `Also asked as “${text}”`,
  kinds: {
    silent: 'Question without an answer',
    suggested: 'Question without a sure answer',
    partly: 'Question answered in part',
    disliked: 'Answer that did not help',
    answered: 'Answered question',
    attached: 'Question with a topic',
    dismissed: 'Dismissed question',
  },
  states: {
    silent: 'No topic answers this question.',
    suggested: 'No topic was sure to answer this question.',
    partly: 'A part of this question got no answer.',
    disliked: 'This question gets an answer that did not help.',
    answered: 'This question gets an answer.',
    attached: (title: string) => `“${title}” answers this question now. Its words are kept until you undo this.`,
    dislikedChoice: (title: string) => `“${title}” answers this question now, which did not help.`,
    dismissed: 'Dismissed. It stays out of the list, and its words are gone after 180 days.',
    forgotten: 'No topic is chosen for this question any more.',
  },
  whichTopic: 'First choose the topic that answers it.',
  stale: 'Somebody decided on this question before you. This is how it stands.',
};

export const knowledgeProblems: ProblemTexts<KnowledgeProblems> = {
  'knowledge.no-topic': () => 'I do not have this topic any more. Write “topics” for those there are.',
  'knowledge.no-question': () => 'I do not have this question any more. Without a topic it is kept for 180 days.',
  'knowledge.leads-only': () => 'The unanswered questions are for leads.',
};

/** The fixed words of its cards, by template. `{name}` stands for what the card is filled with. */
export const knowledgeCardWords = {
  question: {
    topicThatAnswersIt: 'Topic that answers it',
    chooseATopic: 'Choose a topic',
    answerWithThisTopic: 'Answer with this topic',
    dismiss: 'Dismiss',
    undo: 'Undo',
    backToTheList: 'Back to the list',
  },
  unanswered: {
    open: 'Open: {text}',
    openHint: 'Open this question',
    previous: 'Previous',
    next: 'Next',
  },
} satisfies CardWordsByTemplate;
