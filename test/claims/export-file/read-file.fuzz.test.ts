import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { constant } from 'fast-check';
import { readColumns } from '../../../src/claims/export-file/read-file.ts';
import { fuzzExports, outcomeOf, readExport } from '../../fuzz/exports.ts';
import { runCases } from '../../fuzz/fuzzer.ts';
import { mutate, mutated } from '../../fuzz/mutations.ts';
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
const CASES = 300;

describe('reading mutated files', () => {
  for (const [name, bytes] of Object.entries(SEEDS))
    it(`reads ${name} or refuses it with a sentence, whatever ${CASES} mutations do to it`, async () => {
      await using files = await TempFiles.create();
      const { outcomes, wrong } = await runCases({ cases: CASES, seed: 20_200_616 }, mutated, async (mutation) => {
        const path = await files.file(mutate(Buffer.from(bytes), mutation));
        const columns = await outcomeOf(() => readColumns(path));
        return columns === 'read' ? readExport(path) : columns;
      });
      assert.deepEqual(wrong, []);
      // Were all refused, the mutations would show nothing of what lies behind the first check.
      assert.ok(tried(outcomes, 'read') > CASES / 10 && outcomes.size > 1, JSON.stringify([...outcomes]));
    }).timeout(60_000);
});

/** `npm run test:fuzz` has thousands of these. */
const EXPORTS = 400;

describe('reading exports that people and programs have spoiled', () => {
  it('reads each row as it was meant or names it, and makes a claim of nothing else', async () => {
    const { outcomes, wrong } = await fuzzExports({ cases: EXPORTS, seed: 1 });
    assert.deepEqual(wrong, []);
    // Were most of them refused or left out, nothing would be shown.
    assert.ok(tried(outcomes, 'read') > EXPORTS / 3, JSON.stringify([...outcomes]));
  }).timeout(60_000);
});

/** Exports that `npm run test:fuzz` has found something with. */
const FOUND = join(import.meta.dirname, 'found');

describe('reading exports that a fuzzer has found something with', () => {
  for (const name of readdirSync(FOUND))
    it(`reads ${name} or refuses it with a sentence, and leaves nothing behind that would end its process`, async () => {
      const { wrong } = await runCases({ cases: 1, seed: 1 }, constant(join(FOUND, name)), (path) => readExport(path));
      assert.deepEqual(wrong, []);
    });
});

function tried(outcomes: ReadonlyMap<string, number>, what: string): number {
  return outcomes.get(what) ?? 0;
}
