/** What the bot says around the approved answers, which stand in `knowledge/`. */
import { countText } from '../campaign/texts.ts';

export const texts = {
  notSaid: 'The notice does not say this.',
  english: 'I only understand English so far. Ask me again in English, or see the topics.',
  tooLong: 'That is more than I can read as a question. Ask me in a sentence or two.',
  suggest: 'I am not sure which of these you mean:',
  unsure: 'As to the rest, did you mean one of these?',
  partly: 'The notice does not say the rest of what you asked.',
  cited: (section: string) => `Microsoft’s notice on Claims Partner of Record and Proof of Execution: ${section}`,
  topicsTitle: 'What the notice says',
  topicsIntro: 'Choose a topic, or ask me in your own words.',
  noSuchTopic: 'I do not have this topic any more. Write “topics” for those there are.',
  buttons: { topics: 'See the topics' },

  leadsOnly: 'The unanswered questions are for leads.',
  noSuchQuestion: 'I do not have this question any more. Questions are kept for 180 days.',
  unanswered: (n: number, locale: string) =>
    n === 0 ? 'No open questions' : countText(n, 'question without an answer', 'questions without an answer', locale),
  unansweredIntro:
    'What people asked and did not get, without who asked. Open one to give it a topic, or to dismiss it.',
  unansweredNone: 'Everything that people asked in the last 180 days got an answer, or you have been through it.',
  asked: (n: number, date: string, locale: string) => `Asked ${countText(n, 'time', 'times', locale)}, last on ${date}`,
  suggested: (titles: string) => `Suggested: ${titles}`,
  chosen: (titles: string) => `Chosen: ${titles}`,
  answeredPartly: (titles: string) => `Answered in part: ${titles}`,
  disliked: (title: string) => `Answered with “${title}”, which did not help`,
  comment: (text: string) => `“${text}”`,
  alsoAsked: (text: string) => `Also asked as “${text}”`,
  states: {
    open: 'No topic answers this question.',
    attached: (title: string) => `“${title}” answers this question now.`,
    dismissed: 'Dismissed. It stays out of the list.',
  },
  whichTopic: 'Choose the topic that answers it first.',
  stale: 'Somebody decided on this question before you. This is how it stands.',
} as const;
