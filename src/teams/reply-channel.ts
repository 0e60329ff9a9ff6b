/**
 * Where a turn's replies go: into its own conversation, one after the other, or for a press into the response to it. Where Teams waits no longer
 * for the response, a press in a group or a channel is answered in the personal chat.
 */
import type { Logger } from 'pino';
import type { Person } from '../people/person.ts';
import type { Messenger, Reply, Surface } from '../turn.ts';
import { type IncomingActivity, messageKey, scopeOf } from './activity.ts';
import type { Post } from './adapter.ts';
import { isFileConsent } from './file-consent.ts';
import { cardAnswer, type HttpAnswer, messageAnswer } from './invoke-response.ts';
import { isEmpty, type RenderCard, replyActivity } from './reply-activity.ts';
import type { ReplySender } from './reply-sender.ts';
import { onSurface } from './surface.ts';
import { teamsTexts } from './texts.ts';
import { readingLocale } from './turn-builder.ts';

export interface ReplyChannelOptions {
  /** Sends to the conversation of the activity, also after its request was answered. */
  readonly post: Post;
  readonly sender: ReplySender;
  readonly activity: IncomingActivity;
  readonly surface: Surface;
  readonly messenger: Messenger;
  readonly render: RenderCard;
  readonly log: Logger;
  /** Acts for the first delivery of the activity only: a press that comes again is answered again, but nothing is said in the chat again. */
  readonly onFirstDelivery: (act: () => Promise<unknown>) => Promise<void>;
}

export class ReplyChannel {
  readonly #options: ReplyChannelOptions;
  readonly #isPress: boolean;
  #person: Person | undefined;
  #isLate = false;
  /** The turn's own answer is on its way. */
  #answering = false;
  /** Resolves when all that was said so far has got through, or not. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ReplyChannelOptions) {
    this.#options = options;
    this.#isPress = options.activity.type === 'invoke' && !isFileConsent(options.activity);
  }

  /** Who speaks, as soon as it is known. */
  setPerson(person: Person): void {
    this.#person = person;
  }

  /**
   * Sends a message, when those before it have been sent.
   * @param isHarmless it may be seen as often as it is sent
   * @returns its activity id; undefined where there was nothing to send, or nobody could be reached
   * @throws what a `ReplySender` throws
   */
  async say(reply: Reply, isHarmless = false): Promise<string | undefined> {
    const shown = onSurface(reply, this.#options.surface, this.#person, this.#locale());
    return isEmpty(shown) ? undefined : this.#inTurn(() => this.#send(shown, isHarmless));
  }

  /**
   * Gives the turn's own answer. A press is answered in its response, unless that has gone out already.
   * @param isHarmless it may be seen as often as it is sent
   * @throws what a `ReplySender` throws
   */
  async respond(given: Reply, isHarmless = false): Promise<HttpAnswer> {
    const { render, onFirstDelivery, surface } = this.#options;
    const reply = onSurface(given, surface, this.#person, this.#locale());
    this.#answering = true;
    if (!this.#isPress) {
      await this.say(reply, isHarmless);
      return { status: 200 };
    }
    if (isEmpty(reply)) return { status: 200, body: {} };
    // Where a card does not stay as a press has left it, what came of the press would be gone at the next look.
    if (this.#isLate || !surface.changes || reply.citations !== undefined || reply.fileOffer !== undefined) {
      await onFirstDelivery(() => this.say(reply, isHarmless));
      return messageAnswer(this.#texts().answerBelow);
    }
    // Drawn before anything is said, so that a card that cannot be drawn is replaced by words.
    const answer = cardAnswer(reply, render);
    // The response takes a card or a text, not both.
    const { card, text } = reply;
    if (card !== undefined && text)
      await onFirstDelivery(async () => {
        await this.say({ text });
        // The response has gone out while that was said.
        if (this.#isLate) await this.say({ card });
      });
    return answer;
  }

  /**
   * Teams waits no longer. Says that it takes longer, unless the answer is on its way by then. Resolves when that has got through, or not.
   * @returns the answer to the request
   */
  async becomeLate(): Promise<HttpAnswer> {
    const { post, activity, render, log } = this.#options;
    this.#isLate = true;
    if (this.#isPress) return messageAnswer(this.#answering ? this.#texts().answerBelow : this.#texts().takesLonger);
    if (activity.type === 'message' || isFileConsent(activity))
      // Whether or not these words get through, the answer still comes: once is enough.
      await this.#inTurn(async () =>
        this.#answering ? undefined : post(replyActivity({ text: this.#texts().takesLonger }, render)),
      ).catch((error: unknown) => log.warn({ err: error }, 'not told that it takes longer'));
    return { status: 200 };
  }

  /** Of whoever speaks: of their message, until it is known who they are. */
  #locale(): string {
    return readingLocale(this.#options.activity, this.#person);
  }

  #texts() {
    return teamsTexts(this.#locale());
  }

  /** One after the other: a slow service does not turn the order of what is said. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const acted = this.#last.then(act);
    this.#last = acted.catch(() => undefined);
    return acted;
  }

  async #send(reply: Reply, isHarmless: boolean): Promise<string | undefined> {
    const { post, sender, activity, messenger, render, log } = this.#options;
    const sending = { isLate: () => this.#isLate, isHarmless };
    const person = this.#person;
    if (this.#isLate && this.#isPress && scopeOf(activity) !== 'personal' && person?.reference !== undefined) {
      // The message is in another conversation than this turn, where no thumb would find it.
      const { onSent: _, ...withoutThumbs } = reply;
      const sent = await sender(() => messenger.send(person, withoutThumbs), sending);
      return sent.kind === 'sent' ? sent.id : undefined;
    }
    const { fileOffer, ...words } = reply;
    // The card that asks for a file is a message of its own: Teams documents no other.
    if (fileOffer !== undefined && !isEmpty(words)) await this.#send(words, isHarmless);
    const message = replyActivity(fileOffer === undefined ? reply : { fileOffer }, render);
    const sent = await sender(() => post(message), sending);
    if (sent.kind !== 'sent') {
      log.warn({ outcome: sent.kind }, 'an answer reached nobody');
      return undefined;
    }
    if (sent.id !== undefined) await reply.onSent?.(messageKey(activity.conversation.id, sent.id));
    return sent.id;
  }
}
