/** Takes a cell apart into labels and what stands behind them: “Signature: ____  Date: 12 June 2020”. Pure. */
import { datesIn } from '../../documents/dates.ts';
import { anyOf, endsSentence, fold } from '../../documents/fold.ts';
import { CONFORMED_MARK, isPersonName, signedBy } from './signer.ts';
import {
  ACCEPTANCE_LABELS,
  COMPANY_LABELS,
  CUSTOMER_WORDS,
  DATE_LABELS,
  MENTIONS,
  NAME_LABELS,
  OTHER_LABELS,
  PARTNER_WORDS,
  SIGN_LABELS,
  SIGNER_WORDS,
  WAITING_WORDS,
} from './tuning.ts';

export type LabelKind = 'sign' | 'date' | 'name' | 'company' | 'other';

export interface Labelled {
  readonly kind: LabelKind;
  /** The label with what belongs to it: “Customer signature”, “Signed for Trey Research”. */
  readonly label: string;
  /** What stands behind it in its cell; undefined where the label stands alone. */
  readonly value: string | undefined;
}

/** `acceptance`: of a place to sign where somebody has signed there. */
const KINDS: readonly (readonly [LabelKind | 'acceptance', readonly string[]])[] = [
  ['date', DATE_LABELS],
  ['sign', SIGN_LABELS],
  ['acceptance', ACCEPTANCE_LABELS],
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
/** “Signed on behalf of …” begins like “Signed on …”. */
const NOT_BEHALF = '(?!\\s+behalf)';
const AHEAD = '(?<![\\p{L}\\p{N}])';
/** What may stand between a label and its colon: “(customer)”, “for and on behalf of Trey Research”. */
const TAIL = '(?<tail>[^:_\\n]{0,60}?)';
/** The colon of a time is none. */
const STOP = '\\s*(?:(?:(?<!\\d)[:：]|[:：](?!\\d\\d))|(?=_{2,}|\\.{4,}|…{2,}|-{4,}))';
const LABEL = new RegExp(
  `${AHEAD}(?<label>${PARTY}(?:${KINDS.map(([kind, words]) => `(?<${kind}>${anyWord(words)})${kind === 'date' ? NOT_BEHALF : ''}`).join('|')})(?![\\p{L}\\p{N}])${TAIL})${STOP}`,
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
  const caption = captioned(cell, plain);
  if (caption.length > 0) return caption;
  const of = SIGNATURE_OF.exec(plain)?.groups;
  if (of !== undefined && isSignedAndDated(cell.slice(-(of.signed ?? '').length)))
    return [{ kind: 'sign', label: of.label ?? '', value: cell.slice(-(of.signed ?? '').length) }];
  const found = [...plain.matchAll(LABEL)].filter(({ groups, index }) => isLabel(plain, groups?.label ?? '', index));
  if (found.length === 0) return bareLabel(cell, plain);
  return found.flatMap(({ 0: whole, index, groups = {} }, order) => {
    const end = index + whole.length;
    const next = found[order + 1]?.index ?? cell.length;
    const isWaiting = WAITING.test(plain.slice(0, index)) || WAITING.test(groups.tail ?? '');
    const value = isWaiting && groups.sign !== undefined ? '' : cell.slice(end, next).trim();
    const kind = kindOf(groups, value);
    return kind === undefined ? [] : [{ kind, label: cell.slice(index, end).replace(/[\s:：]+$/u, ''), value }];
  });
}

const TELLS_SIGNER = new RegExp(`^[^:]{0,60}?${anyOf(SIGNER_WORDS).source}[^:\\p{L}]*(?::|$)`, 'u');

/** “Accepted by: Jane Doe”, “Signatory”: who signs, as opposed to the place where it is done. */
export function tellsSigner(text: string): boolean {
  return TELLS_SIGNER.test(fold(text));
}

/** “To be approved”, “zu genehmigen”, “à valider”, “por aprobar”. */
const STILL =
  /(?<!\p{L})(?:to be|needs?|needed|required|requested|pending|planned|noch|zu|ausstehend|a (?:valider|approuver|signer)|por (?:aprobar|firmar)|pendiente)(?!\p{L})/u;
const WAITING = anyOf(WAITING_WORDS);
const APPROVES = anyOf(ACCEPTANCE_LABELS);

/** “Approved for the customer”, “Für den Kunden genehmigt”: in front of a name a label of the place to sign. */
export function isApproval(text: string): boolean {
  const plain = fold(text);
  return (
    plain.split(/\s+/).length <= MOST_LABEL_WORDS && !endsSentence(plain) && APPROVES.test(plain) && !STILL.test(plain)
  );
}

const MENTION = new RegExp(`^\\W*${anyOf(MENTIONS).source}\\W*$`, 'u');

/** “Lu et approuvé” alone: what those who sign write above their signature. */
export function isMention(text: string): boolean {
  return MENTION.test(fold(text));
}

const SIGNED_TOO = /^\s?(?:[,/&+]|and|und|et|y)\s?(?:e-)?(?:signature|unterschrift|firma)(?!\p{L})/u;

const TYPED =
  /(?:counts as|serves as|constitutes|gilt als|vaut|tient lieu de|equivale a|sirve como).*?(?:signature|unterschrift|firma)/u;

/** Undefined for “Accepted: 12 sites”. */
function kindOf(groups: Readonly<Record<string, string | undefined>>, value: string): LabelKind | undefined {
  const kind = KINDS.find(([each]) => groups[each] !== undefined)?.[0] ?? 'other';
  // “Name/Signature”, “Datum, Unterschrift”, “Cachet et signature”
  if (/^(?:name|date|other)$/.test(kind) && SIGNED_TOO.test(groups.tail ?? '')) return 'sign';
  // “Name (counts as an electronic signature)”
  if (kind === 'name' && TYPED.test(groups.tail ?? '')) return 'sign';
  if (kind !== 'acceptance') return kind;
  return signedBy(value) === 'name' || /^[_.…-]{2,}/.test(value) ? 'sign' : undefined;
}

/** Prose holds the words of labels too: a label begins its cell, or stands behind a value or a gap. */
function isLabel(plain: string, label: string, at: number): boolean {
  // How somebody signed, in the report of a service.
  if (label.split(/\s+/).length > MOST_LABEL_WORDS || label.startsWith('signature adoption')) return false;
  const before = plain.slice(0, at).trimEnd();
  // Within a sentence a word in front tells: “the signature of …:”.
  return (
    before === '' ||
    !/(?:^|\s)(?:be|not|nicht|zu|the|a|an|this|our|your|its|der|die|das|des|dieser|eine|le|la|les|une|cette|el|esta|una)$/.test(
      before,
    )
  );
}

const BARE = new RegExp(
  `^[\\s(\\[*_.…–—-]*(?<label>${PARTY}(?:${KINDS.map(([kind, words]) => `(?<${kind}>${anyWord(words)})${kind === 'date' ? NOT_BEHALF : ''}`).join('|')})(?![\\p{L}\\p{N}])(?<tail>[^:]*))$`,
  'u',
);
const MOST_BARE_WORDS = 12;
const MOST_WORDS_TO_A_MARK = 20;
/** In front of a name these tell that it is a signature, wherever they stand in a short line. */
const CONFORMED = new RegExp(`(?:^|[\\s,;(])(?<signed>(?:${CONFORMED_MARK}|gez\\.|sgd\\.?|fdo\\.)\\s*\\p{L}.*)$`, 'u');
const SIGNED_WORDS =
  /^\s*(?:signed by|signed|gezeichnet|unterzeichnet von|signe par|signe|firmado por|firmado|digitally signed by|electronically signed by|e-signed by)\s+(?<signed>\S.*)$/u;
/** “Signature /Jane Doe/”. */
const SLASHED = new RegExp(`^${PARTY}(?:${anyWord(SIGN_LABELS)})\\s(?<signed>/[^/]{4,40}/)$`, 'u');
/** “Signed for Trey Research by Jane Doe on 4 May 2020”. */
const SIGNED_FOR =
  /^\s*(?:signed|accepted|approved|gezeichnet|unterzeichnet|signe|firmado)\s.*?\s(?:by|von|durch|par|por)\s(?<signed>\S+\s.*)$/u;
/** “Signed by Jane Doe for and on behalf of Trey Research on 4 May 2020”. */
const SIGNED_BY_FOR =
  /^\s*(?:signed|accepted|approved|gezeichnet|unterzeichnet|signe|accepte|firmado|aceptado)\s(?:by|von|durch|par|por)\s(?<signed>\S+\s.*?)\s(?:for|on behalf|fur|im namen|pour|au nom|en nombre)\s/u;
/** “Jane Doe signed this document electronically on 4 May 2020”. */
const NAME_SIGNED =
  /^(?<signed>[^,:;()]{4,40}?)(?:,[^,:;()]{2,60},|\s\([^()]{2,60}\))?\s(?:has signed|signed|hat (?:\S+\s){0,4}(?:unterzeichnet|unterschrieben|signiert)|a signe|firmo|ha firmado)(?!\p{L})/u;
/** Words in front of many things: alone they are labels. */
/** In the place of a signature, over the name. */
const ELECTRONIC =
  /^\W*(?:(?:electronically|digitally|e-)\s?signed|signed (?:electronically|digitally)|(?:elektronisch|digital) (?:signiert|unterzeichnet)|signe electroniquement|firmado (?:electronicamente|digitalmente))\W*$/u;
const PREPOSITIONS = new Set(['by', 'par', 'per', 'durch']);

const CAPTIONED = new RegExp(
  `^(?<signed>[^()\\[\\]]*?)\\s*[(\\[](?<label>${PARTY}(?:${anyWord(SIGN_LABELS)})(?![\\p{L}\\p{N}])[^()\\[\\]:]{0,40})[)\\]]`,
  'u',
);

/** “Approved: Jane Doe (signature of the customer)  Date: 4 May 2020”: the caption in brackets behind what was written. */
function captioned(cell: string, plain: string): Labelled[] {
  const { 0: whole = '', groups = {} } = CAPTIONED.exec(plain) ?? {};
  const [by = ''] = cell
    .slice(0, (groups.signed ?? '').length)
    .split(/[:：]\s/)
    .slice(-1);
  if (whole === '' || whole.split(/\s+/).length > MOST_WORDS_TO_A_MARK || !isPersonName(by)) return [];
  // A name alone may be printed over a line.
  if (datesIn(cell.slice(whole.length)).length === 0) return [];
  const label = groups.label ?? '';
  const at = whole.length - 1 - label.length;
  return [
    { kind: 'sign', label: cell.slice(at, at + label.length), value: by.trim() },
    ...labelsIn(cell.slice(whole.length)),
  ];
}

const SIGNATURE_OF = new RegExp(
  `^(?:[^:]{0,40}:\\s*)?(?<label>(?:${anyWord(SIGN_LABELS)})\\s+(?:\\p{L}{2,3}\\s+)?(?:${anyWord([...CUSTOMER_WORDS, ...PARTNER_WORDS])}))\\s+(?<signed>\\p{L}(?:(?!:\\s).)*)$`,
  'u',
);

/** “Signature of the customer Jane Doe, 4 May 2020”: with the day it is no caption beneath a line. */
function isSignedAndDated(text: string): boolean {
  return datesIn(text).length === 1 && signedBy(text) === 'name';
}

/** A label without a colon: a caption beneath a line, the head of a column, or words in front of a name. */
function bareLabel(cell: string, plain: string): Labelled[] {
  const count = plain.trim().split(/\s+/).length;
  if (count > MOST_WORDS_TO_A_MARK) return [];
  const conformed = CONFORMED.exec(plain)?.groups?.signed;
  if (conformed !== undefined) return [{ kind: 'sign', label: '', value: cell.slice(-conformed.length).trim() }];
  const signed = SIGNED_WORDS.exec(plain)?.groups?.signed;
  const by = signed === undefined ? '' : cell.slice(-signed.length).trim();
  if (/^(?:name|elsewhere)$/.test(signedBy(by)))
    return [{ kind: 'sign', label: cell.slice(0, cell.length - by.length).trim(), value: by }];
  const slashed = SLASHED.exec(plain)?.groups?.signed ?? '';
  if (slashed !== '' && isPersonName(cell.slice(-slashed.length).replaceAll('/', '')))
    return [{ kind: 'sign', label: cell.slice(0, -slashed.length).trim(), value: cell.slice(-slashed.length) }];
  const signedFor = SIGNED_FOR.exec(plain)?.groups?.signed ?? '';
  // Without a day it may tell who is to sign.
  const byFor = datesIn(cell).length === 1 ? (SIGNED_BY_FOR.exec(plain)?.groups?.signed ?? '') : '';
  const [name = ''] = cell
    .slice(byFor === '' ? cell.length - signedFor.length : plain.indexOf(byFor))
    .split(/\s(?:on|at|am|den|le|el|a|for|für|im|pour|au|por|en)\s|,/i);
  if ((signedFor !== '' || byFor !== '') && isPersonName(name)) {
    const [date] = datesIn(cell);
    // For whom, and when, may stand in front of the name and behind it.
    return [
      {
        kind: 'sign',
        label: cell.replace(name, '…').trim(),
        value: date === undefined ? name : `${name}, ${date.words}`,
      },
    ];
  }
  const byName = NAME_SIGNED.exec(plain)?.groups?.signed ?? '';
  if (byName !== '' && datesIn(cell).length === 1 && isPersonName(cell.slice(0, byName.length)))
    return [{ kind: 'sign', label: '', value: `${cell.slice(0, byName.length)}, ${datesIn(cell)[0]?.words}` }];
  if (count > MOST_BARE_WORDS) return [];
  if (isMention(cell)) return [{ kind: 'sign', label: cell, value: undefined }];
  const { groups } = BARE.exec(plain) ?? {};
  if (groups === undefined || endsSentence(plain) || ELECTRONIC.test(plain)) return [];
  const kind = kindOf(groups, '');
  if (kind === undefined || (kind === 'company' && /\p{L}/u.test(groups.tail ?? ''))) return [];
  // “Name Jane Doe”
  const named = cell.slice(cell.length - (groups.tail ?? '').length).trim();
  if (kind === 'name' && named !== '' && isPersonName(named))
    return [{ kind, label: cell.slice(0, cell.length - named.length).trim(), value: named }];
  // “Lyon, on 2 June 2020”, with the words of a label in front.
  if (kind === 'date' && datesIn(cell).length > 0) return [{ kind, label: '', value: cell }];
  if (PREPOSITIONS.has(groups[kind] ?? '') && /\p{L}/u.test(groups.tail ?? '')) return [];
  return [{ kind, label: cell.replace(/^[\s([*_.…–—-]+|[\s)\]*]+$/gu, ''), value: undefined }];
}
