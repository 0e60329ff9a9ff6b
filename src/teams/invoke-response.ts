/** The answer to `adaptiveCard/action` (Action.Execute): a card that replaces the pressed one for who pressed, or a short message. */
import type { Reply } from '../turn.ts';
import type { RenderCard } from './reply-activity.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly body?: object;
}

export function cardAnswer(reply: Reply, render: RenderCard): HttpAnswer {
  if (reply.card !== undefined) {
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: render(reply.card) },
    };
  }
  return messageAnswer(reply.text ?? '');
}

export function messageAnswer(text: string): HttpAnswer {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } };
}
