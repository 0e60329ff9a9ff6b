/** What in a document may tell which claim it is for. It proposes only: what was found so is checked against each claim. Pure. */
import { fold } from './fold.ts';
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
const MOST_WORDS = 16;
const SHORTEST_WORD = 3;
/** How much a word says by where it stands: in a host, beside a legal form, anywhere else. */
const WEIGHT = { host: 6, company: 4, elsewhere: 1 } as const;
/** However often it stands there. */
const MOST_TIMES = 5;
/** Words on each side of a legal form. */
const REACH = 4;
/** Of an ID that is in figures alone: years, amounts and telephone numbers have fewer, or signs between them. */
const SHORTEST_FIGURES = 6;
const ID = /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}_./#-]{2,98}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;
const WORD = /[\p{L}\p{N}]+/gu;

export function cluesOf({ passages }: DocumentView): Clues {
  const text = passages.map((passage) => passage.text).join('\n');
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
  const weights = new Map<string, number[]>();
  const add = (word: string, weight: number): void => {
    const key = fold(word);
    if (key.length < SHORTEST_WORD && !/\p{Lo}/u.test(key)) return;
    if (/^\p{N}+$/u.test(key) || LEGAL_FORMS.has(key) || COMPANY_WORDS.has(key)) return;
    weights.set(key, [...(weights.get(key) ?? []), weight].sort((a, b) => b - a).slice(0, MOST_TIMES));
  };
  for (const host of hostsOf(text)) add(host.split('.').at(-2) ?? '', WEIGHT.host);
  for (const line of new Set(text.split('\n'))) {
    const words = [...line.matchAll(WORD)].map(([word]) => word);
    const forms = words.flatMap((word, index) => (isLegalForm(word) ? [index] : []));
    for (const [index, word] of words.entries()) {
      const beside = forms.some((form) => Math.abs(form - index) <= REACH);
      if (beside || /^[\p{Lu}\p{Lo}]/u.test(word)) add(word, beside ? WEIGHT.company : WEIGHT.elsewhere);
    }
  }
  const sum = (word: string): number => (weights.get(word) ?? []).reduce((total, weight) => total + weight, 0);
  return [...weights.keys()].sort((a, b) => sum(b) - sum(a) || b.length - a.length).slice(0, MOST_WORDS);
}

function isLegalForm(word: string): boolean {
  return word.length > 1 && LEGAL_FORMS.has(fold(word));
}
