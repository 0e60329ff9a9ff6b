/** What a document itself calls each side: “Trey Research (hereinafter the Operator)”, “Requesting company: Trey Research”. Pure. */

import { anyOf, fold } from '../../documents/fold.ts';
import type { CompanyNames } from './company-names.ts';
import { labelsIn } from './labels.ts';
import type { Side } from './side.ts';
import { isPersonName } from './signer.ts';
import { BESIDE_A_SIDE, CUSTOMER_WORDS, LEGAL_FORMS, PARTNER_WORDS } from './tuning.ts';
import { type DocumentView, type Row, rowText } from './view.ts';

interface Term {
  /** Folded, without what may stand beside it. */
  readonly bare: string;
  /** Of letters that are all capitals: it counts in this case alone. */
  readonly capitals: string | undefined;
  readonly side: Side;
}

export class Called {
  readonly #terms: readonly Term[];

  constructor(view: DocumentView, names: CompanyNames) {
    // “The Trust”, of “Stonebridge Academy Trust”.
    const words = names.words.flatMap(({ word, side }) => (isStatic(word) ? [] : termOf(word, side)));
    const found = [...definedIn(view, names), ...labelledIn(view, names), ...words];
    // What both are called tells nothing.
    this.#terms = found.filter(({ bare, side }) => !found.some((other) => other.bare === bare && other.side !== side));
  }

