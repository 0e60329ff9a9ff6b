/** One question's meanings to one decision: answer, suggest, do something, or stay silent. Pure. */
import type { Classified, Meaning } from './classifier/classifier.ts';

export type Decision =
  | { readonly kind: 'topic' | 'command' | 'smalltalk'; readonly name: string; readonly probability: number }
  | { readonly kind: 'suggest'; readonly topics: readonly Meaning[] }
  | { readonly kind: 'none' };

// Chosen on questions that were not trained on (decision 0009): a topic answers where it is likelier than everything else together,
// and clearly likelier than that the notice is silent. Below that, suggestions cost a glance, a wrong answer costs trust.
const SURE = 0.5;
/** With a word that training never saw, nearly every wrong answer stays below this. */
const SURE_WITH_UNKNOWN = 0.7;
/** How much likelier than all that is out of scope. */
const MARGIN = 0.3;
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
  const silent = ranked.reduce((sum, { kind, probability }) => (kind === 'none' ? sum + probability : sum), 0);
  const ours = best.kind !== 'topic' || best.probability - silent >= MARGIN;
  if (best.kind !== 'none' && best.probability >= sure && readable && ours) return { ...best, kind: best.kind };
  const topics = ranked
    .filter(({ kind, probability }) => kind === 'topic' && probability >= WORTH_SUGGESTING)
    .slice(0, MOST_SUGGESTIONS);
  if (unknownShare > MOST_UNKNOWN || (topics[0]?.probability ?? 0) < BEST_SUGGESTION) return { kind: 'none' };
  return { kind: 'suggest', topics };
}
