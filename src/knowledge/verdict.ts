/** A message to a verdict: its questions decided one by one and put together. Pure. */
import type { PhaseOf } from '../campaign/campaign.ts';
import type { Language } from '../language/language.ts';
import type { Classified } from './classifier/classifier.ts';
import { isFiller } from './classifier/normalise.ts';
import type { KnowledgeData, Topic } from './data.ts';
import { likeliestNegative } from './decide.ts';
import type { Interpreter } from './interpreter.ts';
import { questionsIn } from './split.ts';
import { subjectOf } from './subject.ts';
import {
  LANGUAGE_NEGATIVES,
  LONGEST_QUESTION,
  MOST_PARTS,
  MOST_SUGGESTIONS,
  POSSIBLE_NAME,
  SURELY_NONE,
} from './tuning.ts';
import { type Understanding, understand } from './understand.ts';

export interface TopicAnswer {
  readonly topic: string;
  readonly title: string;
  /** What its notice is on, and the heading or headings of it, for the citation. */
  readonly subject: string;
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
  readonly answers: readonly TopicAnswer[];
  /** What people ask next, three at most. */
  readonly next: readonly TopicLink[];
  /** What else may have been meant, three at most. */
  readonly alternatives: readonly TopicLink[];
  /** A command to carry out as well. */
  readonly secondaryCommand?: CommandVerdict;
  /** The message also asked something that the notice does not say. */
  readonly partiallyOutOfScope: boolean;
  /** That the message is clearly written in, where it is not the reader's. */
  readonly language?: Language;
}

export interface CommandVerdict {
  readonly kind: 'command';
  readonly command: string;
  /** The customer, claim or number that the person named, as written; or what else followed. */
  readonly subject: string | undefined;
  /** The subject has a word that training never saw: it is a name, rather than more of the request. */
  readonly isName: boolean;
  /** The words of the whole message that training never saw. */
  readonly strangeWords: readonly string[];
}

export type Verdict =
  | AnswerVerdict
  /** `named`: what may be the name of a customer, in a short message. `strangeWords`: as in a command. */
  | ({ readonly kind: 'suggest'; readonly topics: readonly TopicLink[] } & MayName)
  | CommandVerdict
  | { readonly kind: 'smalltalk'; readonly name: string; readonly text: string }
  /** `why`: absent where it is out of scope; else it is too long, or in another language. */
  | ({ readonly kind: 'none'; readonly why?: 'long' | 'language' } & MayName);

interface MayName extends Pick<AnswerVerdict, 'language'> {
  readonly named?: string;
  readonly strangeWords?: readonly string[];
}

type NoneVerdict = Extract<Verdict, { kind: 'none' }>;
const NONE: NoneVerdict = { kind: 'none' };
const LONG: NoneVerdict = { kind: 'none', why: 'long' };
const FOREIGN: NoneVerdict = { kind: 'none', why: 'language' };

export interface VerdictOptions {
  readonly data: KnowledgeData;
  /** Of the language that the message is read in. */
  readonly interpreter: Interpreter;
}

/**
 * What to do with a message. The same text and phases give the same verdict.
 *
 * @param phaseOf of a topic's campaign: some answers depend on it
 */
