/**
 * Activities in the shapes that Teams sends, so that tests meet what production meets: every typed message has a `text/html`
 * twin among its attachments, times come in UTC and local, and only messages of people carry a time zone.
 * Shapes after Microsoft's documentation of the Bot Framework protocol and its Teams channel data.
 */
type Json = Record<string, unknown>;

/** Any activity; what is not named here travels along. */
export interface Activity extends Json {
  type: string;
  id?: string;
  text?: string;
  replyToId?: string;
  attachments?: Json[];
  /** Objects, where it is as it should be. */
  entities?: unknown[];
}

export interface PersonData {
  /** The channel's id, `29:…`; differs from bot to bot. */
  readonly id: string;
  readonly name: string;
  readonly aadObjectId: string;
  readonly upn: string;
  readonly email: string;
  /** BCP 47. */
  readonly locale: string;
  /** IANA. */
  readonly timeZone: string;
  readonly tenantId: string;
}

export interface Place {
  readonly id: string;
  readonly type: 'personal' | 'groupChat' | 'channel';
  readonly tenantId: string;
  readonly name?: string;
  /** Of a channel: the team it is in. */
  readonly team?: { readonly id: string; readonly name: string; readonly aadGroupId: string };
  /** Outside of Teams: Microsoft 365 Copilot, or the compose box of Outlook (docs/platform.md, "Surfaces"). */
  readonly host?: 'copilot' | 'outlook';
}

export interface BotData {
  /** The channel's id, `28:` and the app id. */
  readonly id: string;
  readonly name: string;
}

/** What every activity of one person in one place has in common. */
export function envelope(
  type: string,
  person: PersonData,
  place: Place,
  bot: BotData,
  serviceUrl: string,
  now: Date,
): Activity {
  return {
    type,
    timestamp: now.toISOString(),
    localTimestamp: localTimestamp(now, person.timeZone),
    channelId: place.host === 'outlook' ? 'm365extensions' : 'msteams',
    serviceUrl,
    from: { ...accountAt(person, place), aadObjectId: person.aadObjectId },
    conversation: {
      id: place.id,
      conversationType: place.type,
      tenantId: place.tenantId,
      ...(place.type === 'personal' ? {} : { isGroup: true }),
      ...(place.name === undefined ? {} : { name: place.name }),
    },
    recipient: { id: bot.id, name: bot.name },
    channelData: {
      tenant: { id: person.tenantId },
      ...(place.team ? { team: place.team, channel: { id: place.id } } : {}),
      ...(place.host === 'copilot' ? { productContext: 'COPILOT' } : {}),
    },
    ...(place.host === 'copilot' ? { entities: [{ type: 'ProductInfo', id: 'COPILOT' }] } : {}),
    locale: person.locale,
  };
}

/** Copilot names nobody. What Outlook calls people is not documented, but for their object id. */
function accountAt({ id, name }: PersonData, { host }: Place): Json {
  if (host === 'copilot') return { id, name: '' };
  return { id: host === 'outlook' ? `outlook:${id}` : id, name };
}

/** A typed message. Teams sends the same words as HTML too, as an attachment. */
export function message(base: Activity, person: PersonData, text: string | undefined): Activity {
  return {
    ...base,
    ...(text === undefined ? {} : { text }),
    textFormat: 'plain',
    entities: [...(base.entities ?? []), clientInfo(person)],
    localTimezone: person.timeZone,
    attachments: [htmlTwin(text === undefined ? '' : `<p>${escapeHtml(text)}</p>`)],
  };
}

/** A press on `Action.Execute`. */
export function execute(base: Activity, person: PersonData, action: Json, data: unknown): Activity {
  const { type, id, title, verb } = action;
  return {
    ...base,
    name: 'adaptiveCard/action',
    entities: [...(base.entities ?? []), clientInfo(person)],
    localTimezone: person.timeZone,
    // Absent id, title and verb vanish with the JSON.
    value: { action: { type, id, title, verb, data }, trigger: 'manual' },
  };
}

/** A press on `Action.Submit`: a message without words; the data is its value. */
export function submit(base: Activity, person: PersonData, data: unknown): Activity {
  return {
    ...base,
    entities: [...(base.entities ?? []), clientInfo(person)],
    localTimezone: person.timeZone,
    value: data,
  };
}

/** A file as Teams hands it to a bot in a personal chat. */
export function fileAttachment(name: string, downloadUrl: string, uniqueId: string): Json {
  const fileType = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: `https://contoso-my.sharepoint.com/personal/documents/${encodeURIComponent(name)}`,
    name,
    content: { downloadUrl, uniqueId, fileType },
  };
}

/** What somebody says to an offered file. @param uploadUrl the place that was opened for it; not given: they declined */
export function fileConsent(base: Activity, { name, content }: Json, uploadUrl: string | undefined) {
  const { acceptContext, declineContext } = content as Json;
  const fileType = /\.([^.]+)$/.exec(String(name))?.[1]?.toLowerCase() ?? '';
  const contentUrl = `https://contoso-my.sharepoint.com/personal/documents/Applications/${encodeURIComponent(String(name))}`;
  const uploadInfo = { contentUrl, name, uploadUrl, uniqueId: '1150d938-8870-4044-9f2c-5bbdeba70c8c', fileType };
  const value: Json = {
    type: 'fileUpload',
    ...(uploadUrl === undefined
      ? { action: 'decline', context: declineContext }
      : { action: 'accept', context: acceptContext, uploadInfo }),
  };
  return { ...base, name: 'fileConsent/invoke', value };
}

/** A picture pasted into the chat: no name, an unspecific type, an address on the conversation's own service. */
export function pictureAttachment(contentUrl: string): Json {
  return { contentType: 'image/*', contentUrl };
}

export function htmlTwin(content: string): Json {
  return { contentType: 'text/html', content };
}

/** The `<at>` in the text and the entity that belongs to it, for a message in a group or a channel. */
export function mention(bot: BotData): { markup: string; entity: Json } {
  const markup = `<at>${escapeHtml(bot.name)}</at>`;
  return { markup, entity: { type: 'mention', mentioned: { id: bot.id, name: bot.name }, text: markup } };
}

export function clientInfo(person: Pick<PersonData, 'locale' | 'timeZone'>): Json {
  return {
    type: 'clientInfo',
    locale: person.locale,
    country: person.locale.split('-')[1] ?? 'US',
    platform: 'Web',
    timezone: person.timeZone,
  };
}

/** A member of a conversation as the roster tells. */
export function member(person: PersonData): Json {
  const [givenName = person.name, ...rest] = person.name.split(' ');
  return {
    id: person.id,
    name: person.name,
    aadObjectId: person.aadObjectId,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.upn,
    tenantId: person.tenantId,
    userRole: 'user',
  };
}

const offsetFormats = new Map<string, Intl.DateTimeFormat>();

/** Kept: making one takes longer than the rest of an activity. */
function offsetFormat(timeZone: string): Intl.DateTimeFormat {
  const kept = offsetFormats.get(timeZone);
  if (kept) return kept;
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  offsetFormats.set(timeZone, format);
  return format;
}

/** ISO with the zone's offset, such as 2020-06-16T11:00:00.000+02:00. */
function localTimestamp(now: Date, timeZone: string): string {
  const offset = /GMT(.*)$/.exec(offsetFormat(timeZone).format(now))?.[1];
  const [, sign = '+', hours = '00', minutes = '00'] = /^([+-])(\d\d):(\d\d)$/.exec(offset ?? '') ?? [];
  const minutesAhead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const local = new Date(now.getTime() + minutesAhead * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${hours}:${minutes}`;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
