/** Each language says the same as English: the compiler holds the names, this the rest. */
import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/language.ts';
import { placeholdersIn, pluralFormsIn } from '../support/placeholders.ts';
import { sentencesIn, wordsOf } from '../support/sentences.ts';

const english = new Map(wordsOf('en'));
const CARD_WORDS = /^\w*[cC]ardWords\./;
const filledIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

for (const language of LANGUAGES.filter((one) => one !== 'en'))
  describe(`the words in ${language}`, () => {
    for (const [path, source] of wordsOf(language)) {
      const original = english.get(path.replace(`/${language}.ts`, '/en.ts')) ?? '';

      it(`are filled with the same as the English ones, in ${path}`, () => {
        const [mine, theirs] = [placeholdersIn(source), placeholdersIn(original)];
        for (const [name, used] of theirs) if (mine.has(name)) assert.deepEqual(mine.get(name), used, name);
        const words = Map.groupBy(sentencesIn(original), ({ name }) => name);
        for (const { name, text } of sentencesIn(source).filter((one) => CARD_WORDS.test(one.name)))
          assert.deepEqual(filledIn(text), filledIn(words.get(name)?.[0]?.text ?? ''), name);
      });

      it(`have the plural forms of the language, in ${path}`, () => {
        const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
        for (const forms of pluralFormsIn(source)) assert.deepEqual(forms, categories);
      });

      it(`have no empty sentence where English has one, in ${path}`, () => {
        assert.equal(/: ''/.test(source), /: ''/.test(original));
      });
    }

    it('are there wherever there are English ones', () => {
      const rooms = [...english.keys()].filter((path) => /texts\/en\.ts$/.test(path));
      assert.deepEqual(
        wordsOf(language).map(([path]) => path.replace(`/${language}.ts`, '/en.ts')),
        rooms,
      );
    });
  });
