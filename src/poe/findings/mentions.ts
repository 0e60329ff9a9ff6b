/** Finds products in a text by their names. Pure. */
import { distance } from 'fastest-levenshtein';
import { fold } from '../../documents/fold.ts';
import { type KnownProduct, PRODUCT_COMPANY, PRODUCTS } from './products.ts';

export interface ProductMention {
  readonly product: KnownProduct;
  readonly at: number;
  readonly end: number;
}

interface Word {
  readonly raw: string;
  readonly form: string;
  readonly at: number;
  readonly end: number;
  readonly before: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** Between the words of one name. */
const WITHIN = /^[\s\u00a0®™©\-–/&.]{1,4}$/u;
/** In front of a name they are a part of it, and say nothing of their own. */
const MAKERS = new Set([
  'microsoft',
  'ms',
  'office',
  'o365',
  'm365',
  '365',
  'workload',
  'workloads',
  'product',
  'produkt',
  'produit',
  'producto',
]);
/** “Microsoft Defender para Office 365”. */
const FOR = new Set(['for', 'fur', 'pour', 'para', 'per', 'voor']);
/** Behind a plain word that begins an item of a list: it is what was brought there. */
const LED_ON = new Set([...FOR, 'sur', 'auf', 'on', 'als', 'as']);
const JOINERS = /^\s*(?:,|\/|&|\+|;|·|\|)\s*$|^\s*,?\s*$/;
const AND_WORDS = new Set(['and', 'und', 'et', 'y', 'e', 'or', 'oder', 'ou', 'sowie', 'plus']);
const DETERMINERS = new Set(
  'die der den das dem unsere unserer unseren beide beiden alle allen aller mehrere mehreren verschiedene einzelnen ihre ihren les des nos los las sus zwei drei vier funf sechs two three four five six several both deux trois quatre cinq dos tres cuatro cinco'.split(
    ' ',
  ),
);
const COMPANY = new Set(PRODUCT_COMPANY);

/** The product that a claim's workload is; one of its own where it is not known. */
export function productOf(workload: string): KnownProduct {
  const wanted = wordsOf(workload);
  const joined = wanted.map(({ form }) => form).join(' ');
  const isWorkload = ({ names, short = [], word }: KnownProduct): boolean =>
    [...names, ...short, ...(word === undefined ? [] : [word])].some(
      (name) =>
        wordsOf(name)
          .map(({ form }) => form)
          .join(' ') === joined,
    );
  const exact = PRODUCTS.find(isWorkload);
  if (exact !== undefined) return exact;
  // “Exchange Online (EXO)”, “OSU - Microsoft Teams”: the one product that its name holds.
  const held = new Set(mentionsIn(workload, PRODUCTS).map(({ product }) => product));
  const [only, another] = held;
  return only !== undefined && another === undefined ? only : unknownProduct(wanted);
}

/** By its whole name, and without its maker's; one plain word that is left counts as such. */
function unknownProduct(words: readonly Word[]): KnownProduct {
  const joined = words.map(({ form }) => form).join(' ');
  const [first, ...rest] = words;
  const [only, another] = rest;
  if (first === undefined || only === undefined || !MAKERS.has(first.form)) return { names: [joined] };
  return another === undefined
    ? { names: [joined], word: only.raw }
    : { names: [joined, rest.map(({ form }) => form).join(' ')] };
}

/** Whether a mention is one of this product: by a name of its own, or of a part of it that is another product, too. */
export function isMentionOf({ product, at, end }: ProductMention, wanted: KnownProduct, text: string): boolean {
  if (product === wanted) return true;
  const name = wordsOf(text.slice(at, end)).map(({ form }) => form);
  const bare = name.filter((form) => !MAKERS.has(form)).join(' ');
  return wanted.parts?.includes(bare) === true;
}

/** All products that are named, each by its longest name at its place. @param scan read from a picture: letters may be wrong */
export function mentionsIn(text: string, products: readonly KnownProduct[], scan = false): ProductMention[] {
  const found: ProductMention[] = [];
  const words = wordsOf(text);
  const plain: { readonly product: KnownProduct; readonly index: number }[] = [];
  for (let index = 0; index < words.length; index++) {
    const best = longestAt(words, index, products, scan);
    if (best !== undefined) {
      found.push({
        product: best.product,
        at: (words[index] as Word).at,
        end: (words[index + best.count - 1] as Word).end,
      });
      index += best.count - 1;
      continue;
    }
    const product = products.find(({ word }) => word === words[index]?.raw);
    if (product !== undefined) plain.push({ product, index });
  }
  for (const { product, index } of plain) {
    const { at, end } = words[index] as Word;
    if (isProductHere(text, words, index, found)) found.push({ product, at, end });
  }
  return found.sort((a, b) => a.at - b.at);
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    words.push({ raw, form: fold(raw), at: index, end: index + raw.length, before: text.slice(last, index) });
    last = index + raw.length;
  }
  return words;
}

function longestAt(
  words: readonly Word[],
  index: number,
  products: readonly KnownProduct[],
  scan: boolean,
): { readonly product: KnownProduct; readonly count: number } | undefined {
  let best: { product: KnownProduct; count: number } | undefined;
  const { form = '' } = words[index] ?? {};
  // In scans the first word may be wrong, too.
  for (const product of scan ? products : (byFirstWord(products).get(form) ?? [])) {
    for (const [name, exact] of namesOf(product)) {
      if (name.length > (best?.count ?? 0) && standsAt(words, index, name, exact, scan))
        best = { product, count: name.length };
    }
  }
  return best;
}

