/** One question's meanings to one decision: answer, carry out, suggest, or stay silent. Pure. */
import type { Classified, Meaning } from './classifier/classifier.ts';
import { BEST_SUGGESTION, type Certainty, MOST_SUGGESTIONS, MOST_UNKNOWN, WORTH_SUGGESTING } from './tuning.ts';

/** `topic`, `command`, `smalltalk`: sure. `suggest`: topics that may be meant. `none`: the notice is silent. */
export type MeaningDecision =
  | { readonly kind: 'topic' | 'command' | 'smalltalk'; readonly name: string; readonly probability: number }
  | { readonly kind: 'suggest'; readonly topics: readonly Meaning[] }
  | { readonly kind: 'none' };

export function decideMeaning(
  { ranked, foreignAcronym, unknownShare }: Classified,
  { sure: usually, sureWithUnknown, marginOverSilence, mostUnknownOfCommand }: Certainty,
): MeaningDecision {
  const [best] = ranked;
  if (best === undefined || foreignAcronym !== undefined) return { kind: 'none' };
  // Commands may name customers, whom training never saw, so unknown words count little against a command.
  const sure = unknownShare > 0 && best.kind === 'topic' ? sureWithUnknown : usually;
  const readable = unknownShare <= (best.kind === 'command' ? mostUnknownOfCommand : MOST_UNKNOWN);
  const silent = ranked.reduce((sum, { kind, probability }) => (kind === 'none' ? sum + probability : sum), 0);
  const ours = best.kind !== 'topic' || best.probability - silent >= marginOverSilence;
  if (best.kind !== 'none' && best.probability >= sure && readable && ours) return { ...best, kind: best.kind };
  const topics = ranked
    .filter(({ kind, probability }) => kind === 'topic' && probability >= WORTH_SUGGESTING)
    .slice(0, MOST_SUGGESTIONS);
  if (unknownShare > MOST_UNKNOWN || (topics[0]?.probability ?? 0) < BEST_SUGGESTION) return { kind: 'none' };
  return { kind: 'suggest', topics };
}

/** The negative that is likelier than all else, where it is at least this likely. */
export function likeliestNegative({ ranked }: Classified, least: number): string | undefined {
  const [best] = ranked;
  return best?.kind === 'none' && best.probability >= least ? best.name : undefined;
}
