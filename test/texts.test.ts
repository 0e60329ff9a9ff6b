/** What holds for every sentence of the bot: each stands where its feature keeps its words, recommends and never demands, and does not shout. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../src/language/language.ts';
import { DEMANDS } from './support/demands.ts';
import { allSentences, sentencesIn, sources, wordsOf } from './support/sentences.ts';

const LISTS = join(import.meta.dirname, 'sentences');

/** Names that others gave to things, and words for engineers. */
const NO_WORDS_OF_OURS = [
  /^(?:cli|storage)\//,
  /^main\.ts: /,
  // Prometheus' help, and what an export calls its columns and programs.
  /^(?:delivery|poe)\/metrics\.ts: /,
  /^claims\/export-file\/(?:fields|programs)\.ts: /,
  // In a claim's name, in the headings of the notice, in Partner Center.
  /^campaign\/notices\.ts: /,
  /^knowledge\/cards\.ts: update any associations\?$/,
  /^tickets\/ticket\.ts: Partner Incentives$/,
  // Kept in records, as the name of the one workload of a claim that has none.
  /^claims\/export-file\/claim-draft\.ts: Whole claim$/,
  // As documents write it.
  /^poe\/findings\/products\.ts: Information Protection$/,
  // To other programs.
  /^files\/download\.ts: Bearer \{/,
  // Names of spans, for whoever watches.
  /^teams\/(?:connector-factory|reply-post)\.ts: Teams (?:\{method\}|POST)$/,
  /^teams\/bot\.ts: Microsoft Teams and Microsoft 365 only$/,
];
/** Two words or more, as a person would write them. */
const READS_AS_WORDS = /^\p{Lu}\p{L}*[ ,].*\p{L}|\p{L}{2,} \p{L}{2,}.*[.?]$/u;

const SHOUTS = /[!！¡]|\bplease\b.*\bplease\b/iu;

describe('the bot’s texts', () => {
  it('are listed whole: `npm run sentences` writes the lists anew, to see what a change says', () => {
    for (const language of LANGUAGES)
      assert.equal(allSentences(language), readFileSync(join(LISTS, `${language}.txt`), 'utf8'), language);
  });

  it('stand in the texts of a room and nowhere else', () => {
    const elsewhere = [...sources()]
      .filter(([path]) => !/(?:^|\/)(?:first-)?texts(?:\/[\w-]+)?\.ts$/.test(path))
      .flatMap(([path, source]) =>
        sentencesIn(source)
          .filter(({ text }) => READS_AS_WORDS.test(text))
          .map(({ text }) => `${path}: ${text}`),
      )
      .filter((found) => !NO_WORDS_OF_OURS.some((place) => place.test(found)));
    assert.deepEqual(elsewhere, []);
  });

  for (const language of LANGUAGES)
    for (const [path, source] of wordsOf(language)) {
      it(`recommend, and neither demand nor shout, in ${path}`, () => {
        for (const { text } of sentencesIn(source)) {
          const words = text.replaceAll(/\{[^}]*\}/g, '');
          assert.doesNotMatch(words, DEMANDS[language], path);
          assert.doesNotMatch(words, SHOUTS, path);
        }
      });
    }

  it('are found by a reader that sees strings, and neither comments nor names', () => {
    const source = `
      import { x } from 'no one';
      type No = 'no type';
      // 'no comment'
      export const texts = { 'no key': 'A', sum: (n: number) => (x['no field'] === 'no test' ? \`\${n} of \${x}\` : "'B'" as const) };
      throw new OperatorError('No user reads it.');`;
    assert.deepEqual(sentencesIn(source), [
      { name: 'texts.no key', text: 'A' },
      { name: 'texts.sum', text: '{n} of {x}' },
      { name: 'texts.sum', text: "'B'" },
    ]);
  });
});
