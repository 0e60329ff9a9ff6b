/** The HTTP door: who gets in, and what comes out when what came in is wrong. */
import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sinon from 'sinon';
import { BadServer } from '../support/bad-server.ts';
import { offlineAuthentication } from '../support/offline-auth.ts';
import { type Oidc, startOidc, type TokenOptions } from '../support/oidc.ts';
import { importRows, openWorld, type World } from './world.ts';

const APP_ID = '22222222-2222-4222-8222-222222222222';
const TENANT = '11111111-1111-4111-8111-111111111111';

describe('with an app id', () => {
  let oidc: Oidc;
  let world: World;
  let authorization = '';

  before(async () => {
    // The SDK prints refused tokens' errors to the console.
    sinon.stub(console, 'error');
    oidc = await startOidc();
    world = await openWorld('sqlite', {
      env: {
        MicrosoftAppId: APP_ID,
        MicrosoftAppPassword: 'not-used-offline',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: TENANT,
        LEADS: 'adelev@contoso.example',
        HOST: '127.0.0.1',
      },
      overrides: { authentication: offlineAuthentication(oidc, APP_ID) },
      teams: { bearer: oidc.bearer, bot: { appId: APP_ID } },
    });
    world.teams.connectTo(`http://127.0.0.1:${world.app.port}/api/messages`, { authorization: () => authorization });
  });

  after(async () => {
    sinon.restore();
    await world?.dispose();
    await oidc?.stop();
  });

  async function answerTo(options: Partial<TokenOptions> | string) {
    const { teams } = world;
    authorization =
      typeof options === 'string'
        ? options
        : `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl: teams.serviceUrl, ...options })}`;
    return teams.person({ name: 'Adele Vance' }).chat.says('help');
  }

  it('lets a good token in, answers with its own, and does so from the roster', async () => {
    const answer = await answerTo({});
    assert.equal(answer.status, 200);
    assert.match(answer.text, /Drop the export/);
    assert.equal(answer.sent[0]?.headers.authorization, `Bearer ${oidc.bearer}`);
  });

  const refused: Record<string, Partial<TokenOptions> | string> = {
    'that is missing': '',
    'that is no token': 'Bearer nonsense',
    'of another scheme': 'Basic YTpi',
    'that is expired': { expiresIn: -600 },
    'for another bot': { aud: '33333333-3333-4333-8333-333333333333' },
    'of another issuer': { iss: 'https://issuer.example' },
    'for another service': { serviceUrl: 'https://service.example/' },
    'signed with a key that is not published': { key: 'unknown' },
    'with a bad signature': { key: 'forged' },
    'that is not valid yet': { notBefore: 3600 },
    'without a signature': { alg: 'none' },
    'signed with the public key as a secret': { alg: 'HS256' },
  };
  for (const [what, options] of Object.entries(refused)) {
    it(`refuses a token ${what} with 401, without details and without a word in the chat`, async () => {
      const answer = await answerTo(options);
      assert.equal(answer.status, 401);
      assert.deepEqual(answer.body, { error: 'not authorised' });
      assert.equal(answer.sent.length, 0);
    });
  }

  it('does not trust the channel that the activity names', async () => {
    authorization = '';
    for (const channelId of ['emulator', 'AseChannel', 'webchat']) {
      const answer = await world.teams
        .person({ name: 'Adele Vance' })
        .chat.sends({ type: 'message', text: 'help', channelId });
      assert.equal(answer.status, 401, channelId);
    }
  });

  it('is for Teams: where a page or a program names the person, a good token opens nothing', async () => {
    const { teams } = world;
    authorization = `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl: teams.serviceUrl })}`;
    const lead = teams.person({ name: 'Adele Vance' });
    await importRows(lead, [{ claim: 'CLM-1', customer: 'Contoso Secret' }]);
    const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'needs-poe', data: {} } } };
    for (const channelId of ['webchat', 'directline']) {
      const before = teams.count();
      for (const activity of [{ type: 'message', text: 'claim CLM-1' }, press]) {
        const answer = await lead.chat.sends({ ...activity, channelId });
        assert.equal(answer.status, 403);
        assert.doesNotMatch(JSON.stringify(answer.body), /Contoso Secret/);
      }
      assert.equal(teams.count(), before, 'nothing was asked or said');
    }
    assert.match((await lead.chat.says('claim CLM-1')).text, /Contoso Secret/);
  });

  it('lets a search in Outlook in by the same tokens as Teams’, and by no others', async () => {
    const { teams } = world;
    const lead = teams.person({ name: 'Adele Vance' });
    const searchWith = async (options: Partial<TokenOptions> | string) => {
      authorization =
        typeof options === 'string'
          ? options
          : `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl: teams.serviceUrl, ...options })}`;
      return lead.in(teams.outlook(lead)).finds('CLM-1');
    };
    for (const [what, options] of Object.entries(refused)) {
      const { answer, lines } = await searchWith(options);
      assert.deepEqual([answer.status, lines], [401, []], what);
    }
    const found = await searchWith({});
    assert.equal(found.answer.status, 200);
    assert.match(found.lines.join(), /^CLM-1 · Contoso Secret/);
  });

  it('does not send its token to a picture on a loopback address', async () => {
    authorization = `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl: world.teams.serviceUrl })}`;
    const answer = await world.teams.person({ name: 'Adele Vance' }).chat.pastes(Buffer.from('no picture'));
    assert.match(answer.text, /picture/i);
    assert.equal(world.teams.count({ url: /attachments/ }), 0);
  });
});

