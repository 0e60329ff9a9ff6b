import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createLimits, THREAD_WINDOWS, tenantWindows, type Window } from '../../src/outbox/rate-limits.ts';
import { seeded } from '../support/random.ts';

/** Counts what it is told, forgets nothing, and tries every ms: slow, and plainly right. */
class Oracle {
  readonly #windows: readonly Window[];
  readonly #taken: number[] = [];
  #slowUntilMs = 0;

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
  }

  isFree(nowMs: number): boolean {
    return (
      nowMs >= this.#slowUntilMs &&
      this.#windows.every(({ ms, most }) => this.#taken.filter((at) => at > nowMs - ms).length < most)
    );
  }

  take(nowMs: number): void {
    this.#taken.push(nowMs);
  }

  slow(untilMs: number): void {
    this.#slowUntilMs = Math.max(this.#slowUntilMs, untilMs);
  }

  /** The fullest span of each window, over all that was taken. */
  fullest(): number[] {
    return this.#windows.map(({ ms }) =>
      Math.max(...this.#taken.map((from) => this.#taken.filter((at) => at >= from && at < from + ms).length)),
    );
  }
}

/** Small ones, so that each of them is the one that holds, in turn. */
const SMALL: readonly Window[] = [
  { ms: 10, most: 3 },
  { ms: 20, most: 4 },
  { ms: 100, most: 9 },
  { ms: 700, most: 20 },
];

/** What is in use once the garbage has been collected. */
function liveBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

