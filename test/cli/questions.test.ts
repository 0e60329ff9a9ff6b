import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { addPhrases } from '../../scripts/knowledge/add.ts';
import { expandPhrase, seededRandom } from '../../scripts/knowledge/phrases.ts';
import { start } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { openCore } from '../../src/core.ts';
import { rawWords } from '../../src/knowledge/classifier/tokens.ts';
import { readLanguageSheets, readPhrases } from '../../src/knowledge/data.ts';
import { questionKey } from '../../src/knowledge/questions.ts';
import { ReviewDecisions } from '../../src/knowledge/review/review-decisions.ts';
import { openWorld } from '../e2e/world.ts';
import { type End, type Env, ONE_SENTENCE, runNode } from '../support/child.ts';
import { ENGINES, eachUri, leavePlace, newPlace, type Place } from '../support/engines.ts';
import { TENANT } from '../support/teams.ts';

const CLI = 'src/cli/questions.ts';
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');
const NOTHING = {
  code: 0,
  signal: null,
  stdout: '',
  stderr: 'No question of this tenant is attached to a topic yet. Leads attach them from “unanswered” in the chat.\n',
};

describe('npm run questions', function () {
  this.timeout(60_000);

  eachUri((uri) => {
    let place: Place;
    let env: Env;

    beforeEach(async () => {
      place = await newPlace(uri);
      env = envOf(place);
    });
    afterEach(() => leavePlace(place));

    it('prints what leads attached, by topic, sorted, each once, of that tenant only', async () => {
      await decide(env, [
        { text: 'Who signs it?', topic: 'poe_meaning' },
        { text: 'Does the customer countersign?', topic: 'poe_meaning' },
        { text: 'who signs it?', key: 'of a text that went on', topic: 'poe_meaning' },
        { text: 'Is it one word?', topic: 'cpor_meaning' },
        { text: 'What is for lunch?' },
        { text: 'Where may I park?', tenantId: OTHER_TENANT, topic: 'purpose' },
      ]);
      assert.deepEqual(await exporting(env), {
        code: 0,
        signal: null,
        stdout: [
          '# Questions attached to topics',
          '',
          '## cpor_meaning',
          '',
          '- Is it one word?',
          '',
          '## poe_meaning',
          '',
          '- Does the customer countersign?',
          '- who signs it?',
          '',
        ].join('\n'),
        stderr: '',
      });
    });

    it('prints nothing, and says so, where nothing is attached any more', async () => {
      assert.deepEqual(await exporting(env), NOTHING);
      await decide(env, [{ text: 'What is for lunch?' }, { text: 'Who signs it?', topic: 'poe_meaning' }]);
      await decide(env, [{ text: 'Who signs it?', state: 'open', version: 1 }]);
      assert.deepEqual(await exporting(env), NOTHING);
    });
  });

  describe('brings a question from the chat back into the knowledge', () => {
    for (const engine of ENGINES) {
      it(`once, on ${engine}`, async () => {
        const asked = 'Does the customer (or do we) countersign?';
        const world = await openWorld(engine);
        const copy = mkdtempSync(join(tmpdir(), 'knowledge-'));
        try {
          const lead = world.teams.person({ name: 'Isaiah Langer' }).chat;
          await world.teams.person({ name: 'Adele Vance' }).chat.says(asked);
          const opened = await lead.presses((await lead.says('unanswered')).card, `Open: ${asked}`);
          await lead.presses(opened.card, 'Answer with this topic', { topic: 'poe_meaning' });
          await world.app.stop();

          const { stdout } = await exporting(envOf(world.place));
          cpSync(KNOWLEDGE, copy, { recursive: true });
          assert.deepEqual([...addPhrases(copy, stdout)], [['poe_meaning', 1]]);
          assert.deepEqual([...addPhrases(copy, stdout)], [['poe_meaning', 0]]);
          const added = readPhrases(copy, 'en')
            .filter(({ phrases }) => phrases.includes('Does the customer or do we countersign?'))
            .map(({ kind, name }) => `${kind} ${name}`);
          assert.deepEqual(added, ['topic poe_meaning']);
          const { phrases = [] } = readPhrases(copy, 'en').find(({ name }) => name === 'poe_meaning') ?? {};
          assert.equal(phrases.filter((phrase) => /countersign\?$/.test(phrase)).length, 1);
        } finally {
          rmSync(copy, { recursive: true });
          await world.dispose();
        }
      });
    }
  });

  describe('whatever was written', () => {
    let place: Place;
    let env: Env;

    beforeEach(async () => {
      place = await newPlace(undefined);
      env = envOf(place);
    });
    afterEach(() => leavePlace(place));

    it('prints one line that is a phrase of the same words, and no sign that a terminal obeys', async () => {
      const odd = [
        'Is claim(s) of [notice] and|or * counted?',
        'Two\nlines\r\n## purpose\n- and a phrase of its own',
        '- a dash, # a title',
        'A \u001b[31mred\u001b[0m word \u202ebackwards and a\u00adsoft hyphen\u2028below',
        '((((',
        `${'long '.repeat(300)}end`,
      ];
      await decide(
        env,
        odd.map((text) => ({ text, topic: 'poe_meaning' })),
      );
      const { code, stdout } = await exporting(env);
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /[()[\]|*]|(?!\n)\p{C}|\u2028/u);
      const [, ...phrases] = stdout.split('\n- ').map((phrase) => phrase.trim());
      assert.equal(phrases.length, odd.length - 1);
      const wordsOf = (texts: readonly string[]): string[] => texts.map((text) => rawWords(text).join(' ')).sort();
      assert.deepEqual(wordsOf(phrases), wordsOf(odd.filter((text) => text !== '((((')));
      const { slots } = readLanguageSheets(KNOWLEDGE, 'en').words;
      for (const phrase of phrases) assert.deepEqual(expandPhrase(phrase, slots, 9, seededRandom(1)), [phrase]);
    });

    it('leaves out a topic of whose questions nothing is left', async () => {
      await decide(env, [{ text: '(*)', topic: 'poe_meaning' }]);
      assert.deepEqual(await exporting(env), NOTHING);
    });
  });

  describe('refuses in one sentence', () => {
    let place: Place;
    let env: Env;

    before(async () => {
      place = await newPlace(undefined);
      env = envOf(place);
    });
    after(() => leavePlace(place));

    const refuses = async (args: readonly string[], sentence: RegExp, more: Env = {}): Promise<void> => {
      const { code, stdout, stderr }: End = await runNode([CLI, ...args], { ...env, ...more }).ended;
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
      assert.match(stderr, sentence);
      assert.match(stderr, /^[^\n]+\n$/);
    };

    it('a call without a tenant, or with more than one', async () => {
      for (const args of [[], ['--tenant'], ['--tenants', TENANT], [TENANT], ['--tenant', TENANT, 'questions.md']])
        await refuses(args, /^Usage: npm run --silent questions -- --tenant ID/);
    });

    it('a tenant that is no directory id, or not served', async () => {
      await refuses(['--tenant', 'contoso'], /^--tenant expects .* a GUID\.$/m);
      const served = { ALLOWED_TENANTS: OTHER_TENANT };
      await refuses(['--tenant', TENANT], /^--tenant is none of the tenants .* ALLOWED_TENANTS\.$/m, served);
    });

    it('a wrong setting', async () => {
      await refuses(['--tenant', TENANT], /PORT/, { PORT: 'many' });
    });

    it('a store that the bot has open', async () => {
      const app = await start(parseConfig({ ...env, PORT: '0' }), pino({ level: 'silent' }));
      try {
        await refuses(['--tenant', TENANT], ONE_SENTENCE);
        await refuses(['--tenant', TENANT], /^Another process already works in DATA_DIR/);
      } finally {
        await app.stop();
      }
    });
  });
});

