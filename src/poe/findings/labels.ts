/** Takes a cell apart into labels and what stands behind them: “Signature: ____  Date: 12 June 2020”. Pure. */
import { endsSentence, fold } from './fold.ts';
import {
  COMPANY_LABELS,
  CUSTOMER_WORDS,
  DATE_LABELS,
  NAME_LABELS,
  OTHER_LABELS,
  PARTNER_WORDS,
  SIGN_LABELS,
} from './tuning.ts';

export type LabelKind = 'sign' | 'date' | 'name' | 'company' | 'other';

export interface Labelled {
  readonly kind: LabelKind;
  /** The label with what belongs to it: “Customer signature”, “Signed for Trey Research”. */
  readonly label: string;
  /** What stands behind it in its cell; undefined where the label stands alone. */
  readonly value: string | undefined;
}

const KINDS: readonly (readonly [LabelKind, readonly string[]])[] = [
  ['date', DATE_LABELS],
  ['sign', SIGN_LABELS],
  ['name', NAME_LABELS],
  ['company', COMPANY_LABELS],
  ['other', OTHER_LABELS],
];

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
const anyWord = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => escaped(fold(word)))
    .join('|');

const PARTY = `(?:(?:${anyWord([...CUSTOMER_WORDS, ...PARTNER_WORDS])})(?:['’]s)?[\\s-]+)?`;
const AHEAD = '(?<![\\p{L}\\p{N}])';
/** What may stand between a label and its colon: “(customer)”, “for and on behalf of Trey Research”. */
const TAIL = '(?<tail>[^:_\\n]{0,60}?)';
const STOP = '\\s*(?:[:：]|(?=_{2,}|\\.{4,}|…{2,}|-{4,}))';
const LABEL = new RegExp(
  `${AHEAD}(?<label>${PARTY}(?:${KINDS.map(([kind, words]) => `(?<${kind}>${anyWord(words)})`).join('|')})(?![\\p{L}\\p{N}])${TAIL})${STOP}`,
  'gu',
);
/** Labels of one language that are plain words elsewhere count at the start of a cell, or behind a wide gap, only. */
const MOST_LABEL_WORDS = 12;

/** Folded sign by sign, so that places stay. */
function evenFold(text: string): string {
  return [...text.normalize('NFC')]
    .map((sign) =>
      fold(sign).length === sign.length ? fold(sign) : sign.toLowerCase().slice(0, sign.length).padEnd(sign.length),
    )
    .join('');
}

export function labelsIn(text: string): Labelled[] {
  const cell = text.normalize('NFC');
  const plain = evenFold(cell);
  const found = [...plain.matchAll(LABEL)].filter(({ groups, index }) => isLabel(plain, groups?.label ?? '', index));
  if (found.length === 0) return bareLabel(cell, plain);
  return found.map(({ 0: whole, index, groups = {} }, order) => {
    const end = index + whole.length;
    const next = found[order + 1]?.index ?? cell.length;
    return {
      kind: kindOf(groups),
      label: cell.slice(index, end).replace(/[\s:：]+$/u, ''),
      value: cell.slice(end, next).trim(),
    };
  });
}

function kindOf(groups: Readonly<Record<string, string | undefined>>): LabelKind {
  return KINDS.find(([kind]) => groups[kind] !== undefined)?.[0] ?? 'other';
}

/** Prose holds the words of labels too: a label begins its cell, or stands behind a value or a gap. */
function isLabel(plain: string, label: string, at: number): boolean {
  if (label.split(/\s+/).length > MOST_LABEL_WORDS) return false;
  const before = plain.slice(0, at).trimEnd();
  // Within a sentence a word in front tells: “the signature of …:”.
  return (
    before === '' ||
    !/(?:^|\s)(?:the|a|an|this|our|your|its|der|die|das|des|dieser|eine|le|la|les|une|cette|el|esta|una)$/.test(before)
  );
}

const BARE = new RegExp(
  `^[\\s(\\[*_.…–—-]*(?<label>${PARTY}(?:${KINDS.map(([kind, words]) => `(?<${kind}>${anyWord(words)})`).join('|')})(?![\\p{L}\\p{N}])(?<tail>[^:]*))$`,
  'u',
);
const MOST_BARE_WORDS = 12;
const STRONG =
  /^\s*(?:(\/s\/|gez\.|sgd\.?)|(signed by|signed|unterzeichnet von|signe par|firmado por|digitally signed by|electronically signed by|e-signed by))\s+(?!(?:for|on|by|in|at|and|fur|im|am|pour|au|le|la|por|el|en)\s)(?<value>\S.*)$/u;

/** A label without a colon: a caption under a line, the head of a column, or words in front of a name. */
function bareLabel(cell: string, plain: string): Labelled[] {
  const strong = STRONG.exec(plain);
  if (strong?.groups?.value !== undefined) {
    const at = plain.length - strong.groups.value.length;
    const marked = strong[1] !== undefined;
    return [
      {
        kind: 'sign',
        label: marked ? '' : cell.slice(0, at).trim(),
        value: marked ? cell.trim() : cell.slice(at).trim(),
      },
    ];
  }
  const { groups } = BARE.exec(plain) ?? {};
  if (groups === undefined || plain.trim().split(/\s+/).length > MOST_BARE_WORDS || endsSentence(plain)) return [];
  const kind = kindOf(groups);
  if (kind === 'company') return [];
  return [{ kind, label: cell.replace(/^[\s([*_.…–—-]+|[\s)\]*]+$/gu, ''), value: undefined }];
}
