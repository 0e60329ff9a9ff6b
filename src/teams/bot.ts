/**
 * An activity on its way through the bot: authenticated, its tenant admitted, duplicates dropped, made into a Turn, answered by the
 * conversation, its failure put into words. A turn that takes longer than Teams waits goes on after the HTTP answer and reports back.
 */
import type { Activity, TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import type { Conversation } from '../conversation/conversation.ts';
import { ProgrammingError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Messenger, Reply, Turn } from '../turn.ts';
import { type IncomingActivity, parseActivity, scopeOf, tenantOf, userIdOf } from './activity.ts';
import type { Adapter } from './adapter.ts';
import { UnauthorizedError } from './authentication.ts';
import { SEARCH_WITHIN_MS, type SearchRequest, searchAnswer, searchOf } from './compose-extension.ts';
import { type Delay, withDeadline } from './deadline.ts';
import type { DuplicateGuard } from './duplicate-guard.ts';
import { failureText, failureTexts } from './failure.ts';
import { feedbackOf } from './feedback.ts';
import { type HttpAnswer, messageAnswer } from './invoke-response.ts';
import { pressOf } from './press.ts';
import type { RenderCard } from './reply-activity.ts';
import { ReplyChannel } from './reply-channel.ts';
import { safeLocale, type TurnBuilder } from './turn-builder.ts';

const TEAMS = 'msteams';
/** Everything else (typing, changes of members, reactions) is nothing to answer, and makes nobody known. */
const HANDLED = new Set(['message', 'invoke', 'installationUpdate']);
/** Statuses of a send that surely delivered nothing (DESIGN 5). */
const NOT_DELIVERED = new Set([412, 429]);

export interface BotOptions {
  readonly adapter: Adapter;
  readonly authentication: BotFrameworkAuthentication;
  readonly conversation: Conversation;
  readonly people: People;
  readonly turns: TurnBuilder;
  readonly guard: DuplicateGuard;
  readonly messenger: Messenger;
  readonly render: RenderCard;
  readonly log: Logger;
  /** Lower case; undefined: all (local mode). */
  readonly allowedTenants: readonly string[] | undefined;
  /** No authentication: then the service has to be on this machine. */
  readonly localMode: boolean;
  readonly newReference: () => string;
  /** Real time, replaced in tests. */
  readonly after: Delay;
}

export class TeamsBot {
  readonly #options: BotOptions;
  readonly #inFlight = new Set<Promise<unknown>>();

  constructor(options: BotOptions) {
    this.#options = options;
  }

  /** One delivery of an activity. Never throws what belongs to the request; the status says whose fault it was. */
  async receive(authorization: string, body: unknown): Promise<HttpAnswer> {
    const { authentication, adapter, localMode, log, newReference } = this.#options;
    const activity = parseActivity(body);
    if (activity === undefined) return { status: 400, body: { error: 'not a Bot Framework activity' } };
    if (localMode && !isLoopback(activity.serviceUrl))
      return { status: 403, body: { error: 'in local mode the service has to be on this machine' } };
    const reference = newReference();
    const turnLog = log.child({ reference, type: activity.type });
    try {
      const identity = await authentication.authenticateRequest(activity as unknown as Activity, authorization);
      // Other channels' tokens are as good, but there who speaks and of which tenant is the client's own word.
      if (!localMode && activity.channelId !== TEAMS) return { status: 403, body: { error: 'Microsoft Teams only' } };
      let answer: HttpAnswer = { status: 200 };
      const logic = async (context: TurnContext): Promise<void> => {
        answer = await this.#admit(context, activity, reference, turnLog);
      };
      await adapter.handle(identity, activity as unknown as Activity, logic);
      return answer;
    } catch (error) {
      if (error instanceof UnauthorizedError) return { status: 401, body: { error: 'not authorised' } };
      turnLog.error({ err: error }, 'an activity could not be handled');
      return { status: 500, body: { error: 'internal error', reference } };
    }
  }

  /** Waits for the turns in flight, those too that went on after their HTTP answer. */
  async drain(): Promise<void> {
    while (this.#inFlight.size > 0) await Promise.allSettled(this.#inFlight);
  }

  async #admit(context: TurnContext, activity: IncomingActivity, reference: string, log: Logger): Promise<HttpAnswer> {
    const { allowedTenants, guard, localMode, render } = this.#options;
    const search = searchOf(activity);
    const tenantId = tenantOf(activity)?.toLowerCase() ?? (localMode ? 'local' : '');
    if (tenantId === '' || (allowedTenants !== undefined && !allowedTenants.includes(tenantId))) {
      log.warn('an activity of a tenant that is not allowed');
      if (activity.type === 'message') await context.sendActivity(failureTexts.wrongTenant).catch(() => undefined);
      if (search !== undefined) return searchAnswer({ items: [], message: failureTexts.wrongTenant }, render);
      return activity.type === 'invoke' ? messageAnswer(failureTexts.wrongTenant) : { status: 200 };
    }
    if (search !== undefined) return this.#search(context, activity, search, tenantId, reference, log);
    if (!HANDLED.has(activity.type)) return { status: 200 };
    // An invoke is answered each time: its caller waits for the answer. What it changes is guarded by its one-time key.
    if (activity.type !== 'message' || activity.id === undefined)
      return this.#work(context, activity, tenantId, reference, log);
    const key = [tenantId, activity.conversation.id, activity.id] as const;
    if (!(await guard.begin(...key))) {
      log.info('a message was delivered again and left alone');
      return { status: 200 };
    }
    let done = false;
    try {
      return await this.#work(context, activity, tenantId, reference, log, async () => {
        await guard.done(...key);
        done = true;
      });
    } catch (error) {
      // An answer that may have been seen is not given again; one that was surely not may be, when Teams delivers again.
      if (!done || NOT_DELIVERED.has((error as { statusCode?: number }).statusCode ?? 0))
        await guard.failed(...key).catch(() => undefined);
      throw error;
    }
  }

  /** Carries out a turn as long as Teams waits, and on beside its answer after that. */
  async #work(
    context: TurnContext,
    activity: IncomingActivity,
    tenantId: string,
    reference: string,
    log: Logger,
    done: () => Promise<void> = async () => undefined,
  ): Promise<HttpAnswer> {
    const { after, turns, messenger, render } = this.#options;
    const once = (say: () => Promise<unknown>): Promise<void> => this.#once(tenantId, activity, say);
    const replies = new ReplyChannel({ context, activity, messenger, render, log, once });
    const work = (async (): Promise<HttpAnswer> => {
      const turn = await turns.build(context, activity, tenantId, log, (reply) => replies.say(reply));
      replies.knows(turn.person);
      const reply = await this.#reply(turn, activity, reference);
      await done();
      return replies.respond(reply).catch((error: unknown) => {
        // A card that cannot be drawn: the person still hears of it.
        if (!(error instanceof ProgrammingError)) throw error;
        return replies.respond({ text: this.#failure(error, reference, log, activity.locale ?? undefined) });
      });
    })();
    const ended = this.#tracked(work);
    const first = await withDeadline(ended, after);
    if (first !== 'late') return first;
    ended.catch((error: unknown) => log.error({ err: error }, 'a turn failed after its answer'));
    const answer = await replies.becomeLate();
    // Answered: a delivery of it that comes now is a copy, however long the work goes on.
    await done();
    return answer;
  }

  /** Answers in the response or not at all: nothing is said in the chat, which may be other people's, nor in the personal one later. */
  async #search(
    context: TurnContext,
    activity: IncomingActivity,
    search: SearchRequest,
    tenantId: string,
    reference: string,
    log: Logger,
  ): Promise<HttpAnswer> {
    const { after, turns, conversation, render } = this.#options;
    if (search.kind === 'nothing') return searchAnswer({ items: [] }, render);
    const work = (async (): Promise<HttpAnswer> => {
      const turn = await turns.build(context, activity, tenantId, log, async () => undefined);
      return searchAnswer(await conversation.find(turn, search.text), render);
    })().catch((error: unknown) =>
      searchAnswer({ items: [], message: this.#failure(error, reference, log, activity.locale ?? undefined) }, render),
    );
    const ended = this.#tracked(work);
    const first = await withDeadline(ended, after, SEARCH_WITHIN_MS);
    return first === 'late' ? searchAnswer({ items: [], message: failureTexts.searchLate }, render) : first;
  }

  #tracked<T>(work: Promise<T>): Promise<T> {
    this.#inFlight.add(work);
    return work.finally(() => this.#inFlight.delete(work));
  }

  /** Does it for the first delivery of an activity. */
  async #once(tenantId: string, { conversation, id }: IncomingActivity, act: () => Promise<unknown>): Promise<void> {
    const { guard } = this.#options;
    if (id === undefined) {
      await act();
      return;
    }
    const key = [tenantId, conversation.id, id] as const;
    if (!(await guard.begin(...key))) return;
    try {
      await act();
      await guard.done(...key);
    } catch (error) {
      await guard.failed(...key).catch(() => undefined);
      throw error;
    }
  }

  /** Never fails: what goes wrong is a reply too. */
  async #reply(turn: Turn, activity: IncomingActivity, reference: string): Promise<Reply> {
    try {
      return await this.#dispatch(turn, activity);
    } catch (error) {
      return { text: this.#failure(error, reference, turn.log, turn.locale) };
    }
  }

  #failure(error: unknown, reference: string, log: Logger, locale: string | undefined): string {
    const { conversation } = this.#options;
    const problemText = conversation.problemText.bind(conversation);
    return failureText(error, { reference, log, locale: safeLocale(locale), problemText });
  }

  async #dispatch(turn: Turn, activity: IncomingActivity): Promise<Reply> {
    const { conversation, people } = this.#options;
    const press = pressOf(activity);
    if (press !== undefined) return conversation.press(turn, press.verb, press.data);
    const feedback = feedbackOf(activity);
    if (feedback !== undefined) await conversation.feedback(turn, feedback);
    if (activity.type === 'message') return conversation.message(turn);
    if (activity.type === 'installationUpdate') {
      // `add-upgrade` and `remove-upgrade` come with each new version of the app.
      if (activity.action === 'add') return conversation.installed(turn);
      if (activity.action?.startsWith('remove') && scopeOf(activity) === 'personal')
        await people.markUnreachable(turn.tenantId, userIdOf(activity));
    }
    return {};
  }
}

function isLoopback(serviceUrl: string): boolean {
  const { hostname } = new URL(serviceUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
