import assert from 'node:assert/strict';
import { directionOf, inLanguages, LANGUAGES, type Language, languageOf } from '../../src/language/language.ts';

describe('the language of the words', () => {
  it('is that of the reader’s locale, whatever its region or script', () => {
    for (const language of LANGUAGES) {
      assert.equal(languageOf(language), language);
      assert.equal(languageOf(`${language.split('-')[0]}-ZZ`), language);
    }
    assert.equal(languageOf('EN-gb'), 'en');
  });

  it('is English for a language that there are no words of', () => {
    for (const locale of ['cy', 'tlh-Latn', 'und', 'x-private', '', 'english', 'e'])
      assert.equal(languageOf(locale), 'en');
  });

  it('is known by how it is written', () => {
    for (const language of LANGUAGES) assert.equal(directionOf(language), 'ltr');
    for (const language of ['ar', 'he']) assert.equal(directionOf(language as Language), 'rtl');
  });

  it('chooses among words that stand under the same names', () => {
    const words = Object.fromEntries(LANGUAGES.map((language) => [language, { hello: `hello in ${language}` }]));
    const { hello } = inLanguages(words as Record<(typeof LANGUAGES)[number], { hello: string }>);
    assert.ok(hello);
    for (const language of LANGUAGES) assert.equal(hello(language), `hello in ${language}`);
    assert.equal(hello('cy'), 'hello in en');
  });
});
