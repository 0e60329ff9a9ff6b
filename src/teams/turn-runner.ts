/**
 * Carries out a turn: builds it, has the conversation answer it, and puts a failure into words. A turn that takes longer than Teams
 * waits goes on after the HTTP answer and reports back in the chat.
 */
import type { Logger } from 'pino';
import type { Conversation } from '../conversation/conversation.ts';
import { ProgrammingError } from '../errors.ts';
import type { People } from '../people/people.ts';
import type { Messenger, Reply, Turn } from '../turn.ts';
import { type AdmittedActivity, type IncomingActivity, scopeOf } from './activity.ts';
import { type Delay, withDeadline } from './deadline.ts';
import type { DuplicateGuard } from './duplicate-guard.ts';
import { failureText } from './failure.ts';
import { feedbackOf } from './feedback.ts';
import type { InFlight } from './in-flight.ts';
import type { HttpAnswer } from './invoke-response.ts';
import { pressOf } from './press.ts';
import type { RenderCard } from './reply-activity.ts';
import { ReplyChannel } from './reply-channel.ts';
import { safeLocale, type TurnBuilder } from './turn-builder.ts';

export interface TurnRunnerOptions {
  readonly conversation: Conversation;
  readonly people: People;
  readonly turns: TurnBuilder;
  readonly guard: DuplicateGuard;
  readonly messenger: Messenger;
  readonly render: RenderCard;
  readonly delay: Delay;
  readonly inFlight: InFlight;
}

export class TurnRunner {
  readonly #options: TurnRunnerOptions;

  constructor(options: TurnRunnerOptions) {
    this.#options = options;
  }

  /** @param onDone called when the answer is ready to go out, also the word that it takes longer: a delivery that comes now is a copy */
  async run(admitted: AdmittedActivity, onDone: () => Promise<void> = async () => undefined): Promise<HttpAnswer> {
    const { turns, guard, messenger, render, delay, inFlight } = this.#options;
    const { context, activity, tenantId, log } = admitted;
    const replies = new ReplyChannel({
      context,
      activity,
      messenger,
      render,
      log,
      onFirstDelivery: (act) => guard.onFirstDelivery(tenantId, activity.conversation.id, activity.id, act),
    });
    const work = (async (): Promise<HttpAnswer> => {
      const turn = await turns.build(context, activity, tenantId, log, (reply) => replies.say(reply));
      replies.setPerson(turn.person);
      const reply = await this.#reply(turn, admitted);
      await onDone();
      return replies.respond(reply).catch((error: unknown) => {
        // A card that cannot be drawn: the person still hears of it.
        if (!(error instanceof ProgrammingError)) throw error;
        return replies.respond({ text: this.#failure(error, admitted, log, activity.locale ?? undefined) });
      });
    })();
    const ended = inFlight.track(work);
    const first = await withDeadline(ended, delay);
    if (first !== 'late') return first;
    ended.catch((error: unknown) => log.error({ err: error }, 'a turn failed after its answer'));
    const answer = await replies.switchToPersonalChat();
    await onDone();
    return answer;
  }

  /** Never fails: what goes wrong is a reply too. */
  async #reply(turn: Turn, admitted: AdmittedActivity): Promise<Reply> {
    try {
      return await this.#dispatch(turn, admitted.activity);
    } catch (error) {
      return { text: this.#failure(error, admitted, turn.log, turn.locale) };
    }
  }

  #failure(error: unknown, { reference }: AdmittedActivity, log: Logger, locale: string | undefined): string {
    const { problemText } = this.#options.conversation;
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
