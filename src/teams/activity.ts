/** The shape that an incoming activity has to have before anything else reads it: the Bot Framework activity schema, as Teams sends it. */
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { z } from 'zod';
import { cleanText, cleanTexts } from '../format/clean-text.ts';

/** Goes into addresses and records, so it has no control characters and no half of a surrogate pair in it. */
function isId(text: string | undefined): boolean {
  return text === undefined || (text.isWellFormed() && !/\p{Cc}/u.test(text));
}

const word = (max: number) => z.string().min(1).max(max).refine(isId);
const id = word(1_000);

/**
 * What the bot can do without: null, an empty text, another type and absurd lengths count as absent, numbers and booleans as their
 * text. Channels send some or all of these for "nothing", and one odd field does not spoil the rest.
 * @param max characters
 */
const optional = (max: number) =>
  z
    .unknown()
    .optional()
    .transform((value) => textIn(value, max));

/** The same of an id. */
const optionalId = (max: number) => optional(max).refine(isId);

function textIn(value: unknown, max: number): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return typeof text === 'string' && text !== '' && text.length <= max ? text : undefined;
}

/** Whatever is neither absent nor a no says that others read along. */
function saysGroup(value: unknown): boolean {
  if (typeof value === 'object') return value !== null;
  return !['', 'false', '0'].includes(String(value ?? '').toLowerCase());
}

/** Replies carry it back, and the SDK sends none whose fields have other types than these. */
const account = z.looseObject({
  id,
  name: optional(500),
  aadObjectId: optionalId(100),
  role: optional(100),
});

/** Its content is whatever its kind says. */
const attachment = z.looseObject({
  contentType: optional(200).transform((type) => type ?? ''),
  // May be a whole picture (`data:`), which is refused in words. Its length is limited by that of the body.
  contentUrl: optional(Number.POSITIVE_INFINITY),
  name: optional(2_000),
  content: z.unknown().optional(),
});

export type IncomingAttachment = z.infer<typeof attachment>;

/** More than ten files and the rest that comes with them. */
const MOST_ATTACHMENTS = 50;
const MOST_ENTITIES = 100;

/** Those that are any: one of an odd shape is left out, the others stay. */
const attachments = z
  .unknown()
  .optional()
  .transform((value): IncomingAttachment[] =>
    (Array.isArray(value) ? value : [])
      .slice(0, MOST_ATTACHMENTS)
      .flatMap((one) => attachment.safeParse(one).data ?? []),
  );

const schema = z.looseObject({
  type: word(100),
  id: optionalId(500),
  channelId: word(100),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    // The SDK puts it into a header, too.
    id: id.regex(/^[\x20-\x7e]+$/),
    conversationType: optional(50),
    tenantId: optionalId(100),
    isGroup: z.unknown().optional().transform(saysGroup),
    name: optional(500),
    aadObjectId: optional(100),
    role: optional(100),
  }),
  channelData: z
    .looseObject({
      tenant: z
        .looseObject({ id: optionalId(100) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  name: optional(200),
  text: optional(Number.POSITIVE_INFINITY),
  textFormat: optional(50),
  locale: optional(50),
  localTimezone: optional(100),
  localTimestamp: optional(100),
  replyToId: optionalId(500),
  action: optional(50),
  entities: z
    .unknown()
    .optional()
    .transform((value): unknown[] => (Array.isArray(value) ? value.slice(0, MOST_ENTITIES) : [])),
  attachments,
  value: z.unknown().optional(),
});

export type IncomingActivity = z.infer<typeof schema>;

/** An authenticated activity of a tenant that the bot works for. */
export interface AdmittedActivity {
  readonly context: TurnContext;
  readonly activity: IncomingActivity;
  readonly tenantId: string;
  /** It is a message that its author has changed. */
  readonly isEdited: boolean;
  /** Under which a failure stands in the log; the person sees it too. */
  readonly reference: string;
  readonly log: Logger;
}

/** The activity, or undefined when it is malformed. */
export function parseActivity(body: unknown): IncomingActivity | undefined {
  const result = schema.safeParse(body);
  return result.success ? withoutMarks(result.data) : undefined;
}

/** What people wrote and what things are called, without marks that make it read as something else. Ids and addresses stay as they are. */
function withoutMarks(activity: IncomingActivity): IncomingActivity {
  const { from, text, value, channelData } = activity;
  return {
    ...activity,
    from: { ...from, ...(from.name !== undefined && { name: cleanText(from.name) }) },
    ...(typeof text === 'string' && { text: cleanText(text) }),
    ...(value !== undefined && { value: cleanTexts(value) }),
    ...(channelData !== undefined && { channelData: cleanTexts(channelData) as typeof channelData }),
  };
}

/**
 * A message that its author has changed, as a message. Teams tells of it under the same id, and of messages that are removed or brought back
 * by the same type of activity. Undefined for those and for all others.
 */
export function editedMessage(activity: IncomingActivity): IncomingActivity | undefined {
  const isEdit = /^editMessage$/i.test(String(activity.channelData?.eventType));
  if (!isEdit || (activity.type !== 'messageUpdate' && activity.type !== 'message')) return undefined;
  return { ...activity, type: 'message', value: undefined };
}

/** Of the objects among the entities, those of a type. */
export function entitiesOf(
  activity: Pick<IncomingActivity, 'entities'>,
  type: string,
): Readonly<Record<string, unknown>>[] {
  return activity.entities.filter(isRecord).filter((entity) => entity.type === type);
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object, or the JSON text of one, as some clients send it, clean as what came without a text around it; else as it came. */
export function parsedValue(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*\{/.test(value)) return value;
  try {
    return cleanTexts(JSON.parse(value));
  } catch {
    return value;
  }
}

export function tenantOf(activity: IncomingActivity): string | undefined {
  return activity.channelData?.tenant?.id ?? activity.conversation.tenantId;
}

/**
 * Who reads a conversation. Personal is one that says so, or says nothing at all, as those of test clients do. With any sign of others
 * (a group, a team, an id of Teams' threads where no type is given) it counts as one that they read; so does a type that is not known.
 */
export function scopeOf({ conversation, channelData }: IncomingActivity): 'personal' | 'group' | 'channel' {
  const { conversationType: type, isGroup, id } = conversation;
  if (type === 'channel') return 'channel';
  const isShared = isGroup === true || Boolean(channelData?.team) || (type === undefined && id.startsWith('19:'));
  return (type === 'personal' || type === undefined) && !isShared ? 'personal' : 'group';
}

/** The key of a message of ours among all conversations: ids are unique within one only. The id of a channel's conversation names the thread too. */
export function messageKey(conversationId: string, messageId: string): string {
  return `${conversationId.replace(/;messageid=.*$/, '')}/${messageId}`;
}
