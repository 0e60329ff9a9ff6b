/** Questions and requests in each language that the bot speaks, on sets of people who saw neither phrases nor thresholds. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectorRows } from '../../scripts/knowledge/detector.ts';
import { figuresOf, measure } from '../../scripts/knowledge/measure.ts';
import { type Question, readQuestions } from '../../scripts/knowledge/questions.ts';
import { fingerprint, trainingRows } from '../../scripts/knowledge/rows.ts';
import { decodeWeights } from '../../src/knowledge/classifier/weights.ts';
import { readLanguageSheets, readPhrases } from '../../src/knowledge/data.ts';
import { weightsFile } from '../../src/knowledge/interpreter.ts';
import { DETECTOR_FILE } from '../../src/knowledge/knowledge.ts';
import { LANGUAGES, type Language } from '../../src/language/language.ts';
import { ask, dir, knowledge, verdictInShort } from './loaded.ts';
import { NAMED_COMMANDS } from './named-commands.ts';

const OTHERS = LANGUAGES.filter((language) => language !== 'en');
const MOST_BYTES = 2_000_000;

/** A little under what they came to, so that a change for the worse shows. */
const FLOORS = { right: 88, wrong: 3, outOfScope: 4, requests: 88, otherRequests: 3 };

function read(name: string, factsOf: (topic: string) => readonly (readonly string[])[]): Question[] {
  return readQuestions(join(import.meta.dirname, 'questions', `${name}.txt`), factsOf);
}

/** The answers are said in English here, whatever they were asked in: so are their facts. */
const factsOf = (id: string) => knowledge.topics.find((topic) => topic.id === id)?.facts ?? [];

for (const language of OTHERS)
  describe(`in ${language}`, () => {
    it('questions are answered right, and what the notice does not say is not', () => {
      const questions = read(language, factsOf);
      const figures = figuresOf(measure(knowledge, questions, language));
      const shown = JSON.stringify(figures);
      assert.ok(figures.inScope >= 120 && figures.outOfScope >= 60, shown);
      assert.ok(figures.right >= FLOORS.right && figures.wrong <= FLOORS.wrong, shown);
      assert.ok(figures.outOfScopeAnswered <= FLOORS.outOfScope, shown);
    });

    it('requests reach what is meant', () => {
      const heard = read(`${language}-commands`, () => []).map(({ text, topics: [meant = ''] }) => {
        const verdict = ask(text);
        const said = verdictInShort(text);
        // A name or an ID alone is looked for among the claims before anything else.
        const isName =
          meant === 'claim' && ((verdict.kind === 'none' && verdict.named !== undefined) || /^\d+$/.test(text));
        const isRight = isName || said === `command ${meant}` || said.startsWith(`command ${meant}:`);
        return { isRight, isWrong: !isRight && /^(?:command|answer)/.test(said), shown: `${meant}: ${text} → ${said}` };
      });
      const missed = heard.filter(({ isRight }) => !isRight);
      const shown = missed.map((one) => one.shown).join('\n');
      assert.ok(heard.length >= 40);
      assert.ok(100 * (1 - missed.length / heard.length) >= FLOORS.requests, shown);
      assert.ok((100 * missed.filter(({ isWrong }) => isWrong).length) / heard.length <= FLOORS.otherRequests, shown);
    });

    it('the weights were trained on the phrases as they stand, and take at most 2 MB (else: npm run knowledge)', () => {
      const bytes = readFileSync(join(dir, weightsFile(language)));
      const rows = trainingRows(readPhrases(dir, language), readLanguageSheets(dir, language).words);
      assert.equal(decodeWeights(bytes).fingerprint, fingerprint(rows));
      assert.ok(bytes.length <= MOST_BYTES, String(bytes.length));
    });
  });

