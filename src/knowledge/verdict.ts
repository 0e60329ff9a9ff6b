/** A message to a verdict: its questions decided one by one and put together. Pure. */
import type { Phase } from '../campaign/campaign.ts';
import type { Classified } from './classifier/classifier.ts';
import type { KnowledgeData, Topic } from './data.ts';
import { MOST_SUGGESTIONS } from './decide.ts';
import { MOST_PARTS, questionsIn } from './split.ts';
import { subjectOf } from './subject.ts';
import { type Understanding, understand } from './understand.ts';

export interface Answer {
  readonly topic: string;
  readonly title: string;
  /** The heading or headings of the notice, for the citation. */
  readonly section: string;
  readonly text: string;
}

/** A topic as a button. */
export interface TopicLink {
  readonly topic: string;
  readonly title: string;
}

export interface AnswerVerdict {
  readonly kind: 'answer';
  readonly answers: readonly Answer[];
  /** What people ask next, three at most. */
  readonly next: readonly TopicLink[];
  /** What else may have been meant, three at most. */
  readonly unsure: readonly TopicLink[];
  /** The message asked something else too, which the notice does not say. */
  readonly partly: boolean;
}

export type Verdict =
  | AnswerVerdict
  /** `named`: in a short message, what may be the name of a customer. */
  | { readonly kind: 'suggest'; readonly topics: readonly TopicLink[]; readonly named?: string }
  /** `subject`: the customer, claim or number that the person named, as written. */
  | { readonly kind: 'command'; readonly command: string; readonly subject: string | undefined }
  | { readonly kind: 'smalltalk'; readonly name: string; readonly text: string }
  /**
   * `why`: not for being out of scope, but for being too long or in another language.
   * `named`: as above.
   */
  | { readonly kind: 'none'; readonly why?: 'long' | 'language'; readonly named?: string };

/** Characters. A longer message is a document, not a question. */
const LONGEST = 2_000;
/** The command that shows a claim or a customer. */
const SHOWS = 'claim';
/** Four words at most, and no signs that no name has. */
const NAME = /^[\p{L}\p{N}.,&'’-]{2,60}(?: [\p{L}\p{N}.,&'’-]{1,60}){0,3}$/u;
type NoneVerdict = Extract<Verdict, { kind: 'none' }>;
const NONE: NoneVerdict = { kind: 'none' };
const LONG: NoneVerdict = { kind: 'none', why: 'long' };
const FOREIGN: NoneVerdict = { kind: 'none', why: 'language' };
/** The name of the negatives that are in another language. */
const LANGUAGE = 'language';

export interface VerdictParts {
  readonly data: KnowledgeData;
  classify(text: string): Classified;
}

export function verdictOf(text: string, phase: Phase, { data, classify }: VerdictParts): Verdict {
  if (text.length > LONGEST) return LONG;
  const parts = questionsIn(text);
  if (parts.length === 0) return NONE;
  if (parts.length > MOST_PARTS) return LONG;
  const whole = classify(text);
  if (whole.foreignAcronym !== undefined) return NONE;
  return inWords(understand(text, parts, classify));

  /** As in "and what about Contoso?" */
  function named(unsure: Extract<Verdict, { kind: 'suggest' | 'none' }>): Verdict {
    const name = subjectOf(text, data.lead.get(SHOWS) ?? new Set());
    return name !== undefined && NAME.test(name) ? { ...unsure, named: name } : unsure;
  }

  function inWords({ decision, topics, unsure, partly }: Understanding): Verdict {
    if (topics.length > 0) return answerVerdict(topics, phase, data.topics, { unsure, partly });
    switch (decision.kind) {
      case 'command': {
        const lead = data.lead.get(decision.name) ?? new Set();
        return { kind: 'command', command: decision.name, subject: subjectOf(text, lead) };
      }
      case 'smalltalk':
        return { kind: 'smalltalk', name: decision.name, text: data.smalltalk.get(decision.name) ?? '' };
      case 'suggest':
        return named({
          kind: 'suggest',
          topics: links(
            decision.topics.map(({ name }) => name),
            data.topics,
          ),
        });
      default:
        return named(whole.ranked[0]?.name === LANGUAGE ? FOREIGN : NONE);
    }
  }
}

/** The answers of these topics, in this order, and what people ask next. */
export function answerVerdict(
  ids: readonly string[],
  phase: Phase,
  topics: readonly Topic[],
  { unsure, partly }: Pick<Understanding, 'unsure' | 'partly'> = { unsure: [], partly: false },
): AnswerVerdict {
  const answered = ids.flatMap((id) => topics.filter((topic) => topic.id === id));
  const next = new Set(answered.flatMap((topic) => topic.next));
  for (const { id } of answered) next.delete(id);
  return {
    kind: 'answer',
    answers: answered.map((topic) => answer(topic, phase)),
    next: links([...next].slice(0, MOST_SUGGESTIONS), topics),
    unsure: links(unsure, topics),
    partly,
  };
}

function links(ids: readonly string[], topics: readonly Topic[]): TopicLink[] {
  return ids.flatMap((id) => topics.filter((topic) => topic.id === id)).map(({ id, title }) => ({ topic: id, title }));
}

function answer(topic: Topic, phase: Phase): Answer {
  return { topic: topic.id, title: topic.title, section: topic.section, text: topic.answers[phase] };
}
