/** What people asked, for leads to learn from. It is kept for 180 days, and without who asked. */
import { createHash } from 'node:crypto';
import { shorten } from '../format/shorten.ts';
import { changeAsRead } from '../storage/change-once.ts';
import type { Collection, CollectionSpec, Comparison, Doc, DocStore, Update } from '../storage/port.ts';
import { DAY_MS } from '../time/units.ts';
import type { Feedback } from '../turn.ts';
import { rawWords } from './classifier/tokens.ts';

export const QUESTIONS: CollectionSpec = {
  name: 'questions',
  indexes: [{ fields: ['open'] }, { fields: ['key', 'at'] }, { fields: ['message'] }],
  expiresField: 'expireAt',
  // Whoever asks waits for the answer, not for this. It is on disk before their request is answered.
  settlesLater: true,
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
  /** Topics that were suggested, with an answer or instead of one. */
  readonly suggested: readonly string[];
  /**
   * The question's key and the time of this asking (`openMark`), where it got no answer that helped: none, suggestions only, an answer
   * to a part, or one that somebody dislikes. Key and time are one field, so that one grouped count of the store says how often each
   * question was asked and when.
   */
  readonly open?: string;
  /** Which of the suggestions was chosen. */
  readonly chosen?: string;
  /** The answer's message: conversation and activity id, hashed. */
  readonly message?: string;
  /** The latest thumb of each person, under a hash of the person and the message. */
  readonly feedback?: Readonly<Record<string, Thumb>>;
  /** How many thumbs came so far. Each one counts up, so that none overwrites another that came in between. */
  readonly thumbs?: number;
  /** Real time, ISO. */
  readonly at: string;
  readonly expireAt: string;
}

type Thumb = Omit<Feedback, 'messageId'>;

export type NewQuestion = Pick<QuestionDoc, '_id' | 'text' | 'outcome' | 'topics' | 'suggested'>;

/** Askings of one question at one time, which got no answer that helped. */
export interface OpenAsking {
  readonly key: string;
  /** ISO. */
  readonly at: string;
  /** How many askings at exactly that time. */
  readonly count: number;
}

/**
 * The key of a question: the same for the same words in the same order, whatever their case, signs, blanks and courtesies. Stored
 * questions and leads' decisions are found by it, so a change of this function (or of `rawWords`) loses them.
 */
export function questionKey(text: string): string {
  const words = rawWords(text.normalize('NFKC'));
  const telling = words.filter((word) => !COURTESIES.has(word));
  // A text of courtesies alone keeps them: without them it would have no words.
  return hash((telling.length > 0 ? telling : words).join(' '));
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

  /** Keeps an asking. A message that Teams delivers again under a new id counts twice: it cannot be told from somebody who asks twice. */
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

  /** Remembers which message the answer is: a thumb names only the message that it is under. */
  async answeredBy(tenantId: string, id: string, message: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: id }, { $set: { message: hash(message) } });
  }

  /** Remembers which suggestion was chosen. A topic that was not suggested changes nothing. */
  async chose(tenantId: string, id: string, topic: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: id, suggested: topic }, { $set: { chosen: topic } });
  }

  /** Keeps a person's thumb; their latest counts. Returns false where the message answered no question that is still kept. */
  async feedback(tenantId: string, userId: string, { messageId, reaction, comment }: Feedback): Promise<boolean> {
    const who = hash(`${messageId}/${userId}`);
    const thumb = { reaction, comment: shorten(comment, COMMENT) };
    const result = await changeAsRead(this.#collection, tenantId, { message: hash(messageId) }, (question) => ({
      update: withThumb(question, who, thumb),
      asRead: { thumbs: question.thumbs ?? { $exists: false } },
    }));
    return result.kind === 'changed';
  }

  /** The open askings of all questions, in no particular order. */
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

/** The update that keeps a thumb. A question that got a whole answer is open while somebody dislikes it; any other stays open. */
function withThumb({ key, at, outcome, feedback, thumbs = 0 }: QuestionDoc, who: string, thumb: Thumb): Update {
  const all = Object.values({ ...feedback, [who]: thumb });
  const open = outcome !== 'answered' || all.some(({ reaction }) => reaction === 'dislike');
  const set = { [`feedback.${who}`]: thumb, thumbs: thumbs + 1 };
  return open ? { $set: { ...set, open: openMark(key, at) } } : { $set: set, $unset: { open: true } };
}

function openMark(key: string, at: string): string {
  return `${key} ${at}`;
}

/** The range of a question's marks (`openMark`): "!" sorts after the blank and before all characters of a key or a time. */
function marks(key: string, after = ''): Comparison {
  return { $gt: openMark(key, after), $lt: `${key}!` };
}

/** Hexadecimal behind a letter: it is the name of a field in a document, too. */
function hash(text: string): string {
  return `q${createHash('sha256').update(text).digest('hex').slice(0, 31)}`;
}
