/** What in a document may tell which claim it is for. It proposes only: what was found so is checked against each claim. Pure. */
import { fold } from '../../documents/fold.ts';
import { directoryIds, hostsOf } from './tenant.ts';
import { COMPANY_WORDS, LEGAL_FORMS } from './tuning.ts';
import type { DocumentView } from './view.ts';

export interface Clues {
  /** Directory (tenant) IDs, 32 hexadecimal digits each. */
  readonly directoryIds: readonly string[];
  /** What may be a claim ID. */
  readonly claimIds: readonly string[];
  /** Words that may be of a customer's name, the likeliest first. */
  readonly words: readonly string[];
}

const MOST_DIRECTORIES = 10;
const MOST_IDS = 300;
/** Each is a search of all claims. */
const MOST_WORDS = 10;
const SHORTEST_WORD = 3;
/** How much a word says by where it stands: in a host, beside a legal form, anywhere else. */
const WEIGHT = { host: 6, company: 4, elsewhere: 1 } as const;
/** However often it stands there. */
const MOST_TIMES = 5;
const LONGEST_FORM = Math.max(...[...LEGAL_FORMS].map((form) => form.length));
/** What is behind it names the same companies. */
const MOST_CHARACTERS = 400_000;
/** Words on each side of a legal form. */
const REACH = 4;
/** Of an ID that is in figures alone: years, amounts and telephone numbers have fewer, or signs between them. */
const SHORTEST_FIGURES = 6;
const ID = /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}_./#-]{2,98}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}\p{N}]+/gu;

export function cluesOf({ passages }: DocumentView): Clues {
  const text = passages
    .map((passage) => passage.text)
    .join('\n')
    .slice(0, MOST_CHARACTERS);
  return {
    directoryIds: [...new Set(passages.flatMap(directoryIds))].slice(0, MOST_DIRECTORIES),
    claimIds: [...new Set([...text.matchAll(ID)].map(([id]) => id).filter(mayBeId))].slice(0, MOST_IDS),
    words: likeliest(text),
  };
}

function mayBeId(text: string): boolean {
  return /\p{N}/u.test(text) && (/\p{L}/u.test(text) || text.replace(/\P{N}/gu, '').length >= SHORTEST_FIGURES);
}

function likeliest(text: string): string[] {
  // Counted as they are written first: to fold each word of a long document would take seconds.
  const written = new Map<string, Record<keyof typeof WEIGHT, number>>();
  const count = (word: string, where: keyof typeof WEIGHT): void => {
    const times = written.get(word);
    if (times === undefined) written.set(word, { host: 0, company: 0, elsewhere: 0, [where]: 1 });
    else times[where] += 1;
  };
  for (const host of hostsOf(text)) count(host.split('.').at(-2) ?? '', 'host');
  for (const line of new Set(text.split('\n'))) {
    const words = [...line.matchAll(WORD)].map(([word]) => word);
    let reached = words.slice(0, REACH).findLastIndex(isLegalForm);
    if (reached !== -1) reached += REACH;
    for (const [index, word] of words.entries()) {
      if (isLegalForm(words[index + REACH] ?? '')) reached = index + 2 * REACH;
      if (index <= reached || /^[\p{Lu}\p{Lo}]/u.test(word)) count(word, index <= reached ? 'company' : 'elsewhere');
    }
  }
  const weights = new Map<string, number>();
  for (const [word, times] of written) {
    const key = fold(word);
    if (mayBeName(key)) weights.set(key, (weights.get(key) ?? 0) + weightOf(times));
  }
  return [...weights]
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || b.length - a.length)
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

function weightOf(times: Readonly<Record<keyof typeof WEIGHT, number>>): number {
  const places = Object.keys(WEIGHT) as (keyof typeof WEIGHT)[];
  return places.reduce((sum, place) => sum + WEIGHT[place] * Math.min(times[place], MOST_TIMES), 0);
}

function mayBeName(word: string): boolean {
  if (word.length < SHORTEST_WORD && !/\p{Lo}/u.test(word)) return false;
  return !/^\p{N}+$/u.test(word) && !LEGAL_FORMS.has(word) && !COMPANY_WORDS.has(word);
}

function isLegalForm(word: string): boolean {
  return word.length > 1 && word.length <= LONGEST_FORM && LEGAL_FORMS.has(fold(word));
}
