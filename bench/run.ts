/** `npm run bench [name …]`: the measurements one after the other, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const asked = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .flatMap((file) => /^(.*)\.ts$/.exec(file)?.[1] ?? [])
  // These measure little and take hours: `npm run test:faults`, `npm run test:fuzz`.
  .filter((name) => (asked.length === 0 ? !['run', 'report', 'faults', 'fuzz'].includes(name) : asked.includes(name)));
let failed = false;
for (const name of names) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed || names.length === 0 ? 1 : 0;
