/** One question's meanings to one decision: answer, suggest, do something, or stay silent. Pure. */
import type { Classified, Meaning } from './classifier/classifier.ts';

export type Decision =
  | { readonly kind: 'topic' | 'command' | 'smalltalk'; readonly name: string; readonly probability: number }
  | { readonly kind: 'suggest'; readonly topics: readonly Meaning[] }
  | { readonly kind: 'none' };

// From the report of `npm run knowledge`: between 0.5 and 0.7 few right answers are lost, and questions that are merely close
// to a topic fall to suggestions; above 0.8 right answers are lost by the dozen.
const SURE = 0.6;
/** With a word that training never saw, nearly every wrong answer stays below this. */
const SURE_WITH_UNKNOWN = 0.75;
/** More unknown words than this and it is another subject or another language. */
const MOST_UNKNOWN = 0.5;
/** A suggestion costs the person a glance only: it may be a guess. */
const WORTH_SUGGESTING = 0.05;
const BEST_SUGGESTION = 0.1;
export const MOST_SUGGESTIONS = 3;

export function decide({ ranked, foreignAcronym, unknownShare }: Classified): Decision {
  const [best] = ranked;
  if (best === undefined || foreignAcronym !== undefined) return { kind: 'none' };
  // Names of customers are unknown words, and at home in commands.
  const sure = unknownShare > 0 && best.kind === 'topic' ? SURE_WITH_UNKNOWN : SURE;
  const readable = best.kind === 'command' || unknownShare <= MOST_UNKNOWN;
  if (best.kind !== 'none' && best.probability >= sure && readable) return { ...best, kind: best.kind };
  const topics = ranked
    .filter(({ kind, probability }) => kind === 'topic' && probability >= WORTH_SUGGESTING)
    .slice(0, MOST_SUGGESTIONS);
  if (unknownShare > MOST_UNKNOWN || (topics[0]?.probability ?? 0) < BEST_SUGGESTION) return { kind: 'none' };
  return { kind: 'suggest', topics };
}
