/** What is asked of `Intl`, kept: to make a formatter takes as long as to use it a hundred times, and each card needs several. */

/** Locales and time zones are what clients say, so that there is no end to them. */
const MOST = 500;

/** Makes a value once for each key; what `make` throws is not kept. */
function keeping<K, V>(make: (key: K) => V): (name: string, key: K) => V {
  const made = new Map<string, V>();
  return (name, key) => {
    const kept = made.get(name);
    if (kept !== undefined) return kept;
    const value = make(key);
    if (made.size >= MOST) made.clear();
    made.set(name, value);
    return value;
  };
}

const keptDates = keeping(
  ([locale, options]: [string, Intl.DateTimeFormatOptions]) => new Intl.DateTimeFormat(locale, options),
);
const keptNumbers = keeping((locale: string) => new Intl.NumberFormat(locale));
const keptPlurals = keeping((language: string) => new Intl.PluralRules(language));
const keptLists = keeping((language: string) => new Intl.ListFormat(language, { type: 'conjunction' }));
const keptLocales = keeping((locale: string) => Intl.getCanonicalLocales(locale)[0] ?? locale);

/** @throws RangeError for a locale or a time zone that is none */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return keptDates(JSON.stringify([locale, options]), [locale, options]);
}

/** Of whole numbers and others, without options. @throws RangeError for a locale that is none */
export function plainNumberFormat(locale: string): Intl.NumberFormat {
  return keptNumbers(locale, locale);
}

/** Which plural form a number takes. */
export function pluralRules(language: string): Intl.PluralRules {
  return keptPlurals(language, language);
}

/** Things in a sentence: "A, B, and C". */
export function listFormat(language: string): Intl.ListFormat {
  return keptLists(language, language);
}

/** A locale as `Intl` writes it. @throws RangeError for one that is none */
export function canonicalLocale(locale: string): string {
  return keptLocales(locale, locale);
}
