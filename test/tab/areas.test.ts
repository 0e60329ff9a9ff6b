import assert from 'node:assert/strict';
import { areaOf } from '../../tab/campaign/areas.ts';

const DAY_MS = 86_400_000;

describe('an area of a chart', () => {
  it('goes along its upper line and back along the lower one, each day where it stands in time', () => {
    const points = [
      { at: 0, from: 0, to: 0.5 },
      { at: DAY_MS, from: 0.25, to: 1 },
      // Of two days in between nothing was kept.
      { at: 4 * DAY_MS, from: 0, to: 0.1 },
    ];
    assert.equal(areaOf(points, 100, 40), 'M0 20L25 0L100 36L100 40L25 30L0 40Z');
  });

  it('is as wide as the chart for a single day', () => {
    assert.equal(areaOf([{ at: DAY_MS, from: 0.5, to: 1 }], 100, 40), 'M0 0L100 0L100 20L0 20Z');
  });

  it('is none without a day', () => {
    assert.equal(areaOf([], 100, 40), '');
  });
});
