import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import type { HttpLimits } from '../../src/http/connections.ts';
import { healthRoutes } from '../../src/http/health.ts';
import { createFigures, metricsRoute } from '../../src/http/metrics.ts';
import { type HttpServer, listen } from '../../src/http/server.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
/** Long ones: what does not come in time is a failure of the test. */
const PATIENT: HttpLimits = { requestWithinMs: 60_000, receiveWithinMs: 60_000, answerWithinMs: 60_000 };

const log = pino({ level: 'silent' });

describe('the HTTP door', () => {
  let server: HttpServer;
  let sockets: Socket[];
  /** Bodies that the bot was handed. */
  let received: unknown[];
  /** Tells how much of a file has come. */
  let arrived: EventEmitter<{ chunk: [length: number] }>;
  let signal: AbortSignal | undefined;
  let isRefused: boolean;
  /** Holds the bot's answers back. */
  let answer: PromiseWithResolvers<void>;

  async function open(limits: Partial<HttpLimits> = {}, localMode = true): Promise<void> {
    server = await listen({
      routes: [
        {
          method: 'POST',
          path: '/api/messages',
          async handle({ body }) {
            received.push(body);
            await answer.promise;
            return { status: 200, body: {} };
          },
        },
        {
          method: 'POST',
          path: '/bytes',
          takes: 'bytes',
          async handle({ bytes }) {
            signal = bytes?.signal;
            if (isRefused) return { status: 403, body: {} };
            let length = 0;
            for await (const chunk of bytes?.open() ?? []) {
              length += (chunk as Buffer).length;
              arrived.emit('chunk', length);
            }
            await answer.promise;
            return { status: 200, body: { length, said: bytes?.length } };
          },
        },
        ...healthRoutes({ engine: 'sqlite', check: async () => undefined }, log),
        metricsRoute(createFigures([]), log),
      ],
      log,
      host: '127.0.0.1',
      port: 0,
      localMode,
      limits: { ...PATIENT, ...limits },
    });
  }

  beforeEach(() => {
    [sockets, received, answer] = [[], [], Promise.withResolvers()];
    [arrived, signal, isRefused] = [new EventEmitter(), undefined, false];
    answer.resolve();
  });
  afterEach(async () => {
    answer.resolve();
    for (const socket of sockets) socket.destroy();
    await server?.close();
  });

  /** `fetch` would set the host by itself. */
  async function post(
    body: string | Buffer,
    headers: IncomingHttpHeaders = {},
  ): Promise<{ status: number; text: string }> {
    const asked = httpRequest({ port: server.port, method: 'POST', path: '/api/messages', agent: false });
    for (const [name, value] of Object.entries({ ...JSON_TYPE, ...headers })) asked.setHeader(name, value ?? '');
    asked.end(body);
    const [response] = await once(asked, 'response');
    return { status: response.statusCode, text: await text(response) };
  }

  const lives = async () => assert.equal((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status, 200);

  /** A connection on which this was said so far, and nothing more. */
  async function connected(said: string): Promise<Socket & { heard: () => string }> {
    let heard = '';
    const socket = connect(server.port, '127.0.0.1')
      .setEncoding('utf8')
      .on('data', (piece: string) => {
        heard += piece;
      })
      .on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    socket.write(said);
    return Object.assign(socket, { heard: () => heard });
  }

  const HALF = [
    'POST /api/messages HTTP/1.1',
    'Host: localhost',
    'Content-Type: application/json',
    'Content-Length: 100',
    '',
    '{"type":',
  ].join('\r\n');

  describe('for compressed bodies', () => {
    const bodies: Record<string, readonly [encoding: string, body: Buffer]> = {
      'that are broken': ['gzip', Buffer.from('no gzip at all')],
      'that break off': ['gzip', gzipSync('{"type":"message"}').subarray(0, 15)],
      'that hold a thousand times their size': ['gzip', gzipSync(Buffer.alloc(100 * 1024 * 1024))],
      'of another method': ['deflate', Buffer.from('{}')],
      'of a method nobody knows': ['x-unknown', Buffer.from('{}')],
    };
    for (const [what, [encoding, body]] of Object.entries(bodies)) {
      it(`${what} is closed, and goes on`, async () => {
        await open();
        assert.equal((await post(body, { 'content-encoding': encoding })).status, 415);
        assert.deepEqual(received, []);
        await lives();
        assert.equal((await post('{}')).status, 200);
      });
    }
  });

  describe('in local mode', () => {
    for (const host of ['localhost', 'LOCALHOST:3978', '127.0.0.1', '127.0.0.1:80', '[::1]', '[::1]:3978']) {
      it(`is open to ${host}`, async () => {
        await open();
        assert.equal((await post('{}', { host })).status, 200);
      });
    }
    for (const host of [
      'rebound.example',
      'rebound.example:3978',
      'localhost.rebound.example',
      '127.0.0.1.rebound.example',
      'localhost@rebound.example',
      '10.0.0.1',
      '[::2]',
      '',
    ]) {
      it(`is closed to ${JSON.stringify(host)}, whom a page’s own name may have led here`, async () => {
        await open();
        assert.equal((await post('{}', { host })).status, 403);
        assert.deepEqual(received, []);
      });
    }
  });

  it('is open to any name where tokens are asked for', async () => {
    await open({}, false);
    assert.equal((await post('{}', { host: 'bot.contoso.example' })).status, 200);
  });

  for (const head of [
    'GET /healthz HTTP/1.1\r\nHost: [',
    'GET /healthz HTTP/1.1\r\nHost: a b',
    'GET /healthz HTTP/1.1\r\nHost: x:99999999',
    'POST /api/messages HTTP/1.1\r\nContent-Length: 0\r\nHost: %',
    'GET http://[/ HTTP/1.1\r\nHost: localhost',
    'GET http:// HTTP/1.1\r\nHost: localhost',
    'OPTIONS * HTTP/1.1\r\nHost: ^',
  ]) {
    it(`answers ${JSON.stringify(head)}, which is no address, with 400, and goes on`, async () => {
      await open();
      const socket = await connected(`${head}\r\nConnection: close\r\n\r\n`);
      await once(socket, 'close');
      assert.match(socket.heard(), /^HTTP\/1\.1 400 /);
      assert.doesNotMatch(socket.heard(), /Invalid URL|TypeError/);
      await lives();
    });
  }

  it('ends a request that does not come in within its time', async () => {
    await open({ requestWithinMs: 50 });
    const socket = await connected(HALF);
    await once(socket, 'close');
    assert.match(socket.heard(), /^HTTP\/1\.1 408 /);
    assert.deepEqual(received, []);
    await lives();
  });

  describe('for files', () => {
    const FILE = ['POST /bytes HTTP/1.1', 'Host: localhost', 'Content-Type: application/octet-stream'];
    const head = (length: number): string => [...FILE, `Content-Length: ${length}`, '', ''].join('\r\n');

    it('hands on the bytes as they come, more than any JSON has', async () => {
      await open();
      const body = new Uint8Array(1024 * 1024);
      const headers = { 'content-type': 'application/octet-stream' };
      const response = await fetch(`http://127.0.0.1:${server.port}/bytes`, { method: 'POST', headers, body });
      assert.deepEqual(await response.json(), { length: body.length, said: body.length });
    });

    it('gives them as long as something comes', async () => {
      const requestWithinMs = 400;
      await open({ requestWithinMs });
      const socket = await connected([...FILE, 'Transfer-Encoding: chunked', '', ''].join('\r\n'));
      const begun = performance.now();
      let sent = 0;
      for (; performance.now() - begun < 2 * requestWithinMs; sent++) {
        const came = once(arrived, 'chunk');
        socket.write('1\r\nx\r\n');
        await came;
      }
      socket.write('0\r\n\r\n');
      while (!socket.heard().includes(`"length":${sent}`)) await lives();
    });

    it('ends them where nothing comes any more', async () => {
      await open({ requestWithinMs: 50 });
      const socket = await connected(`${head(10)}x`);
      await once(socket, 'close');
      assert.match(socket.heard(), /^HTTP\/1\.1 408 /);
      await lives();
    });

    it('answers who is refused before they have sent all', async () => {
      isRefused = true;
      await open();
      const socket = await connected(`${head(1_000_000)}x`);
      while (!socket.heard().includes('\r\n\r\n')) await lives();
      assert.match(socket.heard(), /^HTTP\/1\.1 403 /);
      // It reads the rest, and takes what comes next on the same connection.
      socket.write(`${'x'.repeat(999_999)}GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      while (!socket.heard().includes('HTTP/1.1 200')) await lives();
    });

    it('says that nobody hears the answer any more', async () => {
      answer = Promise.withResolvers();
      await open();
      const socket = await connected(head(1));
      const came = once(arrived, 'chunk');
      socket.write('x');
      await came;
      assert.equal(signal?.aborted, false);
      socket.destroy();
      while (!signal?.aborted) await lives();
      answer.resolve();
    });
  });

  it('bears a client that leaves in the middle of a body', async () => {
    await open();
    const socket = await connected(HALF);
    socket.destroy();
    await once(socket, 'close');
    await lives();
    assert.deepEqual(received, []);
  });

  describe('when it closes', () => {
    it('does not wait for connections that never asked anything, or only half', async () => {
      await open();
      const idle = await Promise.all([connected(''), connected('POST /api/messages HTTP/1.1\r\nHost: loc')]);
      await lives();
      await Promise.all([server.close(), ...idle.map((socket) => once(socket, 'close'))]);
    });

    it('cuts off a body that does not come to its end', async () => {
      await open({ receiveWithinMs: 20 });
      const socket = await connected(HALF);
      // The server has read what was sent before this is answered.
      await lives();
      await Promise.all([server.close(), once(socket, 'close')]);
      assert.deepEqual(received, []);
    });

    it('takes the rest of a body that comes in time, and answers what it has in hand', async () => {
      await open({ receiveWithinMs: 60_000 });
      const socket = await connected(HALF);
      await lives();
      const closed = server.close();
      socket.write(`"message"}${' '.repeat(82)}`);
      await Promise.all([closed, once(socket, 'close')]);
      assert.match(socket.heard(), /^HTTP\/1\.1 200 /);
      assert.deepEqual(received, [{ type: 'message' }]);
    });

    it('does not cut off what it has in hand, before that has had its time', async () => {
      answer = Promise.withResolvers();
      await open({ receiveWithinMs: 20 });
      const half = await connected(HALF);
      const answered = post('{}');
      while (received.length === 0) await lives();
      const closed = server.close();
      // By the clock that spares the other.
      await once(half, 'close');
      answer.resolve();
      assert.equal((await answered).status, 200);
      await closed;
    });

    it('cuts off what is never answered', async () => {
      answer = Promise.withResolvers();
      await open({ answerWithinMs: 20 });
      const answered = assert.rejects(post('{}'), /socket hang up/);
      while (received.length === 0) await lives();
      await server.close();
      await answered;
    });
  });
});
