/** The language that somebody chose to be spoken to in, whatever that of their client. */
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import type { LanguageVerb } from '../verbs/language.ts';
import { languageCommands } from './commands.ts';
import { languageHandlers } from './handlers.ts';
import { languageTexts } from './texts.ts';

export function createLanguageChoice({ people }: Core): Feature<LanguageVerb> {
  const handlers = languageHandlers(people);
  return {
    name: 'language choice',
    problems: {},
    presses: { 'language.set': handlers.set },
    commands: languageCommands(handlers),
    help: (locale) => ({ lines: [languageTexts(locale).help] }),
  };
}
