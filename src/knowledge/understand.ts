/** A message to what it asks: its parts decided one by one and read together where they belong together. Pure. */
import type { Classified } from './classifier/classifier.ts';
import { decideMeaning, type MeaningDecision } from './decide.ts';
import { halvesOf, isAsking, isQuestion, listedIn } from './split.ts';
import {
  CLEAR,
  ELSEWHERE,
  IDLE_NEGATIVES,
  MOST_SUGGESTIONS,
  NAMES_NOTHING,
  REFERS_BACK,
  REFERS_BACK_TO_PEOPLE,
  SURE_AGAINST,
  SURE_BESIDE,
  SURELY_SILENT,
  WORTH_ASKING,
} from './tuning.ts';

export interface Understanding {
  readonly decision: MeaningDecision;
  /** Topics to answer, if any. */
  readonly topics: readonly string[];
  /** Beside topics to answer: what else may have been meant, three topics at most. */
  readonly alternatives: readonly string[];
  /** Beside topics to answer: something else was asked that is surely out of scope. */
  readonly partiallyOutOfScope: boolean;
  /** Beside topics to answer: a part that is a command, as it was written. */
  readonly secondaryCommand?: { readonly name: string; readonly text: string };
}

type Classify = (text: string) => Classified;

export interface UnderstandParts {
  readonly classify: Classify;
  /** Whether a part only leads up to a question and asks nothing. */
  readonly isOpener: (part: string) => boolean;
  /** Whether a command is carried out beside an answer. */
  readonly isSecondary: (command: string) => boolean;
}

/** `written`: the parts of the text, in their order (`questionsIn`). */
export function understand(
  text: string,
  written: readonly string[],
  { classify, isOpener, isSecondary }: UnderstandParts,
): Understanding {
  const content = written.filter((part) => !isOpener(part));
  const parts = content.length > 0 ? content : written;
  const said = parts.length < written.length ? parts.join(' ') : text;
  const classified = classify(said);
  const whole = decideMeaning(classified);
  if (parts.length < 2) return only(whole, topicsIn(said, whole, classify));
  const asked = parts.filter((part) => isAsking(part) || certainty(classify(part)) >= CLEAR);
  if (asked.length < 2 && isDecided(whole)) return only(whole, topicsOf([whole]));
  const [best] = classified.ranked;
  const elsewhere = best?.kind === 'none' && best.probability >= ELSEWHERE;
  const read = asked.map((part, i) => readPart(part, asked[i - 1], classify));
  // Two parts that are topics outweigh what they look like together.
  const several = read.filter(({ topics }) => topics.length > 0).length > 1;
  const found = read.map(({ topics, probability }) =>
    elsewhere && !several && probability < SURE_AGAINST ? [] : topics,
  );
  const certain = [...new Set(found.flat())];
  // Circumstances, told at length, say more than the short questions behind them.
  if (whole.kind === 'topic' && whole.probability >= CLEAR && !certain.includes(whole.name))
    return only(whole, [whole.name]);
  if (certain.length === 0) return isDecided(whole) ? only(whole, topicsOf([whole])) : guessing(whole, read);
  const rest = read.filter((_, i) => found[i]?.length === 0);
  const likely = elsewhere ? [] : rest.flatMap(({ guesses }) => guesses.slice(0, 1)).filter(isLikelyBeside);
  const topics = ordered(
    read,
    found,
    likely.map(({ name }) => name),
  );
  const open = rest.filter(({ guesses }) => !topics.includes(guesses[0]?.name ?? ''));
  const vague = elsewhere ? [] : open.filter(({ guesses }) => (guesses[0]?.probability ?? 0) >= WORTH_ASKING);
  const names = new Set(vague.flatMap(({ guesses }) => guesses.map(({ name }) => name)));
  const secondary = rest.find(({ decision: { kind, name } }) => kind === 'command' && isSecondary(name));
  return {
    decision: whole,
    topics,
    alternatives: [...names].filter((name) => !topics.includes(name)).slice(0, MOST_SUGGESTIONS),
    partiallyOutOfScope: open.some(({ silent, part }) => silent && isQuestion(part)),
    ...(secondary && { secondaryCommand: { name: secondary.decision.name, text: secondary.part } }),
  };
}

