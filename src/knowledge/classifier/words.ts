/** `knowledge/words.md`: how people write and what is meant. Pure. */
import { commaList, type KnowledgeSheet, sectionItems } from '../../format/sheets.ts';
import { rawWords } from './tokens.ts';

export interface WordLists {
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

export function parseWords(sheet: KnowledgeSheet): WordLists {
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
    rewritings,
    ownAcronyms: new Set(all('own acronyms')),
    foreignAcronyms: new Set(all('foreign acronyms')),
    neverRepaired: new Set(all('never repaired')),
    openers: new Set(all('openers').map((opener) => rawWords(opener).join(' '))),
    slots: new Map(pairs('slots')),
    circumstances: {
      before: sectionItems(sheet, 'circumstances before'),
      after: sectionItems(sheet, 'circumstances after'),
    },
  };
}
