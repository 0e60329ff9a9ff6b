/** A thumb under a message of the bot: the invoke `message/submitAction` (docs/platform.md, trap 12). */
import { z } from 'zod';
import type { Feedback } from '../turn.ts';
import { type IncomingActivity, messageKey, parsedValue } from './activity.ts';

const schema = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.preprocess(
    parsedValue,
    z.object({
      reaction: z.enum(['like', 'dislike']),
      /** JSON: `{"feedbackText":"…"}` */
      feedback: z.string().optional().catch(undefined),
    }),
  ),
});

/** The thumb in an activity; undefined where it is none, or names no message. */
export function feedbackOf({ type, name, value, replyToId, conversation }: IncomingActivity): Feedback | undefined {
  if (type !== 'invoke' || name !== 'message/submitAction' || !replyToId) return undefined;
  const parsed = schema.safeParse(parsedValue(value));
  if (!parsed.success) return undefined;
  const { reaction, feedback } = parsed.data.actionValue;
  return { messageId: messageKey(conversation.id, replyToId), reaction, comment: commentIn(feedback) };
}

/** In full length: whoever keeps it cuts it. */
function commentIn(json: string | undefined): string {
  try {
    const { feedbackText } = JSON.parse(json ?? '{}') as { feedbackText?: unknown };
    return typeof feedbackText === 'string' ? feedbackText.toWellFormed().trim() : '';
  } catch {
    return '';
  }
}