function isLikelyBeside({ probability }: { readonly probability: number }): boolean {
  return probability >= SURE_BESIDE;
}

interface Part {
  readonly part: string;
  readonly decision: { readonly kind: MeaningDecision['kind']; readonly name: string };
  /** Surely something that the notice does not say. */
  readonly silent: boolean;
  readonly topics: readonly string[];
  readonly probability: number;
  /** Topics that may be meant, where none is certain. */
  readonly guesses: readonly { readonly name: string; readonly probability: number }[];
}

function readPart(part: string, before: string | undefined, classify: Classify): Part {
  const alone = partOf(part, classify(part), classify);
  if (before === undefined) return alone;
  const known = partOf(before, classify(before), classify).topics;
  const news = (read: Part): boolean => read.topics.some((topic) => !known.includes(topic));
  const together = (): Part => partOf(part, classify(`${before} ${part}`), classify);
  if (
    NAMES_NOTHING.test(part) ||
    REFERS_BACK_TO_PEOPLE.test(part) ||
    (REFERS_BACK.test(part) && alone.probability < CLEAR)
  ) {
    const both = together();
    if (news(both)) return { ...both, topics: both.topics.filter((topic) => !known.includes(topic)) };
  }
  return alone;
}

function partOf(part: string, classified: Classified, classify: Classify): Part {
  const decision = decideMeaning(classified);
  const topics = topicsIn(part, decision, classify);
  const guesses = decision.kind === 'suggest' ? decision.topics : [];
  const [best] = classified.ranked;
  const silent = best?.kind === 'none' && best.probability >= SURELY_SILENT && !IDLE_NEGATIVES.has(best.name);
  const name = 'name' in decision ? decision.name : '';
  return { part, decision: { kind: decision.kind, name }, silent, topics, probability: certainty(classified), guesses };
}

/** One question may ask about several things: "CPOR and OSU". */
function topicsIn(text: string, decision: MeaningDecision, classify: Classify): string[] {
  const pieces = listedIn(text);
  const listed = pieces.length > 1 ? pieces.map((piece) => decideMeaning(classify(piece))) : [];
  const topics = topicsOf(listed);
  if (topics.length > 1 && listed.every(({ kind }) => kind === 'topic')) return topics;
  if (decision.kind !== 'topic') return topicsOf([decision]);
  const halves = halvesOf(text)
    .map((pair) => pair.map(classify))
    .find((pair) => pair.every((half) => certainty(half) >= CLEAR));
  const both = [...new Set(halves?.map(({ ranked }) => ranked[0]?.name ?? '') ?? [])];
  return both.includes(decision.name) ? both : [decision.name];
}

/** In the order in which they were asked. */
function ordered(read: readonly Part[], found: readonly (readonly string[])[], likely: readonly string[]): string[] {
  return [
    ...new Set(
      read.flatMap(({ guesses }, i) => {
        const certain = found[i] ?? [];
        return certain.length > 0
          ? certain
          : guesses.slice(0, 1).flatMap(({ name }) => (likely.includes(name) ? [name] : []));
      }),
    ),
  ];
}

function guessing(whole: MeaningDecision, read: readonly Part[]): Understanding {
  if (whole.kind !== 'none') return only(whole, []);
  const guesses = read.flatMap((part) => part.guesses.map((guess) => ({ ...guess, kind: 'topic' as const })));
  const topics = [...new Map(guesses.map((guess) => [guess.name, guess])).values()].slice(0, MOST_SUGGESTIONS);
  return only(topics.length > 0 ? { kind: 'suggest', topics } : whole, []);
}

function only(decision: MeaningDecision, topics: readonly string[]): Understanding {
  return { decision, topics, alternatives: [], partiallyOutOfScope: false };
}

function isDecided({ kind }: MeaningDecision): boolean {
  return kind !== 'suggest' && kind !== 'none';
}

/** How likely the likeliest topic is; 0 where something else is likelier. */
function certainty({ ranked }: Classified): number {
  const [best] = ranked;
  return best?.kind === 'topic' ? best.probability : 0;
}

function topicsOf(decisions: readonly MeaningDecision[]): string[] {
  return [...new Set(decisions.flatMap((one) => (one.kind === 'topic' ? [one.name] : [])))];
}
