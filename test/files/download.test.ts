import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import http, {
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import https from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import tls from 'node:tls';
import { ProgrammingError, UserError } from '../../src/errors.ts';
import type { Lookup } from '../../src/files/connection.ts';
import { type DownloadOptions, download } from '../../src/files/download.ts';
import { createHostPolicy, type HostPolicy } from '../../src/files/hosts.ts';
import type { FileProblems } from '../../src/problems/files.ts';
import type { Problem } from '../../src/problems/index.ts';
import { selfSigned } from './certificate.ts';

const EXPIRED: FileProblem = { code: 'file.link-expired', data: undefined };
const TOO_LARGE: FileProblem = { code: 'file.too-large', data: { maxBytes: 1000 } };
const REFUSED: FileProblem = { code: 'file.host-refused', data: undefined };
const UNREACHABLE: FileProblem = { code: 'file.unreachable', data: undefined };
const WEB_PAGE: FileProblem = { code: 'file.web-page', data: undefined };

type FileProblem = Problem<keyof FileProblems>;

const anything: HostPolicy = { takesBearer: true, check: (url) => new URL(url), allowsAddress: () => true };
const resolvesTo =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses;

/** Not chained on writeHead: restify, in the same process, replaces it by one that returns nothing. */
function head(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): ServerResponse {
  response.writeHead(status, headers);
  return response;
}

describe('a download', () => {
  let folder: string;
  let server: Server;
  let requests: IncomingMessage[];
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  let base: string;
  let policy: HostPolicy;

  const listener: RequestListener = (request, response) => {
    requests.push(request);
    answer(request, response);
  };
  const listen = async (made: Server): Promise<number> => {
    made.listen(0, '127.0.0.1');
    await once(made, 'listening');
    return (made.address() as AddressInfo).port;
  };
  const close = (made: Server) => {
    (made as http.Server).closeAllConnections();
    made.close();
  };
  const fetchFile = (url: string, by = policy, options: Partial<DownloadOptions> = {}, bearer?: string) =>
    download(bearer === undefined ? { url } : { url, bearer }, by, {
      maxBytes: 1000,
      toPath: join(folder, 'file'),
      timeoutMs: 5000,
      ...options,
    });
  const fails = async (problem: FileProblem, download: Promise<unknown>) => {
    await assert.rejects(download, (error) => {
      assert.ok(error instanceof UserError, String(error));
      assert.deepEqual(error.problem, problem);
      return true;
    });
    assert.deepEqual(await readdir(folder), [], 'nothing is left behind');
  };
  const reply = (status: number, body = '', headers: http.OutgoingHttpHeaders = {}) => {
    answer = (_request, response) => head(response, status, headers).end(body);
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'download-'));
    requests = [];
    server = http.createServer(listener);
    base = `http://127.0.0.1:${await listen(server)}`;
    policy = createHostPolicy({ extraHosts: [base.slice('http://'.length)] });
  });
  afterEach(async () => {
    close(server);
    await rm(folder, { recursive: true, force: true });
  });

  it('brings the bytes to the path and tells their number and hash', async () => {
    reply(200, 'proof of execution');
    const sha256 = createHash('sha256').update('proof of execution').digest('hex');
    assert.deepEqual(await fetchFile(`${base}/a?tempauth=1`), { bytes: 18, sha256 });
    assert.equal(await readFile(join(folder, 'file'), 'utf8'), 'proof of execution');
    assert.equal(requests[0]?.url, '/a?tempauth=1');
    assert.equal(requests[0]?.headers['accept-encoding'], 'identity');
  });

  it('takes exactly as much as the cap, in chunks', async () => {
    answer = (_request, response) => {
      for (let part = 0; part < 10; part++) response.write('x'.repeat(100));
      response.end();
    };
    assert.equal((await fetchFile(base)).bytes, 1000);
    assert.equal((await readFile(join(folder, 'file'))).length, 1000);
  });

  it('takes an empty file', async () => {
    reply(200);
    assert.equal((await fetchFile(base)).bytes, 0);
  });

  it('leaves a file alone that stands at the path', async () => {
    await writeFile(join(folder, 'file'), 'mine');
    reply(200, 'theirs');
    await assert.rejects(fetchFile(base), { code: 'EEXIST' });
    assert.equal(await readFile(join(folder, 'file'), 'utf8'), 'mine');
  });

  describe('of too much', () => {
    it('is refused by its Content-Length before anything is read', async () => {
      answer = (_request, response) => head(response, 200, { 'content-length': 1001 }).flushHeaders();
      await fails(TOO_LARGE, fetchFile(base));
    });

    it('is cut off while it streams without a length', async () => {
      answer = (_request, response) => {
        const more = () => response.write('x'.repeat(400), (error) => error || setImmediate(more));
        more();
      };
      await fails(TOO_LARGE, fetchFile(base));
    });

    it('names the cap', async () => {
      reply(200, '', { 'content-length': String(2 ** 40) });
      const maxBytes = 50 * 1024 * 1024;
      await fails({ ...TOO_LARGE, data: { maxBytes } }, fetchFile(base, policy, { maxBytes }));
    });
  });

  describe('that the server declines', () => {
    for (const status of [401, 403, 404, 410]) {
      it(`says on ${status} that the link has expired`, async () => {
        reply(status, 'gone');
        await fails(EXPIRED, fetchFile(base));
      });
    }

    for (const status of [204, 206, 400, 429, 500, 503]) {
      it(`says on ${status} that it could not be fetched`, async () => {
        reply(status);
        await fails(UNREACHABLE, fetchFile(base));
      });
    }

    it('says when a web page comes in place of the file', async () => {
      reply(200, '<html>Sign in</html>', { 'content-type': 'text/html; charset=utf-8' });
      await fails(WEB_PAGE, fetchFile(base));
    });

    it('refuses a body that is encoded although that was not asked for', async () => {
      reply(200, 'x', { 'content-encoding': 'gzip' });
      await fails(UNREACHABLE, fetchFile(base));
    });
  });

  describe('over a bad network', () => {
    it('says so when nobody listens', async () => {
      close(server);
      await fails(UNREACHABLE, fetchFile(base));
    });

    it('says so when the name is unknown', async () => {
      const lookup: Lookup = async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      };
      await fails(UNREACHABLE, fetchFile('https://contoso.sharepoint.com/a', policy, { lookup }));
      await fails(UNREACHABLE, fetchFile('https://contoso.sharepoint.com/a', policy, { lookup: resolvesTo() }));
    });

    it('leaves nothing behind after a reset midway', async () => {
      answer = (request, response) => response.write('half', () => request.socket.resetAndDestroy());
      await fails(UNREACHABLE, fetchFile(base));
    });

    it('notices a body that ends too early', async () => {
      answer = (request, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('half', () => request.socket.end());
      };
      await fails(UNREACHABLE, fetchFile(base));
    });

    it('gives up on silence before the answer', async () => {
      answer = () => undefined;
      await fails(UNREACHABLE, fetchFile(base, policy, { idleMs: 40 }));
    });

    it('gives up on silence within the body', async () => {
      answer = (_request, response) => response.write('half');
      await fails(UNREACHABLE, fetchFile(base, policy, { idleMs: 40 }));
    });

    it('gives up on a trickle that never falls silent', async () => {
      let ticks = 0;
      answer = (_request, response) => {
        const timer = setInterval(() => response.write(`${++ticks}`), 10);
        response.on('close', () => clearInterval(timer));
      };
      await fails(UNREACHABLE, fetchFile(base, policy, { idleMs: 2000, timeoutMs: 150 }));
      assert.ok(ticks > 1);
    });

    it('gives up on a name that takes too long to resolve', async () => {
      const lookup: Lookup = () => new Promise(() => undefined);
      await fails(UNREACHABLE, fetchFile('https://contoso.sharepoint.com/a', policy, { lookup, timeoutMs: 40 }));
    });

    it('stops when told to, also before it has begun', async () => {
      const controller = new AbortController();
      answer = (_request, response) => response.write('half', () => controller.abort());
      await fails(UNREACHABLE, fetchFile(base, policy, { signal: controller.signal }));
      await fails(UNREACHABLE, fetchFile(base, policy, { signal: controller.signal }));
      assert.equal(requests.length, 1);
    });

    it('takes an answer that is no HTTP, or wants another protocol, for trouble', async () => {
      answer = (request) => request.socket.end('garbage\r\n\r\n');
      await fails(UNREACHABLE, fetchFile(base));
      answer = (request) =>
        request.socket.end('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n');
      await fails(UNREACHABLE, fetchFile(base));
    });
  });

  describe('with redirects', () => {
    it('follows them on allowed hosts', async () => {
      answer = (request, response) =>
        request.url === '/1' ? head(response, 302, { location: '2' }).end() : response.end('here');
      assert.equal((await fetchFile(`${base}/1`)).bytes, 4);
      assert.deepEqual(
        requests.map(({ url }) => url),
        ['/1', '/2'],
      );
    });

    for (const [where, location] of [
      ['another host', 'https://evil.example/a'],
      ['a private address', 'https://10.0.0.1/a'],
      ['the cloud metadata service', 'http://169.254.169.254/latest/meta-data'],
      ['another port of this machine', 'http://127.0.0.1:1/a'],
      ['plain HTTP', 'http://contoso.sharepoint.com/a'],
      ['another protocol', 'file:///etc/passwd'],
    ] as const) {
      it(`does not follow one to ${where}`, async () => {
        reply(302, '', { location });
        await fails(REFUSED, fetchFile(base));
        assert.equal(requests.length, 1);
      });
    }

    it('takes the way to the sign-in page for an expired link', async () => {
      reply(302, '', { location: 'https://login.microsoftonline.com/common/oauth2/authorize?x=1' });
      await fails(EXPIRED, fetchFile(base));
    });

    it('follows five, and not a sixth', async () => {
      answer = (request, response) => {
        const step = Number(request.url?.slice(1));
        if (step === 0) response.end('here');
        else head(response, 307, { location: `/${step - 1}` }).end();
      };
      assert.equal((await fetchFile(`${base}/5`)).bytes, 4);
      await rm(join(folder, 'file'));
      await fails(UNREACHABLE, fetchFile(`${base}/6`));
    });

    it('leaves a circle', async () => {
      reply(302, '', { location: '/' });
      await fails(UNREACHABLE, fetchFile(base));
      assert.equal(requests.length, 6);
    });

    it('takes one without a target, or with a broken one, for trouble', async () => {
      reply(302);
      await fails(UNREACHABLE, fetchFile(base));
      reply(302, '', { location: 'http://[' });
      await fails(UNREACHABLE, fetchFile(base));
    });
  });

  describe("and the bot's token", () => {
    it('go together to the first host, never on to a redirect', async () => {
      answer = (request, response) =>
        request.url === '/1' ? head(response, 302, { location: '/2' }).end() : response.end('here');
      await fetchFile(`${base}/1`, anything, {}, 'secret');
      assert.deepEqual(
        requests.map(({ headers }) => headers.authorization),
        ['Bearer secret', undefined],
      );
    });

    it('never go together to a file host', async () => {
      await assert.rejects(fetchFile(base, policy, {}, 'secret'), ProgrammingError);
      assert.equal(requests.length, 0);
    });
  });

  describe('and name resolution', () => {
    const named = () => base.replace('127.0.0.1', 'files.example');

    it('connects to the very address that was checked, asking once', async () => {
      reply(200, 'here');
      const checked: string[] = [];
      let asked = 0;
      await fetchFile(
        named(),
        { ...anything, allowsAddress: (_url, address) => checked.push(address) > 0 },
        { lookup: async () => (asked++ === 0 ? ['127.0.0.1'] : ['127.0.0.9']) },
      );
      assert.deepEqual(checked, ['127.0.0.1']);
      assert.equal(asked, 1);
      assert.match(requests[0]?.headers.host ?? '', /^files\.example:/);
    });

    it('checks again after a redirect, when the name may have moved (rebinding)', async () => {
      reply(302, '', { location: '/again' });
      const answers = [['127.0.0.1'], ['127.0.0.2']];
      const moving: HostPolicy = { ...anything, allowsAddress: (_url, address) => address === '127.0.0.1' };
      await fails(REFUSED, fetchFile(named(), moving, { lookup: async () => answers.shift() ?? [] }));
      assert.equal(requests.length, 1);
    });

    for (const addresses of [
      ['127.0.0.1'],
      ['10.1.2.3'],
      ['169.254.169.254'],
      ['::ffff:127.0.0.1'],
      ['13.107.136.10', '127.0.0.1'],
      ['not an address'],
    ]) {
      it(`refuses a file host that resolves to ${addresses.join(' and ')}`, async () => {
        await fails(
          REFUSED,
          fetchFile('https://contoso.sharepoint.com/a', policy, { lookup: resolvesTo(...addresses) }),
        );
      });
    }

    it('tries the next address when the first one does not answer', async () => {
      reply(200, 'here');
      assert.equal((await fetchFile(named(), anything, { lookup: resolvesTo('127.0.0.77', '127.0.0.1') })).bytes, 4);
    });
  });

  describe('over HTTPS', () => {
    const { key, cert } = selfSigned('contoso.example');
    const trusted = tls.getCACertificates('default');
    let secure: Server;
    let port: number;

    before(() => tls.setDefaultCACertificates([...trusted, cert]));
    after(() => tls.setDefaultCACertificates(trusted));
    beforeEach(async () => {
      secure = https.createServer({ key, cert }, listener);
      port = await listen(secure);
      reply(200, 'here');
    });
    afterEach(() => close(secure));

    it("checks the certificate against the name, although it connects to the name's address", async () => {
      const lookup = resolvesTo('127.0.0.1');
      assert.equal((await fetchFile(`https://contoso.example:${port}/a`, anything, { lookup })).bytes, 4);
      await rm(join(folder, 'file'));
      await fails(UNREACHABLE, fetchFile(`https://fabrikam.example:${port}/a`, anything, { lookup }));
      assert.equal(requests.length, 1);
    });

    it('is not led back to plain HTTP', async () => {
      reply(302, '', { location: `${base.replace('127.0.0.1', 'contoso.example')}/a` });
      const hosts = createHostPolicy({ extraHosts: [`127.0.0.1:${port}`] });
      const lookup = resolvesTo('127.0.0.1');
      const secureOnly: HostPolicy = {
        ...anything,
        check: (url) => (url.startsWith('https:') ? new URL(url) : hosts.check(url)),
      };
      await fails(REFUSED, fetchFile(`https://contoso.example:${port}/a`, secureOnly, { lookup }));
    });
  });

  it('keeps the secrets of a link out of its errors', async () => {
    for (const url of [
      `${base}/a?tempauth=hidden`,
      'https://evil.example/?tempauth=hidden',
      'https://[?tempauth=hidden',
    ]) {
      reply(500);
      const error = await fetchFile(url).catch((caught: unknown) => caught);
      assert.ok(error instanceof UserError);
      assert.doesNotMatch(`${error.stack} ${JSON.stringify(error.cause)} ${String(error.cause)}`, /hidden/);
    }
    assert.equal(existsSync(join(folder, 'file')), false);
  });
});
