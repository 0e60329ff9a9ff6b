/**
 * Random exports, spoiled as people and programs spoil them: each is read or refused with a sentence, each row of theirs is read as it was
 * meant or named, and nothing else becomes a claim. Prints what is not so.
 *
 *     node bench/export-fuzz.ts [FILES] [SEED]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from '../src/claims/export-file/read-file.ts';
import { UserError } from '../src/errors.ts';
import { seeded } from '../test/support/random.ts';
import { faultsOf, randomExport } from '../test/support/random-exports.ts';
import { figures } from './report.ts';

const [files = '20000', seed = '20200616'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'export-fuzz-'));
const path = join(folder, 'export');
const counts = { read: 0, refused: 0, crashed: 0, faulty: 0, rows: 0, named: 0 };
const start = performance.now();
for (let i = 0; i < Number(files); i++) {
  const one = randomExport(seeded(Number(seed) + i));
  writeFileSync(path, one.bytes);
  try {
    const read = await readFile(path, { mapping: new Map(), maxRows: 1_000 });
    counts.read++;
    counts.rows += one.rows.length;
    counts.named += read.summary.badCount;
    const faults = faultsOf(one, read);
    if (faults.length === 0) continue;
    counts.faulty++;
    console.log(`seed ${Number(seed) + i} (${one.how.join(', ')}):\n  ${faults.join('\n  ')}`);
  } catch (error) {
    if (error instanceof UserError && !(error.cause instanceof TypeError)) counts.refused++;
    else {
      counts.crashed++;
      console.log(`seed ${Number(seed) + i} (${one.how.join(', ')}):`, error);
    }
  }
}
rmSync(folder, { recursive: true });
const texts = Object.entries(counts).map(([name, count]) => [name, count.toLocaleString('en')]);
figures(`${files} random exports`, {
  ...Object.fromEntries(texts),
  time: `${((performance.now() - start) / 1000).toFixed(0)} s`,
});
process.exitCode = counts.crashed + counts.faulty > 0 ? 1 : 0;
