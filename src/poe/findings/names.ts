/** Finds a company's name in running text, and tells it from names of other companies that hold it. Pure. */
import { distance } from 'fastest-levenshtein';
import { fold, foldUmlauts } from '../../documents/fold.ts';
import { COMPANY_WORDS, LEADING_WORDS, LEGAL_FORMS, NAME_PREFIXES } from './tuning.ts';
import type { Passage } from './view.ts';

interface Token {
  readonly raw: string;
  readonly forms: readonly string[];
  readonly at: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly before: string;
}

export interface NameFound {
  /** It is the name itself, and not part of another's. */
  readonly exact: boolean;
  readonly words: string;
  readonly page: number;
  /** Where it begins and ends in its passage. */
  readonly at: number;
  readonly end: number;
}

const AND = new Set(['and', 'und', 'et', 'y', 'e', '&', '+']);
/** Letters for each of which one may be wrong in a scan. */
const LETTERS_PER_SLIP = 6;
/** Letters of a name's first word that stands for all of it. */
const LEAST_SHORT_NAME = 5;

/** Where the name stands in a document; the exact ones first. */
export function findName(name: string, passages: readonly Passage[]): NameFound[] {
  const wanted = significant(tokensOf(name));
  if (wanted.length === 0) return [];
  const found = passages.flatMap((passage) => inPassage(wanted, passage));
  return found.sort((a, b) => Number(b.exact) - Number(a.exact));
}

/** Whether an address is at a host that is called like the company: “jane@treyresearch.example”. */
export function isAddressOf(name: string, text: string): boolean {
  const words = significant(tokensOf(name)).map(({ forms }) => (forms[0] ?? '').replace(/[^\p{L}\p{N}]/gu, ''));
  const wholes = words
    .map((_, at) => words.slice(0, at + 1).join(''))
    .filter((each) => each.length >= LEAST_SHORT_NAME);
  return [...text.matchAll(/@([\p{L}\p{N}.-]+)/gu)].some(([, host = '']) =>
    host.split('.').some((label) => wholes.includes(fold(label).replace(/-/g, ''))),
  );
}

/** A text without the names of companies. */
export function withoutNames(names: readonly string[], text: string): string {
  const found = names.flatMap((name) => findName(name, [{ text, page: 1, scan: false }]));
  return found.reduce((rest, { at, end }) => rest.slice(0, at) + ' '.repeat(end - at) + rest.slice(end), text);
}

/** Whether it stands in a short text. */
export function holdsName(name: string, text: string, scan = false): boolean {
  return findName(name, [{ text, page: 1, scan }]).some(({ exact }) => exact);
}

/**
 * Whether a short text calls a company by the first words of its name: “Project sponsor (Larkfield)”. What stands around it in capitals would
 * make it another's, or a person's.
 */
export function holdsShortName(name: string, text: string): boolean {
  const wanted = significant(tokensOf(name));
  const tokens = tokensOf(text);
  return wanted.some((_, last) => {
    const short = wanted.slice(0, last);
    if (!isTelling(short)) return false;
    return tokens.some((first, start) => {
      const next = tokens[start + last];
      const before = start > 0 && /^[ \u00a0]$/.test(first.before) ? tokens[start - 1] : undefined;
      return (
        short.every(
          (word, index) => tokens[start + index] !== undefined && isSame(word, tokens[start + index] as Token, false),
        ) &&
        !(next !== undefined && /^[ \u00a0&-]+$/.test(next.before) && isCapital(next.raw)) &&
        !(before !== undefined && isCapital(before.raw) && !LEADING_WORDS.has(before.forms[0] ?? ''))
      );
    });
  });
}

/** Two words, or one that is no word of companies and no short one. */
function isTelling([first, second]: readonly Token[]): boolean {
  const [form = ''] = first?.forms ?? [];
  const isPlain = COMPANY_WORDS.has(form) || NAME_PREFIXES.has(form) || LEADING_WORDS.has(form);
  return second !== undefined || (form.length >= LEAST_SHORT_NAME && !isPlain);
}

function inPassage(wanted: readonly Token[], { text, page, scan }: Passage): NameFound[] {
  const tokens = tokensOf(text);
  const found: NameFound[] = [];
  for (let start = 0; start + wanted.length <= tokens.length; start++) {
    const matches = wanted.every((word, index) => {
      const token = tokens[start + index] as Token;
      return (index === 0 || !token.before.includes('\t')) && isSame(word, token, scan);
    });
    if (!matches) continue;
    const end = start + wanted.length;
    const last = tokens[end - 1] as Token;
    const { at } = tokens[start] as Token;
    const line = text.slice(Math.max(0, at - 40), last.end + 40);
    found.push({ exact: !isOther(tokens, start, end), words: line, page, at, end: last.end });
  }
  return found;
}

function isSame(word: Token, token: Token, scan: boolean): boolean {
  if (word.forms.some((form) => token.forms.includes(form))) return true;
  const [form = ''] = word.forms;
  const slips = Math.floor(form.length / LETTERS_PER_SLIP);
  return scan && slips > 0 && token.forms.some((other) => distance(form, other) <= slips);
}

