/** A process of the tests that has a conversation with a task: `parent idle | busy | leaves`. It writes the pid of the child. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { runner } from '../../../../src/files/runner/runner.ts';
import { TASKS } from './tasks.ts';

const [manner] = process.argv.slice(2);
const limits = { file: import.meta.filename, memoryMiB: 512, timeoutMs: 60_000 };
const opened = await runner.open(TASKS.counter, 0, limits);
if (!opened.ok) throw new Error(opened.reason, { cause: opened.cause });
if (manner === 'busy') void opened.value.ask('loop');
// By the next turn the request is on its way: the child reads it before it can see that this process is gone.
await nextTurn();
console.log(`child ${opened.value.result}`);
// "leaves": nothing keeps this process alive but the conversation, which must not.
if (manner === 'idle') setInterval(() => undefined, 1_000);
