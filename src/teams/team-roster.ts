/** Asks the roster of a team outside of a turn. */
import { type ConversationReference, TeamsInfo } from 'botbuilder';
import type { Logger } from 'pino';
import type { TeamRoster } from '../turn.ts';
import type { Adapter } from './adapter.ts';

export function createTeamRoster(adapter: Adapter, appId: string, log: Logger): TeamRoster {
  return {
    async hasMember(reference, teamId, accountId) {
      let isMember = false;
      try {
        const conversation = JSON.parse(reference) as Partial<ConversationReference>;
        await adapter.continueConversationAsync(appId, conversation, async (context) => {
          isMember = (await TeamsInfo.getTeamMember(context, teamId, accountId)) !== undefined;
        });
      } catch (error) {
        log.info({ status: (error as { statusCode?: number }).statusCode }, 'not found among the members of the team');
      }
      return isMember;
    },
  };
}
