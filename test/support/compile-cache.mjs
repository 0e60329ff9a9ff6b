/**
 * Keeps what Node compiles, types stripped, from run to run. Loaded before all else into mocha and its workers; the processes that tests
 * or the bot start learn of it. Without it each of the thousand processes of a run compiles everything anew.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url));
enableCompileCache(process.env.NODE_COMPILE_CACHE);
if (process.env.MOCHA_WORKER_ID === undefined) {
  // What reads files is killed when it is done, and keeps nothing itself.
  const { TASKS } = await import('../../src/claims/export-file/tasks.ts');
  for (const { module } of Object.values(TASKS)) await import(module.href);
  flushCompileCache();
}
// Node writes when a process ends by itself. Workers are killed.
setInterval(flushCompileCache, 100).unref();
