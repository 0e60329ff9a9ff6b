/** What holds for every sentence of the bot: each stands where its feature keeps its words, recommends and never demands, and does not shout. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSentences, sentencesIn, sources } from './support/sentences.ts';

const LIST = join(import.meta.dirname, 'sentences.txt');

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
  // To other programs.
  /^files\/download\.ts: Bearer \{/,
  /^teams\/bot\.ts: Microsoft Teams only$/,
];
/** Two words or more, as a person would write them. */
const READS_AS_WORDS = /^\p{Lu}\p{L}*[ ,].*\p{L}|\p{L}{2,} \p{L}{2,}.*[.?]$/u;

describe('the bot’s texts', () => {
  const said = [...sources()].filter(([path]) => path.endsWith('texts.ts'));

  it('are listed whole: `npm run sentences` writes the list anew, to see what a change says', () => {
    assert.equal(allSentences(), readFileSync(LIST, 'utf8'));
  });

  it('stand in the texts of a room and nowhere else', () => {
    const elsewhere = [...sources()]
      .filter(([path]) => !path.endsWith('texts.ts'))
      .flatMap(([path, source]) =>
        sentencesIn(source)
          .filter(({ text }) => READS_AS_WORDS.test(text))
          .map(({ text }) => `${path}: ${text}`),
      )
      .filter((found) => !NO_WORDS_OF_OURS.some((place) => place.test(found)));
    assert.deepEqual(elsewhere, []);
  });

  for (const [path, source] of said) {
    it(`recommend, and neither demand nor shout, in ${path}`, () => {
      const sentences = sentencesIn(source);
      assert.ok(sentences.length > 0);
      for (const { text } of sentences) {
        const words = text.replaceAll(/\{[^}]*\}/g, '');
        assert.doesNotMatch(words, /\b(?:requir\w*|must|mandatory|obligat\w*|have to|compulsory)\b/i, path);
        assert.doesNotMatch(words, /!|\bplease\b.*\bplease\b/i, path);
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
