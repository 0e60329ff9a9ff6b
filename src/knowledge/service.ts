/** The use cases around questions: verdicts, keeping questions, thumbs. Knows neither Teams nor HTTP. */
import type { PhaseOf } from '../campaign/campaign.ts';
import { NotFoundError } from '../errors.ts';
import { languageOf } from '../language/language.ts';
import type { Person } from '../people/person.ts';
import type { Rights } from '../people/roles.ts';
import { unlessAway } from '../storage/unless-away.ts';
import type { Clock } from '../time/clock.ts';
import type { Feedback } from '../turn.ts';
import { rawWords } from './classifier/tokens.ts';
import type { Topic } from './data.ts';
import type { Knowledge } from './knowledge.ts';
import { type NewQuestion, type Questions, questionKey } from './questions.ts';
import { redactAsker } from './redact-asker.ts';
import { Review } from './review/review.ts';
import type { ReviewDecisions } from './review/review-decisions.ts';
import type { AnswerVerdict, Verdict } from './verdict.ts';

/** A verdict, and the question that was kept with it. */
export interface KeptVerdict {
  readonly verdict: Verdict;
  /** Of the kept question; undefined where nothing was asked (a command, a greeting, no word at all), or nothing could be kept. */
  readonly questionId: string | undefined;
}

export interface KnowledgeServiceOptions {
  readonly knowledge: Knowledge;
  readonly questions: Questions;
  readonly decisions: ReviewDecisions;
  readonly rights: Rights;
  /** What leads see of questions is another now. */
  readonly changed: (tenantId: string) => void;
  readonly newId: () => string;
  readonly realTime: Clock;
}

export class KnowledgeService {
  readonly #options: KnowledgeServiceOptions;
  /** Key of a title → its topic: somebody who types the title of a topic gets that topic's answer. */
  readonly #titles: ReadonlyMap<string, string>;
  /** The use cases of leads. */
  readonly review: Review;

  constructor(options: KnowledgeServiceOptions) {
    this.#options = options;
    this.review = new Review(options);
    this.#titles = new Map(
      options.knowledge.topics.flatMap(({ id, title, translations }) =>
        [title, ...Object.values(translations).map((words) => words.title)].map(
          (one) => [questionKey(one), id] as const,
        ),
      ),
    );
  }

  get topics(): readonly Topic[] {
    return this.#options.knowledge.topics;
  }

  /** The sentence that answers small talk. */
  smalltalk({ name, text }: { readonly name: string; readonly text: string }, locale: string): string {
    return this.#options.knowledge.smalltalkIn(languageOf(locale), name) ?? text;
  }

  /** What to do with a message. A topic that a lead attached to the question comes before the classifier. */
  async verdict(person: Person, text: string, phaseOf: PhaseOf, locale: string): Promise<Verdict> {
    const { knowledge, decisions } = this.#options;
    if (rawWords(text).length === 0) return { kind: 'none' };
    const key = questionKey(redactAsker(text, person));
    const decision = await unlessAway(decisions.get(person.tenantId, key));
    const known = decision?.state === 'attached' ? decision.topic : this.#titles.get(key);
    return knowledge.answer(known ?? '', phaseOf, { text, locale }) ?? knowledge.verdict(text, phaseOf, locale);
  }

  /** Keeps a question with its outcome, and without the name of who asked. */
  async keep(person: Person, text: string, verdict: Verdict): Promise<KeptVerdict> {
    const redacted = redactAsker(text, person);
    const kept = rawWords(redacted).length === 0 ? undefined : questionOutcome(verdict);
    return { verdict, questionId: kept && (await this.#keep(person.tenantId, { text: redacted, ...kept })) };
  }

  /** The answer of a topic that somebody chose. @param suggestedFor id of the question that it was suggested for @throws NotFoundError */
  async explain(
    tenantId: string,
    id: string,
    phaseOf: PhaseOf,
    suggestedFor: string | undefined,
  ): Promise<KeptVerdict> {
    const verdict = this.#options.knowledge.answer(id, phaseOf);
    if (verdict === undefined) throw new NotFoundError('knowledge.no-topic');
    if (suggestedFor !== undefined) await unlessAway(this.#options.questions.chose(tenantId, suggestedFor, id));
    const title = verdict.answers.map((answer) => answer.title).join(' ');
    return {
      verdict,
      questionId: await this.#keep(tenantId, { text: title, outcome: 'answered', topics: [id], suggested: [] }),
    };
  }

  /** Keeps which message answered the question. */
  answeredBy(tenantId: string, questionId: string, messageId: string): Promise<void> {
    return this.#options.questions.answeredBy(tenantId, questionId, messageId);
  }

  async feedback(person: Person, feedback: Feedback): Promise<boolean> {
    const { questions, changed } = this.#options;
    const comment = redactAsker(feedback.comment, person);
    const isKept = await questions.feedback(person.tenantId, person.userId, { ...feedback, comment });
    if (isKept) changed(person.tenantId);
    return isKept;
  }

  /** Undefined where the store is away: an answer does not wait for it. */
  async #keep(tenantId: string, question: Omit<NewQuestion, '_id'>): Promise<string | undefined> {
    const { questions, changed, newId, realTime } = this.#options;
    const _id = newId();
    const kept = await unlessAway(questions.keep(tenantId, { _id, ...question }, realTime()).then(() => _id));
    if (kept !== undefined && question.outcome !== 'answered') changed(tenantId);
    return kept;
  }
}

/** What is kept of a verdict; undefined where nothing was asked. */
function questionOutcome(verdict: Verdict): Pick<NewQuestion, 'outcome' | 'topics' | 'suggested'> | undefined {
  switch (verdict.kind) {
    case 'answer': {
      const [topics, suggested] = [topicsOf(verdict.answers), topicsOf(verdict.alternatives)];
      return { outcome: isWhole(verdict) ? 'answered' : 'partly', topics, suggested };
    }
    case 'suggest':
      return { outcome: 'suggested', topics: [], suggested: topicsOf(verdict.topics) };
    case 'none':
      // What is too long is a document that was pasted, and no question.
      return verdict.why === 'long' ? undefined : { outcome: 'silent', topics: [], suggested: [] };
    default:
      return undefined;
  }
}

function isWhole({ alternatives, partiallyOutOfScope }: AnswerVerdict): boolean {
  return alternatives.length === 0 && !partiallyOutOfScope;
}

function topicsOf(links: readonly { readonly topic: string }[]): string[] {
  return links.map(({ topic }) => topic);
}
