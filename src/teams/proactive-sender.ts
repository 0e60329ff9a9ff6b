/** Sends to kept conversations, one request each, and returns what came of it in the outbox's terms. */
import type { ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import { ProgrammingError } from '../errors.ts';
import type { Attempt } from '../outbox/attempt.ts';
import type { ProactiveSender } from '../turn.ts';
import { type Adapter, connectorOf } from './adapter.ts';
import { type RenderCard, replyActivity } from './reply-activity.ts';
import { attemptOf, notSent } from './send-attempt.ts';

/** Gets the token before the request does (the SDK keeps it), so that a request that was never sent is told from a lost answer. */
async function getToken(context: TurnContext): Promise<void> {
  const { credentials } = connectorOf(context);
  const request = { headers: new Headers() };
  await credentials.signRequest(request as unknown as Parameters<typeof credentials.signRequest>[0]);
}

export function createProactiveSender(
  adapter: Adapter,
  appId: string,
  render: RenderCard,
  now: () => Date,
): ProactiveSender {
  async function attempt(
    reference: string,
    send: (context: TurnContext) => Promise<string | undefined>,
  ): Promise<Attempt> {
    let wasSent = false;
    try {
      let id: string | undefined;
      const conversation = JSON.parse(reference) as Partial<ConversationReference>;
      await adapter.continueConversationAsync(appId, conversation, async (context) => {
        await getToken(context);
        wasSent = true;
        id = await send(context);
      });
      return { kind: 'sent', ...(id !== undefined && { id }) };
    } catch (error) {
      if (error instanceof ProgrammingError) throw error;
      if (wasSent) return attemptOf(error, now());
      const { code, name } = error as { code?: string; name?: string };
      return notSent(code ?? name ?? 'unknown');
    }
  }

  return {
    post: (reference, reply) =>
      attempt(reference, async (context) => (await context.sendActivity(replyActivity(reply, render)))?.id),
    change: (reference, messageId, reply) =>
      attempt(reference, async (context) => {
        await context.updateActivity({ ...replyActivity(reply, render), id: messageId });
        return undefined;
      }),
    async recreate(reference, tenantId) {
      const kept = JSON.parse(reference) as ConversationReference;
      const attempted = await attempt(reference, async (context) => {
        const created = await connectorOf(context).conversations.createConversation({
          isGroup: false,
          bot: kept.bot,
          members: [kept.user],
          tenantId,
          channelData: { tenant: { id: tenantId } },
        } as ConversationParameters);
        return created.id;
      });
      if (attempted.kind !== 'sent' || attempted.id === undefined) return { attempt: attempted };
      const conversation = { ...kept.conversation, id: attempted.id };
      return { attempt: attempted, reference: JSON.stringify({ ...kept, conversation }) };
    },
  };
}
