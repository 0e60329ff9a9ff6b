import assert from 'node:assert/strict';
import { type After, inTime } from '../../src/teams/deadline.ts';

describe('Teams’ patience', () => {
  const over: After = async () => undefined;
  /** Ends only when nobody waits for it any more. */
  const endless: After = (_ms, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const never = new Promise<never>(() => undefined);

  it('ends before Teams delivers again, after 15 s, with time to answer', async () => {
    const asked: number[] = [];
    await inTime(never, async (ms) => void asked.push(ms));
    assert.ok(asked[0] !== undefined && asked[0] >= 5_000 && asked[0] <= 12_000, String(asked));
  });

  it('gives what the work comes to, or fails with, and stops the clock', async () => {
    let stopped = 0;
    const after: After = (ms, signal) => {
      signal.addEventListener('abort', () => {
        stopped += 1;
      });
      return endless(ms, signal);
    };
    assert.equal(await inTime(Promise.resolve('done'), after), 'done');
    await assert.rejects(inTime(Promise.reject(new Error('failed')), after), /failed/);
    assert.equal(stopped, 2);
  });

  it('runs out', async () => {
    assert.equal(await inTime(never, over), 'late');
  });
});
