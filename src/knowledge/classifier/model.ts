/**
 * Two softmax regressions, one over the features and one over what the words mean on average, put together to a probability
 * for each class. Where nothing is known of what words mean, the first one alone. Pure.
 */
import { MEANING_LENGTH, MEANING_SHARE } from '../tuning.ts';
import { type FeatureBlock, featureBlocks } from './features.ts';
import type { WordVectors } from './vectors.ts';
import type { MeaningWeights, Weights } from './weights.ts';
import type { Writing } from './writing.ts';

export interface Model {
  read(words: readonly string[]): ModelReading;
}

/** All of a question, a number for each of `weights.classes`, in their order. */
export interface ModelReading {
  readonly probabilities: Float64Array;
  /** Logarithms of what each regression alone holds for likely: the features, and the meaning where it is known. */
  readonly alone: readonly Float64Array[];
  /** The share of the words, the rarer the more, that speak for a class, 0 to 1. */
  explained(c: number): number;
}

/** Places among the weights, and how much there is of each. */
export interface Vector {
  readonly rows: ArrayLike<number>;
  readonly amounts: ArrayLike<number>;
}

export interface ModelOptions {
  readonly isKnown: (word: string) => boolean;
  readonly writing: Writing;
}

/** @param vectors of the words; absent where the weights know nothing of meaning */
export function createModel(
  weights: Weights,
  vectors: WordVectors | undefined,
  { isKnown, writing }: ModelOptions,
): Model {
  const { classes, keys, rarity, values, scales, meaning } = weights;
  const rows = new Map<number, number>();
  for (const [row, key] of keys.entries()) rows.set(key, row);
  const rowOf = (key: number): number | undefined => rows.get(key);
  const rarityOf = (row: number): number => rarity[row] ?? 0;
  const rarest = rarity.reduce((most, one) => Math.max(most, one), 1);
  return {
    read(words) {
      const blocks = featureBlocks(words, isKnown, writing);
      const rarities = wordRarities(blocks, rowOf, rarityOf, rarest);
      const ofFeatures = logSoftmax(scoresOf(vectorOf(blocks, rowOf, rarityOf), weights, classes.length));
      const ofMeaning =
        vectors === undefined || meaning === undefined
          ? undefined
          : logSoftmax(scoresOf(meaningOf(words, rarities, vectors, meaning), meaning, classes.length));
      const both = ofFeatures.map((one, c) =>
        ofMeaning === undefined ? one : (1 - MEANING_SHARE) * one + MEANING_SHARE * (ofMeaning[c] ?? 0),
      );
      return {
        probabilities: softmax(both),
        alone: ofMeaning === undefined ? [ofFeatures] : [ofFeatures, ofMeaning],
        explained(c) {
          let [explained, all] = [0, 0];
          for (const [i, key] of (blocks[0]?.keys ?? []).entries()) {
            const row = rowOf(key);
            all += rarities[i] ?? 0;
            if (row !== undefined && (values[row * classes.length + c] ?? 0) * (scales[c] ?? 0) > 0)
              explained += rarities[i] ?? 0;
          }
          return all === 0 ? 0 : explained / all;
        },
      };
    },
  };
}

function scoresOf(
  { rows, amounts }: Vector,
  { values, scales, bias }: Pick<Weights, 'values' | 'scales' | 'bias'>,
  classes: number,
): Float64Array {
  const sums = new Float64Array(classes);
  for (let i = 0; i < rows.length; i++) {
    const [start, amount] = [(rows[i] ?? 0) * classes, amounts[i] ?? 0];
    for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) + amount * (values[start + c] ?? 0);
  }
  for (let c = 0; c < classes; c++) sums[c] = (sums[c] ?? 0) * (scales[c] ?? 0) + (bias[c] ?? 0);
  return sums;
}

/** TF-IDF, each block to its own length. Features that training did not see count for the length only. */
export function vectorOf(
  blocks: readonly FeatureBlock[],
  rowOf: (key: number) => number | undefined,
  rarityOf: (row: number) => number,
): Vector {
  const rows: number[] = [];
  const weighed: number[] = [];
  for (const { keys, weight } of blocks) {
    const amounts = new Map<number, number>();
    let unseen = 0;
    for (const key of keys) {
      const row = rowOf(key);
      if (row === undefined) unseen += 1;
      else amounts.set(row, (amounts.get(row) ?? 0) + rarityOf(row));
    }
    const length = Math.sqrt([...amounts.values()].reduce((sum, one) => sum + one * one, unseen));
    for (const [row, amount] of amounts) {
      rows.push(row);
      weighed.push((weight * amount) / length);
    }
  }
  return { rows, amounts: weighed };
}

/** How rare each word is in training; as rare as any where too few phrases have it. */
export function wordRarities(
  [words]: readonly FeatureBlock[],
  rowOf: (key: number) => number | undefined,
  rarityOf: (row: number) => number,
  rarest: number,
): number[] {
  return (words?.keys ?? []).map((key) => {
    const row = rowOf(key);
    return row === undefined ? rarest : rarityOf(row);
  });
}

/** What the words mean on average, the rarer the more. */
export function meanMeaning(words: readonly string[], rarities: readonly number[], vectors: WordVectors): Float32Array {
  const sum = new Float32Array(vectors.dimensions);
  let all = 0;
  for (const [i, word] of words.entries()) {
    const rarity = rarities[i] ?? 0;
    if (vectors.add(word, rarity, sum)) all += rarity;
  }
  return all === 0 ? sum : sum.map((one) => one / all);
}

/** The same as far as it differs from the mean of training, all of the same length. */
export function centred(mean: Float32Array, { centre, spread }: Pick<MeaningWeights, 'centre' | 'spread'>): Vector {
  const differences = mean.map((one, d) => (one - (centre[d] ?? 0)) / (spread[d] ?? 1));
  const length = Math.sqrt(differences.reduce((sum, one) => sum + one * one, 0)) || 1;
  return { rows: [...differences.keys()], amounts: differences.map((one) => (MEANING_LENGTH * one) / length) };
}

function meaningOf(
  words: readonly string[],
  rarities: readonly number[],
  vectors: WordVectors,
  meaning: MeaningWeights,
): Vector {
  return centred(meanMeaning(words, rarities, vectors), meaning);
}

/** Replaces the scores by the logarithms of probabilities. */
function logSoftmax(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  const sum = scores.reduce((all, one) => all + Math.exp(one - most), 0);
  return scores.map((one) => one - most - Math.log(sum));
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