describe('the language of a message', () => {
  it('is told by weights that were trained on all phrases as they stand (else: npm run knowledge)', () => {
    const { fingerprint: trained } = decodeWeights(readFileSync(join(dir, DETECTOR_FILE)));
    assert.equal(trained, fingerprint(detectorRows(dir)));
  });

  const WRITTEN: Readonly<Record<Language, string>> = {
    en: 'what does POE mean',
    de: 'was heißt POE',
    fr: 'que veut dire POE',
    es: 'qué significa POE',
    it: 'cosa vuol dire POE',
    'pt-BR': 'o que significa POE',
    ja: 'POEとは何ですか',
  };
  for (const [language, text] of Object.entries(WRITTEN))
    it(`is that which it is written in, whoever writes it: ${text}`, () => {
      for (const locale of ['en-GB', 'de-AT', 'fr-FR', 'es-MX', 'it-IT', 'pt-BR', 'ja-JP']) {
        const verdict = ask(text, 'before', locale);
        assert.ok(verdict.kind === 'answer', `${locale}: ${verdict.kind}`);
        assert.deepEqual(
          verdict.answers.map(({ topic }) => topic),
          ['poe_meaning'],
        );
        const isTheirs = locale.startsWith(language.slice(0, 2));
        assert.ok(verdict.language === undefined || (!isTheirs && verdict.language === language), verdict.language);
      }
    });

  it('is not that of the names in it', () => {
    const CLAIMS = [
      'status of El Corte Inglés',
      'claim Les Mousquetaires',
      'claim Ville de Paris',
      'status of 株式会社コントソ',
    ];
    for (const text of CLAIMS) assert.match(verdictInShort(text), /^command claim: /, text);
    const ANSWERED = {
      'What does CPOR mean? Thanks, 田中': 'cpor_meaning',
      'How do I upload POE?（東京）': 'update_steps',
      'is 東京商事 affected by the change': 'audience',
    };
    for (const [text, topic] of Object.entries(ANSWERED)) {
      const verdict = ask(text);
      assert.ok(verdict.kind === 'answer' && verdict.language === undefined, text);
      assert.equal(verdict.answers[0]?.topic, topic, text);
    }
    const name = ask('Deutsche Bahn');
    assert.ok(name.kind === 'none' && name.language === undefined && name.named === 'Deutsche Bahn');
  });

  it('is told for what somebody attached to a topic, too', () => {
    const asked = (text: string) =>
      knowledge.answer('poe_meaning', () => 'before', { text, locale: 'en-US' })?.language;
    assert.equal(asked('wozu braucht man denn diesen Nachweis noch'), 'de');
    assert.equal(asked('what is it good for'), undefined);
  });

  it('may be two at once', () => {
    for (const text of ['ticket aufmachen für claim 700123', 'mach mal ein ticket auf for claim 700123'])
      assert.match(verdictInShort(text), /^command ticket/, text);
    assert.match(verdictInShort('zeig mir alle open claims'), /^command needs-poe/);
  });
});

describe('a command that the texts name', () => {
  const sentences = (language: Language): string =>
    readFileSync(join(import.meta.dirname, '..', 'sentences', `${language}.txt`), 'utf8');
  const quoted = (words: string): RegExp => new RegExp(`[„“«「]\\s?${words}\\s?[”“»」]`);

  for (const language of OTHERS)
    it(`is understood as it is named in ${language}, with a customer behind it as well, and named so alone`, () => {
      const text = sentences(language);
      for (const [intent, { en, [language]: words }] of Object.entries(NAMED_COMMANDS)) {
        const verdict = ask(words, 'before', language);
        assert.ok(verdict.kind === 'command' && verdict.command === intent, `${words}: ${JSON.stringify(verdict)}`);
        if (quoted(en).test(sentences('en'))) assert.match(text, quoted(words));
        if (en !== words) assert.doesNotMatch(text, quoted(en));
      }
      const of = ask(`${NAMED_COMMANDS['needs-poe']?.[language]} Fabrikam`, 'before', language);
      assert.ok(of.kind === 'command' && of.command === 'needs-poe' && of.subject?.endsWith('Fabrikam'));
    });
});
