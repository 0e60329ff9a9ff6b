/** How a turn speaks: in its own conversation, and for a press in the response to it, while Teams waits; in the personal chat after that. */
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Person } from '../people/person.ts';
import type { Messenger, Reply } from '../turn.ts';
import { type IncomingActivity, messageKey } from './activity.ts';
import { failureTexts } from './failure.ts';
import { cardAnswer, type HttpAnswer, messageAnswer } from './invoke-response.ts';
import { isEmpty, type RenderCard, replyActivity } from './reply-activity.ts';

export interface ReplyChannelOptions {
  readonly context: TurnContext;
  readonly activity: IncomingActivity;
  readonly messenger: Messenger;
  readonly render: RenderCard;
  readonly log: Logger;
  /** Says it for the first delivery of the activity only: a press that comes again is answered again, not spoken to again. */
  readonly once: (say: () => Promise<unknown>) => Promise<void>;
}

export class ReplyChannel {
  readonly #options: ReplyChannelOptions;
  /** Whom to speak to once it is late. */
  #person: Person | undefined;
  #late = false;

  constructor(options: ReplyChannelOptions) {
    this.#options = options;
  }

  knows(person: Person): void {
    this.#person = person;
  }

  /** Says something. Returns the activity id. */
  async say(reply: Reply): Promise<string | undefined> {
    const { context, activity, messenger, render } = this.#options;
    if (isEmpty(reply)) return undefined;
    if (this.#late && this.#person !== undefined) {
      // Its message is in another conversation than this turn: no thumb would find it.
      const { onSent: _, ...late } = reply;
      return messenger.send(this.#person, late);
    }
    const id = (await context.sendActivity(replyActivity(reply, render)))?.id;
    if (id !== undefined) await reply.onSent?.(messageKey(activity.conversation.id, id));
    return id;
  }

  /** Gives the turn's own answer. A press is answered in its response, unless that has gone out already. */
  async respond(reply: Reply): Promise<HttpAnswer> {
    const { activity, render, once } = this.#options;
    if (activity.type !== 'invoke' || this.#late) {
      await this.say(reply);
      return { status: 200 };
    }
    if (isEmpty(reply)) return { status: 200, body: {} };
    if (reply.citations !== undefined) {
      await once(() => this.say(reply));
      return messageAnswer(failureTexts.answerBelow);
    }
    // Drawn before anything is said: a card that cannot be drawn is told in words.
    const answer = cardAnswer(reply, render);
    // The response takes a card or a text, not both.
    if (reply.card !== undefined && reply.text) await once(() => this.say({ text: reply.text ?? '' }));
    return answer;
  }

  /** Teams waits no longer: says that it takes longer, and speaks in the personal chat from now on. */
  async becomeLate(): Promise<HttpAnswer> {
    const { activity, log } = this.#options;
    if (activity.type === 'message' && this.#person !== undefined) {
      // Whether or not these words get through, the answer still comes.
      await this.say({ text: failureTexts.takesLonger }).catch((error: unknown) =>
        log.warn({ err: error }, 'not told that it takes longer'),
      );
    }
    this.#late = true;
    return activity.type === 'invoke' ? messageAnswer(failureTexts.takesLonger) : { status: 200 };
  }
}
