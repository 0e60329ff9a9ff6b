/** `npm run knowledge -- --add FILE`, always on a folder of its own. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addedLines, addPhrases } from '../../../scripts/knowledge/add.ts';
import { fingerprint, trainingRows } from '../../../scripts/knowledge/rows.ts';
import { CPOR_2020 } from '../../../src/campaign/notices.ts';
import { OperatorError } from '../../../src/errors.ts';
import { decodeWeights } from '../../../src/knowledge/classifier/weights.ts';
import { readLanguageSheets, readPhrases, topicsFolder } from '../../../src/knowledge/data.ts';
import { dir as real } from '../../knowledge/loaded.ts';
import { type End, ONE_SENTENCE, runNode } from '../../support/child.ts';

const TOPICS = topicsFolder(CPOR_2020);

const POE = '04-poe_meaning.md';
const CPOR = '03-cpor_meaning.md';

/** Translations stand in folders beside. */
const isSheet = (name: string): boolean => name.endsWith('.md');

describe('adding phrases to the topics', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'knowledge-'));
    cpSync(real, dir, { recursive: true });
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  const topic = (file: string): string => readFileSync(join(dir, TOPICS, file), 'utf8');
  const put = (file: string, text: string): void => writeFileSync(join(dir, TOPICS, file), text);
  const topicFiles = (): Record<string, string> =>
    Object.fromEntries(
      readdirSync(join(dir, TOPICS))
        .filter(isSheet)
        .map((file) => [file, topic(file)]),
    );
  const add = (text: string): Record<string, number> => Object.fromEntries(addPhrases(dir, text));

  it('puts them at the end of each topic’s list, and touches nothing else', () => {
    const before = topicFiles();
    const text =
      '# Any title\n\n## poe_meaning\n\n- who countersigns\n- may a scan do\n\n## cpor_meaning\n- is it one word\n';
    assert.deepEqual(add(text), { poe_meaning: 2, cpor_meaning: 1 });
    assert.deepEqual(topicFiles(), {
      ...before,
      [POE]: `${before[POE]}- who countersigns\n- may a scan do\n`,
      [CPOR]: `${before[CPOR]}- is it one word\n`,
    });
  });

  it('adds none that the topic has, whatever its case, and none twice', () => {
    put(POE, `${topic(POE)}- Who countersigns?\n`);
    assert.deepEqual(add('## poe_meaning\n- who COUNTERSIGNS?\n- may a scan do\n- May a scan do\n'), {
      poe_meaning: 1,
    });
    assert.match(topic(POE), /- Who countersigns\?\n- may a scan do\n$/);
  });

  it('adds nothing when it is done again', () => {
    const text = '## poe_meaning\n- who countersigns\n';
    add(text);
    const once = topicFiles();
    assert.deepEqual(add(text), { poe_meaning: 0 });
    assert.deepEqual(topicFiles(), once);
  });

  it('takes several exports in one file, with the lines that npm prints before each', () => {
    const one =
      '\n> cpor-assistant@0.1.0 questions\n> exec node dist/questions-cli.js\n\n# Questions attached to topics\n\n';
    const text = `\uFEFF${one}## poe_meaning\n\n- who countersigns\n${one}## poe_meaning\n\n- may a scan do\n`;
    assert.deepEqual(add(text), { poe_meaning: 2 });
    assert.deepEqual(add(text.replaceAll('\n', '\r\n')), { poe_meaning: 0 });
  });

  it('keeps what stands after the list, and the line ends of the file', () => {
    const sheet = '# T\n\nSection: Summary\n\n## Answer\n\nYes.\n\n## phrases\n\n- old\n\n## Facts\n\n- yes\n';
    for (const end of ['\n', '\r\n']) {
      put(POE, sheet.replaceAll('\n', end));
      add('## poe_meaning\n- new\n');
      assert.equal(topic(POE), sheet.replace('- old\n', '- old\n- new\n').replaceAll('\n', end));
    }
    put(POE, '# T\n\nSection: Summary\n\n## Answer\n\nYes.\n\n## Phrases\n\n- old');
    add('## poe_meaning\n- new\n');
    assert.match(topic(POE), /- old\n- new$/);
  });

  it('may use the grammar of phrases', () => {
    assert.deepEqual(add('## poe_meaning\n- does (the customer|*) countersign the [notice]\n'), { poe_meaning: 1 });
  });

  const good = '## cpor_meaning\n- is it one word\n';
  const refused: [what: string, text: string, sentence: RegExp][] = [
    [
      'topics that there are not',
      '## parking\n- where\n## lunch\n- when\n',
      /^No topic is called parking, lunch; .*poe_m/,
    ],
    ['a name that every object has', '## constructor\n- where\n', /^No topic is called constructor;/],
    ['a bracket that does not fit', '## poe_meaning\n- who (signs\n', /^An open bracket in the phrase "who \(signs"/],
    ['a slot that is not there', '## poe_meaning\n- who signs [papers]\n', /^The unknown slot \[papers\]/],
    ['a line of another kind', '## poe_meaning\n- who signs\n* who reads\n', /^Line 5 is neither/],
    ['an empty phrase', '## poe_meaning\n- \n', /^Line 4 is neither/],
  ];
  for (const [what, text, sentence] of refused) {
    it(`refuses ${what}, and writes nothing at all`, () => {
      const before = topicFiles();
      assert.throws(
        () => add(good + text),
        (error) =>
          error instanceof OperatorError &&
          sentence.test(error.message) &&
          /Nothing was written\.$/.test(error.message),
      );
      assert.deepEqual(topicFiles(), before);
    });
  }

  it('refuses a phrase before any topic, and a topic’s file without a list', () => {
    assert.throws(() => add('- who\n## poe_meaning\n'), { message: /^Line 1 is neither/ });
    put(POE, topic(POE).replace('## Phrases', '## Sayings'));
    const before = topicFiles();
    assert.throws(() => add(`${good}## poe_meaning\n- who\n`), /04-poe_meaning\.md has no list “## Phrases”/);
    assert.deepEqual(topicFiles(), before);
  });

  it('is told topic by topic, or that there was nothing to add', () => {
    const lines = addedLines(new Map([...Object.entries({ purpose: 2, required: 1, share: 0 })]));
    assert.deepEqual(lines, ['purpose: 2 phrases added', 'required: 1 phrase added', 'share: 0 phrases added']);
    for (const nothing of [new Map(), new Map([['purpose', 0]])])
      assert.deepEqual(addedLines(nothing), ['Nothing to add: the topics have all of these phrases.']);
  });

  describe('from a shell', function () {
    this.timeout(60_000);

    const run = (...args: string[]): Promise<End> => runNode(['scripts/knowledge.ts', ...args, '--dir', dir]).ended;
    const file = (text: string): string => {
      const path = join(dir, 'questions.md');
      writeFileSync(path, text);
      return path;
    };
    const weights = (): Buffer => readFileSync(join(dir, 'weights.bin'));

    it('adds, and trains on what is there then', async () => {
      fewPhrases(dir);
      const { code, stdout, stderr } = await run('--add', file('## poe_meaning\n- who countersigns the papers\n'));
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.match(stdout, /^poe_meaning: 1 phrase added\nTrained on \d+ sentences\./);
      const trainedOn = trainingRows(readPhrases(dir, 'en'), readLanguageSheets(dir, 'en').words);
      assert.equal(decodeWeights(weights()).fingerprint, fingerprint(trainedOn));
      assert.ok(trainedOn.some(({ words }) => words.includes('countersigns')));
    });

    it('refuses in one sentence, and neither writes nor trains', async () => {
      const [topics, trained] = [topicFiles(), weights()];
      const refusals: [args: string[], sentence: RegExp][] = [
        [['--add', file(`${good}## parking\n- where\n`)], /^No topic is called parking;.*Nothing was written\.$/m],
        [['--add', join(dir, 'nowhere.md')], /nowhere\.md is not a file that can be read\.$/m],
        [['--add', join(dir, TOPICS)], /topics is not a file that can be read\.$/m],
      ];
      for (const [args, sentence] of refusals) {
        const { code, stdout, stderr } = await run(...args);
        assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
        assert.match(stderr, sentence);
        assert.match(stderr, ONE_SENTENCE);
      }
      for (const args of [['--add'], ['--ad', 'x'], ['--add', file(good), '--report']]) {
        const { code, stdout, stderr } = await run(...args);
        assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
        assert.match(stderr, /^Usage: npm run knowledge -- [^\n]+\n$/);
      }
      assert.deepEqual(topicFiles(), topics);
      assert.deepEqual(weights(), trained);
    });
  });
});

/** Leaves each list its first phrases only: to train on all of them takes half a minute. */
function fewPhrases(dir: string): void {
  for (const folder of [TOPICS, 'commands', 'smalltalk', 'negatives'])
    for (const file of readdirSync(join(dir, folder)).filter(isSheet)) {
      const path = join(dir, folder, file);
      const [head = '', list = ''] = readFileSync(path, 'utf8').split('## Phrases\n');
      writeFileSync(path, `${head}## Phrases\n${list.split('\n').slice(0, 4).join('\n')}\n`);
    }
}
