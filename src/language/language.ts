/** The languages that the bot speaks, and which of them is for whom. */

/** BCP 47. English comes first: whoever reads none of these reads it. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt-BR', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Clients say what they like, so that there is no end to locales. */
const MOST_KEPT = 500;

const kept = new Map<string, Language>();

/**
 * @param locale of the reader (BCP 47): "de-AT" reads German, "pt-PT" the Portuguese that there is
 * @returns English for a language that there are no words of
 */
export function languageOf(locale: string): Language {
  const known = kept.get(locale);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const language = LANGUAGES.find((one) => base(one) === base(locale)) ?? 'en';
  kept.set(locale, language);
  return language;
}

export type Direction = 'ltr' | 'rtl';

/** How it is written. All that there are run from left to right so far; a test has one that does not. */
export function directionOf(language: Language): Direction {
  return new Intl.Locale(language).getTextInfo().direction === 'rtl' ? 'rtl' : 'ltr';
}

/** Words of one place, by the names that each of its languages has them under. */
type Words = Readonly<Record<string, unknown>>;

/** Each of them for the locale of a reader. */
export type InEachLanguage<W extends Words> = { readonly [K in keyof W]: (locale: string) => W[K] };

/** @param words the module of each language: English says what there is, and the others say the same */
export function inLanguages<W extends Words>(words: Readonly<Record<Language, W>>): InEachLanguage<W> {
  const chosen = (name: string) => [name, (locale: string) => words[languageOf(locale)][name]];
  return Object.fromEntries(Object.keys(words.en).map(chosen)) as InEachLanguage<W>;
}

function base(locale: string): string {
  return (locale.split('-')[0] ?? locale).toLowerCase();
}
