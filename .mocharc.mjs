import { availableParallelism } from 'node:os';

export default {
  import: './test/support/compile-cache.mjs',
  ignore: ['test/playground/**'],
  reporter: 'test/support/reporter.mjs',
  timeout: 30_000,
  'forbid-only': true,
  // One more than there are cores: a good part of a test is waiting.
  jobs: availableParallelism() + 1,
};
