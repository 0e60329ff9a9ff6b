/** Logistic regression over a few numbers. */
import assert from 'node:assert/strict';
import { fitLogistic, type Sample } from '../../../scripts/knowledge/logistic.ts';

const samples: Sample[] = Array.from({ length: 100 }, (_, i) => ({
  signals: [i, i % 7],
  isTrue: i >= 50,
  weight: 1,
}));

describe('a logistic regression', () => {
  it('finds the number that tells, whatever its size', () => {
    const likely = fitLogistic(samples, 1);
    assert.ok(likely([90, 3]) > 0.9 && likely([10, 3]) < 0.1);
    assert.ok(Math.abs(likely([90, 0]) - likely([90, 6])) < 0.05);
  });

  it('leans to what weighs more', () => {
    const heavy = samples.map((one) => (one.isTrue ? { ...one, weight: 20 } : one));
    assert.ok(fitLogistic(heavy, 1)([48, 3]) > fitLogistic(samples, 1)([48, 3]));
  });
});
