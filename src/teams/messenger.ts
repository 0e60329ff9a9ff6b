/** Sends outside of a turn, through the conversation reference kept from the personal chat. One request each, never a replay. */
import type { ConversationReference, TurnContext } from 'botbuilder';
import { outcomeOf } from '../outbox/send-outcome.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { unlessAway } from '../storage/unless-away.ts';
import type { Messenger } from '../turn.ts';
import type { Adapter } from './adapter.ts';
import { type RenderCard, replyActivity } from './reply-activity.ts';

export function createMessenger(adapter: Adapter, appId: string, people: People, render: RenderCard): Messenger {
  /** Runs `use` in the person's chat. A block is remembered (docs/platform.md, trap 3). */
  async function inChat<T>(person: Person, use: (context: TurnContext) => Promise<T>): Promise<T | undefined> {
    // Read anew: the caller may have read the person before a block.
    const { reachable, reference } = (await unlessAway(people.get(person.tenantId, person.userId))) ?? person;
    if (!reachable || reference === undefined) return undefined;
    let result: T | undefined;
    try {
      await adapter.continueConversationAsync(
        appId,
        JSON.parse(reference) as Partial<ConversationReference>,
        async (context) => {
          result = await use(context);
        },
      );
    } catch (error) {
      const { statusCode = 0 } = error as { statusCode?: number };
      if (outcomeOf({ kind: 'refused', status: statusCode }) !== 'unreachable') throw error;
      await people.markUnreachable(person.tenantId, person.userId);
      return undefined;
    }
    return result;
  }

  return {
    send: (person, reply) =>
      inChat(person, async (context) => (await context.sendActivity(replyActivity(reply, render)))?.id),
    async update(person, activityId, reply) {
      await inChat(person, async (context) =>
        context.updateActivity({ ...replyActivity(reply, render), id: activityId }),
      );
    },
  };
}
