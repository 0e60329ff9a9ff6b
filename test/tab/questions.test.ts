/** Questions without an answer over HTTP: for leads alone, decided once, and told to other pages. */
import assert from 'node:assert/strict';
import type { Person } from '../../src/people/person.ts';
import type { VersionBody } from '../../src/tab/api.ts';
import type { DecideBody, DecideParams, QuestionRow, QuestionsBody } from '../../src/tab/questions/api.ts';
import { eachUri } from '../support/engines.ts';
import { openTab, problemIn, type TabServer } from './tab-server.ts';

const PARROTS = 'Is there a fee for parrots?';

describe('the questions without an answer on the page', () =>
  eachUri((uri) => {
    let tab: TabServer;
    let adele: Person;
    let isaiah: Person;

    beforeEach(async () => {
      tab = await openTab('teams', uri);
      [adele, isaiah] = [await tab.person('Adele Vance'), await tab.person('Isaiah Langer')];
      await tab.ask(adele, PARROTS);
      await tab.ask(adele, 'is there a fee for parrots');
      await tab.ask(adele, 'Who feeds the dragon?');
    });
    afterEach(() => tab?.dispose());

    async function list(query = ''): Promise<QuestionsBody> {
      const response = await tab.get(`questions${query}`, await tab.as(isaiah));
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as QuestionsBody;
    }
    const decide = async (params: unknown, person = isaiah): Promise<Response> =>
      tab.post('questions/decide', params, await tab.as(person));
    async function decided(params: DecideParams): Promise<DecideBody> {
      const response = await decide(params);
      assert.equal(response.status, 200, await response.clone().text());
      return (await response.json()) as DecideBody;
    }
    async function refused(asked: Promise<Response>): Promise<[number, string]> {
      const response = await asked;
      return [response.status, (await problemIn(response)).code];
    }
    async function first(): Promise<QuestionRow> {
      const [row] = (await list()).rows;
      assert.ok(row);
      return row;
    }

    it('are listed, the most frequent first, with what may answer them and without who asked', async () => {
      const body = await list();
      assert.deepEqual(
        // Two wordings may have come in the same millisecond.
        body.rows.map(({ text, others, count, open, version }) => [[text, ...others].sort(), count, open, version]),
        [
          [[PARROTS, 'is there a fee for parrots'].sort(), 2, true, 0],
          [['Who feeds the dragon?'], 1, true, 0],
        ],
      );
      assert.deepEqual([body.total, body.decided, body.page], [2, 0, 0]);
      assert.deepEqual(
        body.topics,
        tab.answers.topicsFor('en').map(({ id, title }) => ({ id, title })),
      );
      assert.ok(!JSON.stringify(body).includes('adele'));
    });

    it('get a topic, which answers them from then on', async () => {
      const { key, version } = await first();
      const [topic] = (await list()).topics;
      const { question, decided: isDecided } = await decided({
        key,
        version,
        state: 'attached',
        topic: topic?.id ?? '',
      });
      assert.deepEqual(
        [isDecided, question.open, question.decision?.state, question.decision?.topic, question.version],
        [true, false, 'attached', topic?.title, 1],
      );
      assert.deepEqual([(await list()).total, (await list('?list=decided')).rows.map((row) => row.key)], [1, [key]]);
      await tab.ask(adele, PARROTS);
      assert.equal((await list()).total, 1);
    });

    it('are dismissed once, however often that is sent, and the decision is undone', async () => {
      const { key, version } = await first();
      const params: DecideParams = { key, version, state: 'dismissed' };
      for (const _ of [1, 2]) {
        const { decided: isDecided, question } = await decided(params);
        assert.deepEqual([isDecided, question.version], [true, 1]);
      }
      const { question } = await decided({ key, version: 1, state: 'open' });
      assert.deepEqual([question.open, question.version, question.decision], [true, 2, undefined]);
      assert.equal((await list()).total, 2);
    });

    it('stay as somebody else decided meanwhile', async () => {
      const { key, version } = await first();
      await decided({ key, version, state: 'dismissed' });
      const topic = tab.answers.topicsFor('en')[0]?.id ?? '';
      const late = await decided({ key, version, state: 'attached', topic });
      assert.deepEqual([late.decided, late.question.decision?.state], [false, 'dismissed']);
    });

    it('are for leads', async () => {
      const { key, version } = await first();
      assert.deepEqual(await refused(tab.get('questions', await tab.as(adele))), [403, 'knowledge.leads-only']);
      const params = { key, version, state: 'dismissed' };
      assert.deepEqual(await refused(decide(params, adele)), [403, 'knowledge.leads-only']);
    });

    it('that are gone, and topics that are not there, are said to be so', async () => {
      const { key, version } = await first();
      for (const [params, status, code] of [
        [{ key: 'gone', version, state: 'dismissed' }, 404, 'knowledge.no-question'],
        [{ key, version, state: 'attached', topic: 'gone' }, 404, 'knowledge.no-topic'],
        [{ key, version, state: 'attached' }, 400, 'tab.bad-request'],
        [{ key, version, state: 'dismissed', topic: 'x' }, 400, 'tab.bad-request'],
        [{ key, version: -1, state: 'dismissed' }, 400, 'tab.bad-request'],
        [{ key: { $gt: '' }, version, state: 'dismissed' }, 400, 'tab.bad-request'],
      ] as const)
        assert.deepEqual(await refused(decide(params)), [status, code]);
      assert.deepEqual(await refused(tab.get('questions?list=all', await tab.as(isaiah))), [400, 'tab.bad-query']);
    });

    it('are told to other pages of leads, and not to those of everybody', async () => {
      const stamp = async (query: string) =>
        ((await (await tab.get(`version${query}`, await tab.as(isaiah))).json()) as VersionBody).version;
      const [forLeads, forAll] = [await stamp('?of=campaign'), await stamp('')];
      const { key, version } = await first();
      await decided({ key, version, state: 'dismissed' });
      await tab.answers.stop?.();
      assert.notEqual(await stamp('?of=campaign'), forLeads);
      assert.equal(await stamp(''), forAll);
    });
  }));