/** Whether the words around it make it another company's name. */
function isOther(tokens: readonly Token[], start: number, end: number): boolean {
  const next = tokens[end];
  const suffixed = next !== undefined && isLegal(next) && isBlank(next.before);
  if (!suffixed && goesOn(tokens, end)) return true;
  const before = tokens[start - 1];
  const first = tokens[start];
  if (before === undefined || first === undefined || !/^[^\S\n]+$/.test(first.before)) return false;
  const [form = ''] = before.forms;
  if (NAME_PREFIXES.has(form)) return isCapital(before.raw);
  // “Customer: Alpine Contoso GmbH”: one more word of the name, right behind a label.
  const opens = start === 1 || !isBlank(before.before) || /[\t\n]/.test(before.before);
  return suffixed && opens && isCapital(before.raw) && !LEADING_WORDS.has(form);
}

/** Whether a longer name goes on behind: words of companies, or capital words that a legal form ends. */
function goesOn(tokens: readonly Token[], end: number): boolean {
  for (let at = end; at < Math.min(tokens.length, end + 3); at++) {
    const token = tokens[at] as Token;
    const joined = /^[ \u00a0-]$|^ & $/.test(token.before) || (at > end && token.before === ' ');
    if (!joined || !isCapital(token.raw)) return false;
    const [form = ''] = token.forms;
    if (at > end && isLegal(token)) return true;
    if (COMPANY_WORDS.has(form)) return true;
  }
  return false;
}

/** Nothing but blanks, or the comma and dot of a legal form. */
function isBlank(between: string): boolean {
  return /^[\s,.(]*$/.test(between);
}

function isCapital(word: string): boolean {
  return /^[\p{Lu}\p{N}]/u.test(word);
}

function isLegal({ forms: [form = ''] }: Token): boolean {
  return LEGAL_FORMS.has(form);
}

/** Legal forms of several words, the longest first. */
const LONG_FORMS = ['s de rl de cv', 'sapi de cv', 'sa de cv', 's de rl'].map((form) => form.split(' '));

/** Without the article in front and the legal form at the end; all of it where nothing else is there. */
function significant(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  const isForm = (token: Token): boolean => isLegal(token) || token.forms[0] === '&';
  const whole = LONG_FORMS.find(
    (form) => form.length < end && form.every((word, at) => tokens[end - form.length + at]?.forms[0] === word),
  );
  end -= whole?.length ?? 0;
  while (end > 1 && isForm(tokens[end - 1] as Token)) end--;
  const start = end > 1 && tokens[0]?.forms[0] === 'the' ? 1 : 0;
  return tokens.slice(start, end);
}

/** Addresses and names of hosts and files name nobody. */
const ADDRESS =
  /[^\s@<>()]+@[^\s@<>()]+|https?:\/\/\S+|(?<![\p{L}\p{N}.])[a-z\d-]{2,}(?:\.[a-z\d-]{2,})+(?![\p{L}\p{N}])/giu;
/** “S.A.R.L.”, “G.m.b.H.”: one word. */
const DOTTED = /(?<![\p{L}\p{N}])(?:\p{L}\.\s?){1,}\p{L}(?:\.|(?![\p{L}\p{N}]))/gu;
const WORD = /[\p{L}\p{N}]+(?:['’`´][\p{L}\p{N}]+)*|[&+]/gu;

function tokensOf(text: string): Token[] {
  const plain = text
    .replace(ADDRESS, (address) =>
      isLegalWord(address) ? address : ' '.repeat(address.length).replace(/ /g, '\u0001'),
    )
    .replace(DOTTED, (word) => word.replace(/[.\s]/g, '').padEnd(word.length, ' '));
  const tokens: Token[] = [];
  let last = 0;
  for (const { 0: raw, index } of plain.matchAll(WORD)) {
    tokens.push({ raw, forms: formsOf(raw), at: index, end: index + raw.length, before: plain.slice(last, index) });
    last = index + raw.length;
  }
  return tokens;
}

/** “Co.KG” is no host. */
function isLegalWord(address: string): boolean {
  return LEGAL_FORMS.has(fold(address.split('.')[0] ?? ''));
}

/** “Quispe Hnos.”, “Gebr. Maier”, “Farmacias Luna y Cía.” */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  hnos: 'hermanos',
  cia: 'compania',
  gebr: 'gebruder',
  bros: 'brothers',
  ets: 'etablissements',
  ste: 'societe',
};
const ELIDED = /^(?:[cdjlmnst]|qu)['’`´](?=\p{Lu})/iu;

function formsOf(raw: string): string[] {
  const word = raw.replace(/['’`´]s$/i, '').replace(/['’`´]/g, '');
  // “d’Atelier Nuage”: the word with and without what French puts in front.
  const words = [word, raw.replace(ELIDED, '').replace(/['’`´]/g, '')];
  const spelt = [...new Set(words.flatMap((each) => [fold(each), foldUmlauts(each)]))];
  const forms = [...new Set(spelt.map((form) => SHORT_FORMS[form] ?? form))];
  return forms.some((form) => AND.has(form)) ? ['&', ...forms] : forms;
}
