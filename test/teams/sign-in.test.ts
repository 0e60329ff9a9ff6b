import assert from 'node:assert/strict';
import http from 'node:http';
import { text } from 'node:stream/consumers';
import { LimitedSigning, oneAnswerAgent, SignInAwayError } from '../../src/teams/sign-in.ts';
import { BadServer } from '../support/bad-server.ts';

describe('an answer of a sign-in service', () => {
  for (const manner of ['silent', 'drip', 'flood'] as const)
    it(`is given up, and its connection closed, where it is ${manner}`, async () => {
      const server = new BadServer(manner);
      const agent = oneAnswerAgent(http.Agent, { withinMs: 100, maxBytes: 300_000, everyMs: 10 });
      try {
        const url = await server.start();
        const { promise, resolve, reject } = Promise.withResolvers<string>();
        http.get(url, { agent }, (response) => text(response).then(resolve, reject)).on('error', reject);
        await assert.rejects(promise);
        await server.left();
      } finally {
        await server.stop();
      }
    });
});

describe('a token for calls', () => {
  it('is given up after a while, and not waited for by the next ones', async () => {
    const signing = new LimitedSigning(50);
    let asked = 0;
    const credentials = signing.limit({
      signRequest: (): Promise<string> => {
        asked++;
        return new Promise(() => undefined);
      },
    });
    for (let i = 0; i < 3; i++) await assert.rejects(credentials.signRequest('x'), SignInAwayError);
    assert.equal(asked, 1);
  });

  it('is had again after that', async () => {
    const signing = new LimitedSigning();
    const { signRequest } = signing.limit({ signRequest: async (request: string) => `${request}, signed` });
    assert.equal(await signRequest('x'), 'x, signed');
  });
});
