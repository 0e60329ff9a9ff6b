/**
 * Carries out a turn: builds it, has the conversation answer it, and puts a failure into words. A turn that takes longer than Teams
 * waits goes on after the HTTP answer and reports back in the chat (decision 7).
 */
import type { Conversation } from '../conversation/conversation.ts';
import { ProgrammingError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Tracing } from '../telemetry/tracing.ts';
import type { Messenger, Reply, Turn } from '../turn.ts';
import { type AdmittedActivity, type IncomingActivity, scopeOf } from './activity.ts';
import { postTo } from './adapter.ts';
import { type Deadline, type Delay, LAST_WORD_MS, withDeadline } from './deadline.ts';
import type { DuplicateGuard, FirstDelivery } from './duplicate-guard.ts';
import { failureText } from './failure.ts';
import { feedbackOf } from './feedback.ts';
import { fileConsentOf, isFileConsent } from './file-consent.ts';
import type { InFlight } from './in-flight.ts';
import type { HttpAnswer } from './invoke-response.ts';
import { type MessageWords, wordsOf } from './message-words.ts';
import { pressOf } from './press.ts';
import type { RenderCard } from './reply-activity.ts';
import { ReplyChannel } from './reply-channel.ts';
import { NotTakenError, RefusedError, type ReplySender, UnsureError } from './reply-sender.ts';
import { surfaceOf } from './surface.ts';
import { safeLocale, type TurnBuilder } from './turn-builder.ts';

export interface TurnRunnerOptions {
  readonly conversation: Conversation;
  readonly people: People;
  readonly turns: TurnBuilder;
  readonly guard: DuplicateGuard;
  readonly messenger: Messenger;
  readonly sender: ReplySender;
  readonly render: RenderCard;
  readonly delay: Delay;
  readonly inFlight: InFlight;
  readonly tracing: Tracing;
}

const NOTHING: HttpAnswer = { status: 200 };

/** With the words of the message, which are read once. */
type ReadActivity = AdmittedActivity & { readonly words: MessageWords };

export class TurnRunner {
  readonly #options: TurnRunnerOptions;

  constructor(options: TurnRunnerOptions) {
    this.#options = options;
  }

  /**
   * Answers the request in time, whatever the turn does. A message that is delivered again is left alone, unless its first answer surely was
   * not seen; an invoke is answered each time, because its caller waits: what it changes is guarded by its one-time key.
   */
  async run(admitted: AdmittedActivity, deadline: Deadline): Promise<HttpAnswer> {
    const { guard, messenger, sender, render, delay, inFlight, tracing } = this.#options;
    const { context, activity, tenantId, log } = admitted;
    const { conversation, id } = activity;
    const replies = new ReplyChannel({
      post: postTo(context),
      sender,
      activity,
      surface: surfaceOf(activity),
      messenger,
      render,
      log,
      onFirstDelivery: (act) => guard.onFirstDelivery(tenantId, conversation.id, id, act),
    });
    const { isEdited } = admitted;
    const words = wordsOf(activity);
    const read: ReadActivity = { ...admitted, words };
    const message = activity.type === 'message' ? { words: words.written, isEdited } : undefined;
    // Of a consent nobody waits for more than that it has come.
    const isAnsweredEachTime = activity.type === 'invoke' && !isFileConsent(activity);
    const begun =
      isAnsweredEachTime || id === undefined ? undefined : guard.begin(tenantId, conversation.id, id, message);
    // What is handled has one of three types, and comes from one of three places.
    const attributes = { 'cpor.activity.type': activity.type, 'cpor.scope': scopeOf(activity) };
    const work = inFlight.track(
      tracing.span('turn', { attributes }, () =>
        begun === undefined ? this.#work(read, replies) : this.#workOnce(read, replies, begun),
      ),
    );
    const first = await Promise.race([work, deadline.passed]);
    if (first !== 'late') return first;
    tracing.annotate({ 'cpor.outcome': 'late' });
    work.catch((error: unknown) => log.error({ err: error }, 'a turn failed after its answer'));
    const lastWord = inFlight.track(this.#becomeLate(replies, begun));
    // A failure is the turn's own, which is logged above.
    const answer = await withDeadline(lastWord, delay, LAST_WORD_MS).catch(() => NOTHING);
    return answer === 'late' ? NOTHING : answer;
  }

  async #becomeLate(replies: ReplyChannel, begun: Promise<FirstDelivery | undefined> | undefined): Promise<HttpAnswer> {
    if (begun === undefined) return replies.becomeLate();
    const delivery = await begun;
    const answer = (await delivery?.finish()) ? await replies.becomeLate() : NOTHING;
    await this.#options.guard.settled();
    return answer;
  }

