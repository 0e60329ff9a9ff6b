/** What people asked, for the lead to learn from: never who asked it, and for 180 days only. */
import { createHash } from 'node:crypto';
import { shorten } from '../format/shorten.ts';
import type { Collection, CollectionSpec, Comparison, Doc, DocStore, Update } from '../storage/port.ts';
import { DAY_MS } from '../time/local-day.ts';
import type { Feedback } from '../turn.ts';
import { rawWords } from './classifier/tokens.ts';

export const QUESTIONS: CollectionSpec = {
  name: 'questions',
  indexes: [{ fields: ['open'] }, { fields: ['key', 'at'] }, { fields: ['message'] }],
  expiresField: 'expireAt',
};

export const QUESTION_DAYS = 180;
/** Bytes. */
const TEXT = 600;
const COMMENT = 1_000;

export interface QuestionDoc extends Doc {
  /** The same for the same question, however it is written out (`questionKey`). */
  readonly key: string;
  readonly text: string;
  /** `partly`: a part of it was answered; the rest was out of scope, or had several likely meanings. */
  readonly outcome: 'answered' | 'partly' | 'suggested' | 'silent';
  /** Topics that were answered. */
  readonly topics: readonly string[];
  /** Topics that were suggested, beside an answer or in its stead. */
  readonly suggested: readonly string[];
  /**
   * Where it was asked and not got (nothing, suggestions only, a part, or an answer that somebody dislikes): `openMark`. One field
   * for key and time, so that the store counts the askings of all questions and tells the latest of each in one go.
   */
  readonly open?: string;
  /** Which of the suggestions was chosen. */
  readonly chosen?: string;
  /** The answer's message: conversation and activity id, hashed. */
  readonly message?: string;
  /** One for each person, under a hash of who it was. */
  readonly feedback?: Readonly<Record<string, Thumb>>;
  /** How many thumbs came so far. */
  readonly thumbs?: number;
  /** Real time, ISO. */
  readonly at: string;
  readonly expireAt: string;
}

type Thumb = Omit<Feedback, 'messageId'>;

export type NewQuestion = Pick<QuestionDoc, '_id' | 'text' | 'outcome' | 'topics' | 'suggested'>;

/** An asking that got nothing, or nothing that helped. */
export interface OpenAsking {
  readonly key: string;
  /** ISO. */
  readonly at: string;
  /** How many at that very time. */
  readonly count: number;
}

/** Case, signs, blanks and courtesies aside, the same words in the same order make the same question. */
export function questionKey(text: string): string {
  const words = rawWords(text.normalize('NFKC'));
  const asked = words.filter((word) => !COURTESIES.has(word));
  // A text of nothing but courtesies is what it is.
  return hash((asked.length > 0 ? asked : words).join(' '));
}

const COURTESIES = new Set(['hi', 'hello', 'hey', 'please', 'pls', 'plz', 'thanks', 'thx', 'the', 'a', 'an']);

export class Questions {
  readonly #collection: Collection<QuestionDoc>;

  constructor(store: DocStore) {
    this.#collection = store.collection<QuestionDoc>(QUESTIONS);
  }

  get(tenantId: string, id: string): Promise<QuestionDoc | undefined> {
    return this.#collection.findOne(tenantId, { _id: id });
  }

  /** What Teams sends again under a new id counts again: nothing tells it from somebody who asks twice. */
  async keep(tenantId: string, { text, outcome, ...question }: NewQuestion, now: Date): Promise<void> {
    const [key, at] = [questionKey(text), now.toISOString()];
    await this.#collection.insertOne(tenantId, {
      ...question,
      key,
      text: shorten(text, TEXT),
      outcome,
      ...(outcome !== 'answered' && { open: openMark(key, at) }),
      at,
      expireAt: new Date(now.getTime() + QUESTION_DAYS * DAY_MS).toISOString(),
    });
  }

  /** Remembers under which message the answer stands: the thumb below it names nothing else. */
  async answeredBy(tenantId: string, id: string, message: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: id }, { $set: { message: hash(message) } });
  }

  /** Remembers which suggestion was chosen; what was never suggested is nobody's choice. */
  async chose(tenantId: string, id: string, topic: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: id, suggested: topic }, { $set: { chosen: topic } });
  }

  /** Keeps a person's thumb; their latest counts. Returns false where the message answered no question that is still kept. */
  async feedback(tenantId: string, userId: string, { messageId, reaction, comment }: Feedback): Promise<boolean> {
    const who = hash(`${messageId}/${userId}`);
    const thumb = { reaction, comment: shorten(comment, COMMENT) };
    for (;;) {
      const found = await this.#collection.findOne(tenantId, { message: hash(messageId) });
      if (found === undefined) return false;
      // Who finds another's thumb come in between looks again: each time somebody's has been kept.
      const { _id, thumbs = { $exists: false } } = found;
      if (await this.#collection.updateOne(tenantId, { _id, thumbs }, withThumb(found, who, thumb))) return true;
    }
  }

  /** Of all questions, in no order. */
  async openAskings(tenantId: string): Promise<OpenAsking[]> {
    const counts = await this.#collection.groupCount(tenantId, { open: { $gt: '' } }, 'open');
    return Array.from(counts, ([mark, count]) => {
      const [key = '', at = ''] = String(mark).split(' ');
      return { key, at, count };
    });
  }

  /** The latest open askings of a question, the newest first. `after`: only those since then (ISO). */
  latestOpen(tenantId: string, key: string, limit: number, after?: string): Promise<QuestionDoc[]> {
    return this.#collection.find(tenantId, { open: marks(key, after) }, { sort: { open: -1 }, limit });
  }

  countOpen(tenantId: string, key: string, after?: string): Promise<number> {
    return this.#collection.countDocuments(tenantId, { open: marks(key, after) });
  }

  /** The latest askings of a question, open or not, the newest first. */
  latest(tenantId: string, key: string, limit: number): Promise<QuestionDoc[]> {
    return this.#collection.find(tenantId, { key }, { sort: { at: -1 }, limit });
  }
}

/** An answer is open as long as somebody dislikes it; what got no whole answer stays open. */
function withThumb({ key, at, outcome, feedback, thumbs = 0 }: QuestionDoc, who: string, thumb: Thumb): Update {
  const all = Object.values({ ...feedback, [who]: thumb });
  const open = outcome !== 'answered' || all.some(({ reaction }) => reaction === 'dislike');
  const set = { [`feedback.${who}`]: thumb, thumbs: thumbs + 1 };
  return open ? { $set: { ...set, open: openMark(key, at) } } : { $set: set, $unset: { open: true } };
}

function openMark(key: string, at: string): string {
  return `${key} ${at}`;
}

/** The marks of a question's askings: "!" comes after the blank, and before all that a key or a time is made of. */
function marks(key: string, after = ''): Comparison {
  return { $gt: openMark(key, after), $lt: `${key}!` };
}

/** In a document's field names too: hexadecimal letters and digits, and a letter first. */
function hash(text: string): string {
  return `q${createHash('sha256').update(text).digest('hex').slice(0, 31)}`;
}
