import { randomUUID } from 'node:crypto';
import { existsSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const MEMORY = '/dev/shm';

// In memory, where there is plenty of it: a test's database need not outlive the machine, and its commits wait for no disk.
if (existsSync(MEMORY) && freeBytes(MEMORY) > 2 ** 30) process.env.TMPDIR ??= MEMORY;

// What the names of this run's databases begin with. Workers inherit it.
process.env.TEST_DATABASES ??= `cpor_test_${randomUUID().slice(0, 8)}`;

function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

export default {
  import: './test/support/compile-cache.mjs',
  require: './test/support/drop-databases.mjs',
  ignore: ['test/playground/**', 'test/tab/browser/**', 'test/cards/browser/**'],
  reporter: 'test/support/reporter.mjs',
  timeout: 30_000,
  'forbid-only': true,
  // One more than there are cores: a good part of a test is waiting.
  jobs: availableParallelism() + 1,
};
