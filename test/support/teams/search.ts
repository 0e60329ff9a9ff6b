/** A search in the compose box as Teams sends it (`composeExtension/query`), and what its list shows. */
import { type AdaptiveCard, isCard, texts } from '../cards.ts';
import type { Activity } from './activities.ts';
import type { Answer } from './chat.ts';

/** Nothing typed yet: the run that the manifest's `initialRun` asks for. */
export function query(base: Activity, text: string | undefined): Activity {
  const channelData = { ...(base.channelData as object), source: { name: 'compose' } };
  const parameters = [text === undefined ? { name: 'initialRun', value: 'true' } : { name: 'text', value: text }];
  const value = { commandId: 'find', parameters, queryOptions: { skip: 0, count: 25 } };
  return { ...base, name: 'composeExtension/query', channelData, value };
}

interface Attachment {
  readonly contentType: string;
  readonly content: unknown;
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}

/** The list under the compose box. */
export class Found {
  readonly answer: Answer;
  readonly #result: { readonly type?: string; readonly text?: string; readonly attachments?: readonly Attachment[] };

  constructor(answer: Answer) {
    this.answer = answer;
    this.#result = (answer.body as { composeExtension?: object } | undefined)?.composeExtension ?? {};
  }

  /** `result` or `message`; anything else is shown as an error. */
  get type(): string | undefined {
    return this.#result.type;
  }

  /** The sentence instead of a list. */
  get message(): string {
    return this.#result.text ?? '';
  }

  /** What the searcher sees, a line each: title and text of the previews. */
  get lines(): readonly string[] {
    return this.#attachments.map(({ preview }) => `${preview.content.title} | ${preview.content.text}`);
  }

  /** What choosing a line puts into the message. */
  get cards(): readonly AdaptiveCard[] {
    return this.#attachments.map(({ content }) => content).filter(isCard);
  }

  /** All that can be read on the card of a line. */
  dropped(line = 0): string {
    const card = this.cards[line];
    if (card === undefined) throw new Error(`nothing was found: ${JSON.stringify(this.answer.body)}`);
    return texts(card).join('\n');
  }

  get #attachments(): readonly Attachment[] {
    return this.#result.attachments ?? [];
  }
}
