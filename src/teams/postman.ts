/** Sends to kept conversations, one request each, and tells what came of it in the outbox's words. */
import type { ConversationReference, TurnContext } from 'botbuilder';
import { ProgrammingError } from '../errors.ts';
import { type Attempt, retryAfterMs } from '../outbox/attempt.ts';
import type { Postman } from '../turn.ts';
import type { Adapter } from './adapter.ts';
import { type RenderCard, replyActivity } from './reply-activity.ts';

/** What the SDK throws for an answer that is no success; for no answer there is no status. */
interface SendError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly name?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

export function createPostman(adapter: Adapter, appId: string, render: RenderCard, now: () => Date): Postman {
  async function attempt(
    reference: string,
    send: (context: TurnContext) => Promise<string | undefined>,
  ): Promise<Attempt> {
    try {
      let id: string | undefined;
      const conversation = JSON.parse(reference) as Partial<ConversationReference>;
      await adapter.continueConversationAsync(appId, conversation, async (context) => {
        id = await send(context);
      });
      return { kind: 'sent', ...(id !== undefined && { id }) };
    } catch (error) {
      if (error instanceof ProgrammingError) throw error;
      const { statusCode, code, name, response } = error as SendError;
      if (statusCode === undefined) return { kind: 'lost', reason: code ?? name ?? 'unknown' };
      const wait = retryAfterMs(response?.headers?.get('retry-after'), now().getTime());
      return { kind: 'refused', status: statusCode, ...(wait !== undefined && { retryAfterMs: wait }) };
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
  };
}
