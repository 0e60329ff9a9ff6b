/** An activity on its way into the bot: authenticated, its tenant admitted, duplicates dropped, then answered as a search or as a turn. */
import type { Activity, TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Logger } from 'pino';
import { type AdmittedActivity, editedMessage, type IncomingActivity, parseActivity } from './activity.ts';
import { type Adapter, postTo } from './adapter.ts';
import { type AdmissionOptions, admittedTenant, isLoopback } from './admission.ts';
import { authenticate, UnauthorizedError } from './authentication.ts';
import { isSearch, SEARCH_WITHIN_MS, searchAnswer, searchOf } from './compose-extension.ts';
import { type Deadline, LATE_AFTER_MS, startDeadline } from './deadline.ts';
import { CONSENT_WITHIN_MS, isFileConsent } from './file-consent.ts';
import { InFlight } from './in-flight.ts';
import { type HttpAnswer, messageAnswer } from './invoke-response.ts';
import type { Pace } from './pace.ts';
import { NotTakenError } from './reply-sender.ts';
import { SearchRunner } from './search-runner.ts';
import { SignInAwayError } from './sign-in.ts';
import { isServed, surfaceOf } from './surface.ts';
import { surfaceTexts, teamsTexts } from './texts.ts';
import { safeLocale } from './turn-builder.ts';
import { TurnRunner, type TurnRunnerOptions } from './turn-runner.ts';

/** Others (typing, changes of members, reactions) get no answer, and nobody becomes known by them. */
const HANDLED = new Set(['message', 'invoke', 'installationUpdate']);

export interface BotOptions extends Omit<TurnRunnerOptions, 'inFlight'>, AdmissionOptions {
  readonly adapter: Adapter;
  readonly authentication: BotFrameworkAuthentication;
  readonly log: Logger;
  readonly newReference: () => string;
  readonly pace: Pace;
}

/** What belongs to one request. */
interface RequestParts {
  readonly isEdited: boolean;
  readonly reference: string;
  readonly log: Logger;
  readonly deadline: Deadline;
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
    const { localMode, delay, log, newReference } = this.#options;
    const received = parseActivity(body);
    const edited = received && editedMessage(received);
    const activity = edited ?? received;
    if (activity === undefined) return { status: 400, body: { error: 'not a Bot Framework activity' } };
    // Without authentication the service has to be on this machine.
    if (localMode && !isLoopback(activity.serviceUrl))
      return { status: 403, body: { error: 'in local mode the service has to be on this machine' } };
    const reference = newReference();
    const turnLog = log.child({ reference, type: activity.type });
    const deadline = startDeadline(delay, answerWithinMs(activity));
    try {
      const isEdited = edited !== undefined;
      return await this.#handle(authorization, activity, { isEdited, reference, log: turnLog, deadline });
    } catch (error) {
      if (error instanceof UnauthorizedError) return { status: 401, body: { error: 'not authorised' } };
      turnLog.error({ err: error }, 'an activity could not be handled');
      if (error instanceof SignInAwayError)
        return { status: 503, body: { error: 'the sign-in service is out of reach', reference } };
      if (error instanceof NotTakenError)
        return { status: 503, body: { error: 'the service takes no answer at present', reference } };
      return { status: 500, body: { error: 'internal error', reference } };
    } finally {
      deadline.end();
    }
  }

  /** Waits for the turns in flight, including those that went on after their HTTP answer. */
  drain(): Promise<void> {
    return this.#inFlight.drain();
  }

  async #handle(authorization: string, activity: IncomingActivity, request: RequestParts): Promise<HttpAnswer> {
    const { authentication, adapter, localMode } = this.#options;
    const identity = await authenticate(authentication, activity as unknown as Activity, authorization);
    // Tokens of other channels are valid too, but there the client itself says who speaks and of which tenant.
    if (!localMode && !isServed(activity))
      return { status: 403, body: { error: 'Microsoft Teams and Microsoft 365 only' } };
    let answer: HttpAnswer = { status: 200 };
    await adapter.handle(identity, activity as unknown as Activity, async (context) => {
      answer = await this.#admit(context, activity, request);
    });
    return answer;
  }

  async #admit(context: TurnContext, activity: IncomingActivity, request: RequestParts): Promise<HttpAnswer> {
    const { isEdited, reference, log, deadline } = request;
    const { tracing } = this.#options;
    const tenantId = admittedTenant(activity, this.#options);
    if (tenantId === undefined) {
      tracing.annotate({ 'cpor.outcome': 'tenant turned away' });
      log.warn('an activity of a tenant that is not allowed');
      return this.#turnAway(context, activity, teamsTexts(safeLocale(activity.locale)).wrongTenant, deadline);
    }
    const pace = this.#options.pace.verdictOn(activity, tenantId);
    if (pace !== 'ok') {
      tracing.annotate({ 'cpor.outcome': 'too fast' });
      if (pace === 'tell') log.warn('an activity more than one person may send in a minute');
      else if (activity.type === 'message') return { status: 200 };
      return this.#turnAway(context, activity, teamsTexts(safeLocale(activity.locale)).tooFast, deadline);
    }
    const admitted: AdmittedActivity = { context, activity, tenantId, isEdited, reference, log };
    const search = searchOf(activity);
    if (search !== undefined) return this.#searches.run(admitted, search, deadline);
    const { name, unasked } = surfaceOf(activity);
    if (name === 'outlook')
      return this.#turnAway(context, activity, surfaceTexts(safeLocale(activity.locale)).onlySearch, deadline);
    // To be welcomed, and to be gone, is said of Teams.
    if (activity.type === 'installationUpdate' && !unasked) return { status: 200 };
    return HANDLED.has(activity.type) ? this.#turns.run(admitted, deadline) : { status: 200 };
  }

  /** Nothing is looked up or kept for it. */
  async #turnAway(
    context: TurnContext,
    activity: IncomingActivity,
    text: string,
    deadline: Deadline,
  ): Promise<HttpAnswer> {
    if (activity.type === 'message') {
      const said = postTo(context)({ type: 'message', text, textFormat: 'plain' }).catch(() => undefined);
      await Promise.race([this.#inFlight.track(said), deadline.passed]);
    }
    if (searchOf(activity) !== undefined) return searchAnswer({ items: [], message: text }, this.#options.render);
    return activity.type === 'invoke' ? messageAnswer(text) : { status: 200 };
  }
}

/** How long whoever sent it waits for the answer. */
function answerWithinMs(activity: IncomingActivity): number {
  if (isSearch(activity)) return SEARCH_WITHIN_MS;
  return isFileConsent(activity) ? CONSENT_WITHIN_MS : LATE_AFTER_MS;
}
