/** The language that the page is in: first what the address or the browser asks for, by the server's choice; then what the person reads. */
import type { Direction, Language } from '../../src/language/language.ts';
import type { MeBody } from '../../src/tab/api.ts';

export function pageLanguage(): Language {
  return document.documentElement.lang as Language;
}

export function setLanguage({ language, direction }: Pick<MeBody, 'language' | 'direction'>): void {
  Object.assign(document.documentElement, { lang: language, dir: direction });
}

/** How the page is laid out. */
export function pageDirection(): Direction {
  return document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr';
}

/** Calls back when that has changed. */
export function onDirection(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['dir'] });
  return () => observer.disconnect();
}