const FIRST_WORDS = new WeakMap<readonly KnownProduct[], ReadonlyMap<string, readonly KnownProduct[]>>();

/** The products that have a name beginning with a word. */
function byFirstWord(products: readonly KnownProduct[]): ReadonlyMap<string, readonly KnownProduct[]> {
  const known = FIRST_WORDS.get(products);
  if (known !== undefined) return known;
  const index = new Map<string, KnownProduct[]>();
  for (const product of products) {
    const firsts = new Set(namesOf(product).map(([[first = '']]) => fold(first)));
    for (const first of firsts) index.set(first, [...(index.get(first) ?? []), product]);
  }
  FIRST_WORDS.set(products, index);
  return index;
}

const NAMES = new WeakMap<KnownProduct, readonly (readonly [readonly string[], boolean])[]>();

/** Each name as its words, and whether its case counts. */
function namesOf(product: KnownProduct): readonly (readonly [readonly string[], boolean])[] {
  const known = NAMES.get(product);
  if (known !== undefined) return known;
  const names = [
    ...product.names.map((name) => [name.match(WORD) ?? [], false] as const),
    ...(product.short ?? []).map((name) => [name.match(WORD) ?? [], true] as const),
  ];
  NAMES.set(product, names);
  return names;
}

const LETTERS_FOR_A_SLIP = 6;

function standsAt(
  words: readonly Word[],
  index: number,
  name: readonly string[],
  exact: boolean,
  scan: boolean,
): boolean {
  return name.every((part, offset) => {
    const word = words[index + offset];
    if (word === undefined || (offset > 0 && !WITHIN.test(word.before))) return false;
    if (exact) return word.raw === part;
    return (
      word.form === part ||
      (part === 'for' && FOR.has(word.form)) ||
      (scan && evenLetters(word.form) === evenLetters(part)) ||
      (scan && part.length >= LETTERS_FOR_A_SLIP && distance(word.form, part) <= 1)
    );
  });
}

/** “Power Bl”: letters that scans take for each other. */
function evenLetters(word: string): string {
  return word.replace(/[l1|]/g, 'i').replace(/0/g, 'o');
}

/** Whether a plain word, in the case of a name, means the product. */
function isProductHere(text: string, words: readonly Word[], index: number, known: readonly ProductMention[]): boolean {
  const word = words[index] as Word;
  const previous = words[index - 1];
  const next = words[index + 1];
  // “Montage-Teams”
  if (previous !== undefined && /^[-‐]$/.test(word.before) && !MAKERS.has(previous.form)) return false;
  const opens = previous === undefined || /[\t.:;!?•\-–☐☒☑✓✔\])]/.test(word.before.trim().slice(-1) || word.before);
  const closes = next === undefined || /[\t.:;!?☐☒☑✓✔]|\s[–—-]\s/.test(next.before);
  if (opens && closes) return true;
  // “Teams für Übergaben zwischen den Häusern”, in a list of what was done.
  const isItem = /^\P{L}*$/u.test(text.slice(text.lastIndexOf('\n', word.at) + 1, word.at));
  if (isItem && next !== undefined && /^\s$/.test(next.before) && LED_ON.has(next.form)) return true;
  if (
    next !== undefined &&
    !closes &&
    /^\s+$/.test(next.before) &&
    ['of', 'rate', 'rates', 'program'].includes(next.form)
  )
    return false;
  if (isListed(text, word, known) || hasChannels(words, index)) return true;
  if (next !== undefined && /^[\s-]+$/.test(next.before) && COMPANY.has(next.form))
    return !isPlainCapital(previous, opens);
  if (next !== undefined && /^\s*\($/.test(next.before) && MAKERS.has(next.form)) return true;
  if (opens || previous === undefined) return false;
  if (MAKERS.has(previous.form)) return true;
  return !DETERMINERS.has(previous.form) && /^\p{Ll}/u.test(previous.raw);
}

const CHANNELS = new Set('channel channels kanal kanale kanalen canal canaux canales'.split(' '));
const CHANNELS_REACH = 5;

/** “Built 18 Teams with channels and guest policy”. */
function hasChannels(words: readonly Word[], index: number): boolean {
  return words.slice(index + 1, index + 1 + CHANNELS_REACH).some(({ form }) => CHANNELS.has(form));
}

/** “Project Teams”: a plain word with capitals, as headings have them. */
function isPlainCapital(previous: Word | undefined, opens: boolean): boolean {
  return (
    !opens &&
    previous !== undefined &&
    /^\p{Lu}\p{Ll}/u.test(previous.raw) &&
    !MAKERS.has(previous.form) &&
    !COMPANY.has(previous.form)
  );
}

/** Whether it stands in one list with a product. */
function isListed(text: string, { at, end }: Word, known: readonly ProductMention[]): boolean {
  return known.some((mention) => {
    const between =
      mention.end <= at ? text.slice(mention.end, at) : mention.at >= end ? text.slice(end, mention.at) : undefined;
    if (between === undefined || between.length > 12) return false;
    const words = between.match(WORD) ?? [];
    return words.length === 0
      ? JOINERS.test(between) && /[^\s]/.test(between)
      : words.every((word) => AND_WORDS.has(fold(word)));
  });
}
