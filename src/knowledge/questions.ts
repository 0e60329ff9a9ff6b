/** What people asked, for the lead to learn from: never who asked it, and for 180 days only. */
import { createHash } from 'node:crypto';
import { shorten } from '../shorten.ts';
import type { Collection, CollectionSpec, Doc, DocStore, Scalar } from '../storage/port.ts';
import type { Feedback } from '../turn.ts';
import { rawWords } from './classifier/tokens.ts';

export const QUESTIONS: CollectionSpec = {
  name: 'questions',
  indexes: [{ fields: ['open', 'key'] }, { fields: ['key', 'at'] }, { fields: ['message'] }],
  expiresField: 'expireAt',
};

export const QUESTION_DAYS = 180;
const DAY_MS = 86_400_000;
/** Bytes. */
const TEXT = 600;
const COMMENT = 1_000;

export interface QuestionDoc extends Doc {
  /** The same for the same question, however it is written out (`questionKey`). */
  readonly key: string;
  readonly text: string;
  /** `partly`: an answer to a part of it. */
  readonly outcome: 'answered' | 'partly' | 'suggested' | 'silent';
  /** Topics that were answered or suggested. */
  readonly topics: readonly string[];
  /** Asked and not got: nothing, suggestions only, or an answer that somebody disliked. */
  readonly open?: true;
  /** Which of the suggestions was chosen. */
  readonly chosen?: string;
  /** The answer's message: conversation and activity id, hashed. */
  readonly message?: string;
  /** One for each person, under a hash of who it was. */
  readonly feedback?: Readonly<Record<string, { readonly reaction: Feedback['reaction']; readonly comment: string }>>;
  /** Real time, ISO. */
  readonly at: string;
  readonly expireAt: string;
}

export type NewQuestion = Pick<QuestionDoc, '_id' | 'text' | 'outcome' | 'topics'>;

/** Case, signs, blanks and courtesies aside, the same words in the same order make the same question. */
export function questionKey(text: string): string {
  const words = rawWords(text.normalize('NFKC')).filter((word) => !COURTESIES.has(word));
  return hash(words.join(' '));
}

const COURTESIES = new Set(['hi', 'hello', 'hey', 'please', 'pls', 'plz', 'thanks', 'thx', 'the', 'a', 'an']);

export class Questions {
  readonly #collection: Collection<QuestionDoc>;

  constructor(store: DocStore) {
    this.#collection = store.collection<QuestionDoc>(QUESTIONS);
  }

  async keep(tenantId: string, { _id, text, outcome, topics }: NewQuestion, at: Date): Promise<void> {
    await this.#collection.insertOne(tenantId, {
      _id,
      key: questionKey(text),
      text: shorten(text, TEXT),
      outcome,
      topics,
      ...(outcome !== 'answered' && { open: true }),
      at: at.toISOString(),
      expireAt: new Date(at.getTime() + QUESTION_DAYS * DAY_MS).toISOString(),
    });
  }

  /** Remembers under which message the answer stands: the thumb below it names nothing else. */
  async answeredBy(tenantId: string, id: string, message: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: id }, { $set: { message: hash(message) } });
  }

  async chose(tenantId: string, id: string, topic: string): Promise<void> {
    await this.#collection.updateOne(tenantId, { _id: id }, { $set: { chosen: topic } });
  }

  /** Keeps a person's thumb; their latest counts. Returns false where the message answered no question that is still kept. */
  async feedback(tenantId: string, message: string, userId: string, feedback: Feedback): Promise<boolean> {
    const who = hash(`${message}/${userId}`);
    const { reaction, comment } = feedback;
    const matched = await this.#collection.updateOne(
      tenantId,
      { message: hash(message) },
      {
        $set: {
          [`feedback.${who}`]: { reaction, comment: shorten(comment, COMMENT) },
          ...(reaction === 'dislike' && { open: true }),
        },
      },
    );
    return matched > 0;
  }

  /** How often each open question was asked, by key. */
  openCounts(tenantId: string): Promise<Map<Scalar, number>> {
    return this.#collection.groupCount(tenantId, { open: true }, 'key');
  }

  /** The latest askings of a question. */
  latest(tenantId: string, key: string, limit: number): Promise<QuestionDoc[]> {
    return this.#collection.find(tenantId, { key }, { sort: { at: -1 }, limit });
  }
}

/** In a document's field names too: hexadecimal letters and digits, and a letter first. */
function hash(text: string): string {
  return `q${createHash('sha256').update(text).digest('hex').slice(0, 31)}`;
}
