import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expandPhrase, seededRandom } from '../../scripts/knowledge/phrases.ts';
import { fingerprint, trainingRows } from '../../scripts/knowledge/rows.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import { OperatorError } from '../../src/errors.ts';
import { decodeWeights } from '../../src/knowledge/classifier/weights.ts';
import { readKnowledgeData, readLanguageSheets, readPhrases, topicsFolder } from '../../src/knowledge/data.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { IDLE_NEGATIVES, LANGUAGE_NEGATIVES } from '../../src/knowledge/tuning.ts';
import { dir, knowledge } from './loaded.ts';

const TOPICS = topicsFolder(CPOR_2020);

const data = readKnowledgeData(dir);
const sheets = readLanguageSheets(dir, 'en');
const phraseSets = readPhrases(dir, 'en');
const weightsFile = join(dir, 'weights.bin');

describe('the data files', () => {
  it('hold at least 12 phrases a topic and 150 negatives', () => {
    for (const { kind, name, phrases } of phraseSets) if (kind === 'topic') assert.ok(phrases.length >= 12, name);
    const negatives = phraseSets.filter(({ kind }) => kind === 'none').flatMap(({ phrases }) => phrases);
    assert.ok(negatives.length >= 150);
  });

  it('give every small talk its sentence', () => {
    for (const { kind, name } of phraseSets)
      if (kind === 'smalltalk') assert.match(data.smalltalk.get(name) ?? '', /^[A-Z].*[.?]$/, name);
  });

  it('say of each command whether it is carried out beside an answer, and of one that it opens a customer', () => {
    const commands = [...data.commands.values()];
    assert.deepEqual(
      commands.filter(({ isSecondary }) => isSecondary).map(({ name }) => name),
      ['claim', 'needs-poe', 'ticket', 'tickets'],
    );
    assert.equal(data.customerCommand.name, 'claim');
    assert.ok(sheets.leads.get('claim')?.has('show'));
    const phrased = phraseSets.filter(({ kind }) => kind === 'command').map(({ name }) => name);
    assert.deepEqual(knowledge.commands, phrased);
  });

  const sheet = '\n\n## Phrases\n\n- what\n';
  const REFUSED: [what: string, file: string, text: string, sentence: RegExp][] = [
    ['is incomplete', `${TOPICS}/03-cpor_meaning.md`, `# T\n\nSection: Summary${sheet}`, /03-cpor_meaning\.md.*answer/],
    [
      'is neither beside an answer nor not',
      'commands/help.md',
      `# T\n\nBeside an answer: maybe${sheet}`,
      /^knowledge\/commands\/help\.md has "maybe" in the line "beside an answer": write yes or no\.$/,
    ],
    [
      'has a line that no command has',
      'commands/help.md',
      `# T\n\nBesides an answer: yes${sheet}`,
      /^knowledge\/commands\/help\.md has a line "besides an answer"/,
    ],
    [
      'opens a customer as another one does',
      'commands/help.md',
      `# T\n\nOpens a customer: yes${sheet}`,
      /^knowledge\/commands\/help\.md says "Opens a customer: yes", and so does commands\/claim\.md\.$/,
    ],
    [
      'alone opened a customer and does not any more',
      'commands/claim.md',
      `# T\n\nOpens a customer: No${sheet}`,
      /^knowledge\/commands has no file with the line "Opens a customer: yes"\.$/,
    ],
  ];
  for (const [what, file, text, sentence] of REFUSED)
    it(`stop the start where a file ${what}`, () => {
      const copy = mkdtempSync(join(tmpdir(), 'knowledge-'));
      try {
        cpSync(dir, copy, { recursive: true });
        writeFileSync(join(copy, file), text);
        assert.throws(
          () => loadKnowledge(copy),
          (error) => error instanceof OperatorError && sentence.test(error.message),
        );
      } finally {
        rmSync(copy, { recursive: true });
      }
    });
});

describe('a language whose files are not there', () => {
  it('stops the start', () => {
    const copy = mkdtempSync(join(tmpdir(), 'knowledge-'));
    try {
      cpSync(dir, copy, { recursive: true });
      rmSync(join(copy, 'weights.fr.bin'));
      assert.throws(
        () => loadKnowledge(copy),
        (error) => error instanceof OperatorError && /^knowledge\/weights\.fr\.bin is missing\./.test(error.message),
      );
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});

describe('the names in tuning.ts', () => {
  it('are files of negatives', () => {
    const negatives = phraseSets.filter(({ kind }) => kind === 'none').map(({ name }) => name);
    for (const name of [...IDLE_NEGATIVES, LANGUAGE_NEGATIVES]) assert.ok(negatives.includes(name), name);
  });
});

describe('the weights', () => {
  /** Of the data as it stands. */
  let trained: string;
  before(() => {
    trained = fingerprint(trainingRows(phraseSets, sheets.words));
  });

  it('were trained on the data as it stands (else: npm run knowledge)', () => {
    assert.equal(decodeWeights(readFileSync(weightsFile)).fingerprint, trained);
  });

  it('would be called stale after one more phrase', () => {
    const [first, ...rest] = phraseSets;
    assert.ok(first);
    const more = { ...first, phrases: [...first.phrases, 'one more phrase'] };
    assert.notEqual(fingerprint(trainingRows([more, ...rest], sheets.words)), trained);
  });

  it('take at most 3 MB', () => {
    assert.ok(readFileSync(weightsFile).length <= 3_000_000);
  });

  it('are refused when they are cut, empty or something else', () => {
    const whole = readFileSync(weightsFile);
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 1_000), Buffer.alloc(0), Buffer.from('hello there')])
      assert.throws(() => decodeWeights(bytes), OperatorError);
  });
});

describe('the grammar of phrases', () => {
  const slots = new Map([['thing', ['claim', 'list']]]);
  const expanded = (phrase: string, limit = 50) => expandPhrase(phrase, slots, limit, seededRandom(1)).sort();

  it('widens alternatives, options, slots and groups in groups', () => {
    assert.deepEqual(expanded('what is (a|the|) [thing]'), [
      'what is a claim',
      'what is a list',
      'what is claim',
      'what is list',
      'what is the claim',
      'what is the list',
    ]);
    assert.deepEqual(expanded('a (b (c|d)|e)'), ['a b c', 'a b d', 'a e']);
  });

  it('keeps to the limit and gives each alternative its turn', () => {
    const ten = expanded('(a|b|c|d|e) (1|2|3|4|5)', 10);
    assert.equal(ten.length, 10);
    for (const letter of 'abcde') assert.ok(ten.some((sentence) => sentence.startsWith(letter)));
  });

  it('gives the same sentences on every run', () => {
    assert.deepEqual(expanded('(a|b|c) (d|e|f) (g|h)', 7), expanded('(a|b|c) (d|e|f) (g|h)', 7));
  });

  it('names the phrase where a bracket or a slot does not fit', () => {
    for (const phrase of ['what (is', 'what is)', 'a | b', 'the [nothing]', 'the [thing'])
      assert.throws(() => expanded(phrase), new RegExp(`phrase "${phrase.replace(/[()[\]|]/g, '\\$&')}"`));
  });
});
