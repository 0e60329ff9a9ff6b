import assert from 'node:assert/strict';
import type { Attempt, FailedAttempt } from '../../src/outbox/attempt.ts';
import { type NextStep, nextOf, type SendKind } from '../../src/outbox/policy.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const LOST: FailedAttempt = { kind: 'lost', reason: 'ECONNRESET' };
const refused = (status: number, retryAfterMs?: number): FailedAttempt => ({
  kind: 'refused',
  status,
  ...(retryAfterMs !== undefined && { retryAfterMs }),
});
/** The random number that leaves a step whole is 1, which `random` comes as near to as one likes. */
const LONGEST = () => 1;
const SHORTEST = () => 0;
const first = (act: SendKind, attempt: Attempt) => nextOf(act, attempt, { attempts: 1, forMs: 0 }, LONGEST);
const again = (afterMs: number): NextStep => ({ kind: 'again', afterMs });

describe('the policy after a request', () => {
  it('is done when it was sent, and knows the id of what was created', () => {
    assert.deepEqual(first('create', { kind: 'sent', id: '1:abc' }), { kind: 'done', id: '1:abc' });
    for (const act of ['create', 'update', 'keyed'] as const)
      assert.deepEqual(first(act, { kind: 'sent' }), { kind: 'done' });
  });

  const rejected = (last: FailedAttempt, reason: string): NextStep => ({
    kind: 'dead',
    code: 'rejected',
    last,
    reason,
  });
  const table: [SendKind, string, Attempt, NextStep][] = [
    ['create', 'is repeated on 429', refused(429), again(SECOND)],
    ['create', 'is repeated on 412', refused(412), again(SECOND)],
    ['create', 'waits as long as a 429 asks', refused(429, 17 * SECOND), again(17 * SECOND)],
    ['create', 'waits an hour at most', refused(429, 50 * HOUR), again(HOUR)],
    ['create', 'is unknown after a 500', refused(500), { kind: 'unknown' }],
    ['create', 'is unknown after a 502', refused(502), { kind: 'unknown' }],
    ['create', 'is unknown after a 503 with Retry-After', refused(503, SECOND), { kind: 'unknown' }],
    ['create', 'is unknown after a 504', refused(504), { kind: 'unknown' }],
    ['create', 'is unknown after a 408', refused(408), { kind: 'unknown' }],
    ['create', 'is unknown when no answer came', LOST, { kind: 'unknown' }],
    ['create', 'finds the person unreachable on 403', refused(403), { kind: 'unreachable' }],
    ['create', 'finds the conversation gone on 404', refused(404), { kind: 'gone' }],
    ['create', 'is dead after a 400', refused(400), rejected(refused(400), 'status 400')],
    ['create', 'is dead after a 401', refused(401), rejected(refused(401), 'status 401')],
    ['create', 'is dead after a 413', refused(413), rejected(refused(413), 'status 413')],
    ['create', 'is dead after a redirect', refused(302), rejected(refused(302), 'status 302')],
    ['update', 'is repeated on 429', refused(429, 3 * SECOND), again(3 * SECOND)],
    ['update', 'is repeated on 412', refused(412), again(SECOND)],
    ['update', 'is repeated on 408', refused(408), again(SECOND)],
    ['update', 'is repeated on 500', refused(500), again(SECOND)],
    ['update', 'waits as long as a 503 asks', refused(503, 40 * SECOND), again(40 * SECOND)],
    ['update', 'is repeated when no answer came', LOST, again(SECOND)],
    ['update', 'finds the person unreachable on 403', refused(403), { kind: 'unreachable' }],
    ['update', 'finds the message gone on 404', refused(404), { kind: 'gone' }],
    ['update', 'is dead after a 400', refused(400), rejected(refused(400), 'status 400')],
    ['keyed', 'is repeated on 400', refused(400), again(5 * SECOND)],
    ['keyed', 'is repeated on 403', refused(403), again(5 * SECOND)],
    ['keyed', 'is repeated on 404', refused(404), again(5 * SECOND)],
    ['keyed', 'is repeated after a redirect', refused(301), again(5 * SECOND)],
    ['keyed', 'is repeated on 500', refused(500), again(5 * SECOND)],
    ['keyed', 'is repeated when no answer came', LOST, again(5 * SECOND)],
    ['keyed', 'waits longer when it is asked to', refused(503, 90 * SECOND), again(90 * SECOND)],
    ['keyed', 'waits no shorter when it is asked to', refused(429, SECOND), again(5 * SECOND)],
    ['keyed', 'waits an hour at most', refused(503, 50 * HOUR), again(HOUR)],
  ];
  for (const [act, what, attempt, next] of table) {
    it(`${act}: ${what}`, () => assert.deepEqual(first(act, attempt), next));
  }

  const waits = (act: SendKind, attempt: Attempt, random: () => number, until: number) =>
    Array.from({ length: until }, (_, index) => {
      const next = nextOf(act, attempt, { attempts: index + 1, forMs: 0 }, random);
      return next.kind === 'again' ? next.afterMs / SECOND : next.kind;
    });

  it('doubles the wait from 1 s to 5 minutes, and for a webhook from 5 s to 15 minutes', () => {
    assert.deepEqual(waits('create', refused(429), LONGEST, 11), [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    assert.deepEqual(waits('update', LOST, LONGEST, 11), [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
    assert.deepEqual(waits('keyed', LOST, LONGEST, 10), [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]);
    assert.deepEqual(nextOf('keyed', LOST, { attempts: 5000, forMs: 0 }, LONGEST), again(15 * MINUTE));
  });

  it('takes the word of Retry-After over its own back-off, except for a webhook, where the longer one counts', () => {
    const late = (act: SendKind) => nextOf(act, refused(429, 2 * SECOND), { attempts: 9, forMs: HOUR }, LONGEST);
    assert.deepEqual(late('create'), again(2 * SECOND));
    assert.deepEqual(late('update'), again(2 * SECOND));
    assert.deepEqual(late('keyed'), again(15 * MINUTE));
  });

  it('spreads each wait between half of it and the whole', () => {
    assert.deepEqual(waits('create', refused(412), SHORTEST, 3), [0.5, 1, 2]);
    assert.deepEqual(
      waits('keyed', LOST, () => 0.5, 3),
      [3.75, 7.5, 15],
    );
  });

  it('backs off where Retry-After asks for no time at all: obeyed, it would repeat without end', () => {
    assert.deepEqual(nextOf('create', refused(429, 0), { attempts: 4, forMs: 0 }, LONGEST), again(8 * SECOND));
    // And never comes sooner than it was asked to.
    assert.deepEqual(first('create', refused(429, 999)), again(SECOND));
    assert.deepEqual(nextOf('create', refused(429, 999), { attempts: 1, forMs: 0 }, SHORTEST), again(999));
  });

  it('gives up after a day, and says what the last answer was', () => {
    const late = (act: SendKind, attempt: Attempt, forMs: number) =>
      nextOf(act, attempt, { attempts: 99, forMs }, LONGEST);
    const cases: [SendKind, FailedAttempt, string][] = [
      ['create', refused(429), 'status 429'],
      ['update', refused(503), 'status 503'],
      ['keyed', LOST, 'no answer (ECONNRESET)'],
    ];
    for (const [act, attempt, last] of cases) {
      assert.equal(late(act, attempt, 24 * HOUR).kind, 'again');
      assert.deepEqual(late(act, attempt, 24 * HOUR + 1), {
        kind: 'dead',
        code: 'expired',
        last: attempt,
        reason: `tried for 24 hours, last: ${last}`,
      });
    }
  });

  it('takes an answer for what it is, however late', () => {
    const late = (attempt: Attempt) => nextOf('create', attempt, { attempts: 99, forMs: 48 * HOUR }, LONGEST).kind;
    assert.equal(late({ kind: 'sent' }), 'done');
    // It may have arrived: dead would say that it did not.
    assert.equal(late(LOST), 'unknown');
    assert.equal(late(refused(403)), 'unreachable');
  });
});
