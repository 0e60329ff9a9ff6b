/** The SDK's adapter, opened for our own HTTP door: a checked activity in, a turn context for the logic, nothing written to a response. */
import { type Activity, CloudAdapter, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { sendWholeEntities } from './whole-entities.ts';

export class Adapter extends CloudAdapter {
  /** @throws what `logic` throws; the error boundary lies above */
  async handle(
    authentication: AuthenticateRequestResult,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await this.processActivity(authentication, activity, logic);
  }
}

/** The client by which a turn context speaks to its service. */
export function connectorOf({ adapter, turnState }: TurnContext): ConnectorClient {
  const { ConnectorClientKey } = adapter as unknown as { ConnectorClientKey: symbol };
  return turnState.get<ConnectorClient>(ConnectorClientKey);
}

/** Sends a message to one conversation. @returns its id */
export type Post = (message: Partial<Activity>) => Promise<string | undefined>;

/**
 * Sends to a turn's conversation, also when the turn's context is gone: the SDK takes it away when the request is answered, and a send that
 * is under way by then would throw though it arrives.
 */
export function postTo(context: TurnContext): Post {
  const { conversations } = connectorOf(context);
  const reference = TurnContext.getConversationReference(context.activity);
  return async (message) => {
    const activity = TurnContext.applyConversationReference({ ...message }, reference) as Activity;
    const { conversation, replyToId } = activity;
    const sent = replyToId
      ? await conversations.replyToActivity(conversation.id, replyToId, activity)
      : await conversations.sendToConversation(conversation.id, activity);
    return sent.id;
  };
}

export function createAdapter(authentication: BotFrameworkAuthentication): Adapter {
  sendWholeEntities();
  const adapter = new Adapter(authentication);
  // The SDK's default handler sends its own words to people; errors are ours to answer.
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return adapter;
}
