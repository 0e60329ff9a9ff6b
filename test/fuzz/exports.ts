/**
 * Random exports, spoiled as people and programs spoil them: each is read or refused with a sentence, each row of theirs is read as it was
 * meant or named, and nothing else becomes a claim. And mutated ones, of which only that is held that they are read or refused.
 */
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { option, record } from 'fast-check';
import { readFile } from '../../src/claims/export-file/read-file.ts';
import { UserError } from '../../src/errors.ts';
import { choices, faultsOf, type RandomExport, randomExport } from '../support/random-exports.ts';
import { type FuzzOptions, type FuzzOutcome, runCases } from './fuzzer.ts';
import { mutate, mutated } from './mutations.ts';
import { openFiles } from './open-files.ts';

const READING = { mapping: new Map(), maxRows: 1_000 };
const CASES = record({ chosen: choices, mutation: option(mutated, { freq: 2 }) });

export async function fuzzExports(options: FuzzOptions): Promise<FuzzOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'export-fuzz-'));
  const path = join(folder, 'export');
  try {
    return await runCases(options, CASES, async ({ chosen, mutation }) => {
      const one = randomExport(chosen);
      await writeFile(path, mutation === null ? one.bytes : mutate(Buffer.from(one.bytes), mutation));
      try {
        const outcome = mutation === null ? await readExport(path, one) : `mutated, ${await readExport(path)}`;
        assert.deepEqual(openFiles(folder), []);
        return outcome;
      } catch (error) {
        const found = join(tmpdir(), 'found-export');
        await copyFile(path, found);
        throw new Error(`${found}, ${one.how.join(', ')}: ${error instanceof Error ? error.stack : error}`);
      }
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @param one as it was meant; absent: nobody can say what is right. @returns what came of it @throws what should not be */
export function readExport(path: string, one?: RandomExport): Promise<string> {
  return outcomeOf(async () => {
    const read = await readFile(path, READING);
    if (one !== undefined) assert.deepEqual(faultsOf(one, read), []);
  });
}

export async function outcomeOf(reading: () => Promise<unknown>): Promise<string> {
  try {
    await reading();
    return 'read';
  } catch (error) {
    // A refusal may come from a reader's own error, but not from a slip in the rules here.
    if (error instanceof UserError && !isOurs(error.cause)) return error.problem.code;
    throw error;
  }
}

function isOurs(cause: unknown): boolean {
  if (!(cause instanceof TypeError || cause instanceof RangeError)) return false;
  const where = cause.stack?.split('\n').find((line) => line.includes(' at ')) ?? '';
  return where.includes('/src/');
}