export function verdictOf(text: string, phaseOf: PhaseOf, { data, interpreter }: VerdictOptions): Verdict {
  const { cues, certainty, leads, words } = interpreter;
  if (text.length > LONGEST_QUESTION) return LONG;
  const classify = memoised((part) => interpreter.classify(part));
  const written = questionsIn(text, cues);
  if (written.length === 0) return NONE;
  if (written.length > MOST_PARTS) return LONG;
  const whole = classify(text);
  if (whole.foreignAcronym !== undefined) return NONE;
  return verdictFrom(understand(text, written, { classify, cues, certainty, isOpener, isSecondary }));

  function commandOf(command: string, said: string): CommandVerdict {
    const behind = subjectOf(said, leads.get(command) ?? new Set(), cues);
    // A name is a word that training never saw.
    const isName = behind !== undefined && classify(behind).unknownShare > 0;
    // The words that lead up to a name are fewer in other languages: what is no name is more of the request.
    const isRequest = interpreter.language !== 'en' && !isName && !/\p{N}/u.test(behind ?? '');
    const subject = isRequest ? undefined : behind;
    return { kind: 'command', command, subject, isName, strangeWords: whole.strangeWords };
  }

  function isSecondary(command: string): boolean {
    return data.commands.get(command)?.isSecondary === true;
  }

  function isOpener(part: string): boolean {
    const said = words.writing.words(part).map(words.writing.fold);
    return words.openers.has(said.join(' ')) || isFiller(said, words);
  }

  /** The topic that answers after its deadline what its notice does not say before it. */
  function lateTopic(): string | undefined {
    const late = data.after.get(likeliestNegative(whole, SURELY_NONE) ?? '');
    const topic = data.topics.find(({ id }) => id === late);
    return topic !== undefined && phaseOf(topic.campaign) === 'after' ? topic.id : undefined;
  }

  /** The verdict with what may be the name of a customer: "thoughts on Contoso". */
  function withName(verdict: Extract<Verdict, { kind: 'suggest' | 'none' }>): Verdict {
    const name = subjectOf(text, leads.get(data.customerCommand.name) ?? new Set(), cues);
    const isName = name !== undefined && POSSIBLE_NAME.test(name) && classify(name).unknownShare > 0;
    const { strangeWords } = whole;
    return {
      ...verdict,
      ...(isName && { named: name }),
      ...(strangeWords.length > 0 && { strangeWords }),
    };
  }

  function verdictFrom({
    decision,
    topics,
    alternatives,
    partiallyOutOfScope,
    requestText = text,
    secondaryCommand,
  }: Understanding): Verdict {
    if (topics.length > 0) {
      const answers = answerVerdict(topics, phaseOf, data.topics, { alternatives, partiallyOutOfScope });
      if (secondaryCommand === undefined) return answers;
      return { ...answers, secondaryCommand: commandOf(secondaryCommand.name, secondaryCommand.text) };
    }
    const late = decision.kind === 'command' ? undefined : lateTopic();
    if (late !== undefined) return answerVerdict([late], phaseOf, data.topics);
    switch (decision.kind) {
      case 'command':
        return commandOf(decision.name, requestText);
      case 'smalltalk':
        return { kind: 'smalltalk', name: decision.name, text: data.smalltalk.get(decision.name) ?? '' };
      case 'suggest':
        return withName({
          kind: 'suggest',
          topics: links(
            decision.topics.map(({ name }) => name),
            data.topics,
          ),
        });
      default:
        return withName(whole.ranked[0]?.name === LANGUAGE_NEGATIVES ? FOREIGN : NONE);
    }
  }
}

/** Classifies each text once: parts are read alone, together with others, and as the part before. */
function memoised(classify: Interpreter['classify']): Interpreter['classify'] {
  const known = new Map<string, Classified>();
  return (text) => {
    const there = known.get(text) ?? classify(text);
    known.set(text, there);
    return there;
  };
}

/** The answers of these topics, in this order, and what people ask next. */
export function answerVerdict(
  ids: readonly string[],
  phaseOf: PhaseOf,
  topics: readonly Topic[],
  { alternatives, partiallyOutOfScope }: Pick<Understanding, 'alternatives' | 'partiallyOutOfScope'> = {
    alternatives: [],
    partiallyOutOfScope: false,
  },
): AnswerVerdict {
  const answered = ids.flatMap((id) => topics.filter((topic) => topic.id === id));
  const next = new Set(answered.flatMap((topic) => topic.next));
  for (const { id } of answered) next.delete(id);
  return {
    kind: 'answer',
    answers: answered.map((topic) => answer(topic, phaseOf)),
    next: links([...next].slice(0, MOST_SUGGESTIONS), topics),
    alternatives: links(alternatives, topics),
    partiallyOutOfScope,
  };
}

function links(ids: readonly string[], topics: readonly Topic[]): TopicLink[] {
  return ids.flatMap((id) => topics.filter((topic) => topic.id === id)).map(({ id, title }) => ({ topic: id, title }));
}

function answer({ id, title, section, answers, campaign }: Topic, phaseOf: PhaseOf): TopicAnswer {
  return { topic: id, title, subject: campaign.notice.subject, section, text: answers[phaseOf(campaign)] };
}
