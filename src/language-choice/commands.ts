/** What people type about the language that they are spoken to in. */
import type { Command } from '../feature.ts';
import { LANGUAGES } from '../language/language.ts';
import type { LanguageHandlers } from './handlers.ts';
import { languageCalled } from './names.ts';
import { languageTexts } from './texts.ts';

/** The word for "language" in each language. */
const WORDS = LANGUAGES.map((language) => languageTexts(language).command).join('|');

export function languageCommands(handlers: LanguageHandlers): readonly Command[] {
  return [
    {
      name: 'language',
      pattern: new RegExp(`^(?:${WORDS})(?:\\s*[:：]?\\s*(\\S.{0,40}?))?[.?。？]*$`, 'iu'),
      isCertain: ([, name]) => name === undefined || languageCalled(name) !== undefined,
      handle: async (turn, [, name]) => (name === undefined ? handlers.ask(turn) : handlers.setByName(turn, name)),
    },
  ];
}
