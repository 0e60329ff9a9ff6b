/** Finds full dates in a text, in the usual forms of English, German, French, Spanish and some others, and ISO. Pure. */
import { distance } from 'fastest-levenshtein';
import { fold } from './fold.ts';

export interface DateFound {
  readonly at: number;
  readonly words: string;
  /** The days (ISO) that it can be read as: one, or two where day and month can change places; none of one that cannot be made out. */
  readonly days: readonly string[];
}

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'];

/** Month words without accents and dots → 1 to 12. No word means two months. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, index) => new Date(Date.UTC(2020, index, 15))).flatMap((date, index) =>
        [{ month }, { month, day: 'numeric' as const }].flatMap((options) =>
          new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
            .formatToParts(date)
            .filter(({ type }) => type === 'month')
            .map(({ value }) => [fold(value).replace(/[^a-z]/g, ''), index + 1] as const),
        ),
      ),
    ),
  )
    .concat([
      ['sept', 9],
      ['maerz', 3],
      ['mrz', 3],
      ['janner', 1],
      ['setiembre', 9],
    ])
    .filter(([word]) => word.length > 2),
);
const MONTH = `(?<month>${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|')})`;
const YEAR = `(?<year>(?:19|20)\\d\\d|['’]?\\d\\d(?!\\d|[:.]\\d))`;
const LONG_YEAR = '(?<year>(?:19|20)\\d\\d)';
const DAY = '(?<day>[0-3]?\\d)';
const START = '(?<![\\p{L}\\p{N}./-])';
const END = '(?![\\p{L}\\p{N}]|[./-]\\d)';

/** Each tried in this order; what one has taken, the next does not see. */
const FORMS: readonly { readonly pattern: RegExp; readonly order: 'ymd' | 'dmy' | 'either' }[] = [
  form(`${LONG_YEAR}\\s?(?<sign>[-/.])\\s?(?<number>\\d{1,2})\\s?\\k<sign>\\s?${DAY}(?=[t\\s]|${END})`, 'ymd'),
  form(`(?<year>\\d{4})\\s?年\\s?(?<number>\\d{1,2})\\s?月\\s?(?<day>\\d{1,2})\\s?日`, 'ymd'),
  form(
    `${DAY}(?:st|nd|rd|th|er|o|º|ª|\\.)?[\\s/-]{0,2}(?:day\\s|dias?\\s)?(?:of\\s|del?\\s)?(?:mes\\sde\\s)?${MONTH}\\.?[\\s,/-]{0,2}(?:del?\\s)?(?:ano\\s)?${YEAR}${END}`,
    'dmy',
  ),
  form(`${MONTH}\\.?[\\s-]{0,2}${DAY}(?:st|nd|rd|th)?[\\s,-]{1,3}${YEAR}${END}`, 'dmy'),
  form(`${LONG_YEAR}[\\s,-]{1,2}${MONTH}\\.?[\\s-]{1,2}${DAY}${END}`, 'dmy'),
  form(`${DAY}\\s?\\.\\s?(?<number>\\d{1,2})\\s?\\.\\s?${YEAR}${END}`, 'dmy'),
  form(`${DAY}\\.(?<number>\\d{2})\\s${LONG_YEAR}${END}`, 'dmy'),
  form(`${DAY}\\s?(?<sign>[/-])\\s?(?<number>\\d{1,2})\\s?\\k<sign>\\s?${YEAR}${END}`, 'either'),
];

function form(body: string, order: 'ymd' | 'dmy' | 'either'): { pattern: RegExp; order: 'ymd' | 'dmy' | 'either' } {
  return { pattern: new RegExp(`${START}${body}`, 'gu'), order };
}

