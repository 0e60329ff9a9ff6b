/** The SDK's adapter, opened for our own HTTP door: a checked activity in, a turn context for the logic, nothing written to a response. */
import { type Activity, CloudAdapter, type ConversationReference, TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult, ConnectorClient } from 'botframework-connector';
import type { SingleAttemptAuthentication } from './authentication.ts';
import { createAgents, type Posting, postReply } from './reply-post.ts';
import { sendWholeEntities } from './whole-entities.ts';

export class Adapter extends CloudAdapter {
  readonly posting: Posting;

  constructor(authentication: SingleAttemptAuthentication, proxyEnv?: NodeJS.ProcessEnv) {
    super(authentication);
    this.posting = { agents: createAgents(proxyEnv), limits: authentication.limits, tracing: authentication.tracing };
  }

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
  const connector = connectorOf(context);
  const { posting } = context.adapter as Adapter;
  const reference = TurnContext.getConversationReference(context.activity) as ConversationReference;
  return (message) => postReply(connector, reference, message, posting);
}

export function createAdapter(authentication: SingleAttemptAuthentication, proxyEnv?: NodeJS.ProcessEnv): Adapter {
  sendWholeEntities();
  const adapter = new Adapter(authentication, proxyEnv);
  // The SDK's default handler sends its own words to people; errors are ours to answer.
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return adapter;
}