describe('with sign-in services that are out of reach', () => {
  let oidc: Oidc;
  let hangs: BadServer;
  /** The bot's own token cannot be had. */
  let isAway = false;

  before(async () => {
    sinon.stub(console, 'error');
    [oidc, hangs] = [await startOidc(), new BadServer('silent')];
  });
  after(async () => {
    sinon.restore();
    await hangs.stop();
    await oidc?.stop();
  });

  async function worldWith(options: Parameters<typeof offlineAuthentication>[2]): Promise<World> {
    const world = await openWorld('sqlite', {
      env: {
        MicrosoftAppId: APP_ID,
        MicrosoftAppPassword: 'not-used-offline',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: TENANT,
        HOST: '127.0.0.1',
      },
      overrides: { authentication: offlineAuthentication(oidc, APP_ID, options) },
      teams: { bearer: oidc.bearer, bot: { appId: APP_ID } },
    });
    const { serviceUrl } = world.teams;
    world.teams.connectTo(`http://127.0.0.1:${world.app.port}/api/messages`, {
      authorization: async () => `Bearer ${await oidc.token({ aud: APP_ID, serviceUrl })}`,
    });
    return world;
  }

  it('answers 503 where it gets no token for its own calls, and a message that comes again anew', async () => {
    isAway = true;
    const world = await worldWith({
      bearer() {
        if (isAway) throw new Error('ECONNREFUSED');
        return oidc.bearer;
      },
    });
    try {
      const { chat } = world.teams.person({ name: 'Adele Vance' });
      const answer = await chat.says('help', { activityId: 'no-token' });
      assert.equal(answer.status, 503);
      assert.deepEqual(Object.keys(answer.body as object).sort(), ['error', 'reference']);
      isAway = false;
      let again = await chat.says('help', { activityId: 'no-token' });
      while (again.status === 503) again = await chat.says('help', { activityId: 'no-token' });
      assert.deepEqual([again.status, again.replies.length], [200, 1]);
    } finally {
      await world.dispose();
    }
  });

  it('answers 503 where the keys to check tokens by cannot be had, and says nothing', async () => {
    for (const url of ['http://127.0.0.1:1/keys', `${oidc.issuer}/nothing-here`]) {
      const world = await worldWith({ settings: { ToBotFromChannelOpenIdMetadataUrl: url } });
      try {
        const answer = await world.teams.person({ name: 'Adele Vance' }).chat.says('help');
        assert.deepEqual([answer.status, answer.sent.length], [503, 0], url);
      } finally {
        await world.dispose();
      }
    }
  });
});

