/** Days and moments as people read them, in their own calendar and language. */
import { dateFormat } from '../intl.ts';
import { type Language, languageOf } from '../language/language.ts';

/** The first of a month as these languages write it in a sentence, which `Intl` does not. */
const FIRST_OF_MONTH: Partial<Record<Language, string>> = { fr: '1er ', it: '1º ', 'pt-BR': '1º ' };

/** A calendar day (`YYYY-MM-DD`) in words: "June 30, 2020". */
export function dayText(day: string, locale: string): string {
  const text = dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return unbroken(text.replace(/^1 /, FIRST_OF_MONTH[languageOf(locale)] ?? '1 '));
}

/** An instant as a day in the person's own calendar. */
export function instantText(iso: string, locale: string, timeZone: string): string {
  return unbroken(dateFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(iso)));
}

/** "30. Juni 2020", of which no line begins with the month. */
function unbroken(text: string): string {
  return text.replace(/^(\d+\S*) /, '$1\u00a0');
}

/** An instant to the minute, in the person's own calendar and clock. */
export function momentText(iso: string, locale: string, timeZone: string): string {
  return dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(new Date(iso));
}

/** A day that is near (`YYYY-MM-DD`): "Wednesday, June 17". */
export function weekdayText(day: string, locale: string): string {
  const form = { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat(locale, form).format(new Date(`${day}T00:00:00Z`));
}
