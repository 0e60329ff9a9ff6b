/** The use cases around questions, with their rights: answering, thumbs, and the lead's learning loop. Knows neither Teams nor HTTP. */
import type { Phase } from '../campaign/campaign.ts';
import type { Clock } from '../campaign/clock.ts';
import { ForbiddenError, NotFoundError } from '../errors.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import type { Feedback } from '../turn.ts';
import { rawWords } from './classifier/tokens.ts';
import type { Topic } from './data.ts';
import type { Knowledge } from './knowledge.ts';
import { type NewQuestion, type QuestionDoc, type Questions, questionKey } from './questions.ts';
import type { Ruling, Rulings } from './rulings.ts';
import { texts } from './texts.ts';
import type { AnswerVerdict, Verdict } from './verdict.ts';

export interface Asked {
  readonly verdict: Verdict;
  /** Under which it is kept; undefined where nothing was asked (a command, a greeting, no word at all). */
  readonly question: string | undefined;
}

/** The same question, asked so and so often. */
export interface QuestionGroup {
  readonly key: string;
  readonly count: number;
  /** The latest askings, the newest first. */
  readonly latest: readonly QuestionDoc[];
}

export interface QuestionPage {
  readonly groups: readonly QuestionGroup[];
  readonly page: number;
  /** Groups altogether. */
  readonly total: number;
}

export interface OneQuestion extends QuestionGroup {
  readonly ruling: Ruling | undefined;
}

export interface KnowledgeServiceParts {
  readonly knowledge: Knowledge;
  readonly questions: Questions;
  readonly rulings: Rulings;
  readonly rights: Rights;
  readonly newId: () => string;
  readonly realTime: Clock;
}

const WORDINGS = 5;

export class KnowledgeService {
  readonly #parts: KnowledgeServiceParts;
  /** A title is what a button says in the person's stead: key → topic. */
  readonly #titles: ReadonlyMap<string, string>;

  constructor(parts: KnowledgeServiceParts) {
    this.#parts = parts;
    this.#titles = new Map(parts.knowledge.topics.map(({ id, title }) => [questionKey(title), id]));
  }

  get topics(): readonly Topic[] {
    return this.#parts.knowledge.topics;
  }

  /** What to do with a message. What a lead attached to a topic comes before the classifier. */
  async verdict(tenantId: string, text: string, phase: Phase): Promise<Verdict> {
    const { knowledge, rulings } = this.#parts;
    if (rawWords(text).length === 0) return { kind: 'none' };
    const key = questionKey(text);
    const ruling = await rulings.get(tenantId, key);
    const known = ruling?.state === 'attached' ? ruling.topic : this.#titles.get(key);
    return knowledge.answer(known ?? '', phase) ?? knowledge.verdict(text, phase);
  }

