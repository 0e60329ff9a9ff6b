/** Logistic regression over a few numbers, by gradient descent. Pure. */

export interface Sample {
  readonly signals: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

/**
 * The function that says how likely it is that a sample is true.
 * @param ridge how strongly weights are drawn to zero
 */
export function fitLogistic(samples: readonly Sample[], ridge: number): (signals: readonly number[]) => number {
  const count = samples[0]?.signals.length ?? 0;
  const spans = Array.from({ length: count }, (_, s) => {
    const mean = samples.reduce((sum, { signals }) => sum + (signals[s] ?? 0), 0) / samples.length;
    const variance = samples.reduce((sum, { signals }) => sum + ((signals[s] ?? 0) - mean) ** 2, 0) / samples.length;
    return { mean, deviation: Math.sqrt(variance) || 1 };
  });
  const scaled = (signals: readonly number[]): number[] =>
    spans.map(({ mean, deviation }, s) => ((signals[s] ?? 0) - mean) / deviation);
  const rows = samples.map(({ signals }) => scaled(signals));
  const all = samples.reduce((sum, { weight }) => sum + weight, 0);
  const weights = new Float64Array(count);
  let bias = 0;
  const likely = (row: readonly number[]): number =>
    1 / (1 + Math.exp(-row.reduce((sum, one, s) => sum + one * (weights[s] ?? 0), bias)));
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((one) => (ridge * one) / all);
    let slope = 0;
    for (const [i, row] of rows.entries()) {
      const { isTrue, weight } = samples[i] as Sample;
      const error = (weight * (likely(row) - (isTrue ? 1 : 0))) / all;
      slope += error;
      for (let s = 0; s < count; s++) slopes[s] = (slopes[s] ?? 0) + error * (row[s] ?? 0);
    }
    bias -= STEP * slope;
    for (let s = 0; s < count; s++) weights[s] = (weights[s] ?? 0) - STEP * (slopes[s] ?? 0);
  }
  return (signals) => likely(scaled(signals));
}

const ROUNDS = 2_000;
const STEP = 0.5;
