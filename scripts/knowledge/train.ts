/** Softmax regression by AdaGrad, the same weights on every run; afterwards a byte for each weight. */
import { featureBlocks } from '../../src/knowledge/classifier/features.ts';
import {
  centred,
  meanMeaning,
  softmax,
  type Vector,
  vectorOf,
  wordRarities,
} from '../../src/knowledge/classifier/model.ts';
import type { Vocabulary } from '../../src/knowledge/classifier/spelling.ts';
import type { WordVectors } from '../../src/knowledge/classifier/vectors.ts';
import type { MeaningWeights, Weights } from '../../src/knowledge/classifier/weights.ts';
import type { Writing } from '../../src/knowledge/classifier/writing.ts';
import { seededRandom, shuffle } from './phrases.ts';
import { fingerprint, type Row } from './rows.ts';

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** A feature counts when at least so many rows have it. */
  readonly leastRows: number;
  /** Of the regression over the meaning: a hundred numbers a question learn faster than a hundred thousand features. */
  readonly meaningEpochs: number;
}

export const OPTIONS: TrainingOptions = { epochs: 8, rate: 0.5, decay: 2e-6, leastRows: 16, meaningEpochs: 4 };

const OF_MEANING = { rate: 0.1, decay: 1e-6 };

/** @param vectors of the words of the language, where there are some */
export function train(
  rows: readonly Row[],
  vectors: WordVectors | undefined,
  writing: Writing,
  options: TrainingOptions,
): Weights {
  const classes = [...new Set(rows.map(({ label }) => label))];
  const vocabulary = vocabularyOf(rows);
  const known = new Set([...vocabulary.answered, ...vocabulary.others]);
  const blocks = rows.map(({ words }) => featureBlocks(words, (word) => known.has(word), writing));
  const { keys, rarity } = countFeatures(blocks, options.leastRows);
  const places = new Map(keys.entries().map(([row, key]) => [key, row]));
  const rowOf = (key: number): number | undefined => places.get(key);
  const rarityOf = (row: number): number => rarity[row] ?? 0;
  const rarest = rarity.reduce((most, one) => Math.max(most, one), 1);
  const targets = new Map(classes.map((label, c) => [label, c]));
  const example = ({ label, weight }: Row, vector: Vector): Example => ({
    vector,
    target: targets.get(label) ?? 0,
    weight,
  });
  const examples = rows.map((row, i) => example(row, vectorOf(blocks[i] ?? [], rowOf, rarityOf)));
  const meaningWith = (given: WordVectors): MeaningWeights => {
    const means = rows.map(({ words }, i) =>
      meanMeaning(words, wordRarities(blocks[i] ?? [], rowOf, rarityOf, rarest), given),
    );
    const spans = spansOf(means);
    const meanings = rows.map((row, i) => example(row, centred(means[i] ?? new Float32Array(), spans)));
    const epochs = options.meaningEpochs;
    return { ...spans, ...quantised(descend(meanings, given.dimensions, classes.length, { ...OF_MEANING, epochs })) };
  };
  return {
    fingerprint: fingerprint(rows),
    classes,
    vocabulary,
    keys,
    rarity,
    ...quantised(descend(examples, keys.length, classes.length, options)),
    ...(vectors && { meaning: meaningWith(vectors) }),
  };
}

/** Mean and standard deviation of each dimension. */
function spansOf(means: readonly Float32Array[]): Pick<MeaningWeights, 'centre' | 'spread'> {
  const [first = new Float32Array()] = means;
  const average = (of: (mean: Float32Array, d: number) => number): number[] =>
    [...first.keys()].map((d) => means.reduce((sum, mean) => sum + of(mean, d), 0) / means.length);
  const rounded = (value: number): number => Number(value.toPrecision(6));
  const centre = average((mean, d) => mean[d] ?? 0).map(rounded);
  const variance = average((mean, d) => ((mean[d] ?? 0) - (centre[d] ?? 0)) ** 2);
  return { centre, spread: variance.map((one) => rounded(Math.sqrt(one) || 1)) };
}

function vocabularyOf(rows: readonly Row[]): Vocabulary {
  const isAnswered = ({ label }: Row): boolean => !label.startsWith('none ');
  const answered = wordsOf(rows.filter(isAnswered));
  const own = new Set(answered);
  return { answered, others: wordsOf(rows).filter((word) => !own.has(word)) };
}

/** The most frequent first. */
function wordsOf(rows: readonly Row[]): string[] {
  const counts = new Map<string, number>();
  for (const { words, weight } of rows) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  counts.delete('*');
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

function countFeatures(
  examples: readonly ReturnType<typeof featureBlocks>[],
  leastRows: number,
): Pick<Weights, 'keys' | 'rarity'> {
  const counts = new Map<number, number>();
  for (const blocks of examples) {
    const seen = new Set(blocks.flatMap((block) => block.keys));
    for (const key of seen) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= leastRows).sort(([a], [b]) => a - b);
  return {
    keys: Uint32Array.from(kept, ([key]) => key),
    rarity: Float32Array.from(kept, ([, count]) => 1 + Math.log(examples.length / count)),
  };
}

interface Example {
  readonly vector: Vector;
  readonly target: number;
  readonly weight: number;
}

function descend(
  examples: readonly Example[],
  features: number,
  classes: number,
  { epochs, rate, decay }: Pick<TrainingOptions, 'epochs' | 'rate' | 'decay'>,
): { values: Float64Array; bias: number[] } {
  const values = new Float64Array(features * classes);
  const seen = new Float64Array(features * classes).fill(1e-3);
  const bias = new Float64Array(classes);
  const random = seededRandom(7);
  const order = [...examples.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { vector, target, weight } = examples[i] as Example;
      const { rows, amounts } = vector;
      const scores = Float64Array.from(bias);
      for (let k = 0; k < rows.length; k++) {
        const [start, amount] = [(rows[k] ?? 0) * classes, amounts[k] ?? 0];
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + amount * (values[start + c] ?? 0);
      }
      const errors = softmax(scores);
      errors[target] = (errors[target] ?? 0) - 1;
      for (let c = 0; c < classes; c++) bias[c] = (bias[c] ?? 0) - 0.01 * rate * weight * (errors[c] ?? 0);
      for (let k = 0; k < rows.length; k++) {
        const [start, amount] = [(rows[k] ?? 0) * classes, amounts[k] ?? 0];
        for (let c = 0; c < classes; c++) {
          const at = start + c;
          const slope = weight * amount * (errors[c] ?? 0) + decay * (values[at] ?? 0);
          seen[at] = (seen[at] ?? 0) + slope * slope;
          values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(seen[at] ?? 1);
        }
      }
    }
  }
  return { values, bias: [...bias].map((value) => Number(value.toFixed(5))) };
}

/** A byte for each weight. */
function quantised({
  values,
  bias,
}: {
  readonly values: Float64Array;
  readonly bias: readonly number[];
}): Pick<Weights, 'values' | 'scales' | 'bias'> {
  const classes = bias.length;
  const largest = new Array<number>(classes).fill(1e-9);
  values.forEach((value, at) => {
    largest[at % classes] = Math.max(largest[at % classes] ?? 0, Math.abs(value));
  });
  const scales = largest.map((most) => Number((most / 127).toPrecision(6)));
  return {
    values: Int8Array.from(values, (value, at) => Math.round(value / (scales[at % classes] ?? 1))),
    scales,
    bias,
  };
}
