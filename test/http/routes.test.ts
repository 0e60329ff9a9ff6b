/** What a route gets of a request, and how its answer goes out. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import type { Route, RouteAnswer, RouteRequest } from '../../src/feature.ts';
import { type HttpServer, listen } from '../../src/http/server.ts';

describe('a route', () => {
  let server: HttpServer;
  let seen: RouteRequest[];
  let answered: RouteAnswer;

  const route = (path: string, name: string): Route => ({
    method: 'GET',
    path,
    async handle(request) {
      seen.push(request);
      return { headers: { 'X-Route': name }, ...answered };
    },
  });

  before(async () => {
    server = await listen({
      routes: [route('/a/*', 'below'), route('/a/things/:id', 'one'), route('/a/things', 'all'), route('/a', 'top')],
      log: pino({ level: 'silent' }),
      host: '127.0.0.1',
      port: 0,
      localMode: true,
    });
  });
  after(() => server.close());
  beforeEach(() => {
    seen = [];
    answered = { status: 200 };
  });

  /** `fetch` would tidy the address up. */
  async function get(path: string, headers: Record<string, string> = {}) {
    const asked = httpRequest({ port: server.port, path, headers, agent: false });
    asked.end();
    const [response] = await once(asked, 'response');
    const body = await buffer(response);
    return { status: response.statusCode as number, headers: response.headers as Record<string, string>, body };
  }

  it('is the one that says most of the path', async () => {
    const routes = ['/a', '/a/things', '/a/things/7', '/a/things/7/more', '/a/other', '/a/'];
    const found = await Promise.all(routes.map(async (path) => (await get(path)).headers['x-route']));
    assert.deepEqual(found, ['top', 'all', 'one', 'below', 'below', 'below']);
  });

  it('gets the parts that it names, decoded, and none that it does not', async () => {
    await get('/a/things/C%2F7%20%C3%BC');
    assert.equal(seen[0]?.param('id'), 'C/7 ü');
    assert.equal(seen[0]?.param('other'), '');
  });

  it('gets the path as it came', async () => {
    await get('/a/x/..%2f%2e%2e/y?z=1');
    assert.equal(seen[0]?.path, '/a/x/..%2f%2e%2e/y');
  });

  it('gets what stands behind the question mark, decoded', async () => {
    await get('/a?text=a%26b+c&text=second&none');
    const { query } = seen[0] ?? {};
    assert.deepEqual([query?.getAll('text'), query?.get('none'), query?.get('else')], [['a&b c', 'second'], '', null]);
  });

  it('finds nothing at a path that cannot be decoded', async () => {
    assert.equal((await get('/a/things/%zz')).status, 404);
    assert.deepEqual(seen, []);
  });

  it('answers JSON, whatever the client says it takes', async () => {
    answered = { status: 200, body: { ü: 1 } };
    const { headers, body } = await get('/a', { accept: 'text/plain' });
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['content-length'], String(body.length));
    assert.deepEqual(JSON.parse(body.toString()), { ü: 1 });
  });

  it('answers JSON of another type', async () => {
    answered = { status: 403, body: { title: 'No' }, type: 'application/problem+json' };
    const { status, headers, body } = await get('/a');
    assert.deepEqual([status, headers['content-type']], [403, 'application/problem+json']);
    assert.deepEqual(JSON.parse(body.toString()), { title: 'No' });
  });

  it('answers bytes as they are, with headers of its own', async () => {
    const body = Buffer.from([0, 255, 10, 13]);
    answered = { status: 200, body, type: 'text/javascript', headers: { 'Content-Encoding': 'br', Vary: 'X' } };
    const got = await get('/a');
    assert.deepEqual(got.body, body);
    assert.deepEqual([got.headers['content-encoding'], got.headers.vary], ['br', 'X']);
  });

  it('answers nothing but a status and headers', async () => {
    answered = { status: 304, headers: { ETag: '"7"' } };
    const { status, headers, body } = await get('/a');
    assert.deepEqual([status, headers.etag, body.length, headers['content-length']], [304, '"7"', 0, undefined]);
  });

  it('sends bytes that are not held as they come', async () => {
    const stream = { from: Readable.from([Buffer.from('so '), Buffer.from('far')]), bytes: 6 };
    answered = { status: 200, stream, type: 'application/octet-stream', headers: { 'X-Route': 'bytes' } };
    const { headers, body } = await get('/a');
    assert.deepEqual([headers['content-type'], headers['content-length']], ['application/octet-stream', '6']);
    assert.deepEqual([headers['x-route'], body.toString()], ['bytes', 'so far']);
  });

  it('cuts the answer off where they break off', async () => {
    async function* broken() {
      yield Buffer.from('so ');
      throw new Error('the disk is gone');
    }
    answered = { status: 200, stream: { from: Readable.from(broken()), bytes: 6 } };
    await assert.rejects(get('/a'), /aborted|hang up/);
    answered = { status: 200 };
    assert.equal((await get('/a')).status, 200);
  });
});
