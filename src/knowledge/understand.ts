/** A message to what it asks: its parts decided one by one, and read together where they belong together. Pure. */
import type { Classified, Meaning } from './classifier/classifier.ts';
import type { Cues } from './cues.ts';
import { decideMeaning, likeliestNegative, type MeaningDecision } from './decide.ts';
import { halvesOf, isAsking, isQuestion, listedIn, requestsIn } from './split.ts';
import {
  type Certainty,
  CLEAR,
  ELSEWHERE,
  IDLE_NEGATIVES,
  MOST_SUGGESTIONS,
  SURE_AGAINST,
  SURE_AS_SECOND,
  SURE_REQUEST,
  SURE_REQUEST_OVER_TOPIC,
  SURELY_SILENT,
  WORTH_ASKING,
} from './tuning.ts';

export interface Understanding {
  readonly decision: MeaningDecision;
  /** Topics to answer, if any. */
  readonly topics: readonly string[];
  /** Where there are topics to answer: what else may have been meant, three topics at most. */
  readonly alternatives: readonly string[];
  /** Where there are topics to answer: another part is surely out of scope. */
  readonly partiallyOutOfScope: boolean;
  /** Where the decision is a command: the clause that gives it, where the rest only tells why. */
  readonly requestText?: string;
  /** Where there are topics to answer: a part that is a command, as it was written. */
  readonly secondaryCommand?: { readonly name: string; readonly text: string };
}

type Classify = (text: string) => Classified;

/** What a text is read by. */
interface Reader {
  readonly classify: Classify;
  readonly cues: Cues;
  readonly certainty: Certainty;
}

export interface UnderstandOptions extends Reader {
  /** Whether a part only leads up to a question and asks nothing. */
  readonly isOpener: (part: string) => boolean;
  /** Whether a command is carried out where another part gets an answer. */
  readonly isSecondary: (command: string) => boolean;
}

/**
 * What a message asks for.
 *
 * @param text the whole message
 * @param written its parts, in their order (`questionsIn`)
 */
export function understand(
  text: string,
  written: readonly string[],
  { classify, cues, certainty, isOpener, isSecondary }: UnderstandOptions,
): Understanding {
  const reader: Reader = { classify, cues, certainty };
  const content = written.filter((part) => !isOpener(part));
  const parts = content.length > 0 ? content : written;
  const said = parts.length < written.length ? parts.join(' ') : text;
  const classified = classify(said);
  const whole = decideMeaning(classified, certainty);
  const questions = parts.filter((part) => isAsking(part, cues) || topicProbability(classify(part)) >= CLEAR);
  const request = questions.length < 2 ? requestIn(said, whole, reader) : undefined;
  if (request !== undefined) return request;
  if (parts.length < 2) return only(whole, topicsIn(said, whole, reader));
  if (questions.length < 2 && isDecided(whole)) return only(whole, topicsOf([whole]));

  const elsewhere = likeliestNegative(classified, ELSEWHERE) !== undefined;
  const readings = questions.map((part, i) => readPart(part, questions[i - 1], reader));
  // Where the whole message looks like something else, a single topic has to be surer than usual, and said in words of its own:
  // "It shows a white page. What should I do?" asks about the page. Two topics outweigh that.
  const several = readings.filter(({ topics, text }) => topics.length > 0 && !cues.asksBack.test(text)).length > 1;
  const counts = ({ probability, text }: Part): boolean =>
    !elsewhere ||
    several ||
    (probability >= SURE_AGAINST && !cues.asksBack.test(text) && !cues.namesNothing.test(text));
  const read = readings.map((part) => (counts(part) ? part : { ...part, topics: [] }));
  const certain = read.flatMap(({ topics }) => topics);
  // People describe a situation at length and ask briefly: then the whole message says more than its questions.
  if (whole.kind === 'topic' && whole.probability >= CLEAR && !certain.includes(whole.name))
    return only(whole, [whole.name]);
  if (certain.length === 0) return isDecided(whole) ? only(whole, topicsOf([whole])) : guess(whole, read);
  return { decision: whole, ...answersOf(read, elsewhere, { isSecondary, cues }) };
}

/** The clause that is surely a command, where the message as a whole is none: people tell at length why they want something done. */
function requestIn(
  text: string,
  whole: MeaningDecision,
  { classify, cues, certainty }: Reader,
): Understanding | undefined {
  if (whole.kind === 'command' || whole.kind === 'smalltalk') return undefined;
  const least = whole.kind === 'topic' ? SURE_REQUEST_OVER_TOPIC : SURE_REQUEST;
  for (const clause of requestsIn(text, cues)) {
    const decision = decideMeaning(classify(clause), certainty);
    if (decision.kind === 'command' && decision.probability >= least)
      return { ...only(decision, []), requestText: clause };
  }
  return undefined;
}

