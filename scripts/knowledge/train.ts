/** Softmax regression by AdaGrad, the same weights on every run; afterwards a byte for each weight. */
import { featureBlocks } from '../../src/knowledge/classifier/features.ts';
import { softmax, type Vector, vectorOf } from '../../src/knowledge/classifier/model.ts';
import type { Vocabulary } from '../../src/knowledge/classifier/spelling.ts';
import type { Weights } from '../../src/knowledge/classifier/weights.ts';
import { seededRandom, shuffle } from './phrases.ts';
import { fingerprint, type Row } from './rows.ts';

export interface TrainingOptions {
  readonly epochs: number;
  readonly rate: number;
  /** How strongly weights are drawn to zero. */
  readonly decay: number;
  /** A feature counts when at least so many rows have it. */
  readonly leastRows: number;
}

const OPTIONS: TrainingOptions = { epochs: 8, rate: 0.5, decay: 2e-6, leastRows: 12 };

export function train(rows: readonly Row[], options: TrainingOptions = OPTIONS): Weights {
  const classes = [...new Set(rows.map(({ label }) => label))];
  const vocabulary = vocabularyOf(rows);
  const known = new Set([...vocabulary.answered, ...vocabulary.others]);
  const blocks = rows.map(({ words }) => featureBlocks(words, (word) => known.has(word)));
  const { keys, rarity } = countFeatures(blocks, options.leastRows);
  const rowOf = new Map(keys.entries().map(([row, key]) => [key, row]));
  const examples = rows.map(({ label, weight }, i) => ({
    vector: vectorOf(
      blocks[i] ?? [],
      (key) => rowOf.get(key),
      (row) => rarity[row] ?? 0,
    ),
    target: classes.indexOf(label),
    weight,
  }));
  const { values, bias } = descend(examples, keys.length, classes.length, options);
  return {
    fingerprint: fingerprint(rows),
    classes,
    bias,
    vocabulary,
    keys,
    rarity,
    ...quantise(values, classes.length),
  };
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
  { epochs, rate, decay }: TrainingOptions,
): { values: Float64Array; bias: number[] } {
  const values = new Float64Array(features * classes);
  const seen = new Float64Array(features * classes).fill(1e-3);
  const bias = new Float64Array(classes);
  const random = seededRandom(7);
  const order = [...examples.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of shuffle(order, random)) {
      const { vector, target, weight } = examples[i] as Example;
      const scores = Float64Array.from(bias);
      for (const [row, amount] of vector) {
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + amount * (values[row * classes + c] ?? 0);
      }
      const errors = softmax(scores);
      errors[target] = (errors[target] ?? 0) - 1;
      for (let c = 0; c < classes; c++) bias[c] = (bias[c] ?? 0) - 0.01 * rate * weight * (errors[c] ?? 0);
      for (const [row, amount] of vector) {
        for (let c = 0; c < classes; c++) {
          const at = row * classes + c;
          const slope = weight * amount * (errors[c] ?? 0) + decay * (values[at] ?? 0);
          seen[at] = (seen[at] ?? 0) + slope * slope;
          values[at] = (values[at] ?? 0) - (rate * slope) / Math.sqrt(seen[at] ?? 1);
        }
      }
    }
  }
  return { values, bias: [...bias].map((value) => Number(value.toFixed(5))) };
}

function quantise(values: Float64Array, classes: number): Pick<Weights, 'values' | 'scales'> {
  const largest = new Array<number>(classes).fill(1e-9);
  values.forEach((value, at) => {
    largest[at % classes] = Math.max(largest[at % classes] ?? 0, Math.abs(value));
  });
  const scales = largest.map((most) => Number((most / 127).toPrecision(6)));
  return { values: Int8Array.from(values, (value, at) => Math.round(value / (scales[at % classes] ?? 1))), scales };
}
