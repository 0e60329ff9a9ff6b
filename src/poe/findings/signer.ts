/** What stands in a place to sign: whether it is a person's name, an empty line, or words that leave it open. Pure. */
import { datesIn } from '../../documents/dates.ts';
import { anyOf, fold } from '../../documents/fold.ts';
import { LEGAL_FORMS, NO_NAMES, NOT_SIGNED, SIGNED_ELSEWHERE } from './tuning.ts';

/** `words`: something is there that is neither a name nor says that nothing is. */
export type SignedBy = 'name' | 'blank' | 'elsewhere' | 'words';

const NOT_YET = anyOf(NOT_SIGNED);
const ELSEWHERE = anyOf(SIGNED_ELSEWHERE);
/** Fields that templates leave for a signing service, and for people. */
const TEMPLATE = /\{\{.*?\}\}|<<.*?>>|<[^>]*>|\[+[^\]]*\]+|\\s\d\\|\\[sn]\d+\\|\$\{.*?\}/gu;
/** “/Jane Doe/”, as some sign by typing. */
const SLASHED = /^\s*\/\s?(?<name>\p{Lu}[^/]{3,40}?)\s?\/(?=\s|$)/u;
/** “/s/ Jane Doe”, “/f/ Jane Doe”, “[signed] Jane Doe”. */
export const CONFORMED_MARK =
  '(?:/[sf]/|[\\[(]\\s*(?:signed|sgd|sign[eé]e?|gez|gezeichnet|unterzeichnet|unterschrieben|firmad[oa]|fdo)\\.?\\s*[\\])])';
const MARKED = new RegExp(CONFORMED_MARK, 'iu');
const CONFORMED = new RegExp(
  `${CONFORMED_MARK}\\s*|/s\\s*|^\\s*(?:gez\\.|sgd\\.?|p\\.?p\\.|ppa\\.|i\\.\\s?v\\.|i\\.\\s?a\\.|p\\.o\\.)\\s+`,
  'giu',
);

/** Whether a mark says that a name stands for a signature. */
export function isConformed(text: string): boolean {
  return MARKED.test(text);
}

export function signedBy(text: string, scan = false): SignedBy {
  const conformed = isConformed(text) || /^\s*(?:gez\.|sgd\.?)\s/i.test(text);
  const said = withoutDates(text.replace(MARKED, '/s/ ').replace(TEMPLATE, ' ').replace(SLASHED, '$<name>'), scan)
    .replace(CONFORMED, ' ')
    .replace(/^[\s,;:]+/, '');
  const bare = said.replace(/[_.…\-–—=|:;,*~()\s]+/gu, ' ').trim();
  if (bare === '' || /^[xX✗✘×]+$/u.test(bare)) return 'blank';
  const plain = fold(bare);
  if (ELSEWHERE.test(plain)) return 'elsewhere';
  if (NOT_YET.test(plain)) return 'blank';
  return isPersonName(said, conformed) ? 'name' : 'words';
}

function withoutDates(text: string, scan: boolean): string {
  let rest = text;
  for (const { at, words } of datesIn(text, scan).toReversed())
    rest = `${rest.slice(0, at)} ${rest.slice(at + words.length)}`;
  // “Jane Doe on 4 May 2020”
  if (rest !== text) rest = rest.replace(/\s(?:on|am|den|le|el|dated|this)\s*$/u, ' ');
  return rest.replace(/\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|[+-]\d{2}'?:?\d{2}'?)?/g, ' ');
}

const TITLES =
  /(?<![\p{L}])(?:mr|mrs|ms|miss|dr|prof|herr|frau|m|mme|mlle|sr|sra|srta|don|dona|dra|lic|arq|mtro|mtra|mag|dipl|ing|phd|mba|jr)\.?(?![\p{L}])/giu;
const PARTICLES = new Set(
  'von van de der den del della di da dos das du la le el al bin ibn y zu zur ten ter st o d'.split(' '),
);
const MOST_NAME_WORDS = 5;
const INITIALS = /^\p{Lu}\.-\p{Lu}\.?$/u;

/** Two to five capital words, initials and particles among them, of which no other names are made. */
export function isPersonName(text: string, conformed = false): boolean {
  // What stands behind a comma or in brackets is a title, a company, an address.
  const [name = ''] = text
    .replace(/\([^)]*\)?/g, ' ')
    .replace(/\S+@\S+/g, ' ')
    .replace(TITLES, ' ')
    .trim()
    .split(/[,;|/]|\s[–—-]\s|\t/);
  const all = name
    .replace(/[._…]{2,}/g, ' ')
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (all.length === 0 || all.length > MOST_NAME_WORDS || /[\d@:]/.test(name)) return false;
  const proper = all.filter((word) => !PARTICLES.has(fold(word).replace(/\W/g, '')));
  const capital = proper.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word.replace(/^[^\p{L}]+/u, '')));
  const known = proper.some((word) => {
    const plain = fold(word).replace(/[^\p{L}]/gu, '');
    // “A.-S. Doe”
    return !INITIALS.test(word) && (NO_NAMES.has(plain) || LEGAL_FORMS.has(plain));
  });
  const long = proper.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 1).length;
  // One word alone is a name where `/s/` says so.
  return capital && !known && long >= 1 && (proper.length >= 2 || conformed);
}

/** “ppa. Jane Doe”, “i. V. Jane Doe”: who may sign for the company. */
const PROCURATION = /^\s*(?:ppa|p\.\s?p|i\.\s?v|i\.\s?a|p\.\s?a|p\.\s?o)\.?\s+(?=\p{Lu})/iu;

/** A name and nothing else. */
export function isNameAlone(text: string): boolean {
  return !/[,;:|/()\d@]/.test(text) && isPersonName(text.replace(PROCURATION, ''));
}

/** “J. Doe” and “Jane Doe, Director”: the last name, and the first letter of the first. */
export function isSameSigner(name: string, printed: string): boolean {
  const words = namesOf(name);
  const others = namesOf(printed);
  const last = words.at(-1);
  const first = words[0]?.[0];
  return (
    words.length > 1 &&
    !printed.includes('@') &&
    last !== undefined &&
    others.indexOf(last) > 0 &&
    others[0]?.[0] === first
  );
}

/** The words of a name, up to its title or company. */
function namesOf(text: string): string[] {
  const [name = ''] = text
    .replace(PROCURATION, '')
    .replace(TITLES, ' ')
    .replace(/^[\s([]+/, '')
    .split(/[,;|/(]|\s[–—-]\s|\t/);
  return fold(name).match(/[\p{L}'’-]+/gu) ?? [];
}