/** Combines parts of which at least one has a topic. @param elsewhere the whole message looks out of scope */
function answersOf(
  read: readonly Part[],
  elsewhere: boolean,
  { isSecondary, cues }: Pick<UnderstandOptions, 'isSecondary' | 'cues'>,
): Omit<Understanding, 'decision'> {
  const rest = read.filter(({ topics }) => topics.length === 0);
  const best = ({ guesses }: Part): readonly Meaning[] => (elsewhere ? [] : guesses.slice(0, 1));
  const likely = rest.flatMap(best).filter(({ probability }) => probability >= SURE_AS_SECOND);
  const likelyNames = new Set(likely.map(({ name }) => name));
  const topics = unique(
    read.flatMap((part) =>
      part.topics.length > 0 ? part.topics : best(part).flatMap(({ name }) => (likelyNames.has(name) ? [name] : [])),
    ),
  );
  const open = rest.filter(({ guesses }) => !topics.includes(guesses[0]?.name ?? ''));
  const vague = open.filter((part) => best(part).some(({ probability }) => probability >= WORTH_ASKING));
  const meant = unique(vague.flatMap(({ guesses }) => guesses.map(({ name }) => name)));
  const [secondaryCommand] = rest.flatMap(({ text, command }) =>
    command !== undefined && isSecondary(command) ? [{ name: command, text }] : [],
  );
  return {
    topics,
    alternatives: meant.filter((name) => !topics.includes(name)).slice(0, MOST_SUGGESTIONS),
    partiallyOutOfScope: open.some(({ silent, text }) => silent && isQuestion(text, cues)),
    ...(secondaryCommand && { secondaryCommand }),
  };
}

interface Part {
  /** As it was written. */
  readonly text: string;
  readonly command: string | undefined;
  /** The notice surely does not say it. */
  readonly silent: boolean;
  readonly topics: readonly string[];
  /** Of the likeliest topic (`topicProbability`). */
  readonly probability: number;
  /** Topics that may be meant where none is certain, the likeliest first. */
  readonly guesses: readonly Meaning[];
}

/** Reads a part alone; or together with the part before, where it refers to that and both together have a topic that the part before lacks. */
function readPart(text: string, before: string | undefined, reader: Reader): Part {
  const { classify, cues } = reader;
  const alone = partOf(text, classify(text), reader);
  if (before === undefined || !refersBack(alone, cues)) return alone;
  const { topics: known, silent } = partOf(before, classify(before), reader);
  const both = partOf(text, classify(`${before} ${text}`), reader);
  const topics = both.topics.filter((topic) => !known.includes(topic));
  if (topics.length > 0) return { ...both, topics };
  // What refers to something that the notice does not say is not answered, either.
  return silent && leansWholly(text, cues) ? { ...alone, topics: [], probability: 0 } : alone;
}

function refersBack({ text, probability }: Part, cues: Cues): boolean {
  return leansWholly(text, cues) || (cues.refersBack.test(text) && probability < CLEAR);
}

/** It says nothing without the part before. */
function leansWholly(text: string, { namesNothing, refersBackToPeople }: Cues): boolean {
  return namesNothing.test(text) || refersBackToPeople.test(text);
}

/** @param classified of the part alone, or of the part together with the one before */
function partOf(text: string, classified: Classified, reader: Reader): Part {
  const decision = decideMeaning(classified, reader.certainty);
  const negative = likeliestNegative(classified, SURELY_SILENT);
  return {
    text,
    command: decision.kind === 'command' ? decision.name : undefined,
    silent: negative !== undefined && !IDLE_NEGATIVES.has(negative),
    topics: topicsIn(text, decision, reader),
    probability: topicProbability(classified),
    guesses: decision.kind === 'suggest' ? decision.topics : [],
  };
}

/** The topics of one question, which may ask about several things: "CPOR and OSU". @param decision on the question as a whole */
function topicsIn(text: string, decision: MeaningDecision, { classify, cues, certainty }: Reader): string[] {
  const pieces = listedIn(text, cues);
  const listed = pieces.length > 1 ? pieces.map((piece) => decideMeaning(classify(piece), certainty)) : [];
  const topics = topicsOf(listed);
  if (topics.length > 1 && listed.every(({ kind }) => kind === 'topic')) return topics;
  if (decision.kind !== 'topic') return [];
  const halves = halvesOf(text, cues)
    .map((pair) => pair.map(classify))
    .find((pair) => pair.every((half) => topicProbability(half) >= CLEAR));
  const both = unique(halves?.map(({ ranked }) => ranked[0]?.name ?? '') ?? []);
  return both.includes(decision.name) ? both : [decision.name];
}

/** The guesses at the parts, where no part is certain and the whole means nothing. */
function guess(whole: MeaningDecision, read: readonly Part[]): Understanding {
  if (whole.kind !== 'none') return only(whole, []);
  const guesses = read.flatMap((part) => part.guesses);
  const topics = [...new Map(guesses.map((one) => [one.name, one])).values()].slice(0, MOST_SUGGESTIONS);
  return only(topics.length > 0 ? { kind: 'suggest', topics } : whole, []);
}

/** Topics and nothing else. */
function only(decision: MeaningDecision, topics: readonly string[]): Understanding {
  return { decision, topics, alternatives: [], partiallyOutOfScope: false };
}

function isDecided({ kind }: MeaningDecision): boolean {
  return kind !== 'suggest' && kind !== 'none';
}

/** How likely the likeliest topic is; 0 where something else is likelier. */
function topicProbability({ ranked }: Classified): number {
  const [best] = ranked;
  return best?.kind === 'topic' ? best.probability : 0;
}

function topicsOf(decisions: readonly MeaningDecision[]): string[] {
  return unique(decisions.flatMap((one) => (one.kind === 'topic' ? [one.name] : [])));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
