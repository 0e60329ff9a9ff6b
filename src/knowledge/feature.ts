/** Answers: what the notice says, cited; questions that got no answer; and what leads decide on those. */

import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import type { KnowledgeProblems } from '../problems/knowledge.ts';
import { forgetIn } from '../storage/forget.ts';
import { PacedStamps } from '../storage/paced-stamps.ts';
import { SECOND_MS } from '../time/units.ts';
import type { KnowledgeVerb } from '../verbs/knowledge.ts';
import { knowledgeCommands, knowledgeIntents } from './commands.ts';
import type { Topic } from './data.ts';
import { type KnowledgeHandlers, knowledgeHandlers } from './handlers.ts';
import { loadKnowledge } from './knowledge.ts';
import { QUESTIONS, Questions } from './questions.ts';
import type { Review } from './review/review.ts';
import { REVIEW_DECISIONS, ReviewDecisions } from './review/review-decisions.ts';
import { KnowledgeService } from './service.ts';
import { spokenTopics } from './spoken.ts';
import { knowledgeProblems, knowledgeTexts } from './texts.ts';

export type { CommandVerdict } from './verdict.ts';

export interface Answers
  extends Feature<KnowledgeVerb, keyof KnowledgeProblems>,
    Pick<KnowledgeHandlers, 'ask' | 'askNotice' | 'feedback' | 'choices'> {
  /** The commands that the classifier knows, by the names of their sheets. */
  readonly intentNames: readonly string[];
  /** The use cases of leads. */
  readonly review: Review;
  /** All that may answer a question. */
  topicsFor(locale: string): readonly Topic[];
}

/** Pages that show the unanswered questions hear of more of them so often. */
const TELL_EVERY_MS = 5 * SECOND_MS;

/** @param dir of the topics, phrases and weights */
export function createKnowledge(core: Core, dir: string): Answers {
  const { store, rights, config, newId, realTime } = core;
  const told = new PacedStamps({ ...core, of: 'questions', pauseMs: TELL_EVERY_MS });
  const questions = new Questions(store);
  const knowledge = loadKnowledge(dir, config.campaigns);
  const service = new KnowledgeService({
    knowledge,
    questions,
    decisions: new ReviewDecisions(store),
    rights,
    changed: (tenantId) => told.changed(tenantId),
    newId,
    realTime,
  });
  const handlers = knowledgeHandlers(service);
  const { ask, askNotice, feedback, choices, topics } = handlers;
  return {
    name: 'knowledge',
    problems: knowledgeProblems,
    ask,
    askNotice,
    feedback,
    choices,
    intentNames: knowledge.commands,
    review: service.review,
    topicsFor: (locale) => spokenTopics(service.topics, locale),
    presses: {
      topics: { handle: topics, everywhere: true },
      topic: { handle: handlers.topic, everywhere: true },
      unanswered: handlers.unanswered,
      'unanswered.open': handlers.openQuestion,
      'unanswered.attach': handlers.attach,
      'unanswered.dismiss': handlers.decide('dismissed'),
      'unanswered.reopen': handlers.decide('open'),
    },
    commands: knowledgeCommands(handlers),
    intents: knowledgeIntents(handlers),
    help: (locale) => ({
      lines: [knowledgeTexts(locale).help],
      forLeads: [knowledgeTexts(locale).helpUnanswered],
      buttons: [{ title: knowledgeTexts(locale).buttons.topics, verb: 'topics', data: {} }],
    }),
    // Questions are kept without who asked them.
    records: [{ collection: QUESTIONS }, { collection: REVIEW_DECISIONS, forget: forgetIn }],
    stop: () => told.stop(),
  };
}
