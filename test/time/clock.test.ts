import assert from 'node:assert/strict';
import { steadyClock } from '../../src/time/clock.ts';
import { HOUR_MS, SECOND_MS } from '../../src/time/units.ts';

const START = Date.parse('2020-06-16T16:00:00Z');

describe('a clock without steps back', () => {
  let realMs: number;
  let monotonicMs: number;
  let steady: () => number;

  beforeEach(() => {
    [realMs, monotonicMs] = [START, 5_000];
    const clock = steadyClock(
      () => new Date(realMs),
      () => monotonicMs,
    );
    steady = () => clock().getTime() - START;
    steady();
  });

  function pass(ms: number): void {
    realMs += ms;
    monotonicMs += ms;
  }

  it('is the real one as long as that is never set back', () => {
    pass(SECOND_MS);
    assert.equal(steady(), SECOND_MS);
    realMs += HOUR_MS;
    assert.equal(steady(), SECOND_MS + HOUR_MS);
    // A simulated one that stands still stays where it is.
    monotonicMs += HOUR_MS;
    assert.equal(steady(), SECOND_MS + HOUR_MS);
  });

  it('goes on where the real one is set back, again and again', () => {
    pass(SECOND_MS);
    realMs -= HOUR_MS;
    assert.equal(steady(), SECOND_MS);
    pass(SECOND_MS);
    assert.equal(steady(), 2 * SECOND_MS);
    pass(SECOND_MS);
    realMs -= 3 * HOUR_MS;
    assert.equal(steady(), 3 * SECOND_MS);
  });

  it('is the real one again once that was set forward as far', () => {
    realMs -= HOUR_MS;
    pass(SECOND_MS);
    assert.equal(steady(), SECOND_MS);
    realMs += HOUR_MS;
    assert.equal(steady(), SECOND_MS);
    realMs += HOUR_MS;
    assert.equal(steady(), SECOND_MS + HOUR_MS);
  });
});
