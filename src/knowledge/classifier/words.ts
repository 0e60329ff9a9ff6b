/** `knowledge/words.md`: how people write and what is meant. Pure. */
import { commaList, type KnowledgeSheet, sectionItems } from '../../format/sheets.ts';
import type { Writing } from './writing.ts';

export interface WordLists {
  readonly writing: Writing;
  /** First word → the rewritings that begin with it, longest first. Fillers are rewritten to nothing. */
  readonly rewritings: ReadonlyMap<string, readonly Rewriting[]>;
  readonly ownAcronyms: ReadonlySet<string>;
  readonly foreignAcronyms: ReadonlySet<string>;
  /** Sentences that lead up to a question and ask nothing, their words joined by blanks. */
  readonly openers: ReadonlySet<string>;
  readonly neverRepaired: ReadonlySet<string>;
  /** Slot name → what it may stand for. */
  readonly slots: ReadonlyMap<string, readonly string[]>;
  /** Phrases for what people tell around a question, whatever they ask: training alone reads them. */
  readonly circumstances: { readonly before: readonly string[]; readonly after: readonly string[] };
}

export interface Rewriting {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** @param shared lists that hold in each language: acronyms, and words that are right as they are */
export function parseWords(
  sheet: KnowledgeSheet,
  writing: Writing,
  shared?: Pick<WordLists, 'ownAcronyms' | 'foreignAcronyms' | 'neverRepaired'>,
): WordLists {
  const rawWords = (text: string): string[] => writing.words(text).map(writing.fold);
  const withShared = (list: 'ownAcronyms' | 'foreignAcronyms' | 'neverRepaired', section: string): Set<string> =>
    new Set([...(shared?.[list] ?? []), ...all(section)]);
  const all = (section: string): string[] => sectionItems(sheet, section).flatMap(commaList);
  const pairs = (section: string): [string, string[]][] =>
    sectionItems(sheet, section).map((item) => {
      const [name = '', variants = ''] = item.split(/\s=\s/, 2);
      return [name, commaList(variants)];
    });
  const rewritings = new Map<string, Rewriting[]>();
  const rewrite = (variant: string, meaning: string): void => {
    const from = rawWords(variant);
    const [first] = from;
    if (first === undefined) return;
    const known = rewritings.get(first) ?? [];
    rewritings.set(first, [...known, { from, to: rawWords(meaning) }]);
  };
  for (const [meaning, variants] of pairs('aliases')) for (const variant of variants) rewrite(variant, meaning);
  for (const filler of all('fillers')) rewrite(filler, '');
  for (const known of rewritings.values()) known.sort((a, b) => b.from.length - a.from.length);
  return {
    writing,
    rewritings,
    ownAcronyms: withShared('ownAcronyms', 'own acronyms'),
    foreignAcronyms: withShared('foreignAcronyms', 'foreign acronyms'),
    neverRepaired: withShared('neverRepaired', 'never repaired'),
    openers: new Set(all('openers').map((opener) => rawWords(opener).join(' '))),
    slots: new Map(pairs('slots')),
    circumstances: {
      before: sectionItems(sheet, 'circumstances before'),
      after: sectionItems(sheet, 'circumstances after'),
    },
  };
}
