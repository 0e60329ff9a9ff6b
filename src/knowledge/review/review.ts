/** The use cases of leads: the questions that got no answer that helped, and what is decided on them. Knows neither Teams nor HTTP. */
import { ForbiddenError, NotFoundError } from '../../errors.ts';
import { pageOf } from '../../paging.ts';
import type { Person } from '../../people/person.ts';
import type { Rights } from '../../people/roles.ts';
import type { Clock } from '../../time/clock.ts';
import type { Topic } from '../data.ts';
import type { OpenAsking, QuestionDoc, Questions } from '../questions.ts';
import { isCurrentDecision, type ReviewDecision, type ReviewDecisions } from './review-decisions.ts';

/** A question with its askings and what is decided on it. */
export interface ReviewedQuestion {
  readonly key: string;
  /** One wording. */
  readonly text: string;
  /** How many askings got no answer that helped: those since a lead attached a topic, where there are any; otherwise all. */
  readonly count: number;
  /** The latest of those askings, the newest first. Where there are none: the latest of all. Empty where all have expired. */
  readonly latest: readonly QuestionDoc[];
  readonly decision: ReviewDecision | undefined;
  /** Waits for a decision. */
  readonly open: boolean;
}

export interface ReviewPage {
  readonly rows: readonly ReviewedQuestion[];
  readonly page: number;
  /** Rows of all pages. */
  readonly total: number;
  /** How many are decided, whichever list this is. */
  readonly decided: number;
}

/** `open`: without an answer that helped, the most frequent first, then the newest. `decided`: the latest decision first. */
export type ReviewList = 'open' | 'decided';

/** What a lead chooses for a question. */
export interface ReviewChoice {
  readonly state: ReviewDecision['state'];
  /** Where attached. */
  readonly topic?: string;
}

export interface ReviewOptions {
  readonly knowledge: { readonly topics: readonly Topic[] };
  readonly questions: Questions;
  readonly decisions: ReviewDecisions;
  readonly rights: Rights;
  /** Something is decided. */
  readonly changed: (tenantId: string) => void;
  readonly newId: () => string;
  readonly realTime: Clock;
}

type DecisionsByKey = ReadonlyMap<string, ReviewDecision>;

const WORDINGS = 5;

export class Review {
  readonly #options: ReviewOptions;

  constructor(options: ReviewOptions) {
    this.#options = options;
  }

