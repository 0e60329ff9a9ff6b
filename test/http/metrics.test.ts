import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { pino } from 'pino';
import sinon from 'sinon';
import { nudgeMetrics } from '../../src/delivery/metrics.ts';
import type { Progress } from '../../src/delivery/progress.ts';
import { healthRoutes } from '../../src/http/health.ts';
import { createFigures, metricsRoute } from '../../src/http/metrics.ts';
import { type HttpServer, listen } from '../../src/http/server.ts';

const NOTHING: Progress = { due: 0, sent: 0, unknown: 0, failed: {}, skipped: {}, perSecond: 0 };
const UNDER_WAY: Progress = {
  due: 1200,
  sent: 3711,
  unknown: 4,
  failed: { 'status 400': 2, gone: 1 },
  skipped: { off: 17, 'nothing open': 5 },
  oldestDueMs: 48_500,
  perSecond: 24.6,
};

/** Each line that is a value: what stands before it, and the value. */
function valuesIn(body: string): Map<string, number> {
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
}

const nudgesIn = (body: string) => Object.fromEntries([...valuesIn(body)].filter(([name]) => name.startsWith('cpor_')));

describe('the metrics', () => {
  let servers: HttpServer[];
  /** What was logged, a line each. */
  let logged: { level: number; msg: string; err?: { message: string } }[];

  beforeEach(() => {
    [servers, logged] = [[], []];
  });
  afterEach(async () => {
    sinon.restore();
    await Promise.all(servers.map((server) => server.close()));
  });

  async function open(
    progress?: () => Promise<Progress>,
    { localMode = true, port = 0 }: { localMode?: boolean; port?: number } = {},
  ): Promise<HttpServer> {
    const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
    const sources = progress === undefined ? [] : [async () => nudgeMetrics(await progress())];
    const server = await listen({
      routes: [
        metricsRoute(createFigures(sources), log),
        ...healthRoutes({ engine: 'sqlite', check: async () => undefined }, log),
      ],
      log,
      host: '127.0.0.1',
      port,
      localMode,
    });
    servers.push(server);
    return server;
  }

  const scrape = ({ port }: HttpServer) => fetch(`http://127.0.0.1:${port}/metrics`);
  const read = async (server: HttpServer) => (await scrape(server)).text();

  /** `fetch` would set the host by itself. */
  async function scrapedAs(host: string, { port }: HttpServer): Promise<{ status: number; body: string }> {
    const asked = httpRequest({ port, path: '/metrics', agent: false, headers: { host } }).end();
    const [response] = await once(asked, 'response');
    return { status: response.statusCode, body: await text(response) };
  }

  it('are in the text format of Prometheus, each with what it is', async () => {
    const response = await scrape(await open(async () => UNDER_WAY));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/plain; version=0.0.4; charset=utf-8');
    const body = await response.text();
    assert.ok(body.endsWith('\n'));
    const described = (what: string) =>
      new Set(
        [...body.matchAll(what === 'HELP' ? /^# HELP (\w+) \S/gm : /^# TYPE (\w+) \S/gm)].map(([, name]) => name),
      );
    const names = [...valuesIn(body).keys()].map((name) => name.replace(/\{.*|_(bucket|sum|count)(\{.*)?$/, ''));
    for (const name of names) assert.ok(described('HELP').has(name) && described('TYPE').has(name), name);
  });

  it('tell how far the reminders are', async () => {
    assert.deepEqual(nudgesIn(await read(await open(async () => UNDER_WAY))), {
      cpor_nudges_due: 1200,
      cpor_nudges_sent: 3711,
      cpor_nudges_unknown: 4,
      'cpor_nudges_failed{reason="status 400"}': 2,
      'cpor_nudges_failed{reason="gone"}': 1,
      'cpor_nudges_skipped{reason="off"}': 17,
      'cpor_nudges_skipped{reason="nothing open"}': 5,
      cpor_nudges_oldest_due_seconds: 48.5,
      cpor_nudges_per_second: 24.6,
    });
  });

  it('tell it anew each time, and nothing of a reason that is gone', async () => {
    const now = [UNDER_WAY, NOTHING];
    const server = await open(async () => now.shift() ?? NOTHING);
    await read(server);
    assert.deepEqual(nudgesIn(await read(server)), {
      cpor_nudges_due: 0,
      cpor_nudges_sent: 0,
      cpor_nudges_unknown: 0,
      cpor_nudges_oldest_due_seconds: 0,
      cpor_nudges_per_second: 0,
    });
  });

  it('tell how the process does, also where there are no reminders', async () => {
    const values = valuesIn(await read(await open()));
    for (const name of ['process_resident_memory_bytes', 'process_cpu_seconds_total', 'nodejs_heap_size_used_bytes'])
      assert.ok((values.get(name) ?? 0) > 0, name);
    assert.ok(values.has('nodejs_eventloop_lag_p99_seconds'));
    assert.deepEqual(
      [...values.keys()].filter((name) => name.startsWith('cpor_')),
      [],
    );
  });

  it('name nobody, whatever stands in the ledger as a reason', async () => {
    const failed = {
      'no answer (ECONNRESET)': 3,
      'no answer (ETIMEDOUT)': 4,
      'tried for 24 hours, last: status 429': 1,
      'Adele Vance': 1,
      'adelev@contoso.example': 1,
      '11111111-1111-4111-8111-111111111111': 1,
      'status 400 for 29:1abcDEF': 1,
      'gone ("Fabrikam")': 1,
      'broken\nreason="} 1': 1,
      [`${'gone '.repeat(99)}gone`]: 1,
      '': 1,
    };
    assert.deepEqual(nudgesIn(await read(await open(async () => ({ ...NOTHING, failed })))), {
      ...nudgesIn(await read(await open(async () => NOTHING))),
      'cpor_nudges_failed{reason="no answer"}': 7,
      'cpor_nudges_failed{reason="tried for 24 hours, last: status 429"}': 1,
      'cpor_nudges_failed{reason="gone"}': 1,
      'cpor_nudges_failed{reason="other"}': 7,
    });
  });

  it('that cannot be read are answered with 503 and logged, and the next time is a new one', async () => {
    const store = [() => Promise.reject(new Error('the database is away')), () => Promise.resolve(UNDER_WAY)];
    const server = await open(() => store.shift()?.() ?? Promise.resolve(NOTHING));
    const response = await scrape(server);
    assert.equal(response.status, 503);
    assert.doesNotMatch(await response.text(), /database|cpor_/);
    assert.deepEqual(
      logged.map(({ level, msg, err }) => [level, msg, err?.message]),
      [[40, 'metrics could not be read', 'the database is away']],
    );
    assert.equal((await scrape(server)).status, 200);
    assert.equal(logged.length, 1);
  });

  it('are counted once for all who ask at the same time', async () => {
    let [counting, most, counted] = [0, 0, 0];
    const server = await open(async () => {
      most = Math.max(most, ++counting);
      counted++;
      await othersTurn();
      counting--;
      return UNDER_WAY;
    });
    const socket = connect(server.port, '127.0.0.1');
    const ask = (last: boolean) =>
      `GET /metrics HTTP/1.1\r\nHost: localhost\r\n${last ? 'Connection: close\r\n' : ''}\r\n`;
    // In one piece, so that all are there before the first is answered.
    socket.end([false, false, true].map(ask).join(''));
    const answers = await text(socket);
    assert.equal(answers.match(/^HTTP\/1\.1 200 /gm)?.length, 3);
    assert.equal(answers.match(/^cpor_nudges_sent 3711$/gm)?.length, 3);
    assert.deepEqual([most, counted], [1, 1]);
    await read(server);
    assert.equal(counted, 2);
  });

  it('are for this machine only in local mode, whatever name led here', async () => {
    const server = await open(async () => UNDER_WAY);
    for (const host of ['localhost:3978', '127.0.0.1', '[::1]'])
      assert.equal((await scrapedAs(host, server)).status, 200, host);
    for (const host of ['rebound.example', '127.0.0.1.rebound.example', '10.0.0.1']) {
      const { status, body } = await scrapedAs(host, server);
      assert.equal(status, 403, host);
      assert.doesNotMatch(body, /cpor_nudges|process_/);
    }
  });

  it('are there under any name where tokens are asked for', async () => {
    const server = await open(async () => UNDER_WAY, { localMode: false });
    assert.equal((await scrapedAs('bot.internal.contoso.example', server)).status, 200);
  });

  it('of two bots in one process are two', async () => {
    const [one, other] = await Promise.all([open(async () => UNDER_WAY), open(async () => NOTHING)]);
    assert.equal(valuesIn(await read(one)).get('cpor_nudges_sent'), 3711);
    assert.equal(valuesIn(await read(other)).get('cpor_nudges_sent'), 0);
  });
});
