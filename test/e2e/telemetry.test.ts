/** What is seen of the bot by OpenTelemetry: the real bot as a process, and a collector that does well or badly. */
import { strict as assert } from 'node:assert';
import { type Child, type Env, runNode } from '../support/child.ts';
import { Collector, type CollectorMood, type Spanned } from '../support/collector.ts';
import { newPlace, type Place, removePlace } from '../support/engines.ts';
import { freePort } from '../support/free-port.ts';
import { startTeams, TENANT, type Teams } from '../support/teams.ts';
import { HelpDesk, SECRET } from './help-desk.ts';
import { ASKED } from './ticket-harness.ts';
import { engineUris, importRows, NOW, pdf } from './world.ts';

const OTHER_TENANT = '99999999-9999-4999-8999-999999999999';
const [CUSTOMER, CLAIM, QUESTION] = ['Frobozz Mills', 'CLM-4711', 'grue lantern zorkmid'];
/** A stop takes what its turns take, and five seconds at most for what is still to be sent. */
const STOPS_WITHIN_MS = 15_000;

/** Says on standard error which files of OpenTelemetry are loaded, but for its types, which prom-client brings along. */
const TELLS_LOADED = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  registerHooks({ load(url, context, next) {
    if (/opentelemetry\\/(?!api\\/)/.test(url) || url.endsWith('/telemetry/sdk.ts')) process.stderr.write('loaded ' + url + '\\n');
    return next(url, context);
  } });`)}`;

interface Running {
  readonly child: Child;
  readonly teams: Teams;
  readonly port: number;
  /** @returns all that it logged */
  stop(): Promise<readonly Record<string, unknown>[]>;
}