describe('the limits', () => {
  it('decide as a count over everything would, for two keys, pauses and slowdowns at random', () => {
    let taken = 0;
    let refusals = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const limits = createLimits({ windows: SMALL });
      const oracles = { busy: new Oracle(SMALL), rare: new Oracle(SMALL) };
      let nowMs = 0;
      for (let step = 0; step < 400; step++) {
        // Mostly crowded, at times a pause, rarely one in which everything is forgotten.
        const roll = random();
        nowMs += Math.floor(random() * (roll < 0.9 ? 6 : roll < 0.99 ? 150 : 2000));
        const key = random() < 0.9 ? 'busy' : 'rare';
        const oracle = oracles[key];
        if (random() < 0.01) {
          const untilMs = nowMs + Math.floor(random() * 1500);
          limits.slow(key, untilMs);
          oracle.slow(untilMs);
        }
        const waitMs = limits.take(key, nowMs);
        const where = `seed ${seed}, step ${step}, wait ${waitMs}`;
        assert.equal(waitMs === 0, oracle.isFree(nowMs), where);
        if (waitMs === 0) {
          oracle.take(nowMs);
          taken++;
        } else {
          // The wait is the shortest: a ms less would not do.
          assert.ok(oracle.isFree(nowMs + waitMs), where);
          assert.ok(!oracle.isFree(nowMs + waitMs - 1), where);
          refusals++;
        }
      }
      for (const oracle of Object.values(oracles)) {
        for (const [index, count] of oracle.fullest().entries())
          assert.ok(count <= (SMALL[index]?.most ?? 0), `seed ${seed}`);
      }
    }
    // Both sides were tried in earnest.
    assert.ok(taken > 2000 && refusals > 2000, `${taken} taken, ${refusals} refused`);
  });

  it('let a thread have what Teams allows, to the message', () => {
    const { take } = createLimits({ windows: THREAD_WINDOWS });
    const takenBy = (untilMs: number, from = { ms: 0 }) => {
      let count = 0;
      for (let waitMs = 0; from.ms < untilMs; from.ms += waitMs) {
        waitMs = take('thread', from.ms);
        if (waitMs === 0) count++;
      }
      return count;
    };
    const now = { ms: 0 };
    assert.equal(takenBy(1000, now), 7);
    assert.equal(takenBy(2000, now), 1);
    assert.equal(takenBy(30_000, now), 52);
    assert.equal(takenBy(3_600_000, now), 1740);
    assert.equal(takenBy(7_200_000, now), 1800);
  });

  it('let a tenant have the rate that was set, without a burst, and with a little to spare for what is late on its way', () => {
    for (const perSecond of [1, 9, 25, 40]) {
      const { take } = createLimits({ windows: tenantWindows(perSecond) });
      const taken: number[] = [];
      for (let nowMs = 0; nowMs < 60_000; nowMs++) while (take('contoso', nowMs) === 0) taken.push(nowMs);
      assert.ok(taken.length > 0.97 * 60 * perSecond, `${taken.length} in a minute at ${perSecond}`);
      const fullest = (ms: number, times = taken) =>
        Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + ms).length));
      assert.equal(fullest(1000), perSecond);
      assert.equal(fullest(100), Math.ceil(perSecond / 10));
      const late = taken.map((at, n) => at + (n % 7 === 0 ? 24 : 0)).sort((a, b) => a - b);
      assert.equal(fullest(1000, late), perSecond);
    }
  });

  it('know how long to wait, and take nothing by that', () => {
    const limits = createLimits({ windows: [{ ms: 1000, most: 2 }] });
    assert.equal(limits.wait('adele', 0), 0);
    for (const nowMs of [0, 10]) assert.equal(limits.take('adele', nowMs), 0);
    for (let time = 0; time < 3; time++) assert.equal(limits.wait('adele', 400), 600);
    assert.equal(limits.wait('adele', 1000), 0);
    limits.slow('adele', 5000);
    assert.equal(limits.wait('adele', 1000), 4000);
    assert.equal(limits.wait('alex', 1000), 0);
  });

  it('take back what was not used, the last ones', () => {
    const limits = createLimits({ windows: [{ ms: 1000, most: 3 }] });
    for (const nowMs of [0, 100, 200]) limits.take('adele', nowMs);
    limits.giveBack('adele', 2);
    assert.deepEqual([limits.take('adele', 300), limits.take('adele', 300), limits.take('adele', 300)], [0, 0, 700]);
    limits.giveBack('adele', 0);
    assert.equal(limits.wait('adele', 300), 700);
    limits.giveBack('nobody', 3);
    limits.giveBack('adele', 9);
    assert.equal(limits.wait('adele', 300), 0);
  });

  it('hold one key back without the others', () => {
    const limits = createLimits({ windows: THREAD_WINDOWS });
    limits.slow('adele', 5000);
    assert.equal(limits.take('adele', 1000), 4000);
    assert.equal(limits.take('alex', 1000), 0);
    // A later word that asks for less does not shorten it.
    limits.slow('adele', 2000);
    assert.equal(limits.take('adele', 4999), 1);
    assert.equal(limits.take('adele', 5000), 0);
  });

  it('remember a slowdown that outlasts every window', () => {
    const limits = createLimits({ windows: [{ ms: 10, most: 1 }] });
    limits.slow('adele', 1000);
    for (let nowMs = 0; nowMs < 1000; nowMs += 7) {
      assert.equal(limits.take('alex', nowMs) === 0, nowMs % 14 === 0, `at ${nowMs}`);
    }
    assert.equal(limits.take('adele', 999), 1);
    assert.equal(limits.take('adele', 1000), 0);
  });

  it('allow no more when the clock is set back', () => {
    const { take } = createLimits({ windows: [{ ms: 1000, most: 2 }] });
    assert.deepEqual([take('a', 5000), take('a', 4000), take('a', 5999)], [0, 0, 1]);
    assert.deepEqual([take('a', 6000), take('a', 6000), take('a', 6000)], [0, 0, 1000]);
  });

  it('remember across a pause what a window still sees', () => {
    const { take } = createLimits({ windows: [{ ms: 1000, most: 1 }] });
    take('adele', 0);
    take('alex', 900);
    assert.equal(take('alex', 1700), 200);
  });

  it('forget keys that have been idle', () => {
    const limits = createLimits({ windows: THREAD_WINDOWS });
    const HOUR = 3_600_000;
    for (let key = 0; key < 1000; key++) limits.take(`early ${key}`, key);
    assert.equal(limits.keys, 1000);
    for (let key = 0; key < 10; key++) limits.take(`early ${key}`, HOUR + key);
    assert.equal(limits.keys, 1000);
    limits.take('late', 2 * HOUR + 1);
    assert.equal(limits.keys, 11);
    limits.take('much later', 20 * HOUR);
    assert.equal(limits.keys, 1);
  });

  it('cost little for many threads with one message each', () => {
    const limits = createLimits({ windows: THREAD_WINDOWS });
    const before = liveBytes();
    for (let key = 0; key < 100_000; key++) limits.take(`19:${key}@thread.v2`, key / 100);
    const bytes = (liveBytes() - before) / limits.keys;
    assert.equal(limits.keys, 100_000);
    // A stamp for each message of the hour would be 14,400 a thread.
    assert.ok(bytes < 400, `${bytes} bytes a thread`);
  });

  it('keep no more of a busy thread than its longest window sees', () => {
    const limits = createLimits({ windows: [{ ms: 1000, most: 1_000_000 }] });
    const before = liveBytes();
    // Kept whole, two million stamps would be 16 MB.
    for (let count = 0; count < 2_000_000; count++) assert.equal(limits.take('thread', count), 0);
    const grown = liveBytes() - before;
    assert.equal(limits.keys, 1);
    assert.ok(grown < 1_000_000, `${grown} bytes`);
  });

  it('refuse windows that would never open', () => {
    for (const windows of [
      [],
      [{ ms: 0, most: 1 }],
      [{ ms: 10, most: 0 }],
      [{ ms: 10, most: 1.5 }],
      tenantWindows(0),
    ]) {
      assert.throws(() => createLimits({ windows }), { code: 'programming-error' });
    }
  });
});
