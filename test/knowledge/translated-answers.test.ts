/** The approved answers in other languages: each says what the English one says, in its own words. */
import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/language.ts';
import { DEMANDS } from '../support/demands.ts';
import { knowledge, PHASES } from './loaded.ts';

/** Bytes of a title on a button at 320 px; a Japanese character is as wide as two letters. */
const TITLE_WIDTH = 33;
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u3000-\uffef]/.test(sign) ? 2 : 1), 0);
const linesIn = (text: string): number => text.split('\n').filter((line) => line.startsWith('- ')).length;
/** Numbers, but for dates, which each language writes in its own form. */
const numbersIn = (text: string): string[] => (text.match(/\d+/g) ?? []).filter((digits) => Number(digits) > 31).sort();

for (const language of LANGUAGES.filter((one) => one !== 'en'))
  describe(`the approved answers in ${language}`, () => {
    const each = knowledge.topics.flatMap((topic) => {
      const words = topic.translations[language];
      return words === undefined ? [] : PHASES.map((phase) => ({ topic, words, phase, text: words.answers[phase] }));
    });

    it('are there for every topic, with a title that fits a button', () => {
      for (const { id, translations } of knowledge.topics) {
        const title = translations[language]?.title ?? '';
        assert.ok(title !== '' && widthOf(title) <= TITLE_WIDTH, `${id}: ${title}`);
      }
      const titles = knowledge.topics.map(({ translations }) => translations[language]?.title);
      assert.equal(new Set(titles).size, titles.length, 'each is another one');
    });

    it('stand under one heading where those in English do, each in its own words', () => {
      const headings = knowledge.topics.map(({ heading, translations }) => [
        heading,
        translations[language]?.heading ?? '',
      ]);
      const pairs = new Set(headings.map((pair) => pair.join(': ')));
      assert.equal(pairs.size, new Set(headings.map(([english]) => english)).size);
      assert.equal(pairs.size, new Set(headings.map(([, own]) => own)).size);
      for (const [english, own] of headings) assert.notEqual(own, english);
      for (const { heading } of each.map(({ words }) => words)) assert.doesNotMatch(heading, DEMANDS[language]);
    });

    it('hold the same facts in every phase, and the same numbers and lists', () => {
      for (const { topic, words, phase, text } of each) {
        const where = `${topic.id}, ${phase}`;
        assert.equal(words.facts.length, topic.facts.length, where);
        for (const group of words.facts)
          assert.ok(
            group.some((fact) => text.toLowerCase().includes(fact.toLowerCase())),
            `${where}: lacks ${group.join(' / ')}`,
          );
        assert.deepEqual(numbersIn(text), numbersIn(topic.answers[phase]), where);
        assert.equal(linesIn(text), linesIn(topic.answers[phase]), where);
      }
    });

    it('recommend and never require, and are calm', () => {
      for (const { topic, text } of each) {
        assert.doesNotMatch(text, DEMANDS[language], topic.id);
        assert.doesNotMatch(text, /[!！¡]/, topic.id);
      }
    });

    it('stand beside a translation of each sentence of small talk', () => {
      for (const name of ['greeting', 'thanks', 'bye', 'how-are-you', 'who-are-you'])
        assert.ok(knowledge.smalltalkIn(language, name), name);
    });
  });
