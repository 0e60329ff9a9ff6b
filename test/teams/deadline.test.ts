import assert from 'node:assert/strict';
import { type Delay, withDeadline } from '../../src/teams/deadline.ts';

describe('Teams’ patience', () => {
  const over: Delay = async () => undefined;
  /** Ends only when nobody waits for it any more. */
  const endless: Delay = (_ms, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const never = new Promise<never>(() => undefined);

  it('ends before Teams delivers again, after 15 s, with time to answer', async () => {
    const asked: number[] = [];
    await withDeadline(never, async (ms) => void asked.push(ms));
    assert.ok(asked[0] !== undefined && asked[0] >= 5_000 && asked[0] <= 12_000, String(asked));
  });

  it('gives what the work comes to, or fails with, and stops the clock', async () => {
    let stopped = 0;
    const after: Delay = (ms, signal) => {
      signal.addEventListener('abort', () => {
        stopped += 1;
      });
      return endless(ms, signal);
    };
    assert.equal(await withDeadline(Promise.resolve('done'), after), 'done');
    await assert.rejects(withDeadline(Promise.reject(new Error('failed')), after), /failed/);
    assert.equal(stopped, 2);
  });

  it('runs out', async () => {
    assert.equal(await withDeadline(never, over), 'late');
  });
});
