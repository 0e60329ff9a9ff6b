import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { createWebhook } from '../../src/outbox/webhook.ts';

const SECRET = 'contoso-secret';
const NOW = new Date('2020-06-01T10:00:00.900Z');
const MESSAGE = { key: 'ticket-7-3', body: { number: 7, title: 'Zurück, “bitte” 🙂', nested: { claims: ['C-1'] } } };

describe('the webhook', () => {
  let server: Server;
  let url: string;
  let received: { request: IncomingMessage; body: string }[];
  /** How the desk's system answers. */
  let answer: (request: IncomingMessage, response: ServerResponse) => void;

  const listener: RequestListener = async (request, response) => {
    received.push({ request, body: await text(request) });
    answer(request, response);
  };

  beforeEach(async () => {
    received = [];
    answer = (_, response) => response.end();
    server = createServer(listener).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?token=in-the-address`;
  });

  afterEach(async () => {
    server.closeAllConnections();
    server.close();
  });

  /** Patient: what does not come is a failure of the test. */
  const post = (parts: Partial<Parameters<typeof createWebhook>[0]> = {}) =>
    createWebhook({ url, secret: SECRET, fetch, timeoutMs: 60_000, clock: () => NOW, ...parts }).post(MESSAGE);

  const answerWith = (status: number, headers: Record<string, string> = {}) => {
    answer = (_, response) => {
      // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
      response.writeHead(status, headers);
      response.end('{"what":"ever"}');
    };
  };

  it('posts JSON under the key it was given', async () => {
    assert.deepEqual(await post(), { kind: 'sent' });
    const [{ request, body } = { request: undefined, body: '' }] = received;
    assert.equal(request?.method, 'POST');
    assert.equal(request?.url, '/hook?token=in-the-address');
    assert.equal(request?.headers['content-type'], 'application/json');
    assert.equal(request?.headers['idempotency-key'], 'ticket-7-3');
    assert.deepEqual(JSON.parse(body), MESSAGE.body);
  });

  it('signs time and body, so that the receiver can tell that they are ours and fresh', async () => {
    await post();
    const [{ request, body } = { request: undefined, body: '' }] = received;
    const timestamp = request?.headers['x-cpor-timestamp'];
    assert.equal(timestamp, '1591005600');
    const signature = createHmac('sha256', SECRET).update(`${timestamp}.`).update(body, 'utf8').digest('hex');
    assert.equal(request?.headers['x-cpor-signature'], `v1=${signature}`);
  });

  it('signs as it did when receivers were written against it', async () => {
    let signature: string | null = null;
    const recorder: typeof fetch = async (_, init) => {
      signature = new Headers(init?.headers).get('x-cpor-signature');
      return new Response();
    };
    const parts = { url, secret: 's3cret', fetch: recorder, timeoutMs: 60_000, clock: () => new Date(0) };
    await createWebhook(parts).post({ key: 'k', body: { a: 1 } });
    // printf '0.{"a":1}' | openssl dgst -sha256 -hmac s3cret
    assert.equal(signature, 'v1=8b9b0a173adcaa64f955d050d0135ba8af588c0c1b085f140d0eece781ff20bd');
  });

  it('takes any 2xx for sent', async () => {
    for (const status of [200, 201, 202, 204]) {
      answerWith(status);
      assert.deepEqual(await post(), { kind: 'sent' });
    }
  });

  it('tells the status of any other answer', async () => {
    for (const status of [400, 401, 404, 409, 500, 503]) {
      answerWith(status);
      assert.deepEqual(await post(), { kind: 'refused', status });
    }
  });

  it('tells how long it is asked to wait: seconds, a date, or nothing that can be read', async () => {
    const asked: [string, number | undefined][] = [
      ['30', 30_000],
      ['Mon, 01 Jun 2020 10:00:10 GMT', 9100],
      ['later', undefined],
    ];
    for (const [header, retryAfterMs] of asked) {
      answerWith(429, { 'retry-after': header });
      const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
      assert.deepEqual(await post(), { kind: 'refused', status: 429, ...wait });
    }
  });

  it('follows no redirect', async () => {
    for (const status of [301, 302, 303, 307, 308]) {
      answerWith(status, { location: '/elsewhere' });
      assert.deepEqual(await post(), { kind: 'refused', status });
    }
    assert.deepEqual([...new Set(received.map(({ request }) => request.url))], ['/hook?token=in-the-address']);
  });

  it('is lost when no answer comes in time', async () => {
    answer = () => {};
    assert.deepEqual(await post({ timeoutMs: 500 }), { kind: 'lost', reason: 'TimeoutError' });
    assert.equal(received.length, 1);
  });

  it('is lost when the connection is reset, and has not repeated itself', async () => {
    answer = (request) => request.socket.resetAndDestroy();
    assert.deepEqual(await post(), { kind: 'lost', reason: 'ECONNRESET' });
    assert.equal(received.length, 1);
  });

  it('is lost when the connection is closed without an answer, or when nobody listens', async () => {
    answer = (request) => request.socket.end();
    assert.deepEqual(await post(), { kind: 'lost', reason: 'UND_ERR_SOCKET' });
    server.close();
    await once(server, 'close');
    assert.deepEqual(await post(), { kind: 'lost', reason: 'ECONNREFUSED' });
  });

  it('is lost when the answer is no HTTP', async () => {
    answer = (request) => request.socket.end('hello\r\n\r\n');
    assert.deepEqual(await post(), { kind: 'lost', reason: 'HTTPParserError' });
  });

  it('hangs up on a huge answer, and goes by its status', async () => {
    const hungUp = Promise.withResolvers<void>();
    answer = (_, response) => {
      response.on('close', hungUp.resolve).writeHead(200);
      // Without end: whoever reads it all never finishes.
      const write = () => {
        while (response.writable && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', write);
      write();
    };
    assert.deepEqual(await post(), { kind: 'sent' });
    await hungUp.promise;
  });

  it('reads 64 KB of an answer and no more', async () => {
    let pulled = 0;
    let cancelled = false;
    const endless = new ReadableStream<Uint8Array>(
      {
        pull: (controller) => {
          pulled += 1024;
          controller.enqueue(new Uint8Array(1024));
        },
        cancel: () => {
          cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    assert.deepEqual(await post({ fetch: async () => new Response(endless, { status: 500 }) }), {
      kind: 'refused',
      status: 500,
    });
    assert.ok(pulled <= 65_536 && cancelled, `${pulled} bytes, ${cancelled ? '' : 'not '}cancelled`);
  });

  it('goes by the status when the rest of the answer never comes', async () => {
    answer = (request, response) => {
      response.writeHead(202, { 'content-length': '1000' });
      response.write('{"half"', () => request.socket.resetAndDestroy());
    };
    assert.deepEqual(await post(), { kind: 'sent' });
    answer = (_, response) => {
      response.writeHead(503);
      response.write('half');
    };
    assert.deepEqual(await post({ timeoutMs: 200 }), { kind: 'refused', status: 503 });
  });

  it('keeps its connections for later ones after a short answer, also when its text comes late', async () => {
    let connections = 0;
    server.on('connection', () => connections++);
    answer = (_, response) => {
      response.flushHeaders();
      setTimeout(() => response.end('x'.repeat(2000)), 5);
    };
    for (let count = 0; count < 8; count++) await post();
    // Two, since the first is free again only a moment after its answer.
    assert.ok(connections <= 2, `${connections} connections`);
  });
});