describe('telemetry', function () {
  this.timeout(90_000);
  let place: Place;
  let collector: Collector;
  let helpDesk: HelpDesk;
  const started: Running[] = [];

  beforeEach(async () => {
    [collector, helpDesk] = [new Collector(), new HelpDesk()];
    [place] = await Promise.all([newPlace(''), collector.start(), helpDesk.start()]);
  });
  afterEach(async () => {
    for (const { child, teams } of started.splice(0)) {
      child.process.kill('SIGKILL');
      await Promise.all([child.ended, teams.stop()]);
    }
    await Promise.all([collector.stop(), helpDesk.stop(), removePlace(place)]);
  });

  async function start(env: Env = { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }): Promise<Running> {
    const teams = await startTeams({ waitsForLate: true });
    const child = runNode(['--import', TELLS_LOADED, 'src/main.ts'], {
      ...{ DATA_DIR: place.dataDir, MONGODB_URI: place.mongodbUri, PORT: '0', NOW, NUDGE_DAYS: 'off' },
      ...{ FILE_HOSTS: teams.host, ALLOWED_TENANTS: TENANT, LEADS: 'isaiahl@contoso.example' },
      ...{ DESK_WEBHOOK_URL: helpDesk.url, DESK_WEBHOOK_SECRET: SECRET },
      ...env,
    });
    await child.says(/"port":\d+.*listening/);
    const port = Number(/"port":(\d+)/.exec(child.stdout)?.[1]);
    teams.connectTo(`http://127.0.0.1:${port}/api/messages`);
    const running: Running = {
      child,
      teams,
      port,
      async stop() {
        child.process.kill('SIGTERM');
        const deadline = AbortSignal.timeout(STOPS_WITHIN_MS);
        deadline.onabort = () => child.process.kill('SIGKILL');
        const { code, stdout } = await child.ended;
        deadline.onabort = null;
        assert.equal(code, 0, 'it did not stop in time, or failed');
        return stdout
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Record<string, unknown>);
      },
    };
    started.push(running);
    return running;
  }

  const spansOf = ({ traceId }: { readonly traceId: string }): Spanned[] =>
    collector.spans.filter((span) => span.traceId === traceId);
  const theOne = (name: string): Spanned => {
    const found = collector.spans.filter((span) => span.name === name);
    assert.equal(found.length, 1, `${name}: ${found.length} of ${collector.spans.map((span) => span.name).join()}`);
    return found[0] as Spanned;
  };

  const off: readonly [what: string, env: Env][] = [
    ['without the variables', {}],
    ['where they name no collector', { OTEL_SERVICE_NAME: 'cpor', OTEL_TRACES_EXPORTER: 'none' }],
    ['where they say no', { OTEL_SDK_DISABLED: 'true', OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318' }],
  ];
  for (const [what, env] of off)
    it(`none of it is loaded ${what}`, async () => {
      const bot = await start(env);
      await bot.stop();
      assert.doesNotMatch(bot.child.stderr, /loaded/);
    });

  it('all that it takes is loaded with them', async () => {
    const { stop, child } = await start();
    await stop();
    assert.match(
      child.stderr,
      /loaded .*@opentelemetry.*loaded .*telemetry\/sdk\.ts|loaded .*telemetry\/sdk\.ts.*loaded .*@opentelemetry/s,
    );
  });

  for (const [title, uri] of engineUris())
    it(`a message is one trace, ${title}: the request, its turn, what the store was asked, what Teams was sent`, async () => {
      await removePlace(place);
      place = await newPlace(uri ?? '');
      const bot = await start();
      assert.match((await bot.teams.person({ name: 'Adele Vance' }).chat.says('help')).text, /What I can do/);
      await bot.stop();
      const [request, turn] = [theOne('POST /api/messages'), theOne('turn')];
      assert.equal(request.parentId, '');
      assert.equal(turn.parentId, request.spanId);
      assert.deepEqual(turn.attributes, { 'cpor.activity.type': 'message', 'cpor.scope': 'personal' });
      assert.deepEqual(request.attributes, {
        'http.request.method': 'POST',
        'http.route': '/api/messages',
        'http.response.status_code': 200,
      });
      const parts = spansOf(request);
      const sent = parts.filter(({ name }) => name === 'Teams POST');
      assert.deepEqual(
        sent.map(({ parentId, attributes }) => [parentId, attributes['http.response.status_code']]),
        [[turn.spanId, 201]],
      );
      const asked = parts.filter(({ name }) => / people$/.test(name));
      assert.ok(asked.length > 0);
      for (const { attributes } of asked) {
        assert.equal(attributes['db.system.name'], place.mongodbUri === undefined ? 'sqlite' : 'mongodb');
        assert.equal(attributes['db.collection.name'], 'people');
      }
      assert.equal(collector.resource.get('service.name'), 'cpor-assistant');
    });

  it('the log tells the trace that a line belongs to', async () => {
    const bot = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'cpor of Contoso' });
    await bot.teams.person({ name: 'Nestor Wilke', tenantId: OTHER_TENANT }).chat.says('help');
    const line = (await bot.stop()).find(({ msg }) => msg === 'an activity of a tenant that is not allowed');
    const request = theOne('POST /api/messages');
    assert.deepEqual([line?.trace_id, line?.span_id], [request.traceId, request.spanId]);
    assert.equal(request.attributes['cpor.outcome'], 'tenant turned away');
    assert.equal(collector.resource.get('service.name'), 'cpor of Contoso');
  });

  it('what is sent unasked is a trace of its own', async () => {
    const bot = await start();
    const { chat } = bot.teams.person({ name: 'Adele Vance' });
    const form = await chat.says('open a ticket');
    await chat.presses(form.card, 'Submit ticket', ASKED);
    await helpDesk.until(() => helpDesk.arrivals.length > 0);
    await bot.stop();
    const sent = theOne('help desk POST');
    assert.equal(sent.attributes['http.response.status_code'], 202);
    const [job] = spansOf(sent).filter(({ spanId }) => spanId === sent.parentId);
    assert.match(job?.name ?? '', /^outbox /);
    assert.equal(job?.parentId, '');
  });

  it('what Teams refuses is told by its status, and the kind of error alone', async () => {
    const bot = await start();
    const { chat } = bot.teams.person({ name: 'Adele Vance' });
    bot.teams.inject({ status: 403 }, { method: 'POST', url: /\/activities/ });
    await chat.says('help').catch(() => undefined);
    await bot.stop();
    const refused = collector.spans.filter(({ name, failed }) => name === 'Teams POST' && failed);
    assert.deepEqual(
      refused.map(({ attributes }) => [attributes['http.response.status_code'], attributes['error.type']]),
      [[403, 'AnswerError']],
    );
  });

  it('nobody and nothing of theirs is named, and what is told has few values', async () => {
    const bot = await start();
    const lead = bot.teams.person({ name: 'Isaiah Langer' });
    const adele = bot.teams.person({ name: 'Adele Vance' });
    await importRows(lead, [{ claim: CLAIM, name: CUSTOMER }]);
    await adele.chat.says(`claim ${CLAIM}`);
    await adele.chat.says(QUESTION);
    await adele.chat.says(`show ${CUSTOMER}`);
    await adele.chat.drops([{ name: `${CLAIM} ${CUSTOMER}.pdf`, bytes: pdf('secret') }]);
    const form = await adele.chat.says('open a ticket');
    await adele.chat.presses(form.card, 'Submit ticket', { ...ASKED, claims: CLAIM, description: QUESTION });
    await helpDesk.until(() => helpDesk.arrivals.length > 0);
    await fetch(`http://127.0.0.1:${bot.port}/tab/api/claims/${CLAIM}?search=${encodeURIComponent(CUSTOMER)}`);
    await bot.stop();
    const told = Buffer.concat(collector.bodies).toString('latin1').toLowerCase();
    assert.ok(told.includes('/api/messages') && told.includes('associations'), 'it was told something');
    const theirs = [
      ...[CUSTOMER, CLAIM, ...QUESTION.split(' '), 'Adele', 'Vance', 'Isaiah', 'contoso', TENANT, bot.teams.host],
      ...[adele.id, adele.aadObjectId, lead.aadObjectId, 'T-1001', SECRET, 'secret.pdf', new URL(helpDesk.url).host],
    ];
    assert.deepEqual(
      theirs.filter((word) => told.includes(word.toLowerCase())),
      [],
    );
    const keys = new Set(collector.spans.flatMap(({ attributes }) => Object.keys(attributes)));
    assert.deepEqual(
      [...keys].filter(
        (key) =>
          !/^(?:http\.(?:request\.method|route|response\.status_code)|db\.\w+\.name|cpor\.[\w.]+|error\.type)$/.test(
            key,
          ),
      ),
      [],
    );
    // A name for each request and question that there is in the code, and none with an id in it.
    const names = [...new Set(collector.spans.map(({ name }) => name))];
    assert.deepEqual(
      names.filter((name) => /\d{3}|@/.test(name)),
      [],
    );
  });

  it('the figures are those of /metrics, by the same names and with the same values', async () => {
    const bot = await start({
      OTEL_METRICS_EXPORTER: 'otlp',
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: `${collector.url}/v1/metrics`,
      OTEL_METRIC_EXPORT_INTERVAL: '1000',
    });
    await collector.until(() => collector.figures.size > 0);
    const scraped = await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text();
    const kinds = new Map(
      [...scraped.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', kind = '']) => [name, kind]),
    );
    assert.deepEqual([...collector.figures.keys()].sort(), [...kinds.keys()].sort());
    for (const [name, { kind, values }] of collector.figures) {
      assert.equal({ gauge: 'gauge', sum: 'counter', histogram: 'histogram' }[kind], kinds.get(name), name);
      if (name.startsWith('cpor_') || name.startsWith('poe_'))
        for (const [labels, value] of values) {
          const inText = Object.entries(JSON.parse(labels)).map(([label, of]) => `${label}="${of}"`);
          const line = `${name}${inText.length > 0 ? `{${inText.join()}}` : ''} ${value}`;
          assert.ok(scraped.split('\n').includes(line), line);
        }
    }
    assert.ok(collector.figures.has('cpor_nudges_due') && collector.figures.has('poe_quarantined_files'));
    assert.equal(collector.spans.length, 0, 'no traces were asked for');
    await bot.stop();
  });

  const away: readonly [what: string, mood: CollectorMood | 'away'][] = [
    ['is away', 'away'],
    ['never answers', 'deaf'],
    ['answers 500', { status: 500 }],
    ['answers 503', { status: 503 }],
  ];
  for (const [what, mood] of away)
    it(`a collector that ${what} holds nobody up, and the bot stops all the same`, async () => {
      if (mood !== 'away') collector.mood = mood;
      const url = mood === 'away' ? `http://127.0.0.1:${await freePort()}` : collector.url;
      const bot = await start({ OTEL_EXPORTER_OTLP_ENDPOINT: url, OTEL_METRIC_EXPORT_INTERVAL: '1000' });
      const { chat } = bot.teams.person({ name: 'Adele Vance' });
      for (let n = 0; n < 30; n++) assert.match((await chat.says('help')).text, /What I can do/);
      if (mood !== 'away') await collector.until(() => collector.bodies.length > 1);
      assert.match((await chat.says('help')).text, /What I can do/);
      const lines = await bot.stop();
      const told = lines.filter(({ msg }) => msg === 'telemetry does not get through');
      assert.ok(told.length <= 1, JSON.stringify(told));
      assert.deepEqual(
        lines.filter(({ level }) => Number(level) > 40),
        [],
      );
    });

  it('as many traces are kept as are asked for', async () => {
    const bot = await start({
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_TRACES_SAMPLER: 'traceidratio',
      OTEL_TRACES_SAMPLER_ARG: '0',
    });
    await bot.teams.person({ name: 'Nestor Wilke', tenantId: OTHER_TENANT }).chat.says('help');
    const line = (await bot.stop()).find(({ msg }) => msg === 'an activity of a tenant that is not allowed');
    assert.ok(line !== undefined && !('trace_id' in line));
    assert.equal(collector.spans.length, 0);
  });
});
