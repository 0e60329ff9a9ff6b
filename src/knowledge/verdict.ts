/** A message to a verdict: its questions decided one by one and put together. Pure. */
import type { Phase } from '../campaign/campaign.ts';
import type { Classified } from './classifier/classifier.ts';
import type { KnowledgeData, Topic } from './data.ts';
import { type Decision, decide, MOST_SUGGESTIONS } from './decide.ts';
import { isAsking, isQuestion, listedIn, MOST_PARTS, questionsIn } from './split.ts';
import { subjectOf } from './subject.ts';

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
  /** The message asked something else too, which the notice does not say. */
  readonly partly: boolean;
}

export type Verdict =
  | AnswerVerdict
  | { readonly kind: 'suggest'; readonly topics: readonly TopicLink[] }
  /** `subject`: the customer, claim or number that the person named, as written. */
  | { readonly kind: 'command'; readonly command: string; readonly subject: string | undefined }
  | { readonly kind: 'smalltalk'; readonly name: string; readonly text: string }
  /** `why`: not for being out of scope, but for being too long or in another language. */
  | { readonly kind: 'none'; readonly why?: 'long' | 'language' };

/** Characters. A longer message is a document, not a question. */
const LONGEST = 2_000;
const NONE: Verdict = { kind: 'none' };
const LONG: Verdict = { kind: 'none', why: 'long' };
const FOREIGN: Verdict = { kind: 'none', why: 'language' };
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
  const decided = (part: string): Decision => decide(classify(part));
  return inWords(parts.length === 1 ? one(text, decide(whole), decided) : several(parts, decide(whole), decided));

  function inWords({ decision, topics, partly }: Outcome): Verdict {
    if (topics.length > 0) return answerVerdict(topics, phase, data.topics, partly);
    switch (decision.kind) {
      case 'command': {
        const lead = data.lead.get(decision.name) ?? new Set();
        return { kind: 'command', command: decision.name, subject: subjectOf(text, lead) };
      }
      case 'smalltalk':
        return { kind: 'smalltalk', name: decision.name, text: data.smalltalk.get(decision.name) ?? '' };
      case 'suggest':
        return {
          kind: 'suggest',
          topics: links(
            decision.topics.map(({ name }) => name),
            data.topics,
          ),
        };
      default:
        return decision.kind === 'none' && whole.ranked[0]?.name === LANGUAGE ? FOREIGN : NONE;
    }
  }
}

/** The answers of these topics, in this order, and what people ask next. */
export function answerVerdict(
  ids: readonly string[],
  phase: Phase,
  topics: readonly Topic[],
  partly: boolean,
): AnswerVerdict {
  const answered = ids.flatMap((id) => topics.filter((topic) => topic.id === id));
  const next = new Set(answered.flatMap((topic) => topic.next));
  for (const { id } of answered) next.delete(id);
  return {
    kind: 'answer',
    answers: answered.map((topic) => answer(topic, phase)),
    next: links([...next].slice(0, MOST_SUGGESTIONS), topics),
    partly,
  };
}

function links(ids: readonly string[], topics: readonly Topic[]): TopicLink[] {
  return ids.flatMap((id) => topics.filter((topic) => topic.id === id)).map(({ id, title }) => ({ topic: id, title }));
}

function answer(topic: Topic, phase: Phase): Answer {
  return { topic: topic.id, title: topic.title, section: topic.section, text: topic.answers[phase] };
}

interface Outcome {
  readonly decision: Decision;
  /** Topics to answer, if any. */
  readonly topics: readonly string[];
  readonly partly: boolean;
}

type Decide = (part: string) => Decision;

const topicsOf = (decisions: readonly Decision[]): string[] => [
  ...new Set(decisions.flatMap((one) => (one.kind === 'topic' ? [one.name] : []))),
];

/** One question, which may ask about several things. */
function one(text: string, decision: Decision, decided: Decide): Outcome {
  const pieces = listedIn(text);
  const listed = pieces.length > 1 ? pieces.map(decided) : [];
  const topics = topicsOf(listed);
  if (topics.length > 1 && listed.every(({ kind }) => kind === 'topic')) return { decision, topics, partly: false };
  return { decision, topics: topicsOf([decision]), partly: false };
}

/** Several sentences or joined questions. What only tells the circumstances is read together with the rest. */
function several(parts: readonly string[], whole: Decision, decided: Decide): Outcome {
  const asked = parts.filter(isAsking);
  if (asked.length < 2 && whole.kind !== 'suggest' && whole.kind !== 'none')
    return { decision: whole, topics: topicsOf([whole]), partly: false };
  const outcomes = asked.map((part, i) => {
    const alone = one(part, decided(part), decided);
    const before = asked[i - 1];
    if (before === undefined || !BARE.test(part)) return alone;
    const together = one(part, decided(`${before} ${part}`), decided);
    const known = topicsOf([decided(before)]);
    return together.topics.some((topic) => !known.includes(topic)) ? together : alone;
  });
  const topics = [...new Set(outcomes.flatMap((outcome) => outcome.topics))];
  const silent = outcomes.some(({ topics: found }, i) => found.length === 0 && isQuestion(asked[i] ?? ''));
  if (topics.length > 0) return { decision: whole, topics, partly: silent };
  if (whole.kind !== 'none') return { decision: whole, topics: topicsOf([whole]), partly: false };
  const guesses = outcomes.flatMap(({ decision }) => (decision.kind === 'suggest' ? decision.topics : []));
  const best = [...new Map(guesses.map((guess) => [guess.name, guess])).values()].slice(0, MOST_SUGGESTIONS);
  return { decision: best.length > 0 ? { kind: 'suggest', topics: best } : whole, topics: [], partly: false };
}

/** A question that names nothing of its own ("… and what's the reason?") is read with the one before it. */
const BARE =
  /^\W*(?:and\s)?(?:why|when|until when|by when|what(?:['’]?s| is| are)? (?:the |their )?(?:reason|deadline|due date|date|point|purpose)\w*)(?: (?:for (?:it|that)|is that|so|though))?\W*$/iu;
