/** Numbers and lists as people read them. */
import { plainNumberFormat, pluralRules } from '../intl.ts';
import { languageOf } from '../language/language.ts';

/** A word in the plural forms that its language has (CLDR); English has two. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The form for a number. @param locale of the reader, whose language the forms are in */
export function plural(n: number, forms: PluralForms, locale: string): string {
  return forms[pluralRules(languageOf(locale)).select(n)] ?? forms.other;
}

/** "1 claim", "4,012 claims". */
export function countText(n: number, forms: PluralForms, locale: string): string {
  return `${numberText(n, locale)} ${plural(n, forms, locale)}`;
}

export function numberText(n: number, locale: string): string {
  return plainNumberFormat(locale).format(n);
}
