/** Builds our own Turn from an activity: who speaks (kept in `people`), in which language and time zone. */
import { type Activity, TeamsInfo, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import { canonicalLocale } from '../intl.ts';
import { type People, type Sighting, strangerOf } from '../people/people.ts';
import { localeOf, type Person } from '../people/person.ts';
import { unlessAway } from '../storage/unless-away.ts';
import type { Clock } from '../time/clock.ts';
import { isTimeZone } from '../time/zones.ts';
import type { Surface, Turn } from '../turn.ts';
import { type IncomingActivity, scopeOf, tenantOf } from './activity.ts';
import { connectorOf } from './adapter.ts';
import { channelOf } from './channel.ts';
import { isSearch } from './compose-extension.ts';
import { incomingFiles, withoutCloudLinks } from './incoming-files.ts';
import { wordsOf } from './message-words.ts';
import { surfaceOf } from './surface.ts';
import type { ChatRoster } from './team-roster.ts';
import { zoneOf } from './time-zone.ts';

export interface TurnBuilderOptions {
  readonly people: People;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  /** The tenant's, for people without one. */
  readonly timeZone: string;
  /** Asked by the person's chat in Teams, where the turn comes from elsewhere. */
  readonly chatRoster: ChatRoster;
}

interface Identity {
  readonly userId: string;
  /** As they were known before. */
  readonly before: Person | undefined;
  readonly isStranger: boolean;
}

export class TurnBuilder {
  readonly #options: TurnBuilderOptions;

  constructor(options: TurnBuilderOptions) {
    this.#options = options;
  }

  async build(
    context: TurnContext,
    activity: IncomingActivity,
    tenantId: string,
    log: Logger,
    say: Turn['say'],
    words = wordsOf(activity),
  ): Promise<Turn> {
    // Taken now, because the roster may answer when the context is gone.
    const token = serviceToken(context);
    const remove = removerIn(context, activity, log);
    const surface = surfaceOf(activity);
    const { person, isNewHere } = await this.#person(context, activity, tenantId, surface, log);
    const written = withoutCloudLinks(words.written);
    return {
      tenantId,
      person,
      scope: scopeOf(activity),
      surface,
      channel: surface.unasked ? channelOf(context, activity, person, log) : undefined,
      text: written.replaceAll('\n', ' '),
      written,
      files: activity.type === 'message' ? incomingFiles(activity, words) : [],
      holdsMore: words.holdsMore,
      isNewHere,
      cardId: surface.changes ? activity.replyToId : undefined,
      now: this.#options.campaignClock(),
      locale: readingLocale(activity, person),
      timeZone: safeTimeZone(person.timeZone, this.#options.timeZone),
      log,
      say,
      remove,
      serviceUrl: activity.serviceUrl,
      serviceToken: token,
    };
  }

  async #person(
    context: TurnContext,
    activity: IncomingActivity,
    tenantId: string,
    surface: Surface,
    log: Logger,
  ): Promise<{ readonly person: Person; readonly isNewHere: boolean }> {
    const { people } = this.#options;
    const { aadObjectId, id } = activity.from;
    const identity = await unlessAway(this.#identity(activity, tenantId, surface));
    const { userId, before, isStranger } = identity ?? {
      userId: aadObjectId ?? accountOf(activity, surface),
      isStranger: true,
    };
    const timeZone = zoneOf(activity, [before?.timeZone, this.#options.timeZone]);
    const sighting = {
      tenantId,
      userId,
      // Another channel has another id for the same account.
      ...(aadObjectId !== undefined && surface.unasked && { accountId: id }),
      name: activity.from.name?.trim() ?? '',
      // What they are sent unasked is in the language of their Teams.
      ...(surface.unasked && activity.locale && { locale: safeLocale(activity.locale) }),
      ...(timeZone !== undefined && { timeZone }),
      ...(surface.unasked && referenceOf(activity)),
    };
    // Where only writing fails, they are who they were.
    const person = identity && ((await unlessAway(people.recordSighting(sighting, before ?? null))) ?? before);
    // Where the store is away, they may ask what the notice says all the same, as somebody of whom nothing is known.
    if (person === undefined) return { person: strangerOf(sighting), isNewHere: false };
    return {
      person: isStranger ? person : await this.#withRoster(context, activity, person, surface, log),
      isNewHere: scopeOf(activity) === 'personal' && before?.reference === undefined,
    };
  }

  /**
   * By the directory's object id. An account that comes without it is the person that it is known to be; else it is a stranger, whom
   * nothing is asked and believed of.
   */
  async #identity(activity: IncomingActivity, tenantId: string, surface: Surface): Promise<Identity> {
    const { people } = this.#options;
    const { aadObjectId: userId } = activity.from;
    const account = accountOf(activity, surface);
    if (userId !== undefined) return { userId, before: await people.get(tenantId, userId), isStranger: false };
    const known = await people.byAccount(tenantId, account);
    if (known !== undefined) return { userId: known.userId, before: known, isStranger: false };
    return { userId: account, before: await people.get(tenantId, account), isStranger: true };
  }

  /** The person as the roster has them, which is asked once a day. */
  async #withRoster(
    context: TurnContext,
    activity: IncomingActivity,
    person: Person,
    surface: Surface,
    log: Logger,
  ): Promise<Person> {
    const { people, realTime, chatRoster } = this.#options;
    const askedAt = realTime();
    if (!people.rosterIsOld(person, askedAt)) return person;
    try {
      const kept = surface.unasked ? undefined : chatOf(person);
      const member = await (kept === undefined ? TeamsInfo.getMember(context, activity.from.id) : chatRoster(...kept));
      return await people.recordRosterEntry(
        person,
        {
          name: member.name || person.name,
          ...(member.userPrincipalName && { upn: member.userPrincipalName }),
          ...(member.email && { email: member.email }),
          // Test clients name no tenant, and any in their rosters.
          ...(tenantOf(activity) !== undefined && member.tenantId && { tenantId: member.tenantId }),
        },
        askedAt,
      );
    } catch (error) {
      // The roster may be out of reach for a moment; the turn goes on with what is known and asks again the next time.
      log.warn({ status: (error as { statusCode?: number }).statusCode }, 'the roster could not be read');
      return person;
    }
  }
}

/**
 * What is kept of a personal conversation (docs/design.md, "Who may do what"). A chat of two people says “personal”, too, in its invokes:
 * one counts only where it comes from the chat that is kept, or a first one from a chat with a bot. A search may come from anywhere.
 */
function referenceOf(activity: IncomingActivity): Pick<Sighting, 'reference' | 'isOwnChat'> {
  if (scopeOf(activity) !== 'personal' || !showsPresence(activity) || isSearch(activity)) return {};
  const reference = keptReference(TurnContext.getConversationReference(activity as unknown as Activity));
  if (activity.type !== 'invoke') return { reference };
  const { id } = activity.conversation;
  return {
    reference,
    isOwnChat: (kept) => (kept === undefined ? !BETWEEN_PEOPLE.test(id) : conversationIn(kept) === id),
  };
}

/** Chats of people; those with a bot begin with `a:`. */
const BETWEEN_PEOPLE = /^19:/;

/** Whom the channel calls so. What another channel than that of Teams calls somebody is nobody's id here. */
function accountOf({ from }: IncomingActivity, { name, unasked }: Surface): string {
  return unasked ? from.id : `${name}:${from.id}`;
}

/** Their chat in Teams, and who they are there. */
function chatOf({ reference, accountId }: Person): readonly [reference: string, accountId: string] | undefined {
  return reference !== undefined && accountId !== undefined ? [reference, accountId] : undefined;
}

function conversationIn(reference: string): string | undefined {
  return (JSON.parse(reference) as { conversation?: { id?: string } }).conversation?.id;
}

/** Only an act of the person makes them reachable: the activities that Teams sends around a removal come in any order. */
function showsPresence({ type, action }: IncomingActivity): boolean {
  return type === 'message' || type === 'invoke' || (type === 'installationUpdate' && !action?.startsWith('remove'));
}

/** The parts of a reference that a later send needs; the activity's own id would make each turn a change. */
function keptReference({
  activityId: _,
  ...reference
}: Partial<ReturnType<typeof TurnContext.getConversationReference>>): string {
  return JSON.stringify(reference);
}

/** Of a client whose language changed a moment ago, by the message itself. @param person as far as they are known */
export function readingLocale({ locale }: Pick<IncomingActivity, 'locale'>, person?: Person): string {
  return localeOf({ locale: safeLocale(locale ?? person?.locale), language: person?.language });
}

/** One that `Intl` takes. */
export function safeLocale(locale: string | undefined): string {
  try {
    return canonicalLocale(locale ?? 'en-US');
  } catch {
    return 'en-US';
  }
}

function safeTimeZone(timeZone: string | undefined, fallback: string): string {
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : fallback;
}

/** What that needs is taken from the context now, because a turn may outlive its context. */
function removerIn(context: TurnContext, { conversation }: IncomingActivity, log: Logger): Turn['remove'] {
  const { conversations } = connectorOf(context);
  return async (messageId) => {
    try {
      await conversations.deleteActivity(conversation.id, messageId);
    } catch (error) {
      log.info({ status: (error as { statusCode?: number }).statusCode }, 'a message stays: it could not be removed');
    }
  };
}

/**
 * The bot's token for its own service, as the SDK would sign a call with it; undefined in local mode, where there is none.
 * What that needs is taken from the context now, because a turn may outlive its context.
 */
function serviceToken(context: TurnContext): () => Promise<string | undefined> {
  const connector = connectorOf(context);
  const { activity } = context;
  return async () => {
    const headers = new Headers();
    const request = { url: activity.serviceUrl, headers };
    await connector.credentials.signRequest(
      request as unknown as Parameters<typeof connector.credentials.signRequest>[0],
    );
    return headers.get('authorization')?.replace(/^Bearer /i, '');
  };
}
