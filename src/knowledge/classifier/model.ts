/** Softmax regression over the features: a probability for each class. Pure. */
import { type FeatureBlock, featureBlocks } from './features.ts';
import type { Weights } from './weights.ts';

export interface Model {
  /** A probability for each of `weights.classes`, in their order. */
  probabilities(words: readonly string[]): Float64Array;
}

/** A feature's place among the weights and how much of it there is. */
export type Vector = readonly (readonly [row: number, amount: number])[];

export function createModel(weights: Weights, isKnown: (word: string) => boolean): Model {
  const { classes, bias, scales, keys, rarity, values } = weights;
  const rows = new Map<number, number>();
  for (const [row, key] of keys.entries()) rows.set(key, row);
  const rowOf = (key: number): number | undefined => rows.get(key);
  const rarityOf = (row: number): number => rarity[row] ?? 0;
  return {
    probabilities(words) {
      const sums = new Float64Array(classes.length);
      for (const [row, amount] of vectorOf(featureBlocks(words, isKnown), rowOf, rarityOf)) {
        const start = row * classes.length;
        for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) + amount * (values[start + c] ?? 0);
      }
      for (let c = 0; c < sums.length; c++) sums[c] = (sums[c] ?? 0) * (scales[c] ?? 0) + (bias[c] ?? 0);
      return softmax(sums);
    },
  };
}

/** TF-IDF, each block to its own length. Features that training did not see count for the length only. */
export function vectorOf(
  blocks: readonly FeatureBlock[],
  rowOf: (key: number) => number | undefined,
  rarityOf: (row: number) => number,
): Vector {
  return blocks.flatMap(({ keys, weight }) => {
    const amounts = new Map<number, number>();
    let unseen = 0;
    for (const key of keys) {
      const row = rowOf(key);
      if (row === undefined) unseen += 1;
      else amounts.set(row, (amounts.get(row) ?? 0) + rarityOf(row));
    }
    const length = Math.sqrt([...amounts.values()].reduce((sum, one) => sum + one * one, unseen));
    return [...amounts].map(([row, amount]) => [row, (weight * amount) / length] as const);
  });
}

/** Replaces the scores by probabilities. */
export function softmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp((scores[c] ?? 0) - most);
    sum += scores[c] ?? 0;
  }
  for (let c = 0; c < scores.length; c++) scores[c] = (scores[c] ?? 0) / sum;
  return scores;
}
