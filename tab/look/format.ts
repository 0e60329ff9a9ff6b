/** Numbers and dates as the person reads them. */
import type { PluralForms } from '../../src/format/count.ts';
import type { MeBody } from '../../src/tab/api.ts';

export type Reader = Pick<MeBody, 'locale' | 'timeZone'>;

/** To make one takes a phone longer than to draw a row, and most rows have a number. */
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

function numbers(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return keep(`numbers ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keep(`dates ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

/** @param key names its kind */
function keep<F extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => F): F {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known as F;
}

/** In the language of the words, whatever the reader's numbers look like. */
let language = { name: '', lists: new Intl.ListFormat('en'), plurals: new Intl.PluralRules('en') };

function inLanguage() {
  const { lang: name } = document.documentElement;
  if (language.name !== name)
    language = { name, lists: new Intl.ListFormat(name, { type: 'conjunction' }), plurals: new Intl.PluralRules(name) };
  return language;
}

/** A calendar day (`YYYY-MM-DD`): "June 30, 2020". */
export function dayText(day: string, { locale }: Reader): string {
  return unbroken(dates(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`)));
}

/** The day of an instant, in the person's own calendar. */
export function instantText(iso: string, { locale, timeZone }: Reader): string {
  return unbroken(dates(locale, { dateStyle: 'long', timeZone }).format(new Date(iso)));
}

/** "30. Juni 2020", of which no line begins with the month. */
function unbroken(text: string): string {
  return text.replace(/^(\d+\S*) /, '$1\u00a0');
}

/** The same in short: "Jun 16, 2020". */
export function shortDayText(iso: string, { locale, timeZone }: Reader): string {
  return dates(locale, { dateStyle: 'medium', timeZone }).format(new Date(iso));
}

/** The same with its time: "Jun 16, 2020, 10:00 AM". */
export function momentText(iso: string, { locale, timeZone }: Reader): string {
  return dates(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));
}

export function numberText(n: number, { locale }: Reader): string {
  return numbers(locale).format(n);
}

/** "40%" */
export function percentText(part: number, all: number, { locale }: Reader): string {
  return numbers(locale, { style: 'percent' }).format(all === 0 ? 0 : part / all);
}

/** "4,012 claims" */
export function countText(n: number, forms: PluralForms, reader: Reader): string {
  return `${numberText(n, reader)} ${forms[inLanguage().plurals.select(n)] ?? forms.other}`;
}

/** "Exchange Online, Teams, and 3 more": in the language of the words, not the reader's. */
export function listText(items: readonly string[]): string {
  return inLanguage().lists.format(items);
}

const KILO = 1024;
const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** "214 kB"; of less than one, one. */
export function sizeText(bytes: number, { locale }: Reader): string {
  const power = Math.max(1, Math.min(UNITS.length, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(KILO))));
  const unit = UNITS[power - 1] ?? 'kilobyte';
  const maximumFractionDigits = power > 1 ? 1 : 0;
  const size = Math.max(1, bytes / KILO ** power);
  return numbers(locale, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits }).format(size);
}
