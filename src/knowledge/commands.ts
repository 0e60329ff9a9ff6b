/** What people type about what the notice says, and ask for in free words. */
import type { Command, Intent } from '../feature.ts';
import type { KnowledgeHandlers } from './handlers.ts';

export function knowledgeCommands({ topics, unanswered }: KnowledgeHandlers): readonly Command[] {
  return [
    {
      name: 'topics',
      pattern: /^(?:see |show )?(?:the )?topics[.!?]*$/i,
      where: 'everywhere',
      handle: topics,
    },
    {
      name: 'unanswered',
      pattern: /^(?:show |see )?(?:the )?unanswered(?: questions)?[.!?]*$/i,
      handle: (turn) => unanswered(turn, { page: 0 }),
    },
  ];
}

export function knowledgeIntents({ topics, unanswered }: KnowledgeHandlers): Readonly<Record<string, Intent>> {
  return {
    topics: { handle: topics, everywhere: true },
    unanswered: (turn) => unanswered(turn, { page: 0 }),
  };
}
