/** A person at their client, in one conversation: what they type, drop, paste and press, and what comes back. */
import { randomUUID } from 'node:crypto';
import { type Action, type AdaptiveCard, type InputValues, isCard, type Press, press, texts } from '../cards.ts';
import {
  type Activity,
  type BotData,
  envelope,
  escapeHtml,
  execute,
  fileAttachment,
  fileConsent,
  htmlTwin,
  mention,
  message,
  type PersonData,
  pictureAttachment,
  submit,
} from './activities.ts';
import type { Conversation, Expected, Sent, Wait } from './conversation.ts';
import { Found, query } from './search.ts';

/** How an activity reaches the bot: Teams delivers some twice, with the same id or a new one. */
export interface Delivery {
  /** The id to send with; 'new' gives each copy an id of its own. Not given: one id, the same for all copies. */
  readonly activityId?: string;
  /** How many copies; 1 when not given. */
  readonly times?: number;
  /** All copies at the same time instead of one after the other. */
  readonly atOnce?: boolean;
}

/** A file in a message: its bytes, which Teams then serves, or an address of the test's own. */
export type DroppedFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly url: string });

/** What the chat needs of the stand-in. */
export interface Wire {
  readonly bot: BotData;
  readonly serviceUrl: string;
  now(): Date;
  newId(): string;
  offerFile(name: string, bytes: Uint8Array): string;
  offerPicture(bytes: Uint8Array): string;
  openUpload(name: string): string;
  post(activity: Activity): Promise<{ status: number; body: unknown }>;
  /** Where the bot says that it takes longer, what it says then belongs to the answer. */
  readonly waitsForLate: boolean;
}

const LATE = /^This takes a little longer\./;
const LATE_WITHIN_MS = 60_000;

export class Chat {
  readonly person: PersonData;
  readonly conversation: Conversation;
  readonly #wire: Wire;

  constructor(person: PersonData, conversation: Conversation, wire: Wire) {
    this.person = person;
    this.conversation = conversation;
    this.#wire = wire;
  }

  /** The newest card that can be seen. @throws Error when there is none */
  get lastCard(): AdaptiveCard {
    return this.conversation.lastCard;
  }

  /** Waits for something that the bot sends here. */
  next(expected: Expected, wait?: Wait): Promise<Sent> {
    return this.conversation.next(expected, wait);
  }

  /** Adds the app to the chat: Teams tells it twice, as an installation and as a change of members. */
  async install(): Promise<Answer> {
    this.conversation.blocked = false;
    const { bot } = this.#wire;
    const joined = { membersAdded: [{ id: bot.id, name: bot.name }] };
    const first = await this.#deliver({ ...this.#envelope('conversationUpdate'), ...joined });
    const second = await this.#deliver({ ...this.#envelope('installationUpdate'), action: 'add' });
    return new Answer([...first.deliveries, ...second.deliveries], [...first.sent, ...second.sent]);
  }

  /** Removes the app: from here on, nothing can be sent to the chat. */
  uninstall(): Promise<Answer> {
    this.conversation.blocked = true;
    return this.#deliver({ ...this.#envelope('installationUpdate'), action: 'remove' });
  }

  says(text: string, delivery?: Delivery): Promise<Answer> {
    return this.#deliver(this.#message(text), delivery);
  }

  /** Speaks to the bot in a group or a channel, where it hears only what mentions it. */
  mentions(text: string, delivery?: Delivery): Promise<Answer> {
    const { markup, entity } = mention(this.#wire.bot);
    // The client puts a non-breaking blank behind a mention.
    const base = this.#message(`${markup}\u00a0${text}`);
    const entities = [entity, ...(base.entities ?? [])];
    return this.#deliver(
      { ...base, entities, attachments: [htmlTwin(`<p>${markup}&nbsp;${escapeHtml(text)}</p>`)] },
      delivery,
    );
  }

  /** Sends files, with or without words. */
  drops(files: readonly DroppedFile[], text?: string, delivery?: Delivery): Promise<Answer> {
    const attached = files.map((file) => {
      const url = 'url' in file ? file.url : this.#wire.offerFile(file.name, file.bytes);
      return fileAttachment(file.name, url, randomUUID());
    });
    return this.#send(attached, text, delivery);
  }

