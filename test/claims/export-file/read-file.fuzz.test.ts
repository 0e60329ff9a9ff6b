import assert from 'node:assert/strict';
import { readColumns, readFile } from '../../../src/claims/export-file/read-file.ts';
import { UserError } from '../../../src/errors.ts';
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

/** Mulberry32: small, fast, the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
