/** What the HTTP server itself refuses below the API: a problem with a sentence and a reference, as all that is refused there. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { json as jsonOf } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import type { ProblemBody } from '../../src/tab/api.ts';
import { openTab, type TabServer } from './tab-server.ts';

const ACTIONS = '/tab/api/tickets/T-1001/actions';
const UPLOADS = '/tab/api/uploads?name=poe.pdf';
const JSON_TYPE = { 'content-type': 'application/json' };
const UNREADABLE = 'I cannot read what this page sent. Close the tab and open it again.';
const NOTHING = 'There is nothing at this address.';

interface Refused {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly status: number;
  readonly code: string;
  readonly title: string;
}

const bad = { code: 'tab.bad-request', title: UNREADABLE } as const;
const unknown = { code: 'tab.no-such-address', title: NOTHING } as const;

const REFUSED: Readonly<Record<string, Refused>> = {
  'a body that is no JSON': { path: ACTIONS, headers: JSON_TYPE, body: '{"kind":', status: 400, ...bad },
  'a body that is nested without end': {
    ...{ path: ACTIONS, headers: JSON_TYPE, body: '['.repeat(100) + ']'.repeat(100), status: 400, ...bad },
  },
  'a form in place of JSON': {
    path: ACTIONS,
    headers: { 'content-type': 'text/plain' },
    body: '{}',
    status: 415,
    ...bad,
  },
  'a packed body': {
    ...{
      path: ACTIONS,
      headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
      body: gzipSync('{}'),
      status: 415,
      ...bad,
    },
  },
  'a file of another type': {
    path: UPLOADS,
    headers: { 'content-type': 'application/pdf' },
    body: '%PDF',
    status: 415,
    ...bad,
  },
  'a body that is too large': {
    ...{ path: ACTIONS, headers: JSON_TYPE, body: JSON.stringify('a'.repeat(300 * 1024)), status: 413 },
    code: 'tab.too-large',
    title: 'This is more than I can take at once. Make the text shorter and try again.',
  },
  'a POST to an address that there is not': {
    path: '/tab/api/nothing',
    headers: JSON_TYPE,
    body: '{}',
    status: 405,
    ...unknown,
  },
  'another method': { method: 'DELETE', path: ACTIONS, status: 405, ...unknown },
  'an address that cannot be decoded': { method: 'GET', path: '/tab/api/claims/%E0%A4%A', status: 404, ...unknown },
};

describe('what the server itself refuses', () => {
  let tab: TabServer;

  before(async () => {
    tab = await openTab('teams', undefined);
  });
  after(() => tab?.dispose());

  /** `fetch` would tidy the address up. */
  async function send({ method = 'POST', path, headers = {}, body }: Partial<Refused>) {
    const asked = httpRequest({ port: new URL(tab.url).port, method, path, headers, agent: false });
    asked.end(body);
    const [response] = await once(asked, 'response');
    return { status: response.statusCode, headers: response.headers, body: (await jsonOf(response)) as ProblemBody };
  }

  for (const [what, { status, code, title, ...request }] of Object.entries(REFUSED))
    it(`answers ${what} with a problem that has a reference, which the log has too`, async () => {
      const answer = await send(request);
      const { reference, ...problem } = answer.body;
      assert.deepEqual(problem, { title, status, code });
      assert.deepEqual(
        [answer.status, answer.headers['content-type'], answer.headers['cache-control']],
        [status, 'application/problem+json', 'no-store'],
      );
      assert.match(reference, /^[\w-]{8}$/);
      assert.ok(tab.logged.some((line) => line.reference === reference && line.code === code));
    });

  it('answers a web page whose name was pointed at this machine likewise', async () => {
    const local = await openTab('local', undefined);
    try {
      const asked = httpRequest({
        ...{ port: new URL(local.url).port, path: '/tab/api/people', agent: false },
        headers: { host: 'evil.example' },
      });
      asked.end();
      const [response] = await once(asked, 'response');
      const { code, status } = (await jsonOf(response)) as ProblemBody;
      assert.deepEqual([response.statusCode, status, code], [403, 403, 'tab.foreign-page']);
    } finally {
      await local.dispose();
    }
  });

  it('says elsewhere no more than the status, as before', async () => {
    const { status, headers, body } = await send({ method: 'GET', path: '/nothing' });
    assert.deepEqual([status, headers['content-type'], body], [404, 'application/json', { error: 'not found' }]);
  });
});