  /** Keeps a question with what came of it. */
  async keep(tenantId: string, text: string, verdict: Verdict): Promise<Asked> {
    if (rawWords(text).length === 0) return { verdict, question: undefined };
    switch (verdict.kind) {
      case 'answer':
        return {
          verdict,
          question: await this.#keep(
            tenantId,
            text,
            isWhole(verdict) ? 'answered' : 'partly',
            topicsOf(verdict.answers),
          ),
        };
      case 'suggest':
        return { verdict, question: await this.#keep(tenantId, text, 'suggested', topicsOf(verdict.topics)) };
      case 'none':
        // A document that was pasted is no question.
        if (verdict.why === 'long') return { verdict, question: undefined };
        return { verdict, question: await this.#keep(tenantId, text, 'silent', []) };
      default:
        return { verdict, question: undefined };
    }
  }

  /** The answer of a topic that somebody chose. `asked`: the question that it was suggested for. @throws NotFoundError */
  async explain(tenantId: string, id: string, phase: Phase, asked: string | undefined): Promise<Asked> {
    const verdict = this.#parts.knowledge.answer(id, phase);
    if (verdict === undefined) throw new NotFoundError(texts.noSuchTopic);
    if (asked !== undefined) await this.#parts.questions.chose(tenantId, asked, id);
    const title = verdict.answers.map((answer) => answer.title).join(' ');
    return { verdict, question: await this.#keep(tenantId, title, 'answered', [id]) };
  }

  /** The answer to a question went out as this message. */
  answeredBy(tenantId: string, question: string, messageId: string): Promise<void> {
    return this.#parts.questions.answeredBy(tenantId, question, messageId);
  }

  feedback(person: Person, feedback: Feedback): Promise<boolean> {
    return this.#parts.questions.feedback(person.tenantId, feedback.messageId, person.userId, feedback);
  }

  /** What people asked and did not get, the most frequent first. A page past the end shows the last one. @throws ForbiddenError */
  async unanswered(person: Person, page: number, pageSize: number): Promise<QuestionPage> {
    this.#assertLead(person);
    const { questions, rulings } = this.#parts;
    const [counts, ruled] = await Promise.all([
      questions.openCounts(person.tenantId),
      rulings.inForce(person.tenantId),
    ]);
    const groups = [...counts]
      .map(([key, count]) => ({ key: String(key), count }))
      .filter(({ key }) => !ruled.has(key))
      .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
    const shown = Math.max(0, Math.min(page, Math.ceil(groups.length / pageSize) - 1));
    const rows = groups.slice(shown * pageSize, (shown + 1) * pageSize);
    const latest = await Promise.all(rows.map(({ key }) => questions.latest(person.tenantId, key, WORDINGS)));
    // One may have expired in between.
    const found = rows.map((row, i) => ({ ...row, latest: latest[i] ?? [] })).filter((row) => row.latest.length > 0);
    return { groups: found, page: shown, total: groups.length };
  }

  /** @throws ForbiddenError; NotFoundError when nobody asked it within the time that questions are kept */
  async question(person: Person, key: string): Promise<OneQuestion> {
    this.#assertLead(person);
    const { questions, rulings } = this.#parts;
    const [ruling, latest, counts] = await Promise.all([
      rulings.get(person.tenantId, key),
      questions.latest(person.tenantId, key, WORDINGS),
      questions.openCounts(person.tenantId),
    ]);
    if (latest.length === 0) throw new NotFoundError(texts.noSuchQuestion);
    return { key, latest, count: counts.get(key) ?? latest.length, ruling };
  }

  /**
   * Decides what becomes of a question, where nothing was decided since the lead saw it (`version`).
   * @returns the question as it stands then, and whether this decision is in it. @throws ForbiddenError, NotFoundError
   */
  async decide(
    person: Person,
    key: string,
    decision: { readonly state: Ruling['state']; readonly topic?: string },
    version: number,
  ): Promise<{ readonly question: OneQuestion; readonly decided: boolean }> {
    const { latest } = await this.question(person, key);
    const { knowledge, rulings, newId, realTime } = this.#parts;
    if (decision.topic !== undefined && !knowledge.topics.some(({ id }) => id === decision.topic))
      throw new NotFoundError(texts.noSuchTopic);
    const text = latest[0]?.text ?? '';
    const ruling = { ...decision, _id: newId(), key, text, by: person.userId, at: realTime().toISOString() };
    const decided = await rulings.decide(person.tenantId, ruling, version);
    return { question: await this.question(person, key), decided };
  }

  async #keep(
    tenantId: string,
    text: string,
    outcome: NewQuestion['outcome'],
    topics: readonly string[],
  ): Promise<string> {
    const { questions, newId, realTime } = this.#parts;
    const _id = newId();
    await questions.keep(tenantId, { _id, text, outcome, topics }, realTime());
    return _id;
  }

  #assertLead(person: Person): void {
    if (!this.#parts.rights.isLead(person)) throw new ForbiddenError(texts.leadsOnly);
  }
}

function isWhole({ unsure, partly }: AnswerVerdict): boolean {
  return unsure.length === 0 && !partly;
}

function topicsOf(links: readonly { readonly topic: string }[]): string[] {
  return links.map(({ topic }) => topic);
}
