/** Word vectors as bytes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '../../../src/errors.ts';
import { decodeVectors, encodeVectors } from '../../../src/knowledge/classifier/vectors.ts';
import { dir } from '../loaded.ts';

function sumOf(words: readonly string[], bytes: Uint8Array): number[] {
  const vectors = decodeVectors(Buffer.from(bytes));
  const sum = new Float32Array(vectors.dimensions);
  for (const word of words) vectors.add(word, 1, sum);
  return [...sum].map((value) => Number(value.toFixed(2)));
}

describe('the vectors of words', () => {
  const bytes = encodeVectors(
    new Map([
      ['proof', [1, -2]],
      ['evidence', [0.5, 4]],
    ]),
  );

  it('are read as they were written, to a 254th of the largest', () => {
    assert.deepEqual(sumOf(['proof'], bytes), [1, -1.98]);
    assert.deepEqual(sumOf(['proof', 'evidence'], bytes), [1.5, 2.02]);
  });

  it('say which words have none', () => {
    const vectors = decodeVectors(Buffer.from(bytes));
    const sum = new Float32Array(2);
    assert.equal(vectors.add('proof', 1, sum), true);
    assert.equal(vectors.add('prof', 1, sum), false);
  });

  it('are refused when they are cut, empty or something else', () => {
    const whole = readFileSync(join(dir, 'vectors.bin'));
    for (const file of [whole.subarray(0, -1), whole.subarray(0, 1_000), Buffer.alloc(0), Buffer.from('hello there')])
      assert.throws(() => decodeVectors(file), OperatorError);
  });

  it('take at most 3.5 MB', () => {
    assert.ok(readFileSync(join(dir, 'vectors.bin')).length <= 3_500_000);
  });
});
