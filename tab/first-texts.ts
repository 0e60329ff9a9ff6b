/** What the page says first, in the language of whoever looks at it. `texts.ts` has the rest. */
import type { Language } from '../src/language/language.ts';
import { firstTexts as english } from './first-texts/en.ts';

/** Of each other language, fetched when it is spoken. */
const OTHERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<{ readonly firstTexts: typeof english }>>> = {
  de: () => import('./first-texts/de.ts'),
  fr: () => import('./first-texts/fr.ts'),
  es: () => import('./first-texts/es.ts'),
  it: () => import('./first-texts/it.ts'),
  'pt-BR': () => import('./first-texts/pt-BR.ts'),
  ja: () => import('./first-texts/ja.ts'),
};

/** In the language that was chosen last. */
export let firstTexts = english;

let wanted: Language = 'en';

/** Of two that are asked for at once the later one is spoken, whichever comes first. */
export async function speakFirst(language: Language): Promise<void> {
  wanted = language;
  const words = language === 'en' ? english : (await OTHERS[language]()).firstTexts;
  if (wanted === language) firstTexts = words;
}
