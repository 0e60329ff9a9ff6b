/** Finds the claim that a document belongs to by what was written with it and by the files' names. Pure. */
import type { Claim } from '../claims/claim.ts';
import { searchText } from '../claims/normalise.ts';

/** Words that are frequent in such documents and messages: they point to no customer. */
const COMMON = new Set(
  'a an and and the for of from to in on is this here my our new final signed copy draft version doc document file poe proof execution claim customer sow statement work report scan image img picture pdf docx xlsx ltd inc llc gmbh corp co company ag sa plc group microsoft office osu osa 365 m365'.split(
    ' ',
  ),
);
const MOST_WORDS = 8;
const MOST_JOINED = 4;
const TEXT_LENGTH = 2_000;
const ID_LENGTH = 100;
/** The store takes no more in one query. */
const MOST_IDS = 1_000;

/**
 * Everything in the texts that may be a claim ID. IDs are opaque and may hold any of `-_./#` or blanks, so these are all runs of up to
 * four words with the signs between them: "sow_CLM-1001 v2.pdf" gives "sow", "sow_CLM", "CLM-1001" … After those come the same runs with
 * up to two of the signs around them, for IDs such as "#17" and "A/17 (b)". At most 1,000; the last texts (the files' names) first.
 */
export function possibleClaimIds(texts: readonly string[]): string[] {
  const found = new Set<string>();
  const runs = texts.toReversed().flatMap(wordRuns);
  for (const reach of [0, 1, 2]) {
    for (const { text, start, end } of runs) {
      for (let left = 0; left <= reach; left++) {
        for (let right = 0; right <= reach; right++) {
          if (Math.max(left, right) < reach || !isSigns(text, start - left, start) || !isSigns(text, end, end + right))
            continue;
          if (found.size === MOST_IDS) return [...found];
          if (end + right - start + left <= ID_LENGTH) found.add(text.slice(start - left, end + right));
        }
      }
    }
  }
  return [...found];
}

interface Run {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function wordRuns(written: string): Run[] {
  const text = written.slice(0, TEXT_LENGTH).normalize('NFC');
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].slice(0, 200);
  return words.flatMap((first, i) =>
    words.slice(i, i + MOST_JOINED).map((last) => ({ text, start: first.index, end: last.index + last[0].length })),
  );
}

/** Whether that part lies within the text and is all signs: no letters, digits or blanks. */
function isSigns(text: string, from: number, to: number): boolean {
  return from >= 0 && to <= text.length && !/[\p{L}\p{N}\p{M}\s]/u.test(text.slice(from, to));
}

/** Words that may be of customers' names, the longest first. */
export function distinctiveWords(texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => wordsOf(text)).filter(isDistinctive));
  return [...words].sort((a, b) => b.length - a.length).slice(0, MOST_WORDS);
}

/** In scripts without capitals (Chinese, Thai, Hebrew …) two characters make a word; two Latin letters distinguish nothing. */
function isDistinctive(word: string): boolean {
  const long = word.length >= 3 || (word.length === 2 && /\p{Lo}/u.test(word));
  return long && !COMMON.has(word) && !/^\d+$/.test(word);
}

/** The share of the words of a customer's name, common ones aside, that stand in the texts: 0 to 1. */
export function customerScore(customerName: string, texts: readonly string[]): number {
  const name = wordsOf(customerName).filter((word) => !COMMON.has(word));
  if (name.length === 0) return 0;
  const written = new Set(texts.flatMap(wordsOf));
  return name.filter((word) => written.has(word)).length / name.length;
}

function wordsOf(text: string): string[] {
  return searchText([text]).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The best customer match: at least half of the name, and no other customer as good. */
export function bestByCustomer(claims: readonly Claim[], texts: readonly string[]): { best?: Claim; matches: Claim[] } {
  const scored = claims
    .map((claim) => ({ claim, score: customerScore(claim.customerName, texts) }))
    .filter(({ score }) => score >= 0.5)
    .sort((a, b) => b.score - a.score || a.claim.rank - b.claim.rank);
  const matches = scored.map(({ claim }) => claim);
  const [first] = scored;
  const rival = scored.find(
    ({ claim, score }) => first && score === first.score && claim.customerKey !== first.claim.customerKey,
  );
  return first && rival === undefined ? { best: first.claim, matches } : { matches };
}
