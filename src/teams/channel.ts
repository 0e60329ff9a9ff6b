/** The channel that an activity comes from: who is a member, and how to post to it later. */
import { type Activity, TeamsInfo, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Person } from '../people/person.ts';
import type { Channel } from '../turn.ts';
import { type IncomingActivity, scopeOf } from './activity.ts';

interface TeamsChannelData {
  readonly team?: { readonly id?: unknown; readonly name?: unknown };
  readonly channel?: { readonly id?: unknown; readonly name?: unknown };
}

/** Undefined outside of channels. @param sender who sent the activity */
export function channelOf(
  context: TurnContext,
  activity: IncomingActivity,
  sender: Person,
  log: Logger,
): Channel | undefined {
  if (scopeOf(activity) !== 'channel') return undefined;
  const { team, channel } = (activity.channelData ?? {}) as TeamsChannelData;
  // The conversation's id names the thread, too.
  const id = typeof channel?.id === 'string' ? channel.id : activity.conversation.id.replace(/;messageid=.*$/, '');
  const teamId = typeof team?.id === 'string' ? team.id : undefined;
  const {
    activityId: _,
    user: __,
    ...reference
  } = TurnContext.getConversationReference(activity as unknown as Activity);
  return {
    id,
    name: [team?.name, channel?.name].filter((name) => typeof name === 'string' && name !== '').join(' · '),
    // A post to the channel itself begins a thread of its own.
    reference: JSON.stringify({ ...reference, conversation: { ...reference.conversation, id } }),
    ...(teamId !== undefined && { teamId }),
    async hasMember({ userId }) {
      // Only of whoever sent this activity: their identity is proven by its token.
      if (teamId === undefined || userId !== sender.userId) return false;
      try {
        return (await TeamsInfo.getTeamMember(context, teamId, activity.from.id)) !== undefined;
      } catch (error) {
        log.info({ status: (error as { statusCode?: number }).statusCode }, 'not found among the members of the team');
        return false;
      }
    },
  };
}
