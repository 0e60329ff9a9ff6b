/**
 * The thread beside a task. It ends the process at the limit of resident memory, which V8's own limits leave out (typed arrays, inflated
 * streams, pictures, WebAssembly), and when the parent is gone. It does both while the task's thread is stuck in a loop.
 */
import { workerData } from 'node:worker_threads';

const CHECK_EVERY_MS = 25;

const { maxBytes, parent }: { readonly maxBytes: number; readonly parent: number } = workerData;

setInterval(() => {
  if (process.memoryUsage.rss() > maxBytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, CHECK_EVERY_MS);
