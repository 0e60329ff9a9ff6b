/** What languages are called, in each of them. */
import { LANGUAGES, type Language } from '../language/language.ts';

/** "Deutsch", "日本語": as those call it who speak it, beginning with a capital as it stands in a list. */
export function ownName(language: Language): string {
  const name = nameIn(language, language);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The language that is meant by its code or by its name in any of the languages; accents and capitals aside. */
export function languageCalled(written: string): Language | undefined {
  names ??= allNames();
  return names.get(folded(written));
}

function nameIn(speaker: Language, code: string): string {
  return new Intl.DisplayNames(speaker, { type: 'language' }).of(code) ?? code;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** Made when a language is first asked for: `Intl` takes its time to tell a hundred names. */
let names: ReadonlyMap<string, Language> | undefined;

function allNames(): ReadonlyMap<string, Language> {
  return new Map(
    LANGUAGES.flatMap((language) => {
      const codes = [language, language.split('-')[0] ?? language];
      const called = codes.flatMap((code) => [code, ...LANGUAGES.map((speaker) => nameIn(speaker, code))]);
      return called.map((name): [string, Language] => [folded(name), language]);
    }),
  );
}
