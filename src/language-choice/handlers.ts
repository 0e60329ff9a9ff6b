/** Choosing the language, in the chat. */
import { LANGUAGES } from '../language/language.ts';
import type { People } from '../people/people.ts';
import { localeOf } from '../people/person.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { languageCalled, ownName } from './names.ts';
import { languageCardWords, languageTexts } from './texts.ts';
import type { LanguageView } from './views.ts';

export interface LanguageHandlers {
  ask(turn: Turn): Promise<Reply>;
  set(turn: Turn, data: VerbData<'language.set'>): Promise<Reply>;
  /** Undefined: it names no language that the bot speaks, so that it was no command after all. */
  setByName(turn: Turn, name: string): Promise<Reply | undefined>;
}

export function languageHandlers(people: Pick<People, 'setLanguage'>): LanguageHandlers {
  async function set(turn: Turn, { language }: VerbData<'language.set'>): Promise<Reply> {
    if (language === undefined) return ask(turn);
    const { tenantId, person } = turn;
    const chosen = language === 'client' ? undefined : language;
    await people.setLanguage(tenantId, person.userId, chosen);
    const texts = languageTexts(localeOf({ locale: person.locale, language: chosen }));
    return { text: chosen === undefined ? texts.asClient : texts.spoken };
  }

  async function ask({ locale, person }: Turn): Promise<Reply> {
    const view: LanguageView = {
      ask: languageTexts(locale).ask,
      language: person.language ?? 'client',
      languages: [
        { title: languageTexts(locale).client, value: 'client' },
        ...LANGUAGES.map((language) => ({ title: ownName(language), value: language })),
      ],
    };
    return { card: { template: 'language', words: languageCardWords(locale).language, data: view } };
  }

  return {
    ask,
    set,
    async setByName(turn, name) {
      const language = languageCalled(name);
      return language && set(turn, { language });
    },
  };
}