  /** Pastes a picture into the message. */
  pastes(bytes: Uint8Array, text?: string, delivery?: Delivery): Promise<Answer> {
    return this.#send([pictureAttachment(this.#wire.offerPicture(bytes))], text, delivery);
  }

  /**
   * Presses a button with `Action.Execute`; the card answered takes the place of the one pressed.
   *
   * @param title the button's title, verb or id
   * @throws Error when the card has no such button or input, or the client would not send
   */
  async presses(card: AdaptiveCard, title: string, values?: InputValues, how: Press & Delivery = {}): Promise<Answer> {
    const { action, data } = press(card, title, values, how);
    if (action.type !== 'Action.Execute') throw new Error(`"${title}" is ${action.type}, not Action.Execute`);
    const messageId = this.conversation.messageOf(card);
    const base = { ...this.#envelope('invoke'), replyToId: messageId };
    const answer = await this.#deliver(execute(base, this.person, action, data), how);
    // In a group the others go on seeing the old card, so only a personal chat's view changes.
    const answered = answer.deliveries.map(cardIn).findLast((one) => one !== undefined);
    if (answered && this.conversation.place.type === 'personal') this.conversation.replaceCard(messageId, answered);
    return answer;
  }

  /** Presses the same button in an old client, which knows `Action.Submit` (or the fallback to it) only. */
  submits(card: AdaptiveCard, title: string, values?: InputValues, how: Press & Delivery = {}): Promise<Answer> {
    const { action } = press(card, title, values, { ...how, force: true });
    const old = action.type === 'Action.Submit' ? action : action.fallback;
    if (!isSubmit(old)) throw new Error(`"${title}" is ${action.type} without a fallback to Action.Submit`);
    const { data } = press(withAction(card, action, old), title, values, how);
    const base = { ...this.#envelope('message'), replyToId: this.conversation.messageOf(card) };
    return this.#deliver(submit(base, this.person, data), how);
  }

  /**
   * Says to the newest file that the bot offers here that it may be saved, or not. A press on “Allow” opens a place for the file first.
   * @param change what is different from what a client sends
   */
  async consents(action: 'accept' | 'decline', change: object = {}, delivery?: Delivery): Promise<Answer> {
    const { id, attachment } = this.conversation.lastOffer;
    const place = action === 'accept' ? this.#wire.openUpload(String(attachment.name)) : undefined;
    const { value, ...activity } = fileConsent({ ...this.#envelope('invoke'), replyToId: id }, attachment, place);
    return this.#deliver({ ...activity, value: { ...value, ...change } }, delivery);
  }

  /** Searches in the compose box of this chat; opens the search when no text is given. The bot need not be in the chat. */
  async finds(text?: string, delivery?: Delivery): Promise<Found> {
    return new Found(await this.#deliver(query(this.#envelope('invoke'), text), delivery));
  }

  /** Sends any activity; what is given overrides the usual envelope of the person and the place. */
  sends(activity: Partial<Activity> & { type: string }, delivery?: Delivery): Promise<Answer> {
    return this.#deliver({ ...this.#envelope(activity.type), ...activity }, delivery);
  }

  #send(
    attached: Record<string, unknown>[],
    text: string | undefined,
    delivery: Delivery | undefined,
  ): Promise<Answer> {
    const base = this.#message(text);
    return this.#deliver({ ...base, attachments: [...attached, ...(base.attachments ?? [])] }, delivery);
  }

  #message(text: string | undefined): Activity {
    return message(this.#envelope('message'), this.person, text);
  }

  #envelope(type: string): Activity {
    const { bot, serviceUrl } = this.#wire;
    return envelope(type, this.person, this.conversation.place, bot, serviceUrl, this.#wire.now());
  }

  async #deliver(activity: Activity, { activityId, times = 1, atOnce = false }: Delivery = {}): Promise<Answer> {
    const one = activityId ?? this.#wire.newId();
    const copies = Array.from({ length: times }, () => ({ ...activity, id: one === 'new' ? this.#wire.newId() : one }));
    this.conversation.begin();
    const mark = this.conversation.mark;
    const deliveries = atOnce
      ? await Promise.all(copies.map((copy) => this.#wire.post(copy)))
      : await inTurn(copies, (copy) => this.#wire.post(copy));
    const answer = () => new Answer(deliveries, this.conversation.sent.slice(mark));
    if (this.#wire.waitsForLate && LATE.test(answer().text) && answer().cards.length === 0) {
      const isAnswer = ({ kind, text }: Sent): boolean => kind === 'message' && text !== '' && !LATE.test(text);
      await this.conversation.next(isAnswer, { since: mark, timeoutMs: LATE_WITHIN_MS });
    }
    return answer();
  }
}

/** What came back for an activity: the HTTP answer of each delivery, and what the bot sent to the conversation meanwhile. */
export class Answer {
  readonly deliveries: readonly { readonly status: number; readonly body: unknown }[];
  /** All that the bot sent before the last delivery was answered: messages, typing, changes. */
  readonly sent: readonly Sent[];

  constructor(deliveries: Answer['deliveries'], sent: readonly Sent[]) {
    this.deliveries = deliveries;
    this.sent = sent;
  }

  /** The first delivery's. For a press that is HTTP's; the one of the card action stands in the body. */
  get status(): number {
    return this.deliveries[0]?.status ?? 0;
  }

  get body(): unknown {
    return this.deliveries[0]?.body;
  }

  /** New messages only. */
  get replies(): readonly Activity[] {
    return this.sent
      .filter(({ kind, activity }) => kind === 'message' && activity.type === 'message')
      .map((one) => one.activity);
  }

  /** The cards of the answers' bodies, then those of messages and changes. */
  get cards(): readonly AdaptiveCard[] {
    const answered = this.deliveries.map(cardIn).filter((card) => card !== undefined);
    return [...answered, ...this.sent.flatMap((one) => one.cards)];
  }

  /**
   * The card of the answer's body, or else the last one sent: a new one, if there is any, before the change of an older one,
   * as a reminder may change meanwhile by itself.
   * @throws Error that tells what came instead
   */
  get card(): AdaptiveCard {
    const fresh = new Set(
      this.sent.filter(({ kind, cards }) => kind === 'message' && cards.length > 0).map(({ id }) => id),
    );
    const newest = this.sent.filter(({ id }) => fresh.has(id)).flatMap(({ cards }) => cards);
    const card = cardIn(this.deliveries[0]) ?? newest.at(-1) ?? this.cards.at(-1);
    if (!card)
      throw new Error(`no card came back; status ${this.status}, ${JSON.stringify(this.body)}, text: ${this.text}`);
    return card;
  }

  /** All that can be read in it, a line each. */
  get text(): string {
    const answered = this.deliveries.flatMap((delivery) => {
      const card = cardIn(delivery);
      return card ? texts(card) : sentence(delivery.body);
    });
    return [...answered, ...this.sent.map((one) => one.text)].join('\n');
  }
}

/** A text instead of a card: `application/vnd.microsoft.activity.message`, or an error with a message. */
function sentence(body: unknown): string[] {
  const value = (body as { value?: unknown } | undefined)?.value;
  if (typeof value === 'string') return [value];
  const words = (value as { message?: unknown } | undefined)?.message;
  return typeof words === 'string' ? [words] : [];
}

function cardIn(delivery: { body: unknown } | undefined): AdaptiveCard | undefined {
  const value = (delivery?.body as { value?: unknown } | undefined)?.value;
  return isCard(value) ? value : undefined;
}

function isSubmit(value: unknown): value is Action {
  return (value as { type?: unknown } | undefined)?.type === 'Action.Submit';
}

/** The card as a client sees it that takes an action's fallback. */
function withAction(card: AdaptiveCard, action: object, replacement: object): AdaptiveCard {
  const swap = (value: unknown): unknown => {
    if (value === action) return { title: (action as { title?: string }).title, ...replacement };
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
  };
  return swap(card) as AdaptiveCard;
}

async function inTurn<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}