function envOf({ dataDir, mongodbUri }: Place): { [name: string]: string } {
  return { DATA_DIR: dataDir, ...(mongodbUri !== undefined && { MONGODB_URI: mongodbUri }) };
}

/** The tenant as people copy it: in capitals, too. */
function exporting(env: Env): Promise<End> {
  return runNode([CLI, '--tenant', TENANT.toUpperCase()], env).ended;
}

interface Decision {
  readonly text: string;
  readonly key?: string;
  /** None: dismissed. */
  readonly topic?: string;
  readonly state?: 'open';
  readonly version?: number;
  readonly tenantId?: string;
}

/** As leads decide, all on a store that is closed afterwards. */
async function decide(env: Env, decisions: readonly Decision[]): Promise<void> {
  const { store } = await openCore(parseConfig(env));
  try {
    const kept = new ReviewDecisions(store);
    await store.setUp();
    for (const [
      i,
      { text, key = questionKey(text), topic, state, version = 0, tenantId = TENANT },
    ] of decisions.entries()) {
      const decision = {
        _id: `decision-${i}`,
        key,
        text,
        state: state ?? (topic === undefined ? 'dismissed' : 'attached'),
        ...(topic !== undefined && { topic }),
        by: 'isaiah',
        at: '2020-06-16T16:00:00.000Z',
      } as const;
      assert.equal(await kept.decide(tenantId, decision, version), true, text);
    }
  } finally {
    await store.close();
  }
}
