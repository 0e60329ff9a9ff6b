/** What an incoming activity has to be before anything looks at it. Shapes of the Bot Framework activity schema, as Teams sends them. */
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
        // May be a whole picture (`data:`), which is refused in words; the body's limit is the measure.
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
  // A kind of place that is not known here counts as one that others read.
  return type === 'channel' ? 'channel' : 'group';
}

/** A message of ours, told apart from those of all other conversations: ids are unique within one. A channel's names its thread too. */
export function messageKey(conversationId: string, messageId: string): string {
  return `${conversationId.replace(/;messageid=.*$/, '')}/${messageId}`;
}

/** Nobody reads on beyond this; it bounds what looking at a message costs. */
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
