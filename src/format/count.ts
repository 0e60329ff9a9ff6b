/** Numbers and lists as people read them. */

/** A word in the plural forms that its language has (CLDR); English has two. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** Costly to make, and used for each card. */
const rules = new Map<string, Intl.PluralRules>();

/** The form for a number. @param language of the words, which need not be the reader's */
export function plural(n: number, forms: PluralForms, language = 'en'): string {
  const kept = rules.get(language) ?? new Intl.PluralRules(language);
  rules.set(language, kept);
  return forms[kept.select(n)] ?? forms.other;
}

/** "1 claim", "4,012 claims". @param locale of the reader, for the number */
export function countText(n: number, forms: PluralForms, locale: string, language = 'en'): string {
  return `${numberText(n, locale)} ${plural(n, forms, language)}`;
}

export function numberText(n: number, locale: string): string {
  return n.toLocaleString(locale);
}