  async #workOnce(
    admitted: ReadActivity,
    replies: ReplyChannel,
    begun: Promise<FirstDelivery | undefined>,
  ): Promise<HttpAnswer> {
    const delivery = await begun;
    if (delivery === undefined) {
      admitted.log.info('a message was delivered again and left alone');
      return NOTHING;
    }
    try {
      return await this.#work(admitted, replies, delivery);
    } catch (error) {
      // An answer that may have been seen is not given again.
      if (error instanceof NotTakenError) await delivery.fail();
      throw error;
    }
  }

  /** @throws NotTakenError where no answer can be sent at present: everything else that goes wrong is an answer too, or ends in the log */
  async #work(admitted: ReadActivity, replies: ReplyChannel, delivery?: FirstDelivery): Promise<HttpAnswer> {
    const reply = await this.#reply(admitted, replies);
    if (delivery !== undefined && !(await delivery.finish())) {
      admitted.log.warn('another delivery took over while this one was held up');
      return NOTHING;
    }
    const answered = replies.respond(reply).catch((error: unknown) => this.#respondInstead(error, admitted, replies));
    // The disk is synced while the answer is on its way, and after that for what was written when it had arrived.
    const { guard } = this.#options;
    const [answer] = await Promise.all([answered, guard.settled()]);
    await guard.settled();
    return answer;
  }

  /** The person still hears of an answer that cannot be drawn, was refused, or may not have arrived. */
  async #respondInstead(error: unknown, admitted: ReadActivity, replies: ReplyChannel): Promise<HttpAnswer> {
    if (!isAboutOneReply(error)) throw error;
    return replies.respond({ text: this.#failure(error, admitted) }, true).catch((second: unknown) => {
      if (!isAboutOneReply(second) && !(error instanceof UnsureError)) throw second;
      // Delivered again, the message would fare no better, or be answered twice.
      admitted.log.error({ err: second }, 'nothing could be answered');
      return NOTHING;
    });
  }

  /** Never fails: what goes wrong is a reply too. */
  async #reply(admitted: ReadActivity, replies: ReplyChannel): Promise<Reply> {
    const { context, activity, tenantId, log, words } = admitted;
    let turn: Turn | undefined;
    try {
      turn = await this.#options.turns.build(context, activity, tenantId, log, (reply) => replies.say(reply), words);
      replies.setPerson(turn.person);
      return await this.#dispatch(turn, activity);
    } catch (error) {
      return { text: this.#failure(error, admitted, turn) };
    }
  }

  #failure(error: unknown, { reference, activity, log }: AdmittedActivity, turn?: Turn): string {
    const { tracing, conversation } = this.#options;
    const locale = safeLocale(turn?.locale ?? activity.locale ?? undefined);
    return failureText(error, { reference, log, tracing, locale, problemText: conversation.problemText });
  }

  async #dispatch(turn: Turn, activity: IncomingActivity): Promise<Reply> {
    const { conversation, people } = this.#options;
    const press = pressOf(activity);
    if (press !== undefined) return conversation.press(turn, press.verb, press.data);
    const consent = fileConsentOf(activity);
    if (consent !== undefined) return conversation.fileConsent(turn, consent);
    const feedback = feedbackOf(activity);
    if (feedback !== undefined) await conversation.feedback(turn, feedback);
    if (activity.type === 'message') return conversation.message(turn);
    if (activity.type === 'installationUpdate') {
      if (activity.action === 'add') return conversation.installed(turn);
      // It comes with each new version of the app, also to those who get the bot by it.
      if (activity.action === 'add-upgrade' && turn.isNewHere && (await people.recordWelcome(turn.person)))
        return conversation.installed(turn);
      if (activity.action?.startsWith('remove') && scopeOf(activity) === 'personal')
        await people.markUnreachable(turn.tenantId, turn.person.userId);
    }
    return {};
  }
}

/** Other words may still get through. */
function isAboutOneReply(error: unknown): boolean {
  return error instanceof ProgrammingError || error instanceof RefusedError || error instanceof UnsureError;
}
