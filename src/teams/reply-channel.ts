/**
 * Where a turn's replies go. While Teams waits: to its own conversation, or for a press into the response to it. After that: to the
 * personal chat.
 */
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Person } from '../people/person.ts';
import type { Messenger, Reply } from '../turn.ts';
import { type IncomingActivity, messageKey } from './activity.ts';
import { cardAnswer, type HttpAnswer, messageAnswer } from './invoke-response.ts';
import { isEmpty, type RenderCard, replyActivity } from './reply-activity.ts';
import { teamsTexts } from './texts.ts';

export interface ReplyChannelOptions {
  readonly context: TurnContext;
  readonly activity: IncomingActivity;
  readonly messenger: Messenger;
  readonly render: RenderCard;
  readonly log: Logger;
  /** Acts for the first delivery of the activity only: a press that comes again is answered again, but nothing is said in the chat again. */
  readonly onFirstDelivery: (act: () => Promise<unknown>) => Promise<void>;
}

export class ReplyChannel {
  readonly #options: ReplyChannelOptions;
  /** Whose personal chat replies go to once the turn is late. */
  #person: Person | undefined;
  #isLate = false;

  constructor(options: ReplyChannelOptions) {
    this.#options = options;
  }

  /** Who speaks, as soon as it is known. */
  setPerson(person: Person): void {
    this.#person = person;
  }

  /** Sends a message. @returns its activity id; undefined where there was nothing to send, or nobody could be reached */
  async say(reply: Reply): Promise<string | undefined> {
    const { context, activity, messenger, render } = this.#options;
    if (isEmpty(reply)) return undefined;
    if (this.#isLate && this.#person !== undefined) {
      // The message is in another conversation than this turn, where no thumb would find it.
      const { onSent: _, ...withoutThumbs } = reply;
      return messenger.send(this.#person, withoutThumbs);
    }
    const id = (await context.sendActivity(replyActivity(reply, render)))?.id;
    if (id !== undefined) await reply.onSent?.(messageKey(activity.conversation.id, id));
    return id;
  }

  /** Gives the turn's own answer. A press is answered in its response, unless that has gone out already. */
  async respond(reply: Reply): Promise<HttpAnswer> {
    const { activity, render, onFirstDelivery } = this.#options;
    if (activity.type !== 'invoke' || this.#isLate) {
      await this.say(reply);
      return { status: 200 };
    }
    if (isEmpty(reply)) return { status: 200, body: {} };
    if (reply.citations !== undefined) {
      await onFirstDelivery(() => this.say(reply));
      return messageAnswer(teamsTexts.answerBelow);
    }
    // Drawn before anything is said, so that a card that cannot be drawn is replaced by words.
    const answer = cardAnswer(reply, render);
    // The response takes a card or a text, not both.
    if (reply.card !== undefined && reply.text) await onFirstDelivery(() => this.say({ text: reply.text ?? '' }));
    return answer;
  }

  /** Teams waits no longer. Says that it takes longer; from now on replies go to the personal chat. */
  async switchToPersonalChat(): Promise<HttpAnswer> {
    const { activity, log } = this.#options;
    if (activity.type === 'message' && this.#person !== undefined) {
      // Whether or not these words get through, the answer still comes.
      await this.say({ text: teamsTexts.takesLonger }).catch((error: unknown) =>
        log.warn({ err: error }, 'not told that it takes longer'),
      );
    }
    this.#isLate = true;
    return activity.type === 'invoke' ? messageAnswer(teamsTexts.takesLonger) : { status: 200 };
  }
}