  /** A page past the end shows the last one. @throws ForbiddenError */
  async list(person: Person, list: ReviewList, page: number, pageSize: number): Promise<ReviewPage> {
    this.#assertLead(person);
    const { tenantId } = person;
    const { questions, decisions } = this.#options;
    const [askings, inForce] = await Promise.all([questions.openAskings(tenantId), decisions.inForce(tenantId)]);
    const groups = grouped(askings, inForce);
    const decided = decidedOf(groups, inForce);
    const all = list === 'open' ? openOf(groups) : decided;
    const shown = pageOf(all, page, pageSize);
    const rows = await Promise.all(
      shown.rows.map(({ key, count }) => this.#find(tenantId, key, inForce.get(key), count)),
    );
    // A question may have expired since the lists were read.
    const found = rows.filter((row) => row !== undefined);
    return { rows: found, page: shown.page, total: all.length, decided: decided.length };
  }

  /** @throws ForbiddenError; NotFoundError where its askings have expired and no topic is attached to it */
  async question(person: Person, key: string): Promise<ReviewedQuestion> {
    this.#assertLead(person);
    const found = await this.#find(person.tenantId, key, await this.#options.decisions.get(person.tenantId, key));
    if (found === undefined) throw new NotFoundError('knowledge.no-question');
    return found;
  }

  /**
   * Decides what becomes of a question, where nothing was decided since the lead saw it (`version`).
   * @returns the question as it stands then, and whether this decision is in it, now or from an earlier delivery
   * @throws ForbiddenError, NotFoundError
   */
  async decide(
    person: Person,
    key: string,
    choice: ReviewChoice,
    version: number,
  ): Promise<{ readonly question: ReviewedQuestion; readonly decided: boolean }> {
    const before = await this.question(person, key);
    const { knowledge, decisions, changed, newId, realTime } = this.#options;
    if (choice.topic !== undefined && !knowledge.topics.some(({ id }) => id === choice.topic))
      throw new NotFoundError('knowledge.no-topic');
    const { text } = before;
    const wanted = { ...choice, _id: newId(), key, text, by: person.userId, at: realTime().toISOString() };
    const decided = await decisions.decide(person.tenantId, wanted, version);
    if (decided) changed(person.tenantId);
    const decision = await decisions.get(person.tenantId, key);
    // Where the askings have expired, only the replaced decision had kept the words.
    const question = (await this.#find(person.tenantId, key, decision)) ?? { ...before, decision, open: false };
    return { question, decided: decided || isCurrentDecision(wanted, decision) };
  }

  /** @param counted how many askings wait for a decision, where the caller knows it; otherwise it is counted here */
  async #find(
    tenantId: string,
    key: string,
    decision: ReviewDecision | undefined,
    counted = 0,
  ): Promise<ReviewedQuestion | undefined> {
    const { questions } = this.#options;
    const since = decision?.state === 'attached' ? decision.at : undefined;
    const again = since === undefined ? [] : await questions.latestOpen(tenantId, key, WORDINGS, since);
    const before = again.length > 0 ? [] : await questions.latestOpen(tenantId, key, WORDINGS);
    const any = again.length + before.length > 0 ? [] : await questions.latest(tenantId, key, WORDINGS);
    const latest = [...again, ...before, ...any];
    const text = latest[0]?.text ?? decision?.text ?? '';
    if (text === '') return undefined;
    const open = again.length > 0 || (latest.length > 0 && (decision === undefined || decision.state === 'open'));
    const count = counted || (await questions.countOpen(tenantId, key, again.length > 0 ? since : undefined));
    return { key, text, count, latest, decision, open };
  }

  #assertLead(person: Person): void {
    if (!this.#options.rights.isLead(person)) throw new ForbiddenError('knowledge.leads-only');
  }
}

interface Group {
  readonly key: string;
  /** Of the askings that wait for a decision. */
  count: number;
  /** When the latest of those was, ISO; empty where there is none. */
  last: string;
}

/** All open askings by question. After a decision an asking waits again only where the topic that a lead attached did not help. */
function grouped(askings: readonly OpenAsking[], decisions: DecisionsByKey): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const { key, at, count } of askings) {
    const group = groups.get(key) ?? { key, count: 0, last: '' };
    groups.set(key, group);
    const decision = decisions.get(key);
    if (decision !== undefined && !(decision.state === 'attached' && at > decision.at)) continue;
    group.count += count;
    if (at > group.last) group.last = at;
  }
  return groups;
}

function openOf(groups: ReadonlyMap<string, Group>): { readonly key: string; readonly count: number }[] {
  return [...groups.values()]
    .filter(({ count }) => count > 0)
    .map(({ key, count, last }) => ({ key, count, last: Date.parse(last) }))
    .sort((a, b) => b.count - a.count || b.last - a.last || (a.key < b.key ? -1 : 1));
}

/** The decided questions, the latest decision first. A dismissed one only while its askings are kept: else its words are gone. */
function decidedOf(
  groups: ReadonlyMap<string, Group>,
  decisions: DecisionsByKey,
): { readonly key: string; count?: number }[] {
  return [...decisions.values()]
    .filter(({ key, state }) => state === 'attached' || groups.has(key))
    .map(({ key, at }) => ({ key, last: Date.parse(at) }))
    .sort((a, b) => b.last - a.last || (a.key < b.key ? -1 : 1));
}
