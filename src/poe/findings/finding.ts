/** What a document is checked for, and what was found. Plain data: both cross between processes. */

export type FindingState = 'ok' | 'missing' | 'unclear';

export interface Finding {
  readonly state: FindingState;
  /** The words that it rests on, as they stand in the document; absent where nothing was found. */
  readonly words?: string;
  /** The page of these words, from 1. */
  readonly page?: number;
}

/** What a POE is for. */
export interface ClaimToCheck {
  readonly customer: string;
  readonly domain?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly workloads: readonly string[];
  /** Names that the partner goes by. */
  readonly partners: readonly string[];
  /** The campaign's day (ISO), from which signatures are counted back. */
  readonly today: string;
}

export interface Findings {
  readonly partner: Finding;
  readonly customer: Finding;
  readonly tenantOrDomain: Finding;
  /** In the order of the claim. */
  readonly workloads: readonly { readonly workload: string; readonly finding: Finding }[];
  readonly signature: Finding;
  readonly date: Finding;
  readonly activities: Finding;
}

export const MISSING: Finding = { state: 'missing' };

const WORDS_LENGTH = 160;

export function finding(state: FindingState, words: string, page: number): Finding {
  const shown = words.replace(/\s+/g, ' ').trim();
  const short = shown.length > WORDS_LENGTH ? `${shown.slice(0, WORDS_LENGTH).toWellFormed()}…` : shown;
  return short === '' ? { state, page } : { state, words: short, page };
}

/** How much a state says for a document. */
export const STATE_RANK: Readonly<Record<FindingState, number>> = { ok: 2, unclear: 1, missing: 0 };

/** The one that says most for the document; the first of several. */
export function bestOf(findings: readonly Finding[]): Finding {
  return findings.reduce(
    (best, each) =>
      STATE_RANK[each.state] > STATE_RANK[best.state] || (best.words === undefined && each.state === best.state)
        ? each
        : best,
    MISSING,
  );
}
