/** The language that the page is in: first what the address or the browser asks for, by the server's choice; then what the person reads. */
import type { Language } from '../../src/language/language.ts';

export function pageLanguage(): Language {
  return document.documentElement.lang as Language;
}

export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
}
