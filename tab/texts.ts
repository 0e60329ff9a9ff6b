/** What the page says, in the language of whoever looks at it. */
import type { Language } from '../src/language/language.ts';
import { speakFirst } from './first-texts.ts';
import { texts as english } from './texts/en.ts';

/** Of each other language, fetched when it is spoken. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly texts: typeof english }>>> = {
  de: () => import('./texts/de.ts'),
  fr: () => import('./texts/fr.ts'),
  es: () => import('./texts/es.ts'),
  it: () => import('./texts/it.ts'),
  'pt-BR': () => import('./texts/pt-BR.ts'),
  ja: () => import('./texts/ja.ts'),
};

/** All that the page speaks. */
export const SPOKEN: readonly string[] = ['en', ...Object.keys(OTHERS)];

/** In the language that was chosen last. */
export let texts = english;

/** The language of `texts`. */
export let spoken: Language = 'en';

let wanted: Language = 'en';

/** Of two that are asked for at once the later one is spoken, whichever comes first. */
export async function speak(language: Language): Promise<void> {
  wanted = language;
  const [words] = await Promise.all([
    language === 'en' ? english : OTHERS[language]().then((module) => module.texts),
    speakFirst(language),
  ]);
  if (wanted === language) [texts, spoken] = [words, language];
}
