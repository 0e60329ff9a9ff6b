import { z } from 'zod';
import { LANGUAGES } from '../language/language.ts';
import { idField, inputField, pageField, versionField } from './fields.ts';

const unansweredList = z.object({ page: pageField, list: z.enum(['open', 'decided']).optional().catch(undefined) });
/** A group of questions, and the list and its page that it was opened from. */
const unanswered = unansweredList.extend({ question: idField });

export const knowledgeVerbs = {
  /** The list of topics, and the answer to one. `asked` is the question that it was suggested for; `language`: in this one, whatever the reader's. */
  topics: z.object({}),
  topic: z.object({ topic: idField, asked: inputField(100), language: z.enum(LANGUAGES).optional().catch(undefined) }),
  /**
   * Questions without an answer, for leads, or those that they decided on. `ruling` is the version of what was decided: a card that is
   * out of date decides nothing.
   */
  unanswered: unansweredList,
  'unanswered.open': unanswered,
  'unanswered.attach': unanswered.extend({ ruling: versionField, topic: inputField(100) }),
  'unanswered.dismiss': unanswered.extend({ ruling: versionField }),
  'unanswered.reopen': unanswered.extend({ ruling: versionField }),
} as const;

export type KnowledgeVerb = keyof typeof knowledgeVerbs;
