/** `npm run doctor` as a process, against stand-ins for Microsoft's services on this machine. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { pino } from 'pino';
import { start } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { openCore } from '../../src/core.ts';
import { BadServer } from '../support/bad-server.ts';
import { type Env, runNode } from '../support/child.ts';
import { startClamd } from '../support/clamd.ts';
import { eachUri, leavePlace, newPlace, type Place } from '../support/engines.ts';
import { freePort } from '../support/free-port.ts';
import { type Microsoft, PUBLIC_HOST, REROUTE, startMicrosoft } from '../support/microsoft.ts';

const CLI = 'src/cli/doctor.ts';
const TENANT = '11111111-1111-4111-8111-111111111111';
const APP = '22222222-2222-4222-8222-222222222222';
const OTHER = '33333333-3333-4333-8333-333333333333';
const SECRET = 'abc8Q~the-value-of-a-secret-that-nobody-sees';
const DAY_MS = 86_400_000;

interface Told {
  readonly state: string;
  readonly says: string;
  readonly cure?: string;
}

describe('npm run doctor', function () {
  this.timeout(120_000);
  let microsoft: Microsoft;
  let place: Place;

  beforeEach(async () => {
    microsoft = await startMicrosoft(TENANT);
    place = await newPlace(undefined);
  });
  afterEach(async () => {
    await microsoft.stop();
    await leavePlace(place);
  });

  const registered = (): Env => ({
    MicrosoftAppId: APP,
    MicrosoftAppTenantId: TENANT,
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppPassword: SECRET,
    PUBLIC_URL: `https://${PUBLIC_HOST}/`,
    DATA_DIR: join(place.dataDir, 'not there'),
    ...(place.mongodbUri !== undefined && { MONGODB_URI: place.mongodbUri }),
    REROUTE: microsoft.reroute,
  });

  async function doctor(env: Env, ...args: string[]) {
    // A machine at work on other tests is slow to hear what is answered at once.
    const end = await runNode(['--import', REROUTE, CLI, '--seconds', '60', ...args], env).ended;
    assert.equal(end.stderr, '');
    assert.ok(!end.stdout.includes(SECRET), 'the secret is printed');
    return end;
  }

  /** By the names of the checks. */
  async function told(env: Env, ...args: string[]) {
    const { code, stdout } = await doctor(env, '--json', ...args);
    const { faults, warnings, checks } = JSON.parse(stdout) as {
      readonly faults: number;
      readonly warnings: number;
      readonly checks: readonly (Told & { readonly name: string })[];
    };
    assert.equal(code, faults > 0 ? 1 : 0);
    const by = new Map(checks.map((check) => [check.name, check]));
    return {
      faults,
      warnings,
      names: [...by.keys()],
      of(name: string): Told {
        const check = by.get(name);
        assert.ok(check, `${name} is not among ${[...by.keys()]}`);
        return check;
      },
    };
  }

  eachUri((uri) => {
    let registeredHere: Env;

    async function moveIn(): Promise<void> {
      await leavePlace(place);
      place = await newPlace(uri);
      registeredHere = { ...registered(), DATA_DIR: place.dataDir, LEADS: 'isaiahl@contoso.example' };
    }

    /** What a first start leaves behind. */
    async function startOnce(): Promise<void> {
      const local = { DATA_DIR: registeredHere.DATA_DIR, MONGODB_URI: registeredHere.MONGODB_URI, PORT: '0' };
      const app = await start(parseConfig(local), pino({ level: 'silent' }));
      await app.stop();
    }

    it('finds nothing wrong where nothing is, and exits with 0', async () => {
      await moveIn();
      await startOnce();
      const core = await openCore(parseConfig(registeredHere as Record<string, string>));
      const lead = await core.people.recordSighting({ tenantId: TENANT, userId: OTHER, name: 'Isaiah' });
      await core.people.recordRosterEntry(lead, { name: 'Isaiah', upn: 'IsaiahL@contoso.example' }, new Date());
      await core.store.close();

      const { code, stdout } = await doctor({ ...registeredHere, LEADS: `${OTHER},isaiahl@contoso.example` });
      assert.equal(code, 0);
      assert.doesNotMatch(stdout, /^(?:fault|warning)/m);
      assert.match(stdout, /^ok {6}Registration: SingleTenant/m);
      assert.match(stdout, /^ok {6}Sign-in of the bot: Microsoft takes the bot’s id and secret\.$/m);
      assert.match(stdout, /^ok {6}Store: (?:SQLite|MongoDB) takes writes, and its indexes are there\.$/m);
      assert.match(stdout, /^ok {6}Leads: 2 entries, each of somebody who is known here\.$/m);
      assert.match(stdout, /\n\d+ checks: 0 faults, 0 warnings\.\n$/);
      assert.deepEqual(Object.fromEntries(microsoft.signIns[0] ?? []), {
        grant_type: 'client_credentials',
        client_id: APP,
        client_secret: SECRET,
        scope: 'https://api.botframework.com/.default',
      });
    });

    it('says who of the leads is not known', async () => {
      await moveIn();
      await startOnce();
      const { faults, of } = await told(registeredHere);
      assert.deepEqual([faults, of('Store').state, of('Leads').state], [0, 'ok', 'warning']);
      assert.match(of('Leads').says, /isaiahl@contoso\.example/);
    });
  });

  it('says that the indexes are not there before the first start', async () => {
    const { faults, of } = await told({ ...registered(), DATA_DIR: place.dataDir });
    assert.deepEqual([faults, of('Store').state], [0, 'warning']);
    assert.match(of('Store').cure ?? '', /Start the bot/);
  });

  const refusals: readonly [what: string, code: string, says: RegExp, cure: RegExp][] = [
    ['an expired secret', 'AADSTS7000222', /has expired/, /new one.*MicrosoftAppPassword.*restart/],
    ['a wrong secret', 'AADSTS7000215', /none of this app/, /value, which is not its “Secret ID”/],
    ['an app that the directory does not have', 'AADSTS700016', /no app with this id/, /MicrosoftAppId/],
    ['a code that nobody here knows', 'AADSTS1234', /AADSTS1234/, /error\?code=1234/],
  ];
  for (const [what, code, says, cure] of refusals) {
    it(`tells ${what} from the others`, async () => {
      microsoft.refusal = code;
      const { faults, of } = await told(registered());
      const { state, ...words } = of('Sign-in of the bot');
      assert.deepEqual([faults, state], [1, 'fault']);
      assert.match(words.says, says);
      assert.match(words.says, new RegExp(code));
      assert.match(words.cure ?? '', cure);
      assert.ok(!JSON.stringify(words).includes('said with'), 'what Microsoft wrote is repeated');
    });
  }

  it('tells a directory that does not exist, of the registration and of those that are served', async () => {
    microsoft.directories.clear();
    const own = await told(registered());
    assert.match(own.of('Sign-in of the bot').says, /AADSTS90002/);
    assert.match(own.of('Directories').cure ?? '', /MicrosoftAppTenantId/);

    microsoft.directories.add(TENANT);
    const served = await told({ ...registered(), ALLOWED_TENANTS: `${TENANT},${OTHER}` });
    assert.equal(served.of('Sign-in of the bot').state, 'ok');
    assert.match(served.of('Directories').says, new RegExp(OTHER));
    assert.match(served.of('Directories').cure ?? '', /ALLOWED_TENANTS/);
  });

  it('sees by themselves ids and secrets that cannot be right', async () => {
    const secretId = await told({ ...registered(), MicrosoftAppPassword: OTHER });
    assert.equal(secretId.of('Client secret').state, 'fault');
    assert.match(secretId.of('Client secret').says, /Secret ID/);

    const quoted = await told({ ...registered(), MicrosoftAppPassword: `"${SECRET}"` });
    assert.match(quoted.of('Client secret').says, /quotation marks/);

    const same = await told({ ...registered(), MicrosoftAppId: TENANT });
    assert.equal(same.of('Registration').state, 'fault');

    const others = await told({ ...registered(), ALLOWED_TENANTS: OTHER });
    assert.match(others.of('Registration').says, /ALLOWED_TENANTS leaves out/);
  });

  it('speaks of a secret’s end in time', async () => {
    const dayIn = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
    const at = async (days: number) => (await told({ ...registered(), SECRET_ENDS: dayIn(days) })).of('Client secret');
    assert.deepEqual(
      (await Promise.all([at(31), at(30), at(0), at(-1)])).map(({ state }) => state),
      ['ok', 'warning', 'warning', 'fault'],
    );
    assert.match((await at(30)).says, /in 30 days/);
  });

  it('tells how far the clock is off', async () => {
    microsoft.aheadMs = -120_000;
    const near = (await told(registered())).of('Clock');
    assert.equal(near.state, 'warning');
    assert.match(near.says, /1[12]\d seconds ahead of Microsoft’s/);

    microsoft.aheadMs = 3_600_000;
    const far = (await told(registered())).of('Clock');
    assert.equal(far.state, 'fault');
    assert.match(far.says, /3,[56]\d\d seconds behind/);
    assert.match(far.cure ?? '', /NTP/);
  });

  it('tells names without an address, and pages of a proxy, from the services themselves', async () => {
    const routes = JSON.parse(microsoft.reroute) as Record<string, string>;
    delete routes['smba.trafficmanager.net'];
    delete routes['microsoft.sharepoint.com'];
    microsoft.answers.set('login.botframework.com', { status: 200, body: '<h1>Blocked by policy</h1>' });
    const { of, faults } = await told({ ...registered(), REROUTE: JSON.stringify(routes) });
    assert.equal(faults, 2);
    assert.match(of('Teams’ service').says, /smba\.trafficmanager\.net .* name is not known.*ENOTFOUND/);
    assert.match(of('Keys of Teams').says, /Something else answers in the place of login\.botframework\.com/);
    assert.equal(of('Documents on microsoft.sharepoint.com').state, 'warning');
    assert.equal(of('Keys of the tab').state, 'ok');
  });

  it('says so where a proxy refuses the way', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const HTTPS_PROXY = `http://user:${SECRET}@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const env = { ...registered(), REROUTE: undefined, HTTPS_PROXY, NODE_USE_ENV_PROXY: '1' };
      const { code, stdout } = await runNode([CLI, '--seconds', '60'], env).ended;
      assert.equal(code, 1);
      assert.match(stdout, /Sign-in of the bot: login\.microsoftonline\.com .* a proxy refuses the way there/);
      assert.match(stdout, /→ Have the proxy let smba\.trafficmanager\.net through/);
      assert.match(
        stdout,
        /warning Proxy: The bot signs in by the proxy in HTTPS_PROXY\. Documents are fetched without/,
      );
      assert.ok(!stdout.includes(SECRET));
      assert.ok(asked.includes('login.microsoftonline.com:443'));
    } finally {
      proxy.close();
      await once(proxy, 'close');
    }
    const unused = await told({ ...registered(), HTTPS_PROXY });
    assert.match(unused.of('Proxy').says, /without NODE_USE_ENV_PROXY=1/);
  });

  it('waits for nobody longer than it is told', async () => {
    const silent = new BadServer('silent');
    const origin = await silent.start();
    try {
      const routes = { ...(JSON.parse(microsoft.reroute) as object), 'smba.trafficmanager.net': origin };
      const { of, faults } = await told({ ...registered(), REROUTE: JSON.stringify(routes) }, '--seconds', '2');
      assert.equal(faults, 1);
      assert.match(of('Teams’ service').says, /no answer in time/);
    } finally {
      await silent.stop();
    }
  });

  it('looks at the bot from outside', async () => {
    const endpoint = `${PUBLIC_HOST}/api/messages`;
    const at = async (status: number) => {
      microsoft.answers.set(endpoint, { status });
      return (await told(registered())).of('Messaging endpoint');
    };
    assert.match((await at(404)).cure ?? '', /pass on POST \/api\/messages/);
    assert.match((await at(502)).cure ?? '', /Start the bot/);
    assert.match((await at(200)).says, /without a token/);

    microsoft.answers.set(endpoint, { status: 401 });
    microsoft.answers.set(`${PUBLIC_HOST}/metrics`, { status: 200, body: 'process_cpu_seconds_total 1\n' });
    const open = await told(registered());
    assert.equal(open.of('Messaging endpoint').state, 'ok');
    assert.match(open.of('Health and metrics').says, /\/metrics can be read from outside/);

    const { PUBLIC_URL: _, ...unnamed } = registered();
    assert.equal((await told(unnamed)).of('Messaging endpoint').state, 'warning');
  });

  it('knows the bot itself, where it runs behind that address', async () => {
    const app = await start(
      parseConfig({ ...registered(), DATA_DIR: place.dataDir, HOST: '127.0.0.1', PORT: '0' }),
      pino({ level: 'silent' }),
    );
    try {
      const reroute = { ...JSON.parse(microsoft.reroute), [PUBLIC_HOST]: `http://127.0.0.1:${app.port}` };
      const { of } = await told({ ...registered(), REROUTE: JSON.stringify(reroute) });
      assert.equal(of('Messaging endpoint').state, 'ok', of('Messaging endpoint').says);
      // Nothing stands before it here that keeps these in.
      assert.match(of('Health and metrics').says, /can be read from outside/);
    } finally {
      await app.stop();
    }
  });

  it('compares the app package with the bot', async () => {
    const manifest = (botId: string, host = PUBLIC_HOST, agent = botId) =>
      JSON.stringify({
        bots: [{ botId }],
        composeExtensions: [{ botId }],
        copilotAgents: { customEngineAgents: [{ type: 'bot', id: agent }] },
        webApplicationInfo: { id: botId },
        validDomains: [host],
      });
    const file = join(place.dataDir, 'package.zip');
    const at = async (content: string | Uint8Array) => {
      await writeFile(file, content);
      return (await told(registered(), '--package', file)).of('App package');
    };
    const zip = (text: string) => zipSync({ 'manifest.json': new TextEncoder().encode(text) });
    assert.equal((await at(zip(manifest(APP)))).state, 'ok');
    assert.equal((await at(manifest(APP.toUpperCase()))).state, 'ok');
    assert.match((await at(zip(manifest(OTHER)))).says, /another bot: botId/);
    assert.match((await at(zip(manifest(APP, 'old.example')))).says, /validDomains/);
    assert.match((await at(zip(manifest(APP, PUBLIC_HOST, OTHER)))).says, /copilotAgents/);
    assert.match((await at('PK and no more')).says, /no manifest\.json/);
  });

  it('asks clamd and the help-desk system where they are configured, and sends them nothing', async () => {
    const clamd = await startClamd();
    const desk = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
      response.writeHead(405);
      response.end();
    });
    const heard: string[] = [];
    await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
    const DESK_WEBHOOK_URL = `http://127.0.0.1:${(desk.address() as AddressInfo).port}/secret-path`;
    const env = { ...registered(), CLAMD: `127.0.0.1:${clamd.port}`, DESK_WEBHOOK_URL, DESK_WEBHOOK_SECRET: SECRET };
    try {
      const { of } = await told(env);
      assert.deepEqual([of('Virus scanner').state, of('Help-desk system').state], ['ok', 'ok']);
      assert.deepEqual([heard, clamd.scanned], [['HEAD /secret-path'], []]);
    } finally {
      await clamd.stop();
      desk.close();
      desk.closeAllConnections();
    }
    const { stdout } = await doctor(env);
    assert.match(stdout, /fault {3}Virus scanner: clamd does not answer \(ECONNREFUSED\)/);
    assert.match(stdout, /fault {3}Help-desk system: 127\.0\.0\.1:\d+ cannot be reached/);
    assert.ok(!stdout.includes('secret-path'));
  });

  it('gets the token of a managed identity from where the platform says', async () => {
    const { MicrosoftAppPassword: _, ...rest } = registered();
    const identity = { ...rest, MicrosoftAppType: 'UserAssignedMSI', TAB_APP_ID: OTHER };
    const place = `${microsoft.origin}/msi/token`;
    const here = { ...identity, IDENTITY_ENDPOINT: place, IDENTITY_HEADER: 'x' };
    const host = new URL(microsoft.origin).host;
    microsoft.answers.set(`${host}/msi/token`, { status: 200, body: '{"access_token":"a-token"}' });
    assert.equal((await told(here)).of('Sign-in of the bot').state, 'ok');
    microsoft.answers.set(`${host}/msi/token`, { status: 400, body: '{}' });
    assert.match((await told(here)).of('Sign-in of the bot').cure ?? '', /Assign the user-assigned managed identity/);
    assert.match((await told({ ...identity, TAB_APP_ID: undefined })).of('Registration').cure ?? '', /TAB_APP_ID/);
  });

  describe('with a managed identity', () => {
    const METADATA = '169.254.169.254';
    const identity = (): Env => ({
      ...registered(),
      MicrosoftAppPassword: undefined,
      MicrosoftAppType: 'UserAssignedMSI',
      TAB_APP_ID: OTHER,
    });
    const signIn = async (env: Env, ...args: string[]) => (await told(env, ...args)).of('Sign-in of the bot');
    const metadataAt = (origin: string): Env => ({
      ...identity(),
      REROUTE: JSON.stringify({ ...(JSON.parse(microsoft.reroute) as object), [METADATA]: origin }),
    });

    it('says that the machine is none of Azure’s only where nothing tells of the service, and nothing is there', async () => {
      const nowhere = `http://127.0.0.1:${await freePort()}`;
      assert.match((await signIn(metadataAt(nowhere))).says, /There is no service here/);

      const named = await signIn({ ...identity(), IDENTITY_ENDPOINT: `${nowhere}/msi/token`, IDENTITY_HEADER: 'x' });
      assert.match(named.says, /127\.0\.0\.1:\d+ cannot be reached: the connection is refused/);
      assert.match(named.cure ?? '', /IDENTITY_ENDPOINT/);

      const silent = new BadServer('silent');
      try {
        const late = await signIn(metadataAt(await silent.start()), '--seconds', '2');
        assert.match(late.says, /169\.254\.169\.254 cannot be reached: no answer in time/);
        assert.match(late.cure ?? '', /On Azure .* 169\.254\.169\.254/);
      } finally {
        await silent.stop();
      }
    });

    it('does not speak of the identity where too much was asked of the service', async () => {
      microsoft.answers.set(METADATA, { status: 429 });
      microsoft.answers.set(new URL(microsoft.origin).host, { status: 429 });
      const { state, says } = await signIn(metadataAt(microsoft.origin));
      assert.deepEqual([state, /too often/.test(says)], ['warning', true]);
    });

    it('shows the platform’s secret to no proxy', async () => {
      const asked: string[] = [];
      const proxy = createServer((request, response) => {
        asked.push(`${request.url} ${request.headers['x-identity-header']}`);
        response.writeHead(502);
        response.end();
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      const HTTP_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
      const place = `${microsoft.origin}/msi/token`;
      microsoft.answers.set(`${new URL(place).host}/msi/token`, { status: 200, body: '{"access_token":"a-token"}' });
      try {
        const desk = { DESK_WEBHOOK_URL: `${microsoft.origin}/desk`, DESK_WEBHOOK_SECRET: SECRET };
        const env = { ...identity(), ...desk, IDENTITY_ENDPOINT: place, IDENTITY_HEADER: SECRET };
        const { state } = await signIn({ ...env, HTTP_PROXY, NODE_USE_ENV_PROXY: '1' });
        // What does go by the proxy shows that it is used.
        assert.deepEqual([state, asked], ['ok', [`${microsoft.origin}/desk undefined`]]);
      } finally {
        proxy.close();
        proxy.closeAllConnections();
      }
    });
  });

  it('tells refusals of Microsoft, and that it was asked too often, from a proxy', async () => {
    microsoft.answers.set('login.botframework.com', { status: 429 });
    microsoft.answers.set(`login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`, { status: 429 });
    const refusal = { error: 'invalid_request', error_description: 'AADSTS90023: said with the secret of somebody.' };
    microsoft.answers.set(`login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`, {
      status: 400,
      body: JSON.stringify(refusal),
    });
    const { faults, of } = await told(registered());
    for (const name of ['Keys of Teams', 'Sign-in of the bot']) {
      assert.equal(of(name).state, 'warning');
      assert.match(of(name).says, /too often for now \(HTTP 429\)/);
    }
    assert.equal(faults, 1);
    assert.match(of('Keys of the tab').says, /login\.microsoftonline\.com refuses .*\(AADSTS90023\)/);
    assert.match(of('Keys of the tab').cure ?? '', /error\?code=90023/);
  });

  it('leaves the store to a bot that runs on it, and makes no folder for it', async () => {
    const app = await start(parseConfig({ DATA_DIR: place.dataDir, PORT: '0' }), pino({ level: 'silent' }));
    try {
      assert.deepEqual((await told({ ...registered(), DATA_DIR: place.dataDir })).of('Store'), {
        name: 'Store',
        state: 'ok',
        says: 'DATA_DIR is in use, as it is while the bot runs.',
      });
    } finally {
      await app.stop();
    }
    const { DATA_DIR = '' } = registered();
    assert.match((await told(registered())).of('Store').says, /is not there yet/);
    assert.equal(existsSync(DATA_DIR), false);
  });

  it('names a store that cannot be reached, without its password', async () => {
    const MONGODB_URI = `mongodb://bot:${SECRET.replace('~', '%7E')}@127.0.0.1:1/?serverSelectionTimeoutMS=200`;
    const { stdout } = await doctor({ ...registered(), MONGODB_URI });
    assert.match(stdout, /fault {3}Store: MONGODB_URI: no usable MongoDB at 127\.0\.0\.1:1/);
    assert.ok(!stdout.includes('abc8Q'));
  });

  it('names each variable with a wrong value, and nothing else', async () => {
    const { code, stdout } = await doctor({ ...registered(), PORT: 'many', TIME_ZONE: 'Mars/Olympus' });
    assert.equal(code, 1);
    assert.match(stdout, /^fault {3}Configuration: PORT expects/m);
    assert.match(stdout, /^fault {3}Configuration: TIME_ZONE expects/m);
    assert.match(stdout, /\n2 checks: 2 faults, 0 warnings\.\n$/);
    assert.deepEqual(microsoft.requests, []);
    const unset = await doctor({ ...registered(), MicrosoftAppType: undefined });
    assert.match(unset.stdout, /^fault {3}Configuration: MicrosoftAppType is not set/m);
  });

  it('asks nobody in local mode', async () => {
    const { faults, of, names } = await told({ DATA_DIR: place.dataDir, REROUTE: microsoft.reroute });
    assert.equal(faults, 0);
    assert.match(of('Registration').says, /Local mode/);
    assert.deepEqual(names, ['Registration', 'Store', 'Disk', 'Leads', 'Virus scanner']);
    assert.deepEqual(microsoft.requests, []);
  });

  it('refuses what it does not know, in one sentence', async () => {
    for (const [args, sentence] of [
      [['--seconds', '0'], /^--seconds expects[^\n]+\n$/],
      [['--now'], /^Usage: [^\n]+\n$/],
    ] as const) {
      const { code, stdout, stderr } = await runNode([CLI, ...args], { DATA_DIR: place.dataDir }).ended;
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, sentence);
    }
  });
});
