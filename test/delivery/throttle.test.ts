import assert from 'node:assert/strict';
import { setImmediate as settled } from 'node:timers/promises';
import { seededRandom } from '../../scripts/knowledge/phrases.ts';
import { Throttle } from '../../src/delivery/throttle.ts';
import { createLimits, tenantWindows } from '../../src/outbox/rate-limits.ts';

const CONTOSO = 'contoso';

/** Time that passes from one thing that happens to the next. */
class Time {
  nowMs = 0;
  readonly #coming: { readonly at: number; readonly act: () => void }[] = [];

  readonly wait = (ms: number): Promise<void> =>
    new Promise((act) => void this.#coming.push({ at: this.nowMs + ms, act }));

  /** Until nothing is to come, or until then. */
  async run(untilMs = Number.POSITIVE_INFINITY): Promise<void> {
    for (;;) {
      await settled();
      const next = this.#coming.sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > untilMs) return;
      this.#coming.shift();
      this.nowMs = Math.max(this.nowMs, next.at);
      next.act();
    }
  }
}

/** The fullest second. */
const fullest = (times: readonly number[]): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));

describe('the throttle of a tenant', () => {
  let time: Time;
  let throttle: Throttle;

  beforeEach(() => {
    time = new Time();
    throttle = new Throttle(createLimits({ windows: tenantWindows(25) }), () => new Date(time.nowMs));
  });

  it('lets no second hold more than the rate, however long each one takes to get ready', async () => {
    const random = seededRandom(7);
    const left: number[] = [];
    const one = async (): Promise<void> => {
      // Now and then the store is slow.
      await time.wait(random.below(20) === 0 ? 800 : random.below(60));
      await throttle.waitForTurn(CONTOSO, time.wait);
      left.push(time.nowMs);
    };
    const taking = async (): Promise<void> => {
      for (let rest = 500; rest > 0; ) {
        const free = throttle.acquire(CONTOSO, rest);
        for (let n = 0; n < free; n++) void one();
        rest -= free;
        await time.wait(Math.max(1, throttle.waitMs(CONTOSO)));
      }
    };
    void taking();
    await time.run();
    assert.equal(left.length, 500);
    assert.equal(fullest(left), 25);
    const seconds = ((left.at(-1) ?? 0) - (left[0] ?? 0)) / 1000;
    assert.ok(500 / seconds >= 0.95 * 25, `${(500 / seconds).toFixed(1)} a second`);
  });

  it('lets those who are ready leave in their order', async () => {
    const left: number[] = [];
    for (let n = 0; n < 40; n++) void throttle.waitForTurn(CONTOSO, time.wait).then(() => left.push(n));
    await time.run();
    assert.deepEqual(
      left,
      Array.from({ length: 40 }, (_, n) => n),
    );
  });

  it('takes nothing up while five are ready and wait', async () => {
    for (let n = 0; n < 8; n++) void throttle.waitForTurn(CONTOSO, time.wait);
    await settled();
    // Three have left at once, and five wait.
    assert.equal(throttle.acquire(CONTOSO, 9), 0);
    assert.ok(throttle.waitMs(CONTOSO) > 0);
    await time.run();
    assert.ok(throttle.acquire(CONTOSO, 9) > 0);
  });

  it('goes on after a wait that failed', async () => {
    for (let n = 0; n < 3; n++) await throttle.waitForTurn(CONTOSO, time.wait);
    await assert.rejects(throttle.waitForTurn(CONTOSO, () => Promise.reject(new Error('no timer'))));
    const last = throttle.waitForTurn(CONTOSO, time.wait);
    await time.run();
    await last;
    assert.equal(time.nowMs, 100);
  });

  it('holds nobody up where the clock does not go on', async () => {
    for (let n = 0; n < 100; n++) await throttle.waitForTurn(CONTOSO, async () => undefined);
  });

  it('is each tenant’s own', async () => {
    assert.equal(throttle.acquire(CONTOSO, 9), 3);
    throttle.pause(CONTOSO, 5_000);
    assert.equal(throttle.acquire('fabrikam', 9), 3);
    assert.equal(throttle.waitMs(CONTOSO), 5_000);
  });
});
