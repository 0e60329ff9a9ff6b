import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { UserError } from '../../src/errors.ts';
import type { Lookup } from '../../src/files/connection.ts';
import { createHostPolicy, type HostPolicy } from '../../src/files/hosts.ts';
import { type UploadOptions, upload } from '../../src/files/upload.ts';
import type { ProblemCode } from '../../src/problems/index.ts';

const PART = 10 * 1024 * 1024;
const UNIT = 320 * 1024;

interface Taken {
  readonly method: string | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
}

describe('an upload', () => {
  let server: http.Server;
  let requests: IncomingMessage[];
  let taken: Taken[];
  let answer: (request: IncomingMessage, response: ServerResponse) => unknown;
  let base: string;
  let policy: HostPolicy;

  /** Takes the parts as a session does. */
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const bytes = Buffer.concat(await request.toArray());
    taken.push({ method: request.method, headers: request.headers, bytes });
    const [, to, total] = /-(\d+)\/(\d+)$/.exec(String(request.headers['content-range'])) ?? [];
    respond(response, Number(to) === Number(total) - 1 ? 201 : 202);
  };
  /** Not chained: restify, in the same process, replaces writeHead by one that returns nothing. */
  function respond(response: ServerResponse, status: number, headers: http.OutgoingHttpHeaders = {}): void {
    response.writeHead(status, headers);
    response.end('{}');
  }
  const reply = (status: number, headers: http.OutgoingHttpHeaders = {}) => {
    answer = (request, response) => request.resume().on('end', () => respond(response, status, headers));
  };

  beforeEach(async () => {
    [requests, taken] = [[], []];
    answer = take;
    server = http.createServer((request, response) => {
      requests.push(request);
      request.on('error', () => undefined);
      // Whoever sends may let go in the middle of a part.
      Promise.try(() => answer(request, response)).catch(() => undefined);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    policy = createHostPolicy({ extraHosts: [base.slice('http://'.length)] });
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** Bytes that are made when they are asked for, in chunks that no part begins or ends with. */
  function source(bytes: number, pulled: { bytes: number } = { bytes: 0 }) {
    return (async function* () {
      for (let left = bytes; left > 0; ) {
        const chunk = Buffer.alloc(Math.min(60_001, left), String(left % 10));
        left -= chunk.length;
        pulled.bytes += chunk.length;
        yield chunk;
      }
    })();
  }
  const send = (url: string, bytes = 1_000, options: Partial<UploadOptions> = {}, by = policy) =>
    upload(url, by, source(bytes), { bytes, timeoutMs: 20_000, ...options });
  async function hashOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of chunks) hash.update(chunk);
    return hash.digest('hex');
  }
  const fails = (code: ProblemCode, sent: Promise<unknown>) =>
    assert.rejects(sent, (error) => error instanceof UserError && error.problem.code === code);

  it('of up to 10 MiB is one request with its range, and bears no token', async () => {
    await send(`${base}/session?guid=1`, 1_000);
    await send(base, PART);
    assert.deepEqual(
      taken.map(({ method, headers, bytes }) => [method, headers['content-range'], bytes.length]),
      [
        ['PUT', 'bytes 0-999/1000', 1_000],
        ['PUT', `bytes 0-${PART - 1}/${PART}`, PART],
      ],
    );
    assert.equal(requests[0]?.url, '/session?guid=1');
    assert.equal(requests[0]?.headers.authorization, undefined);
  });

  it('of more goes in parts of a multiple of 320 KiB, in order and whole', async () => {
    const bytes = 2 * PART + 12_345;
    await send(base, bytes);
    assert.deepEqual(
      taken.map(({ headers }) => headers['content-range']),
      [
        `bytes 0-${PART - 1}/${bytes}`,
        `bytes ${PART}-${2 * PART - 1}/${bytes}`,
        `bytes ${2 * PART}-${bytes - 1}/${bytes}`,
      ],
    );
    for (const part of taken.slice(0, -1)) assert.equal(part.bytes.length % UNIT, 0);
    const whole = (async function* () {
      for (const part of taken) yield part.bytes;
    })();
    assert.equal(await hashOf(whole), await hashOf(source(bytes)));
  });

  it('reads of its file no more than the part that is under way', async () => {
    const pulled = { bytes: 0 };
    const bytes = 8 * PART;
    const [first, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    answer = async (request, response) => {
      first.resolve();
      await go.promise;
      await take(request, response);
    };
    const sent = upload(base, policy, source(bytes, pulled), { bytes, timeoutMs: 20_000 });
    await first.promise;
    assert.ok(pulled.bytes < PART + 60_001, `${pulled.bytes}`);
    go.resolve();
    await sent;
    assert.equal(pulled.bytes, bytes);
  });

  for (const [status, code] of [
    [401, 'file.upload-closed'],
    [403, 'file.upload-closed'],
    [404, 'file.upload-closed'],
    [410, 'file.upload-closed'],
    [413, 'file.upload-full'],
    [507, 'file.upload-full'],
    [400, 'file.upload-failed'],
    [409, 'file.upload-failed'],
    [416, 'file.upload-failed'],
    [500, 'file.upload-failed'],
    [503, 'file.upload-failed'],
    // More is asked for where there is no more.
    [202, 'file.upload-failed'],
  ] as const) {
    it(`says on ${status} what it means, and asks once`, async () => {
      reply(status);
      await fails(code, send(base));
      assert.equal(requests.length, 1);
    });
  }

  it('ends at the first part that is refused', async () => {
    let parts = 0;
    answer = (request, response) => {
      parts += 1;
      if (parts === 1) void take(request, response);
      else request.resume().on('end', () => respond(response, 503));
    };
    await fails('file.upload-failed', send(base, 3 * PART));
    assert.equal(parts, 2);
  });

  for (const status of [301, 302, 303, 307, 308]) {
    it(`does not follow a redirect (${status}), wherever it leads`, async () => {
      reply(status, { location: `${base}/elsewhere` });
      await fails('file.upload-failed', send(base));
      assert.equal(requests.length, 1);
    });
  }

  it('is not whole where the answer came before its bytes were read', async () => {
    answer = (_request, response) => respond(response, 202);
    await fails('file.upload-failed', send(base, 3 * PART));
  });

  it('that is refused before its bytes were read says why', async () => {
    answer = (_request, response) => respond(response, 404);
    await fails('file.upload-closed', send(base, 3 * PART));
  });

  it('gives up on silence, on a server that reads nothing, and on a trickle', async () => {
    answer = () => undefined;
    await fails('file.upload-failed', send(base, 1_000, { idleMs: 40 }));
    await fails('file.upload-failed', send(base, PART, { idleMs: 5_000, timeoutMs: 150 }));
    let ticks = 0;
    answer = (request, response) => {
      request.resume();
      const timer = setInterval(() => {
        ticks += 1;
        response.writeProcessing();
      }, 10);
      response.on('close', () => clearInterval(timer));
    };
    await fails('file.upload-failed', send(base, 1_000, { idleMs: 5_000, timeoutMs: 150 }));
    assert.ok(ticks > 1);
  });

  it('has one limit for all of its parts', async () => {
    let parts = 0;
    answer = (request, response) => {
      parts += 1;
      setTimeout(() => void take(request, response), 250);
    };
    await fails('file.upload-failed', send(base, 100 * PART, { timeoutMs: 2_500 }));
    assert.ok(parts > 1 && parts < 100, `${parts}`);
  });

  it('takes a reset, garbage and a server that is not there for trouble', async () => {
    answer = (request) => request.socket.resetAndDestroy();
    await fails('file.upload-failed', send(base, PART));
    answer = (request) => request.socket.end('garbage\r\n\r\n');
    await fails('file.upload-failed', send(base));
    server.close();
    server.closeAllConnections();
    await fails('file.upload-failed', send(base));
  });

  it('stops when told to, also before it has begun', async () => {
    const controller = new AbortController();
    answer = () => controller.abort();
    await fails('file.upload-failed', send(base, PART, { signal: controller.signal }));
    await fails('file.upload-failed', send(base, PART, { signal: controller.signal }));
    assert.equal(requests.length, 1);
  });

  describe('goes nowhere but to allowed hosts:', () => {
    for (const url of [
      'https://evil.example/a',
      'https://contoso.sharepoint.com.evil.example/a',
      'https://contoso.sharepoint.com@evil.example/a',
      'https://contoso.sharepoint.com:8443/a',
      'http://contoso.sharepoint.com/a',
      'https://10.0.0.1/a',
      'http://169.254.169.254/latest',
      'http://127.0.0.1:1/a',
      'file:///etc/passwd',
      'data:text/plain,x',
      '',
      'x',
      `https://contoso.sharepoint.com/${'a'.repeat(9_000)}`,
    ]) {
      it(`not to ${url.slice(0, 60) || 'an empty address'}`, async () => {
        const pulled = { bytes: 0 };
        await fails('file.upload-refused', upload(url, policy, source(10, pulled), { bytes: 10 }));
        assert.equal(pulled.bytes, 0);
      });
    }

    for (const address of ['10.0.0.1', '127.0.0.1', '169.254.169.254', '::1', 'fd00::1', '168.63.129.16']) {
      it(`not to a name of theirs that leads to ${address}`, async () => {
        const lookup: Lookup = async () => ['13.107.136.10', address];
        await fails('file.upload-refused', send('https://contoso.sharepoint.com/a', 10, { lookup }));
      });
    }
  });

  it('of a file that cannot be read fails as the file does', async () => {
    const broken = async function* (bytes: number) {
      yield Buffer.alloc(bytes);
      throw new Error('the disk is gone');
    };
    await assert.rejects(upload(base, policy, broken(PART), { bytes: 2 * PART }), /the disk is gone/);
    await assert.rejects(upload(base, policy, source(10), { bytes: 11 }), /shorter than its record/);
  });

  it('lets go of its file, however it ends', async () => {
    const closed: string[] = [];
    async function* watched(what: string) {
      try {
        yield* source(2 * PART);
      } finally {
        closed.push(what);
      }
    }
    await upload(base, policy, watched('whole'), { bytes: 2 * PART });
    reply(503);
    await fails('file.upload-failed', upload(base, policy, watched('refused'), { bytes: 2 * PART }));
    answer = (request) => request.socket.resetAndDestroy();
    await fails('file.upload-failed', upload(base, policy, watched('reset'), { bytes: 2 * PART }));
    assert.deepEqual(closed, ['whole', 'refused', 'reset']);
    const [first, second] = [Readable.from(source(10)), Readable.from(source(10))];
    await fails('file.upload-refused', upload('https://evil.example', policy, first, { bytes: 10 }));
    const lookup: Lookup = async () => [];
    const nowhere = upload('https://x.sharepoint.com', policy, second, { bytes: 10, lookup });
    await fails('file.upload-failed', nowhere);
    assert.deepEqual([first.destroyed, second.destroyed], [true, true]);
  });
});
