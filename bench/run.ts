/** `npm run bench [name …]`: the measurements one after the other, each in a process of its own. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const asked = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .map((file) => file.replace(/\.ts$/, ''))
  // The fuzzers measure little and take minutes, or an hour.
  .filter((name) =>
    asked.length === 0 ? !['run', 'report', 'export-fuzz', 'poe-fuzz'].includes(name) : asked.includes(name),
  );
let failed = false;
for (const name of names) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`)], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed || names.length === 0 ? 1 : 0;
