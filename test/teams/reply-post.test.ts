/** A reply on its way to Teams: one request, under the SDK's credentials, and what its answer comes to. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { ConversationReference } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import sinon from 'sinon';
import { createAgents, postReply } from '../../src/teams/reply-post.ts';
import { attemptOf } from '../../src/teams/send-attempt.ts';
import { BadServer } from '../support/bad-server.ts';
import { type Person, startTeams, type Teams } from '../support/teams.ts';

type Credentials = ConnectorClient['credentials'];
const AGENTS = createAgents(undefined);
const LIMITS = { answerWithinMs: 5_000, maxAnswerBytes: 200_000 };

describe('a reply', () => {
  let teams: Teams;
  let adele: Person;
  const signRequest = sinon.stub<[{ headers: Map<string, string> }]>();
  const credentials = { signRequest } as unknown as Credentials;

  beforeEach(async () => {
    teams = await startTeams({ bearer: 'secret' });
    adele = teams.person({ name: 'Adele Vance' });
    signRequest.callsFake(async (request) => {
      request.headers.set('authorization', 'Bearer secret');
      return request;
    });
  });
  afterEach(() => teams.stop());

  const referenceTo = (serviceUrl = teams.serviceUrl) =>
    ({
      activityId: '1594000000000',
      user: { id: adele.id, name: adele.name, madeUp: true },
      bot: teams.bot,
      conversation: { id: adele.chat.conversation.place.id, conversationType: 'personal', madeUp: {} },
      channelId: 'msteams',
      serviceUrl,
    }) as unknown as ConversationReference;
  const post = (reference = referenceTo(), limits = LIMITS) =>
    postReply({ credentials }, reference, { type: 'message', text: 'hello' }, { agents: AGENTS, limits });
  const failure = (...args: Parameters<typeof post>): Promise<unknown> =>
    post(...args).then(
      () => assert.fail('it was taken'),
      (error: unknown) => error,
    );

  it('is posted once, signed, and has the id that Teams gives it', async () => {
    const id = await post();
    const [request] = teams.requests;
    assert.equal(teams.requests.length, 1);
    assert.equal(request?.headers.authorization, 'Bearer secret');
    assert.equal(request?.headers['x-ms-conversation-id'], adele.chat.conversation.place.id);
    assert.deepEqual(
      adele.chat.conversation.sent.map((sent) => [sent.id, sent.text]),
      [[id, 'hello']],
    );
  });

  it('carries back what the protocol has of the people and the conversation, and nothing else', async () => {
    await post();
    const { from, recipient, conversation, replyToId } = (teams.requests[0]?.body ?? {}) as Record<string, unknown>;
    assert.deepEqual(
      [from, recipient, conversation, replyToId],
      [
        teams.bot,
        { id: adele.id, name: adele.name },
        { id: adele.chat.conversation.place.id, conversationType: 'personal' },
        '1594000000000',
      ],
    );
  });

  it('that is refused is told by its status and when to come again, and by nothing that the answer says', async () => {
    teams.inject({ status: 429, headers: { 'retry-after': '7' }, body: { error: { message: 'Contoso Secret' } } });
    const error = await failure();
    assert.deepEqual(attemptOf(error, new Date()), { kind: 'refused', status: 429, retryAfterMs: 7_000 });
    assert.doesNotMatch(inspect(error, { depth: 10 }), /Contoso Secret|Bearer/);
    assert.equal(teams.requests.length, 1);
  });

  it('goes no further where Teams answers with a redirect', async () => {
    teams.inject({ status: 307, headers: { location: `${teams.serviceUrl}elsewhere` } });
    assert.deepEqual(attemptOf(await failure(), new Date()), { kind: 'refused', status: 307 });
    assert.equal(teams.requests.length, 1);
  });

  it('that is reset is lost, and is not sent again', async () => {
    teams.inject({ reset: true });
    assert.deepEqual(attemptOf(await failure(), new Date()), { kind: 'lost', reason: 'ECONNRESET' });
    assert.equal(teams.requests.length, 1);
  });

  it('that was taken in words which cannot be read has no id', async () => {
    teams.inject({ status: 201, body: 'ok' });
    assert.equal(await post(), undefined);
  });

  it('is not sent where nobody listens, or nobody signs', async () => {
    const { serviceUrl } = teams;
    signRequest.rejects(new Error('no token'));
    assert.match(String(await failure()), /no token/);
    assert.equal(teams.requests.length, 0);
    signRequest.resolves();
    await teams.stop();
    assert.equal(
      (attemptOf(await failure(referenceTo(serviceUrl)), new Date()) as { reason: string }).reason,
      'ECONNREFUSED',
    );
  });

  it('leaves by the proxy that the environment names', async () => {
    const asked: string[] = [];
    const proxy = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end(JSON.stringify({ id: 'by proxy' }));
    });
    proxy.listen(0, '127.0.0.1');
    await once(proxy, 'listening');
    const agents = createAgents({ HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
    const reference = referenceTo('http://teams.example/emea/');
    const id = await postReply({ credentials }, reference, { type: 'message' }, { agents, limits: LIMITS });
    assert.equal(id, 'by proxy');
    assert.match(asked[0] ?? '', /^POST http:\/\/teams\.example(?::80)?\/emea\/v3\/conversations\//);
    agents.http.destroy();
    await new Promise((resolve) => proxy.close(resolve));
  });

  for (const manner of ['silent', 'drip', 'flood', 'bomb'] as const)
    it(`is given up where the answer is of the kind “${manner}”`, async () => {
      const server = new BadServer(manner, 201);
      const isSlow = manner === 'silent' || manner === 'drip';
      try {
        const reference = referenceTo(await server.start());
        const error = await failure(reference, isSlow ? { ...LIMITS, answerWithinMs: 100 } : LIMITS);
        if (isSlow) assert.deepEqual(attemptOf(error, new Date()), { kind: 'lost', reason: 'too-late' });
        else assert.equal(attemptOf(error, new Date()).kind, 'lost');
        // Nothing is left open.
        await server.left();
        assert.equal(server.requests, 1);
      } finally {
        await server.stop();
      }
    });
});
