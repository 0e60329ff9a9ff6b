/** Asks the roster of a team, or of somebody's own chat, by a kept reference. */
import { type ConversationReference, type TeamsChannelAccount, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { TeamRoster } from '../turn.ts';
import type { Adapter } from './adapter.ts';

/** One account of a personal chat, by the chat's reference. @throws where the roster cannot be read */
export type ChatRoster = (reference: string, accountId: string) => Promise<TeamsChannelAccount>;

export function createChatRoster(adapter: Adapter, appId: string): ChatRoster {
  return (reference, accountId) =>
    inConversation(adapter, appId, reference, (context) => TeamsInfo.getMember(context, accountId));
}

export function createTeamRoster(adapter: Adapter, appId: string, log: Logger): TeamRoster {
  return {
    async hasMember(reference, teamId, accountId) {
      try {
        const member = await inConversation(adapter, appId, reference, (context) =>
          TeamsInfo.getTeamMember(context, teamId, accountId),
        );
        return member !== undefined;
      } catch (error) {
        log.info({ status: (error as { statusCode?: number }).statusCode }, 'not found among the members of the team');
        return false;
      }
    },
  };
}

async function inConversation<T>(
  adapter: Adapter,
  appId: string,
  reference: string,
  ask: (context: TurnContext) => Promise<T>,
): Promise<T> {
  const answer = Promise.withResolvers<T>();
  await adapter.continueConversationAsync(
    appId,
    JSON.parse(reference) as Partial<ConversationReference>,
    async (context) => answer.resolve(await ask(context)),
  );
  return answer.promise;
}