describe('in local mode', () => {
  let world: World;
  let url: string;

  before(async () => {
    world = await openWorld('sqlite');
    url = `http://127.0.0.1:${world.app.port}`;
  });
  after(() => world?.dispose());

  const post = (body: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
    fetch(`${url}/api/messages`, { method: 'POST', body, headers });

  it('is up and ready', async () => {
    assert.deepEqual(await (await fetch(`${url}/healthz`)).json(), { status: 'ok' });
    assert.deepEqual(await (await fetch(`${url}/readyz`)).json(), { status: 'ready', store: 'sqlite' });
  });

  const activity = {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:1/',
    from: { id: '29:x' },
    recipient: { id: '28:x' },
    conversation: { id: 'a:1' },
    text: 'help',
  };

  const malformed: Record<string, string | Buffer> = {
    nothing: '',
    'no JSON': '{"type":',
    'a list': '[]',
    'a word': '"message"',
    null: 'null',
    'a number': '7',
    'binary data': Buffer.from([0xff, 0xfe, 0x00, 0x01]),
    'an activity without a sender': JSON.stringify({ ...activity, from: undefined }),
    'an activity without a service': JSON.stringify({ ...activity, serviceUrl: undefined }),
    'a service that is no address': JSON.stringify({ ...activity, serviceUrl: 'nonsense' }),
    'a service of another protocol': JSON.stringify({ ...activity, serviceUrl: 'file:///etc/passwd' }),
    'a deep body': `{"type":"message","from":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
  };
  for (const [what, body] of Object.entries(malformed)) {
    it(`answers ${what} with 400 and no internals`, async () => {
      const response = await post(body);
      assert.equal(response.status, 400);
      assert.doesNotMatch(await response.text(), /stack|\.ts|node_modules|zod|Unexpected|SyntaxError/);
    });
  }

  describe('an activity of which one thing is not as it should be', () => {
    /** A service that takes everything. */
    let service: Server;
    let whole: Record<string, object>;

    before(async () => {
      service = createServer((request, response) => {
        request.resume();
        response.setHeader('content-type', 'application/json');
        response.end('{"id":"1"}');
      });
      service.listen(0, '127.0.0.1');
      await once(service, 'listening');
      const serviceUrl = `http://127.0.0.1:${(service.address() as AddressInfo).port}/emea/`;
      const common = {
        ...{ id: '1', channelId: 'msteams', serviceUrl, locale: 'en-US', localTimezone: 'Europe/Berlin' },
        ...{
          from: { id: '29:x', name: 'X', aadObjectId: 'oid-x', role: 'user' },
          recipient: { id: '28:x', name: 'bot' },
        },
        conversation: { id: 'a:1', name: 'chat', conversationType: 'personal', isGroup: false, tenantId: 't1' },
        channelData: { tenant: { id: 't1' }, team: { id: 'team', name: 'Team' }, channel: { id: 'a:1', name: 'C' } },
        ...{
          timestamp: '2020-06-16T16:00:00Z',
          entities: [{ type: 'clientInfo' }],
          textFormat: 'plain',
          replyToId: '7',
        },
      };
      const file = { contentType: 'image/png', contentUrl: 'http://127.0.0.1/x', name: 'a.png', content: {} };
      const inChannel = { ...common.conversation, conversationType: 'channel', isGroup: true };
      whole = {
        message: { ...common, type: 'message', text: 'help' },
        'message in a channel': { ...common, type: 'message', text: 'help', conversation: inChannel },
        files: { ...common, type: 'message', attachments: [file] },
        press: {
          ...common,
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { verb: 'help', data: {} } },
        },
        thumb: {
          ...{ ...common, type: 'invoke', name: 'message/submitAction' },
          value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{}' } },
        },
        search: {
          ...{ ...common, type: 'invoke', name: 'composeExtension/query' },
          value: { commandId: 'find', parameters: [{ name: 'text', value: 'a' }], queryOptions: { skip: 0 } },
        },
        installation: { ...common, type: 'installationUpdate', action: 'add' },
      };
    });
    after(() => new Promise((resolve) => service.close(resolve)));

    const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: [deep(levels - 1)] });
    const ODD: readonly unknown[] = [
      ...[null, true, 7, -1e300, '', [], {}, ['x'], { id: 7 }, 'x'.repeat(1_500), '\u202e', '../../x?y#z%'],
      ...['\ud800', 'a\udc00b', 'a\u0000b', 'a\r\nb: c', '\u007f\u0085', deep(30), deep(2_000)],
    ];

    for (const kind of ['message', 'message in a channel', 'files', 'press', 'thumb', 'search', 'installation'])
      it(`is answered or refused, and no failure of ours: ${kind}`, async () => {
        let id = 0;
        for (const path of pathsIn(whole[kind])) {
          for (const odd of ODD) {
            const changed = structuredClone(whole[kind] ?? assert.fail(kind));
            set(changed, ['id'], `${kind} ${id++}`);
            set(changed, path, odd);
            const { status } = await post(JSON.stringify(changed));
            assert.ok(status < 500, `${path.join('.')} = ${JSON.stringify(odd)?.slice(0, 50)}: ${status}`);
          }
        }
      });

    const WRONG: readonly [path: string, value: unknown][] = [
      ['conversation.id', 'a:1\u0000'],
      ['conversation.id', 'a\ud800'],
      ['conversation.id', '\u202ea:1'],
      ['from.id', '\udc00'],
      ['recipient.id', 'x\ny'],
      ['id', 'x\ud800'],
      ['replyToId', '\u0007'],
      ['value', deep(2_000)],
      ['entities', deep(2_000)],
    ];
    for (const [path, value] of WRONG)
      it(`is refused with 400 for what the sender did wrong: ${path} = ${JSON.stringify(value).slice(0, 20)}`, async () => {
        const changed = structuredClone(whole.message ?? assert.fail());
        set(changed, path.split('.'), value);
        assert.equal((await post(JSON.stringify(changed))).status, 400);
      });
  });

  it('refuses a body over 256 KB', async () => {
    assert.equal((await post(JSON.stringify({ ...activity, text: 'x'.repeat(256 * 1024) }))).status, 413);
  });

  it('refuses what a page in a browser could post without asking', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      assert.equal((await post(JSON.stringify(activity), { 'content-type': type })).status, 415, type);
    }
  });

  it('does not speak to a service that is not on this machine', async () => {
    const response = await post(JSON.stringify({ ...activity, serviceUrl: 'https://service.example/' }));
    assert.equal(response.status, 403);
  });

  it('answers to a service at an IPv6 address of this machine', async function () {
    const answered: string[] = [];
    const service = createServer((request, response) => {
      answered.push(`${request.method} ${request.url}`);
      // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"1"}');
    });
    const listening = once(service, 'listening');
    service.listen(0, '::1');
    // A machine without IPv6 has no such address.
    await listening.catch(() => this.skip());
    try {
      const { port } = service.address() as AddressInfo;
      const serviceUrl = `http://[::1]:${port}/`;
      const response = await post(JSON.stringify({ ...activity, id: 'ipv6', serviceUrl }));
      assert.equal(response.status, 200);
      assert.ok(answered.includes('POST /v3/conversations/a%3A1/activities/ipv6'), String(answered));
    } finally {
      service.close();
    }
  });

  it('answers unknown paths and methods without internals', async () => {
    assert.equal((await fetch(`${url}/api/messages`)).status, 405);
    assert.equal((await fetch(`${url}/nothing/here`)).status, 404);
    assert.equal((await fetch(`${url}/..%2f..%2fetc%2fpasswd`)).status, 404);
  });

  it('answers 503 with a reference only, when the chat cannot be reached', async () => {
    const response = await post(JSON.stringify(activity));
    assert.equal(response.status, 503);
    const body = (await response.json()) as Record<string, unknown>;
    assert.deepEqual(Object.keys(body).sort(), ['error', 'reference']);
    assert.equal(body.error, 'the service takes no answer at present');
  });
});

/** The way to everything within a value, each as the keys that lead there. */
function pathsIn(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[key], ...pathsIn(inner).map((path) => [key, ...path])]);
}

function set(into: object, [key = '', ...rest]: readonly string[], value: unknown): void {
  const record = into as Record<string, unknown>;
  if (rest.length === 0) record[key] = value;
  else set(record[key] as object, rest, value);
}
