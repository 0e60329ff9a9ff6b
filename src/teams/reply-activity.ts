/** A reply as a Bot Framework activity. */
import { type Activity, CardFactory } from 'botbuilder';
import type { Card, Reply } from '../turn.ts';

export type RenderCard = (card: Card) => Record<string, unknown>;

/** Texts are plain: what people wrote (file names, claim IDs) never becomes markup. */
export function replyActivity(reply: Reply, render: RenderCard): Partial<Activity> {
  const attachments = reply.card === undefined ? [] : [CardFactory.adaptiveCard(render(reply.card))];
  return {
    type: 'message',
    ...(reply.text && { text: reply.text, textFormat: 'plain' }),
    ...(attachments.length > 0 && { attachments }),
  };
}

export function isEmpty(reply: Reply): boolean {
  return !reply.text && reply.card === undefined;
}
