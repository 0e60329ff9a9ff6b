/**
 * Keeps what Node compiles, types stripped, from run to run. Loaded before all else into mocha, its workers, and the threads of the bot in
 * them; without it each of the thousand threads of a run compiles everything anew. Processes that tests start learn of it by their environment.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../../node_modules/.cache/compile', import.meta.url));
enableCompileCache(process.env.NODE_COMPILE_CACHE);
// Node writes when a process ends by itself. Threads are terminated and workers killed.
setInterval(flushCompileCache, 100).unref();
