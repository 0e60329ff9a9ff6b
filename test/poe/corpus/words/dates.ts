/** Days as people write them, and days that lie where a case needs them. */
import type { SeededRandom } from '../../../../scripts/sample/random.ts';
import type { Lang } from '../model.ts';
import type { Words } from './words.ts';

const DAY = 86_400_000;

export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

interface Parts {
  year: string;
  month: number;
  day: number;
  word: string;
}

const two = (value: number) => String(value).padStart(2, '0');
type Form = (parts: Parts) => string;

const ordinal = (day: number) =>
  `${day}${[11, 12, 13].includes(day) ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;

/** Forms that can be read in one way alone, given a day after the twelfth. */
const FORMS: Record<Lang, Form[]> = {
  en: [
    ({ day, word, year }) => `${day} ${word} ${year}`,
    ({ day, word, year }) => `${word} ${day}, ${year}`,
    ({ day, word, year }) => `${word.slice(0, 3)} ${day}, ${year}`,
    ({ day, word, year }) => `${two(day)}-${word.slice(0, 3)}-${year}`,
    ({ day, month, year }) => `${two(month)}/${two(day)}/${year}`,
    ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
    ({ day, month, year }) => `${year}-${two(month)}-${two(day)}`,
    ({ day, word, year }) => `${ordinal(day)} ${word} ${year}`,
    ({ day, word, year }) => `${word} ${ordinal(day)}, ${year}`,
    ({ day, month, year }) => `${month}/${day}/${year.slice(2)}`,
    ({ day, word, year }) => `the ${ordinal(day)} day of ${word}, ${year}`,
    ({ day, word, year }) => `${day} ${word.slice(0, 3)} ${year.slice(2)}`,
  ],
  de: [
    ({ day, month, year }) => `${two(day)}.${two(month)}.${year}`,
    ({ day, word, year }) => `${day}. ${word} ${year}`,
    ({ day, month, year }) => `${day}.${month}.${year.slice(2)}`,
    ({ day, word, year }) => `München, den ${day}. ${word} ${year}`,
    ({ day, month, year }) => `Köln, ${two(day)}.${two(month)}.${year}`,
    ({ day, month, year }) => `${year}-${two(month)}-${two(day)}`,
    ({ day, month, year }) => `${day}. ${month}. ${year}`,
    ({ day, word, year }) => `den ${two(day)}. ${word} ${year}`,
  ],
  fr: [
    ({ day, word, year }) => `${day} ${word} ${year}`,
    ({ day, word, year }) => `le ${day} ${word} ${year}`,
    ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
    ({ day, word, year }) => `Lyon, le ${day} ${word} ${year}`,
    ({ day, month, year }) => `${two(day)}-${two(month)}-${year}`,
    ({ day, month, year }) => `${two(day)}.${two(month)}.${year}`,
    ({ day, month, year }) => `${year}-${two(month)}-${two(day)}`,
  ],
  es: [
    ({ day, word, year }) => `${day} de ${word} de ${year}`,
    ({ day, month, year }) => `${two(day)}/${two(month)}/${year}`,
    ({ day, word, year }) => `Madrid, a ${day} de ${word} de ${year}`,
    ({ day, word, year }) => `${day} de ${word} del ${year}`,
    ({ day, word, year }) => `${two(day)}-${word.slice(0, 3)}-${year}`,
    ({ day, month, year }) => `${year}-${two(month)}-${two(day)}`,
    ({ day, month, year }) => `${day}/${month}/${year.slice(2)}`,
  ],
};

const partsOf = (day: string, words: Words): Parts => ({
  year: day.slice(0, 4),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8)),
  word: words.months[Number(day.slice(5, 7)) - 1] ?? '',
});

/** `form` picks the form by number, so that a list of cases meets them all. */
export const written = (day: string, lang: Lang, words: Words, form: number): string =>
  FORMS[lang][form % FORMS[lang].length]?.(partsOf(day, words)) ?? day;

/** A day between two distances from `today`, after the twelfth of its month. */
export function dayBetween(today: string, from: number, to: number, random: SeededRandom): string {
  for (;;) {
    const day = plusDays(today, from + random.below(to - from));
    if (Number(day.slice(8)) > 12) return day;
  }
}

/** A day with slashes whose two readings lie both or one within the twelve months before `today`. */
export function twoReadings(today: string, within: 'both' | 'one' | 'none'): string {
  const start = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const fits = (day: string) => day >= plusDays(start, 3) && day <= plusDays(today, -3);
  const near = (day: string) => day > plusDays(start, -3) && day < plusDays(today, 3);
  const wanted = { both: 2, one: 1, none: 0 }[within];
  const years = within === 'none' ? [2, 3] : [0, 1];
  for (const back of years)
    for (const [a, b] of [
      [3, 4],
      [5, 8],
      [2, 11],
      [4, 10],
      [1, 9],
      [6, 11],
      [7, 2],
      [10, 12],
      [9, 4],
      [5, 7],
    ] as const) {
      const year = Number(today.slice(0, 4)) - back;
      const readings = [`${year}-${two(a)}-${two(b)}`, `${year}-${two(b)}-${two(a)}`];
      const clear = readings.every((day) => fits(day) || !near(day));
      if (clear && readings.filter(fits).length === wanted) return `${two(a)}/${two(b)}/${year}`;
    }
  throw new RangeError(`no such day for ${today}`);
}
