/**
 * Random exports, spoiled as people and programs spoil them: each is read or refused with a sentence, each row of theirs is read as it was
 * meant or named, and nothing else becomes a claim. And mutated ones, of which only that is held that they are read or refused.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeededRandom } from '../../scripts/sample/random.ts';
import { readFile } from '../../src/claims/export-file/read-file.ts';
import { UserError } from '../../src/errors.ts';
import { seeded } from '../support/random.ts';
import { faultsOf, randomExport } from '../support/random-exports.ts';
import { type FuzzOptions, type FuzzOutcome, runCases } from './fuzzer.ts';
import { MUTATIONS } from './mutations.ts';

const READING = { mapping: new Map(), maxRows: 1_000 };
/** Every third one is mutated, too. */
const MUTATED = 3;

export async function fuzzExports(options: FuzzOptions): Promise<FuzzOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'export-fuzz-'));
  const path = join(folder, 'export');
  try {
    return await runCases(options, async (number) => {
      const seed = options.seed + number;
      const one = randomExport(seeded(seed));
      const random = new SeededRandom(seed);
      const mutation = number % MUTATED === 0 ? random.pick(MUTATIONS) : undefined;
      await writeFile(path, mutation?.mutate(Buffer.from(one.bytes), random) ?? one.bytes);
      const what = `seed ${seed} (${[...one.how, mutation?.name ?? 'not mutated'].join(', ')})`;
      try {
        const read = await readFile(path, READING);
        const faults = mutation === undefined ? faultsOf(one, read) : [];
        if (faults.length > 0) throw new Error(`${what}: ${faults.join('; ')}`);
        return mutation === undefined ? 'read' : 'mutated and read';
      } catch (error) {
        // A refusal may come from a reader's own error, but not from a slip in the rules here.
        if (error instanceof UserError && !isOurs(error.cause)) return error.problem.code;
        throw error;
      }
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isOurs(cause: unknown): boolean {
  if (!(cause instanceof TypeError || cause instanceof RangeError)) return false;
  const where = cause.stack?.split('\n').find((line) => line.includes(' at ')) ?? '';
  return where.includes('/src/');
}
