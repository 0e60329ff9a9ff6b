import assert from 'node:assert/strict';
import type { Attempt } from '../../src/outbox/attempt.ts';
import { createLimits } from '../../src/outbox/rate-limits.ts';
import { heedRetryAfter, outcomeOf, type SendOutcome } from '../../src/outbox/send-outcome.ts';

const refused = (status: number): Attempt => ({ kind: 'refused', status });

describe('what an answer says of what was sent', () => {
  const statuses: [SendOutcome, number[]][] = [
    ['throttled', [429]],
    ['conflict', [412]],
    ['unreachable', [403]],
    ['gone', [404]],
    ['unknown', [408, 500, 502, 503, 504]],
    ['rejected', [301, 400, 401, 410, 413]],
  ];
  for (const [outcome, all] of statuses) {
    it(`is “${outcome}” after ${all.join(', ')}`, () => {
      for (const status of all) assert.equal(outcomeOf(refused(status)), outcome);
    });
  }

  it('is “sent” after a success, and “unknown” where no answer came', () => {
    assert.equal(outcomeOf({ kind: 'sent' }), 'sent');
    assert.equal(outcomeOf({ kind: 'lost', reason: 'ECONNRESET' }), 'unknown');
  });
});

describe('a thread whose answer was heeded', () => {
  /** How long nothing leaves after this answer, ms. */
  const waitAfter = (attempt: Attempt): number => {
    const limits = createLimits({ windows: [{ ms: 1, most: 1 }] });
    heedRetryAfter(attempt, limits, 'thread', 10_000);
    return limits.wait('thread', 10_000);
  };

  it('rests for as long as a 429 asks, and for a second where it does not say', () => {
    assert.equal(waitAfter({ kind: 'refused', status: 429, retryAfterMs: 17_000 }), 17_000);
    assert.equal(waitAfter(refused(429)), 1_000);
  });

  it('rests after nothing else', () => {
    const others: Attempt[] = [
      { kind: 'sent' },
      { kind: 'lost', reason: 'ETIMEDOUT' },
      { kind: 'refused', status: 503, retryAfterMs: 17_000 },
      refused(412),
    ];
    for (const attempt of others) assert.equal(waitAfter(attempt), 0);
  });
});
