import { z } from 'zod';
import { LANGUAGES } from '../language/language.ts';

/** `client`: that of Teams. */
export const chosenLanguage = z.enum([...LANGUAGES, 'client']);

export const languageVerbs = {
  'language.set': z.object({ language: chosenLanguage.optional() }),
} as const;

export type LanguageVerb = keyof typeof languageVerbs;
