/** The shape that an incoming activity has to have before anything else reads it: the Bot Framework activity schema, as Teams sends it. */
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';

const id = z.string().min(1).max(1_000);

const account = z.looseObject({
  id,
  name: z.string().max(500).optional(),
  aadObjectId: z.string().max(100).optional(),
});

const schema = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(100).optional(),
  }),
  channelData: z
    .looseObject({ tenant: z.looseObject({ id: z.string().max(100) }).optional() })
    .optional()
    .catch(undefined),
  name: z.string().max(200).optional(),
  text: z.string().optional().nullable(),
  locale: z.string().max(50).optional().nullable(),
  localTimezone: z.string().max(100).optional().nullable(),
  replyToId: z.string().max(500).optional().nullable(),
  action: z.string().max(50).optional(),
  attachments: z
    .array(
      z.looseObject({
        contentType: z.string().max(200),
        // May be a whole picture (`data:`), which is refused in words. Its length is limited by that of the body.
        contentUrl: z.string().optional().nullable(),
        name: z.string().max(2_000).optional().nullable(),
        content: z.unknown().optional(),
      }),
    )
    .max(50)
    .optional()
    .nullable(),
  value: z.unknown().optional(),
});

export type IncomingActivity = z.infer<typeof schema>;

/** An authenticated activity of a tenant that the bot works for. */
export interface AdmittedActivity {
  readonly context: TurnContext;
  readonly activity: IncomingActivity;
  readonly tenantId: string;
  /** Under which a failure stands in the log; the person sees it too. */
  readonly reference: string;
  readonly log: Logger;
}

/** The activity, or undefined when it is malformed. */
export function parseActivity(body: unknown): IncomingActivity | undefined {
  const result = schema.safeParse(body);
  return result.success ? result.data : undefined;
}

export function tenantOf(activity: IncomingActivity): string | undefined {
  return activity.channelData?.tenant?.id ?? activity.conversation.tenantId ?? undefined;
}

/** The directory object id; the channel's own id where there is none, as in some test clients. */
export function userIdOf(activity: IncomingActivity): string {
  return activity.from.aadObjectId || activity.from.id;
}

export function scopeOf(activity: IncomingActivity): 'personal' | 'group' | 'channel' {
  const type = activity.conversation.conversationType;
  if (type === 'personal' || type === undefined) return 'personal';
  // A type of conversation that is not known here counts as one that others read.
  return type === 'channel' ? 'channel' : 'group';
}

/** The key of a message of ours among all conversations: ids are unique within one only. The id of a channel's conversation names the thread too. */
export function messageKey(conversationId: string, messageId: string): string {
  return `${conversationId.replace(/;messageid=.*$/, '')}/${messageId}`;
}

/** Characters. The rest is not read, which bounds what a message costs. */
const TEXT_LENGTH = 10_000;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** What the person wrote, line by line: mentions out, entities as the signs they stand for, blanks in a row as one. */
export function writtenText(text: string | null | undefined): string {
  return (text ?? '')
    .slice(0, TEXT_LENGTH)
    .replace(/<at\b[^<>]*>[^<]*<\/at>/gi, ' ')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/gi, (_, name: string) => ENTITIES[name.toLowerCase()] ?? ' ')
    .replace(/<\/?(?:p|br|div|li)(?:\s[^<>]*)?\/?>|\r\n?/gi, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** The same in one line. */
export function plainText(text: string | null | undefined): string {
  return writtenText(text).replaceAll('\n', ' ');
}
