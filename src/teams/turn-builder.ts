/** Builds our own Turn from an activity: who speaks (kept in `people`), in which language and time zone. */
import { type Activity, TeamsInfo, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Clock } from '../time/clock.ts';
import { isTimeZone } from '../time/zones.ts';
import type { Turn } from '../turn.ts';
import { type IncomingActivity, plainText, scopeOf, userIdOf, writtenText } from './activity.ts';
import { connectorOf } from './adapter.ts';
import { channelOf } from './channel.ts';
import { isSearch } from './compose-extension.ts';
import { incomingFiles } from './incoming-files.ts';

export interface TurnBuilderOptions {
  readonly people: People;
  readonly campaignClock: Clock;
  readonly realTime: Clock;
  /** The tenant's, for people without one. */
  readonly timeZone: string;
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
  ): Promise<Turn> {
    // Taken now, because the roster may answer when the context is gone.
    const token = serviceToken(context);
    const person = await this.#person(context, activity, tenantId, log);
    return {
      tenantId,
      person,
      scope: scopeOf(activity),
      channel: channelOf(context, activity, log),
      text: plainText(activity.text),
      written: writtenText(activity.text),
      files: incomingFiles(activity),
      cardId: activity.replyToId ?? undefined,
      now: this.#options.campaignClock(),
      locale: safeLocale(activity.locale ?? person.locale),
      timeZone: safeTimeZone(activity.localTimezone ?? person.timeZone, this.#options.timeZone),
      log,
      say,
      serviceUrl: activity.serviceUrl,
      serviceToken: token,
    };
  }

  async #person(context: TurnContext, activity: IncomingActivity, tenantId: string, log: Logger): Promise<Person> {
    const { people, realTime } = this.#options;
    // Conversation references are kept from personal conversations only (docs/design.md, "Who may do what"). A search says “personal” of a
    // chat of two people, too.
    const reference =
      scopeOf(activity) === 'personal' && showsPresence(activity) && !isSearch(activity)
        ? TurnContext.getConversationReference(activity as unknown as Activity)
        : undefined;
    const timeZone = zoneOf(activity);
    const person = await people.recordSighting({
      tenantId,
      userId: userIdOf(activity),
      name: activity.from.name?.trim() ?? '',
      ...(activity.locale && { locale: safeLocale(activity.locale) }),
      ...(timeZone !== undefined && isTimeZone(timeZone) && { timeZone }),
      ...(reference && { reference: keptReference(reference) }),
    });
    if (!people.rosterIsOld(person, realTime())) return person;
    try {
      const member = await TeamsInfo.getMember(context, activity.from.id);
      return await people.recordRosterEntry(
        person,
        {
          name: member.name || person.name,
          ...(member.userPrincipalName && { upn: member.userPrincipalName }),
          ...(member.email && { email: member.email }),
        },
        realTime(),
      );
    } catch (error) {
      // The roster may be out of reach for a moment; the turn goes on with what is known and asks again the next time.
      log.warn({ status: (error as { statusCode?: number }).statusCode }, 'the roster could not be read');
      return person;
    }
  }
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

function zoneOf(activity: IncomingActivity): string | undefined {
  return activity.localTimezone ?? undefined;
}

/** One that `Intl` takes. */
export function safeLocale(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale ?? 'en-US')[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

function safeTimeZone(timeZone: string | undefined, fallback: string): string {
  return timeZone !== undefined && isTimeZone(timeZone) ? timeZone : fallback;
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
