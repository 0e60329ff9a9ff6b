/** How a turn speaks: in its own conversation, and for a press in the response to it, while Teams waits; in the personal chat after that. */
import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Person } from '../people/person.ts';
import type { Messenger, Reply } from '../turn.ts';
import type { IncomingActivity } from './activity.ts';
import { texts } from './failure.ts';
import { cardAnswer, type HttpAnswer, messageAnswer } from './invoke-response.ts';
import { isEmpty, type RenderCard, replyActivity } from './reply-activity.ts';

export interface VoiceParts {
  readonly context: TurnContext;
  readonly type: IncomingActivity['type'];
  readonly messenger: Messenger;
  readonly render: RenderCard;
  readonly log: Logger;
}

export class Voice {
  readonly #parts: VoiceParts;
  /** Whom to speak to once it is late. */
  #person: Person | undefined;
  #late = false;

  constructor(parts: VoiceParts) {
    this.#parts = parts;
  }

  knows(person: Person): void {
    this.#person = person;
  }

  /** Says something. Returns the activity id. */
  async say(reply: Reply): Promise<string | undefined> {
    const { context, messenger, render } = this.#parts;
    if (isEmpty(reply)) return undefined;
    if (this.#late && this.#person !== undefined) return messenger.send(this.#person, reply);
    return (await context.sendActivity(replyActivity(reply, render)))?.id;
  }

  /** Gives the turn's own answer. A press is answered in its response, unless that has gone out already. */
  async respond(reply: Reply): Promise<HttpAnswer> {
    const { type, render } = this.#parts;
    const answer = type === 'invoke' && !this.#late ? cardAnswer(reply, render) : undefined;
    if (answer === undefined) await this.say(reply);
    // The response takes a card or a text, not both.
    else if (reply.card !== undefined && reply.text) await this.say({ text: reply.text });
    return answer ?? { status: 200 };
  }

  /** Teams waits no longer: says that it takes longer, and speaks in the personal chat from now on. */
  async becomeLate(): Promise<HttpAnswer> {
    const { type, log } = this.#parts;
    if (type === 'message' && this.#person !== undefined) {
      // Whether or not these words get through, the answer still comes.
      await this.say({ text: texts.takesLonger }).catch((error: unknown) =>
        log.warn({ err: error }, 'not told that it takes longer'),
      );
    }
    this.#late = true;
    return type === 'invoke' ? messageAnswer(texts.takesLonger) : { status: 200 };
  }
}
