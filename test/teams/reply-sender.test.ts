/** What no stand-in for Teams shows: the odd ends of a request. The others are in `test/e2e/refused-answers.test.ts`. */
import assert from 'node:assert/strict';
import { createReplySender, NotTakenError, UnsureError } from '../../src/teams/reply-sender.ts';
import { SignInAwayError } from '../../src/teams/sign-in.ts';
import { TooLateError } from '../../src/time/within.ts';

describe('sending an answer', () => {
  /** Each request fails with the next of these; those behind them arrive. */
  function sending(...failures: readonly unknown[]) {
    const waits: number[] = [];
    let requests = 0;
    const send = createReplySender({
      pause: async (ms) => waits.push(ms),
      random: () => 0,
      realTime: () => new Date('2020-06-16T16:00:00Z'),
    });
    const post = async () => {
      const failure = failures[requests++];
      if (failure !== undefined) throw failure;
      return '7';
    };
    return {
      waits,
      requests: () => requests,
      as: (isLate: boolean, isHarmless = false) => send(post, { isLate: () => isLate, isHarmless }),
    };
  }
  const refused = (statusCode: number, headers: Record<string, string> = {}) => ({
    statusCode,
    response: { headers: { get: (name: string) => headers[name] } },
  });

  it('is done where the answer to it says so in words that nobody can read', async () => {
    const { as, requests } = sending({ ...refused(201), code: 'PARSE_ERROR' });
    assert.deepEqual(await as(false), { kind: 'sent' });
    assert.equal(requests(), 1);
  });

  it('is not done again where no answer came in time: it is likely to have arrived', async () => {
    const late = sending(new TooLateError('x'), new TooLateError('x'));
    await assert.rejects(late.as(true), UnsureError);
    assert.equal(late.requests(), 1);
  });

  it('is done as often as need be where it may be seen twice, but where no answer came in time', async () => {
    const harmless = sending(refused(502), { code: 'ECONNRESET' }, refused(502));
    assert.deepEqual(await harmless.as(true, true), { kind: 'sent', id: '7' });
    const slow = sending(new TooLateError('x'), new TooLateError('x'));
    await assert.rejects(slow.as(true, true), UnsureError);
    assert.equal(slow.requests(), 1);
  });

  for (const failure of [new SignInAwayError('x'), refused(401), { code: 'ECONNREFUSED' }, { code: 'EAI_AGAIN' }])
    it(`is left to the next delivery of its message, while there may be one, after ${JSON.stringify(failure)}`, async () => {
      const waiting = sending(failure);
      await assert.rejects(waiting.as(false), NotTakenError);
      assert.deepEqual(waiting.waits, []);
      const answered = sending(failure, failure);
      assert.deepEqual(await answered.as(true), { kind: 'sent', id: '7' });
      assert.deepEqual(answered.waits, [500, 1_000]);
    });

  it('is unsure where it may have arrived before it was refused for too long', async () => {
    const { as } = sending(refused(502), refused(429, { 'retry-after': '3600' }));
    await assert.rejects(as(true), UnsureError);
  });

  it('sends what was refused before it was unsure once more', async () => {
    const { as, requests } = sending(refused(429), { code: 'ECONNRESET' });
    assert.deepEqual(await as(false), { kind: 'sent', id: '7' });
    assert.equal(requests(), 3);
  });
});