  /** Whose a text is that says no more than that: “For the Operator”, “Operator’s representative: Jane Doe”. */
  sideOf(text: string): Side | undefined {
    if (this.#terms.length === 0) return undefined;
    const [head = ''] = text.replace(/^[\s([]+/, '').split(HEAD_END);
    return this.#sideOfTerm(head) ?? this.#sideOfTerm(IN_BRACKETS.exec(text)?.[1] ?? '');
  }

  #sideOfTerm(text: string): Side | undefined {
    const bare = bareOf(text);
    return this.#terms.find(
      (term) => term.bare === bare && (term.capitals === undefined || text.includes(term.capitals)),
    )?.side;
  }
}

/** “Signed (Operator)”. */
const IN_BRACKETS = /\(([^()]+)\)\W*$/u;
const HEAD_END = /[:：()[\],;|]|\s[–—-]\s/u;
const BESIDE = new RegExp(anyOf(BESIDE_A_SIDE).source, 'gu');

/** A text without what stands beside a side: articles, “for and on behalf of”, “signature of”, “representative”. */
export function bareOf(text: string): string {
  return fold(text)
    .replace(/['’`´]s(?!\p{L})/gu, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(BESIDE, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What sides are called anywhere is no word of one's name. */
function isStatic(word: string): boolean {
  return STATIC.has(fold(word)) || LEGAL_FORMS.has(fold(word));
}

const STATIC = new Set([...CUSTOMER_WORDS, ...PARTNER_WORDS, 'service', 'services', 'project', 'group']);

function termOf(words: string, side: Side): Term[] {
  const bare = bareOf(words);
  const capitals = /^\p{Lu}{2,6}$/u.test(words.trim()) ? words.trim() : undefined;
  return bare.length < 2 || (bare.length < LEAST_TERM && capitals === undefined) ? [] : [{ bare, capitals, side }];
}

const LEAST_TERM = 4;
const INTRO =
  'hereinafter|hereafter|referred to as|nachfolgend|nachstehend|im folgenden|ci-après|ci-apres|désignée?|dénommée?|en adelante|en lo sucesivo|denominad[oa]';
const SAID =
  '(?:referred to as|called|as|also|jointly|kurz|genannt|bezeichnet als|dénommée?s?|désignée?s?|denominad[oa]s?|l[ae])';
const ARTICLE = "(?:(?:the|der|die|das|den|le|la|les|el|los)\\s|l['’])?";
const OPEN = '["“„«‚‘\']\\s?';
const CLOSE = '\\s?["”“»’‘\']';
const TERM = "(?<term>\\p{Lu}[\\p{L}&.\\s’'-]{1,30}?)";
/** “(the “Operator”)”, “hereinafter called “the Operator””, “nachfolgend Betreiberin genannt”, “as Operator”. */
const DEFINITIONS: readonly RegExp[] = [
  new RegExp(`(?:(?:${INTRO})[^"“”„«»()]{0,40}?|\\(\\s*${ARTICLE})${OPEN}${ARTICLE}${TERM}${CLOSE}`, 'giu'),
  new RegExp(
    `(?:${INTRO})(?:[\\s,:]+${SAID})*[\\s,:]+${ARTICLE}(?<term>\\p{Lu}[\\p{L}-]{2,30}(?:\\s\\p{Lu}[\\p{L}-]{2,20})?)`,
    'gu',
  ),
];
/** “The term “Operator” means Trey Research”. */
const MEANS = new RegExp(
  `${OPEN}${ARTICLE}${TERM}${CLOSE}\\s*(?:means|shall mean|refers to|bezeichnet|meint|ist|désigne|significa|designa|[:=])\\s*${ARTICLE}`,
  'giu',
);
/** Characters in which the company stands in front of what it is called, with its address. */
const MOST_AHEAD = 260;
const MOST_BEHIND = 80;

function definedIn(view: DocumentView, names: CompanyNames): Term[] {
  const pages = [...Map.groupBy(view.rows, ({ page }) => page).values()];
  return pages.flatMap((rows) => {
    const text = rows.map(rowText).join(' ');
    const ahead = DEFINITIONS.flatMap((form) =>
      [...text.matchAll(form)].flatMap(({ index, groups }) => {
        const side = namedLast(text.slice(Math.max(0, index - MOST_AHEAD), index), names);
        return side === undefined ? [] : termOf(groups?.term ?? '', side);
      }),
    );
    const behind = [...text.matchAll(MEANS)].flatMap(({ 0: whole, index, groups }) => {
      const end = index + whole.length;
      const side = names.namedFirst(text.slice(end, end + MOST_BEHIND));
      return side === undefined ? [] : termOf(groups?.term ?? '', side);
    });
    return [...ahead, ...behind];
  });
}

/** Words by which another company comes in, or the sentence ends. */
const ANOTHER = /(?<!\p{L})(?:and|und|et|y|e|between|zwischen|entre)(?!\p{L})|\p{L}{4,}\.\s+\p{Lu}/u;

/** The side that is named last in a text, where nobody else is behind it. */
function namedLast(text: string, names: CompanyNames): Side | undefined {
  const last = names.named(text).sort((a, b) => b.end - a.end)[0];
  if (last === undefined) return undefined;
  const behind = text.slice(last.end);
  const forms = (behind.match(/\p{L}+/gu) ?? []).map(
    (word) => LEGAL_FORMS.has(fold(word)) && /^\p{Lu}\p{L}/u.test(word),
  );
  // Those right behind the name are its own.
  const isOther = forms.some((isForm, index) => isForm && forms.slice(0, index).includes(false));
  return isOther || ANOTHER.test(behind) ? undefined : last.side;
}

/** Rows between the line of one side and that of the other. */
const SIDES_REACH = 6;
const MOST_LABEL_WORDS = 4;
const MOST_VALUE_WORDS = 12;

interface Line extends Term {
  readonly row: Row;
}

/** “Requesting company: Trey Research”, where the other side has such a line near it; one alone may be a title. */
function labelledIn(view: DocumentView, names: CompanyNames): Term[] {
  const lines = view.rows.flatMap((row) => linesOf(row, view, names));
  return lines.filter((line) =>
    lines.some(
      ({ side, row }) =>
        side !== line.side && row.page === line.row.page && Math.abs(row.index - line.row.index) <= SIDES_REACH,
    ),
  );
}

function linesOf(row: Row, view: DocumentView, names: CompanyNames): Line[] {
  return row.cells.flatMap((cell, index): Line[] => {
    const { label, value = '' } =
      /^(?<label>\p{L}[^:：]{2,40}?)\s*[:：]\s*(?<value>\S.*)$/u.exec(cell.text)?.groups ?? {};
    const company = label === undefined ? cell.text : value;
    const side = company.split(/\s+/).length > MOST_VALUE_WORDS ? undefined : names.namedFirst(company);
    if (side === undefined) return [];
    const over = row.cells.length > 1 ? view.inColumn(view.near(row, -1), cell) : [];
    const beside = [...row.cells.slice(0, index).slice(-1), ...over.slice(0, 1)].map(({ text }) => text);
    return (label === undefined ? beside : [label])
      .filter((text) => text.split(/\s+/).length <= MOST_LABEL_WORDS && !/\d/.test(text))
      .filter((text) => names.sideOf(text) === undefined && !isPersonName(text) && labelsIn(text).length === 0)
      .flatMap((text) => termOf(text, side).map((term) => ({ ...term, row })));
  });
}
