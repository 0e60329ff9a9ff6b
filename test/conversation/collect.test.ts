/** The tables that the features' rows are collected into, and what stops the start because a row is missing or there twice. */
import assert from 'node:assert/strict';
import {
  collectCommands,
  collectIntents,
  collectPresses,
  collectProblems,
  firstFound,
} from '../../src/conversation/collect.ts';
import { type ConversationOptions, createConversation } from '../../src/conversation/conversation.ts';
import { introTexts } from '../../src/conversation/texts.ts';
import { OperatorError, ProgrammingError } from '../../src/errors.ts';
import type { Command, Feature, Subject } from '../../src/feature.ts';
import type { Answers } from '../../src/knowledge/feature.ts';
import type { Turn } from '../../src/turn.ts';

const feature = (name: string, more: Partial<Feature> = {}): Feature => ({ name, problems: {}, presses: {}, ...more });
const said = (text: string) => async () => ({ text });

const NOTHING_NAMED: Subject = { text: '', isName: false, strangeWords: [] };

describe('the table of intents', () => {
  const hello = feature('greetings', { intents: { hello: said('hello') } });
  const bye = feature('goodbyes', { intents: { bye: { handle: said('bye'), everywhere: true, showsClaims: true } } });

  it('has a row for each sheet, with where it is answered and whether it shows claims', async () => {
    const table = collectIntents([hello, bye], ['hello', 'bye']);
    const rows = [...table].map(([name, { everywhere, showsClaims }]) => [name, everywhere, showsClaims]);
    assert.deepEqual(rows, [
      ['hello', false, false],
      ['bye', true, true],
    ]);
    assert.deepEqual(await table.get('bye')?.handle({} as Turn, NOTHING_NAMED), { text: 'bye' });
  });

  it('stops the start for a sheet that no feature handles, and names it', () => {
    assert.throws(
      () => collectIntents([hello], ['hello', 'export']),
      (error: unknown) =>
        error instanceof OperatorError && /^knowledge\/commands\/export\.md has no /.test(error.message),
    );
  });

  it('stops the start for a handler that has no sheet, and names it', () => {
    assert.throws(
      () => collectIntents([hello, bye], ['hello']),
      (error: unknown) =>
        error instanceof OperatorError && /^knowledge\/commands\/bye\.md is missing/.test(error.message),
    );
  });

  it('refuses two features with one intent', () => {
    assert.throws(() => collectIntents([hello, feature('others', hello)], ['hello']), ProgrammingError);
  });
});

describe('the table of presses', () => {
  const problems = {};
  const topics = {
    name: 'knowledge',
    problems,
    presses: { topics: { handle: said('topics'), everywhere: true } },
  } as const;
  const report = { name: 'report', problems, presses: { report: said('report') } } as const;

  it('has a row for each verb, with where it may be pressed', () => {
    const rows = [...collectPresses([topics, report])].map(([verb, { everywhere }]) => [verb, everywhere]);
    assert.deepEqual(rows, [
      ['topics', true],
      ['report', false],
    ]);
  });

  it('refuses two features with one verb, and names it', () => {
    assert.throws(
      () => collectPresses([topics, { ...topics, name: 'others' }]),
      (error: unknown) => error instanceof ProgrammingError && /others .*“topics”/.test(error.message),
    );
  });
});

describe('the table of problems', () => {
  const words = { problems: { 'report.leads-only': () => 'for leads' } };

  it('refuses two features with words for one problem, and names it', () => {
    assert.throws(
      () => collectProblems([feature('report', words), feature('others', words)]),
      (error: unknown) => error instanceof ProgrammingError && /others .*“report\.leads-only”/.test(error.message),
    );
  });

  it('takes features without any', () => {
    assert.deepEqual(Object.keys(collectProblems([feature('a'), feature('report', words)])), ['report.leads-only']);
  });
});

describe('the list of commands', () => {
  it('has those that also fit questions last', () => {
    const command = (name: string, more: Partial<Command> = {}): Command => ({
      name,
      pattern: /^$/,
      handle: async () => undefined,
      ...more,
    });
    const features = [
      feature('claims', { commands: [command('show', { isCertain: () => false }), command('list')] }),
      feature('report', { commands: [command('report')] }),
    ];
    assert.deepEqual(
      collectCommands(features).map(({ name }) => name),
      ['list', 'report', 'show'],
    );
  });
});

describe('what features find', () => {
  it('is the first that one finds, in their order, and no further one is asked', async () => {
    const asked: string[] = [];
    const finder = (name: string, finds: boolean) =>
      feature(name, {
        finds: {
          async exactly() {
            asked.push(name);
            return finds ? { text: name } : undefined;
          },
        },
      });
    const features = [feature('none'), finder('claims', false), finder('tickets', true), finder('more', true)];
    assert.deepEqual(await firstFound(features, (finds) => finds.exactly?.({} as Turn, 'x')), { text: 'tickets' });
    assert.deepEqual(asked, ['claims', 'tickets']);
    assert.equal(await firstFound(features.slice(0, 2), (finds) => finds.exactly?.({} as Turn, 'x')), undefined);
  });
});

describe('a conversation', () => {
  const options = (intentNames: readonly string[]): ConversationOptions => ({
    answers: { intentNames, choices: () => ({ template: 'options', data: {} }) } as unknown as Answers,
    receiveFiles: said('filed'),
    fileConsent: said('saved'),
    find: async () => ({ items: [] }),
    rights: { isLead: () => false },
  });

  it('does not compile while a verb has no handler or a problem no sentence, and would say that its button is no longer in use', async () => {
    // @ts-expect-error: there is no feature, so all verbs but “help” have no handler, and no problem has a sentence
    const conversation = createConversation([], options(['help']));
    assert.deepEqual(await conversation.press({ scope: 'personal', locale: 'en-US' } as Turn, 'topics', {}), {
      text: introTexts('en').goneButton,
    });
  });

  it('does not start where sheets and handlers differ', () => {
    for (const sheets of [[], ['help', 'export']])
      assert.throws(() => {
        // @ts-expect-error: as above
        createConversation([], options(sheets), 'en-US');
      }, OperatorError);
  });
});
