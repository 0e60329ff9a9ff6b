import { z } from 'zod';
import { id, input, page, version } from './fields.ts';

const unansweredList = z.object({ page, list: z.enum(['open', 'decided']).optional().catch(undefined) });
/** A group of questions, and the list and its page that it was opened from. */
const unanswered = unansweredList.extend({ question: id });

export const knowledgeVerbs = {
  /** The list of topics, and the answer to one. `asked` is the question that it was suggested for. */
  topics: z.object({}),
  topic: z.object({ topic: id, asked: input(100) }),
  /**
   * Questions without an answer, for leads, or those that they decided on. `ruling` is the version of what was decided: a card that is
   * out of date decides nothing.
   */
  unanswered: unansweredList,
  'unanswered.open': unanswered,
  'unanswered.attach': unanswered.extend({ ruling: version, topic: input(100) }),
  'unanswered.dismiss': unanswered.extend({ ruling: version }),
  'unanswered.reopen': unanswered.extend({ ruling: version }),
} as const;

export type KnowledgeVerb = keyof typeof knowledgeVerbs;
