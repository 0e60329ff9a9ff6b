/** One conversation as Teams keeps it: who is in it, all that the bot sent to it in order, and what can be seen now. */
import { EventEmitter } from 'node:events';
import { type AdaptiveCard, cardsOf, texts } from '../cards.ts';
import type { Activity, PersonData, Place } from './activities.ts';

/** Something the bot sent: a new message (or typing), a change of one, or its removal. */
export interface Sent {
  readonly kind: 'message' | 'update' | 'delete';
  /** The message's id as Teams gave it out. */
  readonly id: string;
  readonly activity: Activity;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly cards: readonly AdaptiveCard[];
  /** The visible text: of the message and of its cards, a line each. */
  readonly text: string;
}

/** A word or a pattern that the visible text holds, or a function of the whole. */
export type Expected = string | RegExp | ((sent: Sent) => boolean);

export interface Wait {
  /** Milliseconds; 5,000 when not given. */
  readonly timeoutMs?: number;
  /** A `mark` from earlier: looks at all that came since. Not given: since the last turn began or the last `next` returned. */
  readonly since?: number;
}

const CONSENT_CARD = 'application/vnd.microsoft.teams.card.file.consent';

export class Conversation {
  readonly place: Place;
  readonly members: Map<string, PersonData>;
  /** All that the bot sent, in order. */
  readonly sent: Sent[] = [];
  /** True after an uninstall or a block: what the bot sends is refused with 403. */
  blocked = false;
  readonly #news = new EventEmitter();
  readonly #shown = new Map<string, Activity>();
  readonly #messageOfCard = new WeakMap<AdaptiveCard, string>();
  #cursor = 0;

  constructor(place: Place, members: readonly PersonData[]) {
    this.place = place;
    this.members = new Map(members.map((person) => [person.id, person]));
  }

  /** The messages that can be seen now, oldest first: changes and card answers are in, removed ones out. */
  get shown(): readonly Activity[] {
    return [...this.#shown.values()];
  }

  shows(id: string): boolean {
    return this.#shown.has(id);
  }

  /** The newest card that can be seen. @throws Error when there is none */
  get lastCard(): AdaptiveCard {
    const card = this.shown.flatMap((activity) => cardsOf(activity)).at(-1);
    if (!card) throw new Error(`no card in this chat; it holds: ${this.#describe(0)}`);
    return card;
  }

  /** The newest file that is offered here, and its message. @throws Error when there is none */
  get lastOffer(): { readonly id: string; readonly attachment: Record<string, unknown> } {
    const offers = [...this.#shown].flatMap(([id, { attachments = [] }]) =>
      attachments.filter(({ contentType }) => contentType === CONSENT_CARD).map((attachment) => ({ id, attachment })),
    );
    return offers.at(-1) ?? fail(`no file is offered in this chat; it holds: ${this.#describe(0)}`);
  }

  /** Where the record stands now, for `next(…, { since })`. */
  get mark(): number {
    return this.sent.length;
  }

  /** From here on `next` looks; called when a turn begins. */
  begin(): void {
    this.#cursor = this.sent.length;
  }

  /**
   * Waits for something that the bot sends here; what has come already counts.
   *
   * @throws Error that lists what came instead, after `timeoutMs`
   */
  async next(expected: Expected, { timeoutMs = 5_000, since = this.#cursor }: Wait = {}): Promise<Sent> {
    const deadline = AbortSignal.timeout(timeoutMs);
    const matches = matcher(expected);
    for (let at = since; ; at += 1) {
      while (at >= this.sent.length) await this.#newsUntil(deadline, expected, since);
      const sent = this.sent[at];
      if (!sent || !matches(sent)) continue;
      this.#cursor = Math.max(this.#cursor, at + 1);
      return sent;
    }
  }

  /** Takes in what the bot sent. */
  record(kind: Sent['kind'], id: string, activity: Activity, headers: Sent['headers']): void {
    const cards = cardsOf(activity);
    const text = [activity.text ?? '', ...cards.flatMap((card) => texts(card))]
      .filter((line) => line !== '')
      .join('\n');
    if (kind === 'delete') this.#shown.delete(id);
    else if (activity.type === 'message') this.#show(id, activity);
    this.sent.push({ kind, id, activity, headers, cards, text });
    this.#news.emit('news');
  }

  /** Drops what is kept; whoever waits by a mark from before waits in vain. */
  forget(): void {
    this.sent.length = 0;
    this.#shown.clear();
    this.#cursor = 0;
  }

  /** A press was answered with a card: it takes the place of the one in the message. */
  replaceCard(messageId: string, card: AdaptiveCard): void {
    const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
    const before = this.#shown.get(messageId);
    if (before) this.#show(messageId, { ...before, attachments });
  }

  /** The message that holds this card; the newest message with a card for one that was never shown here. */
  messageOf(card: AdaptiveCard): string {
    const known = this.#messageOfCard.get(card);
    return known ?? this.#messageOfCard.get(this.lastCard) ?? '';
  }

  #show(id: string, activity: Activity): void {
    this.#shown.set(id, activity);
    for (const card of cardsOf(activity)) this.#messageOfCard.set(card, id);
  }

  #newsUntil(deadline: AbortSignal, expected: Expected, since: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onNews = () => settle(resolve);
    const onTimeout = () =>
      settle(() => reject(new Error(`waited for ${expected}; there came: ${this.#describe(since)}`)));
    const settle = (end: () => void) => {
      this.#news.off('news', onNews);
      deadline.removeEventListener('abort', onTimeout);
      end();
    };
    if (deadline.aborted) onTimeout();
    this.#news.on('news', onNews);
    deadline.addEventListener('abort', onTimeout);
    return promise;
  }

  #describe(since: number): string {
    const lines = this.sent.slice(since).map(({ kind, activity, text }) => `${kind} ${activity.type}: ${text}`);
    return lines.length === 0 ? 'nothing' : `\n- ${lines.join('\n- ')}`;
  }
}

function matcher(expected: Expected): (sent: Sent) => boolean {
  if (typeof expected === 'function') return expected;
  return ({ text }) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text));
}

function fail(message: string): never {
  throw new Error(message);
}
