/** The SDK's adapter, opened for our own HTTP door: a checked activity in, a turn context for the logic, nothing written to a response. */
import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
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

export function createAdapter(authentication: BotFrameworkAuthentication): Adapter {
  sendWholeEntities();
  const adapter = new Adapter(authentication);
  // The SDK's default handler sends its own words to people; errors are ours to answer.
  adapter.onTurnError = async (_context, error) => {
    throw error;
  };
  return adapter;
}
