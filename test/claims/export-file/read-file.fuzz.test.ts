import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readColumns, readFile } from '../../../src/claims/export-file/read-file.ts';
import { UserError } from '../../../src/errors.ts';
import { fuzzExports } from '../../fuzz/exports.ts';
import { seeded } from '../../support/random.ts';
import { faultsOf, randomExport } from '../../support/random-exports.ts';
import { TempFiles } from '../../support/temp-files.ts';
import { buildXlsx } from '../../support/xlsx.ts';

const HEADER = ['Claim ID', 'Customer', 'Program', 'Workload', 'Status', 'Owner'];
const ROWS = Array.from({ length: 40 }, (_, i) => [
  `C-${i}`,
  `Contoso "${i}", Ltd`,
  'OSU M365',
  'Teams; Yammer',
  'Approved',
  'adelev@contoso.com',
]);
const CSV = [HEADER, ...ROWS].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
const SEEDS: Record<string, Uint8Array> = {
  'a .csv': Buffer.from(CSV),
  'a .csv in UTF-16': Buffer.from(`\ufeff${CSV}`, 'utf16le'),
  'a compressed .xlsx': buildXlsx([{ rows: [HEADER, ...ROWS] }]),
  // Nothing compressed: mutations reach the XML itself.
  'a stored .xlsx': buildXlsx([{ rows: [HEADER, ...ROWS] }], { level: 0, strings: 'inline' }),
};
const MUTATIONS = 300;

describe('reading mutated files', () => {
  for (const [name, bytes] of Object.entries(SEEDS)) {
    it(`reads ${name} or refuses it with a sentence, whatever ${MUTATIONS} mutations do to it`, async () => {
      await using files = await TempFiles.create();
      const random = seeded(20_200_616);
      let read = 0;
      for (let i = 0; i < MUTATIONS; i++) {
        const path = await files.file(mutated(bytes, random));
        for (const reading of [() => readFile(path, { mapping: new Map(), maxRows: 1_000 }), () => readColumns(path)]) {
          try {
            await reading();
            read++;
          } catch (error) {
            assert.ok(error instanceof UserError, `mutation ${i}: ${error instanceof Error ? error.stack : error}`);
            assertNotOurs(error.cause, i);
          }
        }
      }
      // Were all refused, the mutations would show nothing of what lies behind the first check.
      assert.ok(read > 0 && read < 2 * MUTATIONS, `${read} of ${2 * MUTATIONS} were read`);
    }).timeout(60_000);
  }
});

/** `npm run test:fuzz` has thousands of these. */
const EXPORTS = 400;

describe('reading exports that people and programs have spoiled', () => {
  it('reads each row as it was meant or names it, and makes a claim of nothing else', async () => {
    await using files = await TempFiles.create();
    let rows = 0;
    for (let seed = 1; seed <= EXPORTS; seed++) {
      const one = randomExport(seeded(seed));
      try {
        const read = await readFile(await files.file(one.bytes), { mapping: new Map(), maxRows: 1_000 });
        assert.deepEqual(faultsOf(one, read), [], `seed ${seed}: ${one.how.join(', ')}`);
        rows += read.summary.claims;
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        assertNotOurs(error.cause, seed);
      }
    }
    // Were most of them refused or left out, nothing would be shown.
    assert.ok(rows > EXPORTS * 5, `${rows} rows were read`);
  }).timeout(60_000);
});

/** Of `npm run test:fuzz`: seeds of exports that have found something. */
const FOUND = [2314, 2335];

describe('reading exports that a fuzzer has found something with', () => {
  for (const seed of FOUND)
    it(`refuses seed ${seed} with a sentence, and leaves nothing behind that would end its process`, async () => {
      const left: unknown[] = [];
      const leave = (error: unknown): void => void left.push(error);
      const others = process.listeners('unhandledRejection');
      process.removeAllListeners('unhandledRejection').on('unhandledRejection', leave);
      try {
        const { wrong } = await fuzzExports({ cases: 1, seed, say: () => undefined });
        // An error that nobody takes is told of when what is queued is done.
        await nextTurn();
        assert.deepEqual([wrong, left.map(String)], [[], []]);
      } finally {
        process.removeListener('unhandledRejection', leave);
        for (const other of others) process.on('unhandledRejection', other);
      }
    });
});

/** A refusal may come from a reader's own error, but not from a slip in the rules here. */
function assertNotOurs(cause: unknown, i: number): void {
  if (!(cause instanceof TypeError || cause instanceof RangeError)) return;
  const where = cause.stack?.split('\n').find((line) => line.includes(' at ')) ?? '';
  assert.ok(!where.includes('/src/'), `mutation ${i}: ${cause.stack}`);
}

/** One to eight changes: a bit flipped, bytes overwritten, removed, repeated, or the end cut off. */
function mutated(bytes: Uint8Array, random: () => number): Buffer {
  let result = Buffer.from(bytes);
  const below = (n: number) => Math.floor(random() * n);
  for (let changes = 1 + below(8); changes > 0 && result.length > 0; changes--) {
    const at = below(result.length);
    const length = 1 + below(16);
    const kind = below(10);
    if (kind < 4) result[at] = (result[at] ?? 0) ^ (1 << below(8));
    else if (kind < 7) result.fill(below(256), at, at + length);
    else if (kind < 8) result = Buffer.concat([result.subarray(0, at), result.subarray(at + length)]);
    else if (kind < 9) result = Buffer.concat([result.subarray(0, at + length), result.subarray(at)]);
    else if (below(4) === 0) result = result.subarray(0, at);
  }
  return result;
}
