/**
 * The child process of one task. Started as `child name module memory-in-MiB parent's-pid`; the first message is the task's input, each
 * further one a request. It ends by the hand of its parent, of the watchdog, or when the parent is gone.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { moduleExtension, type Task, type TaskOpening, type TaskReply, toPlainError } from './task.ts';

interface Message {
  readonly message: unknown;
}

const [, module = '', memoryMiB, parent] = process.argv.slice(2);

const watchdog = new Worker(new URL(`./watchdog.${moduleExtension(import.meta.url)}`, import.meta.url), {
  workerData: { maxBytes: Number(memoryMiB) * 2 ** 20, parent: Number(parent) },
});
const ready: Promise<[{ default: Task<unknown, unknown, unknown, unknown> }, unknown]> = Promise.all([
  import(module),
  once(watchdog, 'online'),
]);

const reply = (message: TaskReply): unknown => process.send?.(message);
const fail = (error: unknown): unknown => reply({ error: toPlainError(error) });

// What a library throws where nobody catches. Unhandled rejections end up here too.
process.on('uncaughtException', fail);
process.on('disconnect', () => process.exit());
process.once('message', ({ message }: Message) => begin(message).catch(fail));

async function begin(input: unknown): Promise<void> {
  const [{ default: task }] = await ready;
  const opening = await task(input);
  process.on('message', ({ message }: Message) => answer(opening, message).catch(fail));
  reply({ value: opening.result });
}

async function answer(opening: TaskOpening<unknown, unknown, unknown>, request: unknown): Promise<void> {
  reply({ value: await opening.answer?.(request) });
}
