/** An activity on its way into the bot: authenticated, its tenant admitted, duplicates dropped, then answered as a search or as a turn. */
import type { Activity, TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import { outcomeOf, type SendOutcome } from '../outbox/send-outcome.ts';
import { type AdmittedActivity, editedMessage, type IncomingActivity, parseActivity } from './activity.ts';
import type { Adapter } from './adapter.ts';
import { type AdmissionOptions, admittedTenant, isLoopback } from './admission.ts';
import { authenticate, UnauthorizedError } from './authentication.ts';
import { searchAnswer, searchOf } from './compose-extension.ts';
import { InFlight } from './in-flight.ts';
import { type HttpAnswer, messageAnswer } from './invoke-response.ts';
import { wordsOf } from './message-words.ts';
import { SearchRunner } from './search-runner.ts';
import { teamsTexts } from './texts.ts';
import { TurnRunner, type TurnRunnerOptions } from './turn-runner.ts';

const TEAMS = 'msteams';
/** Others (typing, changes of members, reactions) get no answer, and nobody becomes known by them. */
const HANDLED = new Set(['message', 'invoke', 'installationUpdate']);
/** What came of a send that surely delivered nothing (docs/design.md, "Never lost, never twice"). */
const NOT_DELIVERED = new Set<SendOutcome>(['conflict', 'throttled']);

export interface BotOptions extends Omit<TurnRunnerOptions, 'inFlight'>, AdmissionOptions {
  readonly adapter: Adapter;
  readonly authentication: BotFrameworkAuthentication;
  readonly log: Logger;
  readonly newReference: () => string;
}

export class TeamsBot {
  readonly #options: BotOptions;
  readonly #inFlight = new InFlight();
  readonly #turns: TurnRunner;
  readonly #searches: SearchRunner;

  constructor(options: BotOptions) {
    this.#options = options;
    this.#turns = new TurnRunner({ ...options, inFlight: this.#inFlight });
    this.#searches = new SearchRunner({ ...options, inFlight: this.#inFlight });
  }

  /** One delivery of an activity. Throws nothing that belongs to the request: the status says whose fault it was. */
  async receive(authorization: string, body: unknown): Promise<HttpAnswer> {
    const { authentication, adapter, localMode, log, newReference } = this.#options;
    const received = parseActivity(body);
    const edited = received && editedMessage(received);
    const activity = edited ?? received;
    if (activity === undefined) return { status: 400, body: { error: 'not a Bot Framework activity' } };
    // Without authentication the service has to be on this machine.
    if (localMode && !isLoopback(activity.serviceUrl))
      return { status: 403, body: { error: 'in local mode the service has to be on this machine' } };
    const reference = newReference();
    const turnLog = log.child({ reference, type: activity.type });
    try {
      const identity = await authenticate(authentication, activity as unknown as Activity, authorization);
      // Tokens of other channels are valid too, but there the client itself says who speaks and of which tenant.
      if (!localMode && activity.channelId !== TEAMS) return { status: 403, body: { error: 'Microsoft Teams only' } };
      let answer: HttpAnswer = { status: 200 };
      await adapter.handle(identity, activity as unknown as Activity, async (context) => {
        answer = await this.#admit(context, activity, edited !== undefined, reference, turnLog);
      });
      return answer;
    } catch (error) {
      if (error instanceof UnauthorizedError) return { status: 401, body: { error: 'not authorised' } };
      turnLog.error({ err: error }, 'an activity could not be handled');
      return { status: 500, body: { error: 'internal error', reference } };
    }
  }

  /** Waits for the turns in flight, including those that went on after their HTTP answer. */
  drain(): Promise<void> {
    return this.#inFlight.drain();
  }

  async #admit(
    context: TurnContext,
    activity: IncomingActivity,
    isEdited: boolean,
    reference: string,
    log: Logger,
  ): Promise<HttpAnswer> {
    const tenantId = admittedTenant(activity, this.#options);
    if (tenantId === undefined) return this.#turnAway(context, activity, log);
    const admitted: AdmittedActivity = { context, activity, tenantId, reference, log };
    const search = searchOf(activity);
    if (search !== undefined) return this.#searches.run(admitted, search);
    if (!HANDLED.has(activity.type)) return { status: 200 };
    // An invoke is answered each time, because its caller waits. What it changes is guarded by its one-time key.
    if (activity.type !== 'message' || activity.id === undefined) return this.#turns.run(admitted);
    return this.#answerOnce(admitted, activity.id, isEdited);
  }

  async #turnAway(context: TurnContext, activity: IncomingActivity, log: Logger): Promise<HttpAnswer> {
    log.warn('an activity of a tenant that is not allowed');
    const { wrongTenant } = teamsTexts;
    if (activity.type === 'message') await context.sendActivity(wrongTenant).catch(() => undefined);
    if (searchOf(activity) !== undefined)
      return searchAnswer({ items: [], message: wrongTenant }, this.#options.render);
    return activity.type === 'invoke' ? messageAnswer(wrongTenant) : { status: 200 };
  }

  /** A message that is delivered again, or is told to have changed and has the same words, is left alone, unless its first answer surely was not seen. */
  async #answerOnce(admitted: AdmittedActivity, id: string, isEdited: boolean): Promise<HttpAnswer> {
    const { guard } = this.#options;
    const { tenantId, activity, log } = admitted;
    const key = [tenantId, activity.conversation.id, id] as const;
    const { written } = wordsOf(activity);
    if (!(await (isEdited ? guard.beginEdit(...key, written) : guard.begin(...key, written)))) {
      log.info('a message was delivered again and left alone');
      return { status: 200 };
    }
    let isDone = false;
    try {
      return await this.#turns.run(admitted, async () => {
        await guard.done(...key);
        isDone = true;
      });
    } catch (error) {
      // An answer that may have been seen is not given again.
      const { statusCode = 0 } = error as { statusCode?: number };
      if (!isDone || NOT_DELIVERED.has(outcomeOf({ kind: 'refused', status: statusCode })))
        await guard.failed(...key).catch(() => undefined);
      throw error;
    }
  }
}