/** @param scan read from a picture: letters that look like digits are taken for these between digits */
export function datesIn(text: string, scan = false): DateFound[] {
  let rest = folded(scan ? monthsOf(digitsOf(text)) : text);
  const found: DateFound[] = [];
  for (const { pattern, order } of FORMS) {
    rest = rest.replace(pattern, (words: string, ...args: unknown[]) => {
      const groups = args.at(-1) as Readonly<Record<string, string | undefined>>;
      const at = args.at(-3) as number;
      const days = readings(groups, order);
      if (days.length === 0) return words;
      found.push({ at, words: text.slice(at, at + words.length), days });
      return '\u0001'.repeat(words.length);
    });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** The date that begins in one line and ends in the next one, wherever it is parted. */
export function dateAcross(upper: string, lower: string, scan = false): DateFound | undefined {
  const start = upper.trimEnd();
  const dates = [' ', ''].flatMap((blank) => datesIn(`${start}${blank}${lower.trim()}`, scan));
  return dates.find(({ at, words }) => at < start.length && at + words.length > start.length + 1);
}

/** Folded sign by sign, so that places in it are places in the text. */
function folded(text: string): string {
  return [...text.normalize('NFC')]
    .map((sign) => {
      const plain = fold(sign);
      return plain.length === sign.length
        ? plain
        : sign.toLowerCase().length === sign.length
          ? sign.toLowerCase()
          : sign;
    })
    .join('');
}

function digitsOf(text: string): string {
  return text
    .replace(/(?<=\d[./-]?)[oO](?=[\d./-])|(?<=[./-])[oO](?=\d)/g, '0')
    .replace(/(?<=\d[./-]?)[lI|](?=[\d./-]|$)/g, '1')
    .replace(/(?<=\d[./-]?)[zZ](?=\d)/g, '2')
    .replace(/(?<=\d[./-]?\d)b(?![\p{L}\d])/gu, '6');
}

/** “3 abal 2020”, “12 Juue 2020”: a word between day and year that is nearer to one month than to any other. */
function monthsOf(text: string): string {
  return text.replace(MISREAD, (all, before: string, word: string, after: string) => {
    const plain = fold(word);
    if (MONTHS.has(plain)) return all;
    const near = [...MONTHS]
      .filter(([name]) => name.length >= LEAST_MONTH || name.length === plain.length)
      .map(([name, month]) => ({ name, month, slips: distance(plain, name) }));
    const least = Math.min(...near.map(({ slips }) => slips));
    const nearest = near.filter(({ slips }) => slips === least);
    const isTold =
      least <= (plain.length < LEAST_MONTH ? 1 : MOST_SLIPS) && new Set(nearest.map(({ month }) => month)).size === 1;
    return isTold ? `${before}${nearest[0]?.name}${after}` : all;
  });
}

const MISREAD = /((?<!\d)[0-3]?\d\.?[\s-](?:de\s)?)(\p{L}{3,10})(,?[\s-](?:de\s)?(?:19|20)\d\d(?!\d))/gu;
/** Of letters in a month's name. Handwriting is read badly, and the day and the year beside it tell what the word is. */
const MOST_SLIPS = 2;
/** Letters: shorter ones are near to everything, but for others as short in one letter. */
const LEAST_MONTH = 4;

function readings(groups: Readonly<Record<string, string | undefined>>, order: 'ymd' | 'dmy' | 'either'): string[] {
  const year = yearOf(groups.year ?? '');
  const day = Number(groups.day);
  const month = groups.month === undefined ? Number(groups.number) : (MONTHS.get(groups.month) ?? 0);
  const straight = isoDay(year, month, day);
  // With dots, and with the year in front, day and month have their places; one that cannot be is read the other way.
  const swapped = groups.month === undefined ? isoDay(year, day, month) : undefined;
  const both = order === 'either' ? [straight, swapped] : [straight ?? (order === 'dmy' ? swapped : undefined)];
  return [...new Set(both.filter((each) => each !== undefined))].sort();
}

function yearOf(text: string): number {
  const digits = text.replace(/\D/g, '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** Undefined for a day that is not there. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12 || day < 1) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}
