import assert from 'node:assert/strict';
import { type Delay, withDeadline } from '../../src/teams/deadline.ts';

describe('the deadline of an answer', () => {
  const over: Delay = async () => undefined;
  /** Ends only when nobody waits for it any more. */
  const endless: Delay = (_ms, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const never = new Promise<never>(() => undefined);

  it('ends before Teams delivers again, after 15 s, with time to answer', async () => {
    const waits: number[] = [];
    await withDeadline(never, async (ms) => void waits.push(ms));
    assert.ok(waits[0] !== undefined && waits[0] >= 5_000 && waits[0] <= 12_000, String(waits));
  });

  it('gives what the work comes to, or fails with, and stops the clock', async () => {
    let stopped = 0;
    const delay: Delay = (ms, signal) => {
      signal.addEventListener('abort', () => {
        stopped += 1;
      });
      return endless(ms, signal);
    };
    assert.equal(await withDeadline(Promise.resolve('done'), delay), 'done');
    await assert.rejects(withDeadline(Promise.reject(new Error('failed')), delay), /failed/);
    assert.equal(stopped, 2);
  });

  it('runs out', async () => {
    assert.equal(await withDeadline(never, over), 'late');
  });
});
